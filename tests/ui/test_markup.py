"""HTML pieces: text is escaped once, and only once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.html.markup import Markup, filled, items, joined, tag, text, void

BREAKS_OUT = """"'><script>"""
HTML = tag("i", "a & b")


def test_text_is_escaped_and_markup_is_not_escaped_again() -> None:
    assert text("<b> & co") == "&lt;b&gt; &amp; co"
    assert tag("p", tag("b", "a < b")) == "<p><b>a &lt; b</b></p>"


def test_an_attribute_cannot_break_out_of_its_quotes() -> None:
    assert tag("a", "x", title=BREAKS_OUT) == f'<a title="{text(BREAKS_OUT)}">x</a>'
    assert not set("<>\"'") & set(text(BREAKS_OUT))


def test_attribute_names_are_written_the_html_way_and_none_is_left_out() -> None:
    assert tag("p", "x", class_="c", data_pick="node:a", id=None) == '<p class="c" data-pick="node:a">x</p>'


def test_a_list_holds_each_item() -> None:
    assert items(["a", Markup("<i>b</i>")]) == "<ul><li>a</li><li><i>b</i></li></ul>"


def test_an_element_without_an_end_has_the_same_attributes() -> None:
    assert void("img", src="./a?b&c", alt="") == '<img src="./a?b&amp;c" alt="">'


@pytest.mark.parametrize(
    "made",
    [
        HTML + "<b>",
        "<b>" + HTML,
        joined([HTML, "<b>"]),
        joined([HTML, HTML], "<b>"),
        filled("{found} <b>", found=HTML),
        Markup("%s") % "<b>",
        text("<b>"),
        Markup.escape(3),
        HTML.replace("a", "<b>"),
        HTML[:1],
        *HTML.partition("a"),
    ],
)
def test_whatever_comes_of_html_is_html_and_what_was_added_is_escaped(made: Markup) -> None:
    assert type(made) is Markup
    assert "<b>" not in made
    assert text(made) is made


@given(st.text(), st.text())
def test_a_sentence_is_filled_as_plain_text_would_be(before: str, value: str) -> None:
    template = before.replace("{", "{{").replace("}", "}}") + "{name}."
    assert filled(template, name=value) == text(template.format(name=value))
    assert filled(template, name=HTML) == text(before) + HTML + "."


def test_streamlit_takes_html_as_it_is() -> None:
    assert HTML._repr_html_() == HTML
    assert type(HTML._repr_html_()) is str
