"""What depends on the language of the interface: the form of a phrase for a number, and how a date is written."""

from __future__ import annotations

from datetime import date

from babel import Locale
from babel.dates import format_date

from graph.models import Record, Text

LOCALE = Locale.parse("en_GB")
"""The language of all words, with the day before the month."""


class Plural(Record):
    """A phrase for each category of number that the language has; `{count}` in it is the number that decides.

    >>> Plural(one="{count} arrow", other="{count} arrows").format(count=1)
    '1 arrow'
    """

    one: Text
    other: Text

    def format(self, *, count: float, **filled: object) -> str:
        """The phrase for `count`, filled in as `str.format` does it. Raises KeyError for a name that is not given."""
        form: str = getattr(self, LOCALE.plural_form(count))
        return form.format(count=count, **filled)


def written(day: date) -> str:
    """A date as one writes it in a sentence, such as “1 December 2026”."""
    return format_date(day, format="long", locale=LOCALE)
