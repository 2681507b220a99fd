"""HTML pieces: text is escaped once, and only once."""

from __future__ import annotations

from ui.html.markup import Markup, items, tag, text


def test_text_is_escaped_and_markup_is_not_escaped_again() -> None:
    assert text("<b> & co") == "&lt;b&gt; &amp; co"
    assert tag("p", tag("b", "a < b")) == "<p><b>a &lt; b</b></p>"


def test_an_attribute_cannot_break_out_of_its_quotes() -> None:
    assert tag("a", "x", title='"><script>') == '<a title="&quot;&gt;&lt;script&gt;">x</a>'


def test_attribute_names_are_written_the_html_way_and_none_is_left_out() -> None:
    assert tag("p", "x", class_="c", data_pick="node:a", id=None) == '<p class="c" data-pick="node:a">x</p>'


def test_a_list_holds_each_item() -> None:
    assert items(["a", Markup("<i>b</i>")]) == "<ul><li>a</li><li><i>b</i></li></ul>"
