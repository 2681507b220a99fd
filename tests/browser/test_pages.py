"""Every page: it fits, prints, keeps its place, leads to what it names, and keeps quiet; an unknown one leads back."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from html import unescape
from itertools import pairwise
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree import ElementTree

import cv2
import numpy as np
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from graph.content import Mechanism
from graph.vocabulary import Level
from pages.claims.records import claims_list
from tests.browser.reader import Reader
from tests.ui.views import seen
from ui.catalogue import page_at, paths
from ui.state import plain_reader
from wording.interface import interface

# Lines of text that a reader cannot get at: beyond the window, or beyond the edge of a frame that hides the rest.
# The closed menu and the link past it wait outside the window; the map and wide tables scroll in frames of their own.
CUT = """() => {
    const apart = '[data-testid=stSidebar], .scrolls, .map-frame, .map-live, svg, script, style, noscript';
    const found = [], range = document.createRange(), known = new Map([[null, [0, innerWidth]]]);
    const edges = (at) => {
        if (!known.has(at)) {
            let [left, right] = edges(at.parentElement);
            const { overflowX, display } = getComputedStyle(at);
            if (overflowX !== 'visible' && display !== 'inline') {
                const frame = at.getBoundingClientRect();
                [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
            }
            known.set(at, [left, right]);
        }
        return known.get(at);
    };
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const node = words.currentNode, at = node.parentElement;
        if (!node.data.trim() || at.closest(apart) || /^Skip to/.test(node.data) || !at.checkVisibility()) continue;
        const [left, right] = edges(at);
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            if (box.width && (box.left < left - 1 || box.right > right + 1)) found.push(node.data.trim().slice(0, 60));
        }
    }
    return found;
}"""
SIDEWAYS = """[document.documentElement, document.querySelector('[data-testid=stMain]')]
    .map(one => one ? one.scrollWidth - one.clientWidth : 0)"""
FRAMES = """[...document.querySelectorAll('.scrolls')].map(one =>
    [one.tabIndex, one.getAttribute('role'), one.ariaLabel ?? '', one.scrollWidth - one.clientWidth])"""
# What is of no use on paper, and is on it all the same.
CONTROLS = """[...document.querySelectorAll('button:not(.term), input, header, [role=radio], .facet a, .links a')]
    .filter(one => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height)
    .map(one => one.outerHTML.slice(0, 80))"""
# Folded blocks of which no part below the summary has a height, where they are to be printed at all.
UNREADABLE = """[...document.querySelectorAll('details:not(.filters, .accounts)')]
    .filter(one => !one.open && one.checkVisibility() && ![...one.children].some(part =>
        part.tagName !== 'SUMMARY' && part.getBoundingClientRect().height)).map(one => one.innerText.slice(0, 60))"""
SCROLLING = """[...document.querySelectorAll('body, body *')].filter(one => one.checkVisibility()
    && /auto|scroll|hidden|clip/.test(getComputedStyle(one).overflow)
    && (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1))
    .map(one => one.outerHTML.slice(0, 80))"""
COLOURS = """() => {
    const found = new Set(), words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const at = words.currentNode.parentElement;
        const apart = at.closest('[data-map] svg, script, style, noscript');
        if (words.currentNode.data.trim() && !apart && at.checkVisibility()) found.add(getComputedStyle(at).color);
    }
    return [[...found], getComputedStyle(document.body).backgroundColor];
}"""
PLACE = "document.querySelector('[data-testid=stMain]').scrollTop"
OBJECT = re.compile(rb"(\d+) 0 obj\s*<<(.*?)>>\s*(?:stream\r?\n(.*?)endstream\s*)?endobj", re.DOTALL)


def fits(page: Page) -> None:
    """Nothing scrolls sideways but frames that can be reached by key, and no text is cut."""
    assert max(page.evaluate(SIDEWAYS)) <= 0
    assert page.evaluate(CUT) == []
    for tab, role, name, _ in page.evaluate(FRAMES):
        assert (tab, role, bool(name)) == (0, "region", True)


def listened(page: Page) -> tuple[list[Request], list[tuple[str, str]]]:
    """What `page` asks for from now on, and what its console complains of, with the path that this is about."""
    requests: list[Request] = []
    complaints: list[tuple[str, str]] = []

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append((message.text, urlsplit(message.location["url"]).path))

    page.on("request", lambda request: requests.append(request))
    page.on("console", said)
    page.on("pageerror", lambda error: complaints.append((str(error), "")))
    return requests, complaints


def test_every_page_fits_when_narrow_or_enlarged_asks_no_other_site_and_complains_of_nothing(
    browser: Browser, address: str
) -> None:
    # 1280 px at 200 % are 640 px of the page, each drawn with two.
    context = browser.new_context(
        viewport={"width": 640, "height": 450}, device_scale_factor=2, reduced_motion="reduce"
    )
    reader, wide = Reader(context.new_page(), address), 0
    requests, complaints = listened(reader.page)
    for path in paths():
        reader.page.set_viewport_size({"width": 640, "height": 450})
        reader.open(f"/{path}")
        reader.unfold()
        fits(reader.page)
        reader.resize(320, 700)
        fits(reader.page)
        wide += sum(beyond > 0 for *_, beyond in reader.page.evaluate(FRAMES))
    assert wide > 5, "else no table was wide enough to test"
    assert [one.url for one in requests if not one.url.startswith((address, "data:", "blob:"))] == []
    # Streamlit looks for the path that it is served under, and first tries that of the page.
    probes = {f"/{path}/_stcore/{name}" for path in paths() for name in ("health", "host-config")}
    assert [one for one in complaints if one[1] not in probes or "404" not in one[0]] == []
    reader.open("/nowhere")
    fits(reader.page)
    context.close()


def pages_of(pdf: bytes) -> list[bytes]:
    """What draws each page of a PDF as Chromium writes it."""
    objects = {int(number): (head, stream) for number, head, stream in OBJECT.findall(pdf)}
    found = []
    for head, _ in objects.values():
        contents = re.search(rb"/Contents (\d+) 0 R", head)
        if contents and re.search(rb"/Type\s*/Page\b", head):
            found.append(zlib.decompressobj().decompress(objects[int(contents[1])][1]))
    return found


def test_every_page_prints_all_it_says_dark_on_white_and_nothing_else(reader: Reader) -> None:
    page = reader.page
    for path in paths():
        reader.open(f"/{path}")
        reader.theme("dark")
        page.emulate_media(media="print")
        reader.resize(720, 1000)  # about what a page of paper holds
        assert page.evaluate(CONTROLS) == [], path
        assert page.evaluate(UNREADABLE) == [], path
        assert page.evaluate(SCROLLING) == [], path
        colours, ground = page.evaluate(COLOURS)
        assert ground == "rgb(255, 255, 255)"
        assert colours == ["rgb(0, 0, 0)"], path
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("path", ["", "ampa-activation", "about", "claims?topic=session"])
def test_on_paper_no_page_is_blank(reader: Reader, path: str) -> None:
    reader.open(f"/{path}")
    for paper, box in (("A4", rb"595\.\d+ 84[12]\.\d+"), ("Letter", rb"612 792")):
        pdf = reader.page.pdf(format=paper)
        drawn = pages_of(pdf)
        assert len(drawn) == len(re.findall(rb"/MediaBox\s*\[0 0 " + box + rb"\]", pdf)) >= 1
        assert all(re.search(rb"\bT[jJ]\b|\bDo\b", one) for one in drawn), f"{paper}: a blank page"


@pytest.mark.parametrize("path", ["bdnf-release", "claims"])
def test_the_level_switch_keeps_the_readers_place_and_says_what_it_did(reader: Reader, path: str) -> None:
    page = reader.page
    page.set_viewport_size({"width": 1280, "height": 500})
    reader.open(f"/{path}")
    length = page.evaluate("history.length")
    for before, level in pairwise((Level.STUDENT, Level.PATIENT, Level.CLINICIAN)):
        radio = page.get_by_role("radio", name=before.value)
        radio.focus()
        radio.press("ArrowLeft" if level is Level.PATIENT else "ArrowRight")
        if level is Level.CLINICIAN:
            page.keyboard.press("ArrowRight")
        page.evaluate(f"{PLACE} = 60")
        page.keyboard.press("Space")
        reader.wait_query(f"level={level.value}")
        reader.expect_level(level)
        expect(reader.said).to_have_text(interface(level).share.level_changed[level])
        assert page.evaluate("document.activeElement.textContent") == level.value
        assert abs(page.evaluate(PLACE) - 60) <= 2
    assert page.evaluate("history.length") == length


def test_only_a_pick_makes_history(reader: Reader) -> None:
    page = reader.page
    reader.open("/ampa-activation")
    start = page.evaluate("history.length")
    reader.choose("lens", "how")
    reader.wait_query("lens=how")
    reader.choose("level", "patient")
    reader.expect_level(Level.PATIENT)
    assert page.evaluate("history.length") == start
    reader.button("node:ampar").click()
    page.wait_for_function("() => location.search.includes('node=ampar')")
    assert page.evaluate("history.length") == start + 1


def read_code(picture: bytes) -> str:
    """What a camera reads in a picture of a code."""
    pixels = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert pixels is not None
    text, _, _ = cv2.QRCodeDetector().detectAndDecode(cv2.resize(pixels, None, fx=3, fy=3))
    return str(text)


@pytest.mark.parametrize(("window", "designed"), [(1280, 736), (320, 288)])
def test_the_picture_as_a_file_is_the_one_that_is_shown(reader: Reader, window: int, designed: int) -> None:
    page = reader.page
    page.set_viewport_size({"width": window, "height": 900})
    reader.open("/?step=bdnf")
    page.locator(".share summary").click()
    with page.expect_download() as coming:
        page.locator("[data-picture] a").first.click()
    assert coming.value.suggested_filename == f"ketamine-overview-student-light-signal-{designed}.svg"
    drawn = ElementTree.fromstring(coming.value.path().read_text("utf-8"))  # noqa: S314 - our own
    assert drawn.attrib["width"] == str(designed)


@pytest.mark.parametrize(
    ("view", "then"),
    [
        ("/?edge=trkb--mtorc1&level=clinician&lens=how", "[data-map] [data-id='node:ampar']"),
        ("/claims?level=patient&topic=condition,safety&q=anxiety", "#by-verdict-supported"),
        ("/sources?doi=seen&q=tr%C3%A4um", "#by-kind-review"),
    ],
)
def test_the_code_and_the_copied_link_lead_to_the_view_that_is_shown(reader: Reader, view: str, then: str) -> None:
    page = reader.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open(view)
    share = page.locator(".share")
    for changed in (False, True):
        if changed:
            runs = reader.runs
            page.evaluate("selector => document.querySelector(selector).click()", then)
            reader.after_run(runs + 1)
        if share.get_attribute("open") is None:
            share.locator("summary").click()
        image = share.locator("img")
        image.scroll_into_view_if_needed()
        page.wait_for_function("() => document.querySelector('.share img').complete")
        shown = read_code(image.screenshot())
        share.locator("[data-copy]").click()
        expect(share.locator("[data-copy]")).to_have_text(interface(Level.STUDENT).text.copied)
        copied = str(page.evaluate("navigator.clipboard.readText()"))
        assert copied == page.evaluate("location.href")
        # The order of what an address asks for, and the spelling of a comma, carry no meaning.
        assert urlsplit(shown)[:3] == urlsplit(copied)[:3]
        assert parse_qs(urlsplit(shown).query) == parse_qs(urlsplit(copied).query)
        if not changed:
            assert shown == reader.address + view


def test_each_claim_of_a_step_is_one_press_away_and_stands_first(reader: Reader, content: Mechanism) -> None:
    page = reader.page
    for step in (step.id for step in content.steps.values() if step.cascade):
        reader.open(f"/{step}")
        links = page.locator("#claims li a").evaluate_all("all => all.map(one => [one.textContent, one.href])")
        assert len(links) == sum(claim.step == step for claim in content.claims.values()) > 0
        for said, there in links:
            # What the server answers to the link; that the page shows it is seen at the last.
            asked = seen(parse_qs(urlsplit(there).query), urlsplit(there).path.strip("/"))
            shown = re.findall('class="record"><h3>(.*?)</h3>', claims_list(replace(plain_reader(), address=asked)))
            assert unescape(re.sub("<.*?>", "", shown[0])) == said
        page.locator("#claims li a").last.click()
        page.wait_for_selector(".followed")
        expect(page.locator(".list .record h3").first).to_have_text(links[-1][0])


@pytest.mark.parametrize("level", list(Level))
def test_an_unknown_address_says_so_and_leads_back(reader: Reader, level: Level) -> None:
    page = reader.page
    asked = {"sourcs": "sources", "Claims": "claims", "ampa-activaton": "ampa-activation", "glutamate": None}
    asked |= {"a/b": None, "claims/topic": "claims", quote("<b>x</b>"): None}
    for typed, meant in asked.items():
        answer = page.goto(f"{reader.address}/{typed}?level={level.value}&node=ampar")
        assert answer is not None
        assert answer.status == 404, typed
        words = interface(level).missing
        expect(page.get_by_role("heading", level=1)).to_have_text(words.title)
        links = page.locator("a").evaluate_all("all => all.map(one => [one.textContent, one.getAttribute('href')])")
        query = "" if level is Level.STUDENT else f"?level={level.value}"
        every = [[page_at(path).title(level), f"/{path}{query}"] for path in paths()]
        assert links[-len(every) :] == every
        if meant:
            assert [page_at(meant).title(level), f"/{meant}{query}"] in links[: -len(every)], typed
    page.locator("a", has_text=page_at("sources").title(level)).first.click()
    reader.arrived()
    reader.expect_level(level)
