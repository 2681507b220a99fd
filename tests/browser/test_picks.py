"""Each thing and arrow of the main picture, picked once, gives its panel, its address and its light in one run."""

from __future__ import annotations

from typing import TypedDict
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from figures.scene import Scene, scene
from figures.tokens import tokens
from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.reader import MAP, Reader

# How the browser draws each part of a drawing, by its owner and what it is. Opacity is that of all that it lies in.
LOOKS = """drawing => [...document.querySelectorAll(`${drawing} [data-part]`)].flatMap(group =>
    [...group.querySelectorAll('path, circle, text')].map(drawn => {
        const { stroke, fill, strokeWidth, strokeOpacity } = getComputedStyle(drawn);
        let opacity = 1;
        for (let at = drawn; at.matches('svg *'); at = at.parentNode) opacity *= getComputedStyle(at).opacity;
        const kinds = ['line', 'head', 'mark', 'ground', 'frame'].filter(kind => drawn.classList.contains(kind));
        const kind = drawn.tagName === 'text' ? 'text' : kinds[0] ?? '';
        const lit = group.dataset.lit;
        return { part: group.dataset.part, kind, lit, stroke, fill, width: parseFloat(strokeWidth),
            opacity: Math.round(opacity * 100) / 100, halo: Number(strokeOpacity) };
    }))"""
# Press one after another, with no more between them than the message needs to go, and the page busy for a while.
PRESSES = """async ([picks, busy]) => {
    for (const pick of picks) {
        document.querySelector(`[data-map] [data-id="${pick}"]`).click();
        await new Promise(done => setTimeout(done, 5));
        for (const end = performance.now() + busy; performance.now() < end;);
    }
}"""
# An arrow with so many studies that Streamlit would keep its panel in the browser.
LARGE = "edge:interneuron-firing--glutamate-release"


@pytest.fixture
def student_scene(content: Mechanism) -> Scene:
    """What the map of a wide window is drawn from."""
    return scene(content, 736, Level.STUDENT)


def test_each_thing_and_arrow_gives_its_panel_and_address_in_one_run(reader: Reader, content: Mechanism) -> None:
    reader.open("/")
    start = reader.runs
    words = content.words[Level.STUDENT]
    picks = [("node", thing.id) for thing in content.overview.things] + [
        ("edge", link.id) for link in content.overview.links
    ]
    for number, (kind, id_) in enumerate(picks, start=1):
        reader.button(f"{kind}:{id_}").click()
        reader.after_run(start + number)
        reader.wait_query(f"{kind}={id_}")
        if kind == "node":
            expect(reader.panel.locator("h2")).to_contain_text(words.things[id_].name)
            expect(reader.panel).to_contain_text(words.things[id_].summary)
        else:
            said = words.links[id_] if id_ in words.links else words.arrows[id_]
            expect(reader.panel).to_contain_text(said.sentence)
        assert parse_qs(reader.query) == {kind: [id_]}
    # A second run of any pick would have been counted by now.
    assert reader.runs == start + len(picks)


def test_a_collapsed_arrow_opens_its_chain(reader: Reader, content: Mechanism) -> None:
    link = next(link for link in content.overview.links if len(link.via) > 1)
    reader.open(f"/?edge={link.id}")
    for arrow in link.via:
        expect(reader.panel.locator(f'[data-set="node=&edge={arrow}"]')).to_be_visible()
    reader.panel.locator(f'[data-set="node=&edge={link.via[0]}"]').click()
    reader.wait_query(f"edge={link.via[0]}")
    expect(reader.panel).to_contain_text(content.words[Level.STUDENT].arrows[link.via[0]].sentence)


def test_a_name_and_the_middle_of_an_arrow_can_be_pressed_too(reader: Reader, content: Mechanism) -> None:
    reader.open("/")
    width = max(content.manifest.widths)
    place = content.layouts[width].things["ampar"].label
    assert place is not None
    box = reader.page.locator(".map-canvas").bounding_box()
    assert box is not None
    reader.page.mouse.click(box["x"] + place.x + 20, box["y"] + place.y - 4)
    reader.wait_query("node=ampar")


@pytest.mark.parametrize("busy", [0, 250])
def test_a_dozen_quick_presses_end_with_the_last_and_break_nothing(
    reader: Reader, content: Mechanism, busy: int
) -> None:
    # On a busy page a press goes out before the answer to the one before it is read. That answer may make the browser
    # forget a message which the press said it still had, and which the server then sends by its name alone.
    page, names = reader.page, content.words[Level.STUDENT].things
    complaints: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("console", said)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    reader.open(f"/?{LARGE.replace(':', '=')}")
    assert len(reader.panel.evaluate("panel => panel.outerHTML")) > 10_000, "else Streamlit would not keep it"
    for last in ("trkb", "mtorc1"):
        page.evaluate(PRESSES, [[LARGE, "node:ampar", f"node:{last}"] * 4, busy])
        reader.wait_query(f"node={last}")
        expect(reader.panel.locator("h2")).to_contain_text(names[last].name)
        expect(reader.button(f"node:{last}")).to_have_attribute("aria-pressed", "true")
        chosen = page.locator(".map-chart [data-lit=chosen]")
        expect(chosen).to_have_count(3 + (last == "mtorc1"))  # ground, frame, name, and a sign where no body is drawn
        assert {one.get_attribute("data-part") for one in chosen.all()} == {f"node:{last}"}
        assert not complaints
    # After all that, a press still does all that it should.
    reader.button(LARGE).click()
    reader.wait_query(LARGE.replace(":", "="))
    words, id_ = content.words[Level.STUDENT], LARGE.removeprefix("edge:")
    said_of = words.links[id_] if id_ in words.links else words.arrows[id_]
    expect(reader.panel).to_contain_text(said_of.sentence)
    expect(page.locator(".map-chart [data-lit=chosen] path.line")).to_have_count(1)
    assert not complaints


class Look(TypedDict):
    """How the browser draws a part of a drawing."""

    part: str
    kind: str
    lit: str
    stroke: str
    fill: str
    width: float
    opacity: float
    halo: float


def looks(page: Page, drawing: str) -> list[Look]:
    found: list[Look] = page.evaluate(LOOKS, drawing)
    return found


def rgb(colour: str) -> str:
    """A token's colour as the browser says it."""
    return "rgb({}, {}, {})".format(*bytes.fromhex(colour.removeprefix("#")))


def role_beside(scene: Scene, picked: str, part: str) -> str:
    """What `part` is where the thing `picked` is picked, by the arrows alone."""
    kind, _, id_ = part.partition(":")
    if kind == "edge":
        link = next(link for link in scene.links if link.id == id_)
        return "effect" if link.source == picked else "cause" if link.target == picked else "away"
    if id_ == picked:
        return "chosen"
    near = {link.target: "effect" for link in scene.links if link.source == picked}
    return {**near, **{link.source: "cause" for link in scene.links if link.target == picked}}.get(id_, "away")


def of_both_signs(scene: Scene) -> str:
    """A thing that something drives and something brakes, or that does both."""
    signs: dict[str, set[int]] = {}
    for link in scene.links:
        for end in (link.source, link.target):
            signs.setdefault(end, set()).add(link.sign)
    return next(id_ for id_, met in signs.items() if met == {1, -1})


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("drawing", [".map-first", ".map-chart"])
def test_a_pick_lights_its_neighbours_and_dims_the_rest(
    page: Page, reader: Reader, student_scene: Scene, drawing: str, theme: str
) -> None:
    dark = theme == "dark"
    page.emulate_media(color_scheme="dark" if dark else "light")
    palette, line, frame = tokens().themes.dark if dark else tokens().themes.light, tokens().line, tokens().frame
    if drawing == ".map-first":
        page.route("**/plotly.js", lambda _: None)  # never answered, so the first drawing stays
    picked = of_both_signs(student_scene)
    page.goto(f"{reader.address}/?node={picked}")
    page.wait_for_selector(f"{MAP}[data-theme={theme}] {drawing} [data-lit=chosen]", state="attached")
    links = {f"edge:{link.id}": link for link in student_scene.links}
    kinds: dict[str, set[str]] = {}
    for look in looks(page, drawing):
        part, kind, role = look["part"], look["kind"], role_beside(student_scene, picked, look["part"])
        away = role == "away"
        assert look["lit"] == role, part
        seen = (part, kind, look)
        kinds.setdefault(part, set()).add(kind)
        if part in links:
            sign = rgb(palette.increases if links[part].sign > 0 else palette.decreases)
            colour, bar = rgb(palette.rest) if away else sign, links[part].head == "decreases"
            if kind == "line":
                assert (look["stroke"], look["width"]) == (colour, line.rest if away else line.active), seen
            if kind == "mark":
                assert look["stroke"] == colour, seen
            if kind == "head":
                assert look["stroke" if bar else "fill"] == colour, seen
            if kind == "text":
                assert look["fill"] == rgb(palette.rest if away else palette.muted), seen
        elif kind == "frame":
            colour = palette.rest if away else palette.selected if role == "chosen" else palette.ink
            assert (look["stroke"], look["width"]) == (rgb(colour), frame.rest if away else frame.active), seen
        elif kind == "ground" and role == "chosen":
            assert (look["stroke"], look["width"], look["halo"]) == (rgb(palette.selected), frame.halo, 0.25), seen
        elif kind == "ground":
            assert (look["stroke"], look["width"]) == (rgb(palette.ground), frame.rest + frame.casing), seen
        elif kind == "text" and away:
            assert look["fill"] in (rgb(palette.muted), rgb(palette.rest)), seen
        elif kind == "text":
            assert look["fill"] in (rgb(palette.ink), rgb(palette.muted)), seen
        if kind in ("line", "head", "mark", "frame"):
            assert look["opacity"] == (tokens().dim if away else 1), seen
        if kind == "text":
            assert look["opacity"] == 1, seen
    for part, link in links.items():
        assert kinds[part] >= {"line", "head", "text", *(["mark"] if link.split else [])}, part
    for thing in student_scene.things:
        assert kinds[f"node:{thing.id}"] >= {"ground", "frame", "text"}, thing.id


@pytest.mark.parametrize("drawing", [".map-first", ".map-chart"])
def test_names_are_ink_in_focus_and_muted_out_of_it_and_rings_step_back_with_them(
    page: Page, reader: Reader, student_scene: Scene, drawing: str
) -> None:
    page.emulate_media(color_scheme="light")
    if drawing == ".map-first":
        page.route("**/plotly.js", lambda _: None)
    picked, palette = of_both_signs(student_scene), tokens().themes.light
    page.goto(f"{reader.address}/?node={picked}")
    page.wait_for_selector(f"{drawing} [data-lit=chosen]", state="attached")
    names = {
        part: (fill, ring)
        for part, fill, ring in page.evaluate(
            """drawing => [...document.querySelectorAll(`${drawing} [data-part^="node:"]`)]
                .filter(group => group.querySelector('text')).map(group => {
                    const ring = group.querySelector('circle, path.point');
                    const { fill } = getComputedStyle(group.querySelector('text.name'));
                    return [group.dataset.part, fill, ring && Number(getComputedStyle(ring).opacity)];
                })""",
            drawing,
        )
    }
    for thing in student_scene.things:
        away = role_beside(student_scene, picked, f"node:{thing.id}") == "away"
        ring = (tokens().dim if away else 1) if thing.badge else None
        assert names[f"node:{thing.id}"] == (rgb(palette.muted if away else palette.ink), ring), thing.id
    assert any(thing.badge for thing in student_scene.things)


def test_at_rest_everything_has_its_resting_look(reader: Reader) -> None:
    page = reader.page
    page.emulate_media(color_scheme="light")
    reader.open("/")
    rest = rgb(tokens().themes.light.rest)
    found = [look for look in looks(page, ".map-chart") if look["kind"] in ("line", "head", "mark", "frame")]
    assert {look["kind"] for look in found} == {"line", "head", "mark", "frame"}
    assert {(look["lit"], look["opacity"]) for look in found} == {("", 1)}
    assert {look["stroke"] for look in found if look["kind"] != "head"} == {rest}
    assert {look["fill"] for look in found if look["kind"] == "head"} <= {rest, "none"}
    assert {look["width"] for look in found if look["kind"] == "line"} == {tokens().line.rest}


def test_whoever_follows_a_link_by_key_goes_on_where_it_led(reader: Reader) -> None:
    """The run draws panel and switches anew, and the link that had the focus with them."""
    focused = "() => document.activeElement.closest('[data-panel]') && document.activeElement.localName === 'h2'"
    page = reader.page
    reader.open("/?node=ampar")
    for _ in range(2):
        before = reader.query
        reader.panel.locator(".arrows a[data-set], h2 a[data-set]").first.press("Enter")
        page.wait_for_function("before => location.search !== before", arg=f"?{before}")
        page.wait_for_function(focused)
    reader.open("/bdnf-release")
    link = page.locator(".views a:not([aria-current])").first
    id_ = link.get_attribute("id")
    link.press("Enter")
    page.wait_for_selector(f"#{id_}[aria-current]")
    page.wait_for_function("id => document.activeElement.id === id", arg=id_)
    page.locator("details.accounts").evaluate("one => { one.open = true; }")
    account = page.locator(".accounts a:not([aria-current])").first
    id_ = account.get_attribute("id")
    account.press("Enter")
    page.wait_for_selector(f"#{id_}[aria-current]")
    page.wait_for_function("id => document.activeElement.id === id", arg=id_)


def test_the_focus_stays_on_the_map_where_the_next_picture_lacks_what_had_it(reader: Reader) -> None:
    reader.open("/bdnf-release")
    only = "node:fkbp51"
    reader.page.get_by_role("link", name="Overview", exact=True).first.click()
    reader.page.wait_for_selector(f'{MAP}[data-camera="overview"][data-state=chart]')
    expect(reader.button(only)).to_have_count(0)
    reader.page.go_back()
    reader.button(only).focus()
    reader.page.go_forward()
    expect(reader.button(only)).to_have_count(0)
    reader.page.wait_for_function("() => document.activeElement.closest('.map-hits')")
