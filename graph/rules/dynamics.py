"""Settings of the model: each choice names what it applies to, and nothing is set or explained twice."""

from __future__ import annotations

from collections.abc import Iterator

from graph.draft import Draft
from graph.faults import Fault
from graph.kinetics import ChoiceKind
from graph.rules.registry import rule

_OF_THINGS = {ChoiceKind.LASTS, ChoiceKind.RISES}
_SHARES = {ChoiceKind.WEIGHT, ChoiceKind.LOSS}
_NUMBERED = {*_OF_THINGS, *_SHARES, ChoiceKind.HOLDS}


@rule("choice-fits")
def choice_fits(draft: Draft) -> Iterator[Fault]:
    """A choice names the arrow or thing that its kind applies to, and has a value if the kind takes one."""
    for found in draft.all("dynamics"):
        for place, choice in enumerate(found.item.choices):
            wanted, other = ("thing", "arrow") if choice.kind in _OF_THINGS else ("arrow", "thing")
            at = ("choices", place)
            if getattr(choice, wanted) is None or getattr(choice, other) is not None:
                yield found.fault(
                    "choice-fits", (*at, "kind"), f"“{choice.kind}” applies to one {wanted}", f"name only the {wanted}"
                )
            numbered = choice.kind in _NUMBERED
            if numbered != (choice.value is not None):
                fix = "give it" if numbered else "delete it"
                yield found.fault(
                    "choice-fits", (*at, "value"), f"“{choice.kind}” takes {'a' if numbered else 'no'} value", fix
                )
            elif choice.kind in _SHARES and choice.value > 1:
                yield found.fault("choice-fits", (*at, "value"), "this is a fraction", "write a number up to 1")


@rule("set-twice")
def set_twice(draft: Draft) -> Iterator[Fault]:
    """No setting is chosen twice, and no experiment's miss is explained twice."""
    for found in draft.all("dynamics"):
        for field, key in (("choices", "id"), ("misses", "experiment")):
            seen: set[object] = set()
            for place, entry in enumerate(getattr(found.item, field)):
                name = getattr(entry, key)
                if name in seen:
                    yield found.fault("set-twice", (field, place, key), f"“{name}” is listed twice", "keep one")
                seen.add(name)
        settings: set[object] = set()
        for place, choice in enumerate(found.item.choices):
            if (setting := (choice.kind, choice.arrow, choice.thing)) in settings:
                yield found.fault("set-twice", ("choices", place, "kind"), "this is already set", "keep one of the two")
            settings.add(setting)
