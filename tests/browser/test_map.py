"""The map keeps its element, answers at once, and goes with the address."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Route, expect

from figures import map_figure
from figures.scene import Scene, SceneLink, scene
from figures.tokens import palette_of
from graph.cameras import OVERVIEW
from graph.content import Mechanism
from graph.vocabulary import Level, Theme
from tests.browser.reader import MAP, READY, Reader

# Pick several things 30 ms apart.
QUICK_PICKS = """ids => ids.forEach((id, i) =>
    setTimeout(() => document.querySelector(`[data-id="node:${id}"]`).click(), 30 * i))"""
# Every line of text below a selector, with its box on the screen.
BOXES = """selector => [...document.querySelectorAll(selector)].flatMap(text => {
    const lines = [...text.querySelectorAll('tspan')];
    return (lines.length ? lines : [text]).filter(line => line.textContent.trim()).map(line => {
        const box = line.getBoundingClientRect();
        return [line.textContent.trim(), [box.left, box.top, box.right, box.bottom]];
    });
})"""
# What the server sends the map for a level.
SENT = """async level => {
    const base = document.querySelector('link[href$="components.css"]').href.replace('/styles/components.css', '');
    return (await fetch(`${base}/scene-overview-${level}.json`)).json();
}"""
# How many arrows of the chart step back.
AWAY_ARROWS = """document.querySelectorAll('.map-chart [data-lit="away"] path.line').length"""
# The role of each arrow of the chart, and its dashes as the browser draws them.
SHOWN = """() => Object.fromEntries([...document.querySelectorAll('.map-chart path.line')].map(line => {
    const { part, lit } = line.closest('[data-part]').dataset;
    return [part, [lit, getComputedStyle(line).strokeDasharray.replaceAll(' ', '')]];
}))"""
# The counts of papers against that are seen in the chart.
COUNTS = """() => [...document.querySelectorAll('.map-chart .tracecount')]
    .filter(group => getComputedStyle(group).opacity !== '0')
    .flatMap(group => [...group.querySelectorAll('text')].map(text => text.textContent))"""
ALL_SHOWN = f"""wanted => {{
    const shown = ({SHOWN})();
    const same = Object.keys(wanted).every(part => shown[part].join() === wanted[part].join());
    return same && Object.keys(wanted).length === Object.keys(shown).length;
}}"""
# The colours of each trace of the chart, by its `uid`: of lines, fills, texts, their shadows, and markers.
COLOURS = """() => {
    const hex = colour => '#' + colour.match(/\\d+/g).slice(0, 3)
        .map(part => Number(part).toString(16).padStart(2, '0')).join('').toUpperCase();
    const all = (group, selector, read) =>
        [...group.querySelectorAll(selector)].map(one => read(getComputedStyle(one)));
    const once = values => [...new Set(values)];
    const seen = style => parseFloat(style.strokeWidth) > 0;
    return Object.fromEntries([...document.querySelectorAll('.map-chart .scatterlayer .trace')].map(group => [
        /trace([a-z]+(?:_\\S+)?)$/.exec([...group.classList].find(name => /^trace./.test(name)))[1],
        {
            lines: once(all(group, 'path.js-line', style => seen(style) && hex(style.stroke)).filter(Boolean)),
            fills: once(all(group, 'path.js-fill', style => hex(style.fill))),
            texts: [...group.querySelectorAll('text')].filter(text => text.textContent)
                .map(text => hex(getComputedStyle(text).fill)),
            shadows: once(all(group, 'text', style =>
                once(style.textShadow.match(/rgb\\([^)]*\\)/g).map(hex)).join())),
            points: all(group, 'path.point', style =>
                [hex(style.fill), hex(seen(style) ? style.stroke : style.fill)]).slice(0, 1), // others have no size
        },
    ]));
}"""
LOADED = """performance.getEntriesByType('resource')
    .filter(entry => /\\/(assets|fonts|static)\\//.test(entry.name))
    .map(entry => [entry.name, entry.transferSize])"""

STEPS = ("nmda-blockade", "glutamate-surge", "ampa-activation", "bdnf-release", "synaptogenesis")


@pytest.fixture
def student_scene(content: Mechanism) -> Scene:
    """What the map of a wide window is drawn from."""
    return scene(content, 736, Level.STUDENT)


def picks(content: Mechanism) -> list[str]:
    things = [f"node:{thing.id}" for thing in content.overview.things]
    return [*things, *(f"edge:{link.id}" for link in content.overview.links)]


def mark(page: Page) -> None:
    """Leave a mark on the map's element; a new element would not have it."""
    page.evaluate(f"document.querySelector('{MAP}').marked = true")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate(f"document.querySelector('{MAP}').marked === true"))


def test_the_map_is_the_same_element_throughout(reader: Reader, content: Mechanism) -> None:
    page = reader.page
    reader.open("/")
    mark(page)
    runs = reader.runs
    for number, pick in enumerate([*picks(content), "node:ketamine"], start=1):
        reader.button(pick).dispatch_event("click")
        reader.after_run(runs + number)
    for step in STEPS:
        page.locator(f'a[href$="/{step}"]').first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(content.words[Level.STUDENT].steps[step].title)
    page.wait_for_selector(f'{READY}[data-camera="{STEPS[-1]}"]')
    page.get_by_role("button", name="Larger").click()
    magnified = page.locator(".map-canvas").evaluate("e => e.style.transform")
    reader.choose("level", "patient")
    reader.wait_query("level=patient")
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector(f"{MAP}[data-theme=dark]")
    assert is_marked(page)
    assert page.locator(".map-canvas").evaluate("e => e.style.transform") == magnified


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("path", ["", "ampa-activation"])
def test_the_style_sheet_gives_the_chart_the_colours_of_the_figure_in_its_theme(
    reader: Reader, content: Mechanism, path: str, theme: Theme
) -> None:
    page = reader.page
    page.emulate_media(color_scheme=theme.value)
    reader.open(f"/{path}")
    figure = map_figure(content, camera=path or OVERVIEW, theme=theme, bare=True)
    shown = page.evaluate(COLOURS)
    assert set(shown) == {trace.uid for trace in figure.data}
    looks = set()
    for trace in figure.data:
        look = shown[trace.uid]
        if "lines" in trace.mode:
            assert look["lines"] == ([trace.line.color] if trace.line.width else []), trace.uid
            assert look["fills"] == ([trace.fillcolor] if trace.fillcolor else []), trace.uid
        if "text" in trace.mode:
            font = trace.textfont.color
            colours = [font] * len(trace.text) if isinstance(font, str) else font
            assert look["texts"] == [one for one, text in zip(colours, trace.text, strict=True) if text], trace.uid
            assert look["shadows"] == [palette_of(theme).ground], trace.uid
        if "markers" in trace.mode:
            assert look["points"] == [[trace.marker.color, trace.marker.line.color]], trace.uid
        looks.add(trace.uid.split("_")[0])
    assert looks >= {"casing", "line", "head", "ground", "frame", "glyph", "name", "mark", "gap", "zone"}
    assert path or "count" in looks


def test_a_theme_switch_changes_the_map_without_a_run(reader: Reader) -> None:
    page = reader.page
    page.emulate_media(color_scheme="light")
    reader.open("/")
    runs, light = reader.runs, page.locator(".map-picture").get_attribute("data-picture")
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector(f"{MAP}[data-theme=dark]")
    expect(page.locator(".map-picture")).not_to_have_attribute("data-picture", light or "")
    assert reader.runs == runs


def test_hovering_and_moving_the_keyboard_make_no_run(reader: Reader, content: Mechanism) -> None:
    page = reader.page
    reader.open("/")
    runs = reader.runs
    names = content.words[Level.STUDENT].things
    card = page.locator(".map-card strong")
    for id_ in ("ampar", "trkb", "mtorc1"):
        reader.button(f"node:{id_}").hover()
        expect(card).to_have_text(names[id_].name)
    page.mouse.move(2, 2)
    expect(card).to_have_count(0)
    reader.button("node:ketamine").focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect(card).to_have_text(names["glutamate-release"].name)
    reader.button("node:ampar").click()
    reader.after_run(runs + 1)


def test_back_and_forward_restore_what_the_address_says(reader: Reader) -> None:
    page = reader.page
    reader.open("/")
    way = ["ampar", "trkb", "back", "trkb", "back", "back", "forward"]
    ends = ["node=ampar", "node=trkb", "node=ampar", "node=trkb", "node=ampar", "", "node=ampar"]
    for step, (move, query) in enumerate(zip(way, ends, strict=True)):
        if move == "back":
            page.go_back()
        elif move == "forward":
            page.go_forward()
        else:
            reader.button(f"node:{move}").click()
        reader.wait_query(query)
        chosen = page.locator(f"{MAP} [aria-pressed=true]")
        if query:
            expect(chosen, f"step {step}").to_have_attribute("data-id", "node:" + query.split("=")[1])
        else:
            expect(chosen).to_have_count(0)


def test_of_many_quick_picks_the_last_wins(reader: Reader) -> None:
    page = reader.page
    reader.open("/")
    ids = "ketamine ampar trkb mtorc1 new-spines ampar rapid-relief ketamine trkb bdnf-release"
    page.evaluate(QUICK_PICKS, ids.split())
    reader.wait_query("node=bdnf-release")
    expect(reader.panel.locator("h2")).to_contain_text("BDNF release")
    expect(reader.button("node:bdnf-release")).to_have_attribute("aria-pressed", "true")


def test_the_picture_answers_a_press_before_plotly_is_there(page: Page, reader: Reader, content: Mechanism) -> None:
    held: list[Route] = []
    page.route("**/plotly.js", lambda route: held.append(route))
    page.goto(reader.address)
    page.wait_for_selector(f"{MAP}[data-state=picture] .map-first svg")
    reader.button("node:ampar").click()
    expect(page.locator(".map-card strong")).to_have_text(content.words[Level.STUDENT].things["ampar"].name)
    # Its frame and its name are two groups of the drawing.
    expect(page.locator('.map-first [data-part="node:ampar"][data-lit="chosen"]')).to_have_count(2)
    expect(page.locator('.map-first [data-part="node:ketamine"][data-lit="away"]')).to_have_count(2)
    expect(reader.panel.locator("h2")).to_contain_text(content.words[Level.STUDENT].things["ampar"].name)
    assert held
    held[0].continue_()
    page.wait_for_selector(READY)
    expect(page.locator(".map-first svg")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 320])
def test_picture_and_chart_draw_each_label_in_the_same_place(page: Page, reader: Reader, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    held: list[Route] = []
    page.route("**/plotly.js", lambda route: held.append(route))
    page.goto(reader.address)
    page.wait_for_selector(f"{MAP}[data-state=picture] .map-first svg")
    page.evaluate("document.fonts.ready")
    first = page.evaluate(BOXES, ".map-first text")
    held[0].continue_()
    page.wait_for_selector(READY)
    chart = page.evaluate(BOXES, ".map-chart text")
    by_text: dict[str, list[list[float]]] = {}
    for line, box in chart:
        by_text.setdefault(line, []).append(box)
    assert len(first) > 30
    for line, box in first:
        off = min(max(abs(a - b) for a, b in zip(box, other, strict=True)) for other in by_text[line])
        assert off <= 2, (line, off)


@pytest.mark.parametrize("level", list(Level))
def test_the_twin_says_everything_that_the_scene_sends(reader: Reader, content: Mechanism, level: Level) -> None:
    reader.open(f"/?level={level.value}")
    page = reader.page
    sent = page.evaluate(SENT, level.value)
    twin = page.locator(".twin").inner_text()
    (drawn_from,) = [one for width, one in sent["scenes"].items() if width == "736"]
    against = {link.id: link.count.lines[0] for link in scene(content, 736, level).links if link.count}
    assert against
    for thing in drawn_from["things"]:
        assert sent["things"][thing["id"]]["name"] in twin
        if thing["badge"]:
            assert f"{thing['badge']['lines'][0]}. {sent['things'][thing['id']]['name']}" in twin
    for link in drawn_from["links"]:
        line = next(line for line in twin.splitlines() if line.startswith(sent["links"][link["id"]]["name"]))
        assert " ".join(link["verb"]["lines"]) in line
        assert against.get(link["id"], "") in line
    drawn = set(page.locator(".map-chart text").all_text_contents())
    spoken = {re.sub(r"\s", "", text) for text in drawn}
    for label in [*(thing["label"] for thing in drawn_from["things"]), *(link["verb"] for link in drawn_from["links"])]:
        assert re.sub(r"\s", "", "".join(label["lines"])) in spoken, label


def test_each_twin_link_has_the_address_of_its_pick(reader: Reader, content: Mechanism) -> None:
    reader.open("/?level=clinician&lens=how")
    links = reader.page.locator(".twin a")
    found = [
        (f"{kind}:{id_}", link.get_attribute("href"))
        for link in links.all()
        for kind, (id_,) in parse_qs(link.get_attribute("data-set") or "").items()
    ]
    assert sorted(pick or "" for pick, _ in found) == sorted(picks(content))
    for pick, href in found:
        kind, _, id_ = (pick or "").partition(":")
        assert parse_qs((href or "").removeprefix("?")) == {kind: [id_], "level": ["clinician"], "lens": ["how"]}
    for number in (0, 7, 14, 21, 28):
        pick, _ = found[number]
        links.nth(number).click()
        kind, _, id_ = (pick or "").partition(":")
        reader.page.wait_for_function("([k, v]) => new URLSearchParams(location.search).get(k) === v", arg=[kind, id_])
        expect(reader.button(pick or "")).to_have_attribute("aria-pressed", "true")


def shown_through(lens: str, link: SceneLink) -> list[str]:
    """How `lens` shows an arrow: its role, and its dashes."""
    dash = "8px,4px" if lens == "people" and link.in_people == "some" else "none"
    if lens == "how":
        dash = {"animal": "8px,4px", "cell": "2px,3px", "inferred": "2px,3px"}.get(link.in_whom, "none")
    away = (lens == "people" and link.in_people == "none") or (lens == "contested" and not link.split)
    return ["away" if away else "", dash]


@pytest.mark.parametrize("lens", ["people", "contested", "how"])
def test_a_lens_redraws_in_place_and_the_legend_explains_it(reader: Reader, student_scene: Scene, lens: str) -> None:
    page, links = reader.page, student_scene.links
    reader.open("/")
    mark(page)
    at_rest = {f"edge:{link.id}": ["", "none"] for link in links}
    assert page.evaluate(SHOWN) == at_rest
    assert page.evaluate(COUNTS) == []
    reader.choose("lens", lens)
    reader.wait_query(f"lens={lens}")
    expect(page.locator(".map-lens")).to_have_count(1)
    through = {f"edge:{link.id}": shown_through(lens, link) for link in links}
    assert through != at_rest
    page.wait_for_function(ALL_SHOWN, arg=through)
    against = [link.count.lines[0] for link in links if link.count]
    assert len(against) > 1
    assert page.evaluate(COUNTS) == (against if lens == "contested" else [])
    reader.choose("lens", "all")
    page.wait_for_function(ALL_SHOWN, arg=at_rest)
    assert page.evaluate(COUNTS) == []
    assert is_marked(page)


def test_another_account_fades_the_arrows_it_does_not_use(reader: Reader, content: Mechanism) -> None:
    reader.open("/?hypothesis=trkb-direct")
    expect(reader.page.locator(".map-lens")).to_contain_text(
        content.words[Level.STUDENT].hypotheses["trkb-direct"].sentence
    )
    away = reader.page.evaluate(AWAY_ARROWS)
    unused = [
        link
        for link in content.overview.links
        if any("disinhibition" in arrow.hypotheses for arrow in content.chain(link.id))
    ]
    assert away == len(unused) > 0


def test_in_an_embed_the_focus_stays_out_of_the_address(reader: Reader) -> None:
    reader.open("/?embed=true")
    length = reader.page.evaluate("history.length")
    reader.button("node:ampar").click()
    expect(reader.panel.locator("h2")).to_contain_text("AMPA")
    assert "node" not in reader.query
    assert reader.page.evaluate("history.length") == length


def test_a_message_for_a_pick_is_small_and_a_second_visit_downloads_nothing_unchanged(
    page: Page, reader: Reader
) -> None:
    sizes: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: sizes.append(len(frame))))
    reader.open("/")
    runs = reader.runs
    for number, pick in enumerate(("edge:ampar--bdnf-release", "node:ketamine"), start=1):
        sizes.clear()
        reader.button(pick).click()
        reader.after_run(runs + number)
        largest = max(sizes)
        assert largest <= 20_000, (pick, largest)
    page.goto("about:blank")
    reader.open("/")
    loaded = page.evaluate(LOADED)
    assert len(loaded) > 10
    assert [name for name, size in loaded if size > 0] == []
    assert page.evaluate("performance.getEntriesByType('navigation')[0].transferSize") < 2_000  # its headers
