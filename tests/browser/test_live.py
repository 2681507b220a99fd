"""The live link in real browsers: one driver, three followers at three levels, in two themes, one on a telephone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import httpx2
import pytest
from playwright.sync_api import Browser, WebSocketRoute, expect

from graph.content import Mechanism
from graph.vocabulary import Level
from tests.browser.reader import READY
from tests.browser.seat import LINK, Seat, all_there, join, seat, spoken, there
from tests.support.patience import PATIENCE

SEEN = """part => {
    for (const name of ["pushState", "replaceState"]) {
        const write = history[name];
        history[name] = function (...given) {
            window.seen ||= String(given[2]).includes(part);
            write.apply(this, given);
        };
    }
}"""
"""Notes when the address is written with `part`, however soon it is written anew."""


@pytest.fixture(scope="module")
def house(browser: Browser, address: str) -> Iterator[tuple[Seat, list[Seat], str]]:
    """A driver who has opened a room, and three who follow."""
    driver = seat(browser, address, Level.STUDENT, viewport={"width": 1280, "height": 900})
    driver.page.goto(f"{address}/present")
    driver.act(driver.words.open)
    code = driver.page.locator(".live-how .live-big-code").inner_text().replace(" ", "")
    followers = [
        seat(browser, address, Level.PATIENT, viewport={"width": 320, "height": 640}, color_scheme="dark"),
        seat(browser, address, Level.STUDENT, viewport={"width": 768, "height": 900}),
        seat(browser, address, Level.CLINICIAN, viewport={"width": 1280, "height": 900}, color_scheme="dark"),
    ]
    for one in followers:
        join(one, code)
    yield driver, followers, code
    for one in (driver, *followers):
        one.page.context.close()


def test_fifteen_moves_of_every_kind_bring_everyone_to_the_right_view(
    content: Mechanism, house: tuple[Seat, list[Seat], str]
) -> None:
    driver, followers, code = house
    page = driver.page
    for one in followers:
        one.says(one.words.waiting.format(code=code))
    expect(page.locator(".live-people")).to_have_text(driver.words.people.format(count=3))

    def facet() -> None:
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        page.locator('.facet a[data-set*="overstated"]').first.click()

    def search() -> None:
        page.locator(".st-key-q input").fill("anxiety")
        page.keyboard.press("Enter")

    def account() -> None:
        page.locator("details.accounts").evaluate("one => { one.open = true; }")
        page.locator(".accounts a").nth(1).click()

    def onto(pick: str, key: str) -> None:
        driver.reader.button(pick).focus()
        page.keyboard.press(key)

    moves: dict[str, Callable[[], object]] = {
        "begin": lambda: driver.act(driver.words.begin),
        "Page Down": lambda: page.keyboard.press("PageDown"),
        "the right arrow": lambda: page.keyboard.press("ArrowRight"),
        "a press on the map": lambda: driver.reader.button("node:ampar").click(),
        "Enter on the map": lambda: onto("node:trkb", "Enter"),
        "another lens": lambda: driver.reader.choose("lens", "people"),
        "another account": account,
        "Page Up": lambda: page.keyboard.press("PageUp"),
        "the button": lambda: driver.act(driver.words.next),
        "the menu": lambda: page.get_by_role("link", name="Claims", exact=True).first.click(),
        "a filter": facet,
        "a search": search,
        "back": lambda: page.go_back(),
        "a link that loads a page": lambda: page.locator('.foot a[href^="./sources"]').first.click(),
        "the map in the menu": lambda: page.get_by_role("link", name="AMPA switch-on", exact=True).first.click(),
        "Escape": lambda: onto("node:ampar", "Enter"),
    }
    assert len(moves) >= 15
    states = []
    for name, move in moves.items():
        before = driver.address
        move()
        page.wait_for_function("before => location.pathname + location.search !== before", arg=before)
        try:
            states.append(all_there(content, driver, followers))
        except Exception as error:
            raise AssertionError(f"after {name}: {error}") from error
    assert len(set(states)) >= 13


def test_the_map_follows_from_the_event_alone(
    content: Mechanism, house: tuple[Seat, list[Seat], str], browser: Browser, address: str
) -> None:
    """A follower whose websocket is held hears of no run: what the map shows then comes from the event."""
    driver, _, code = house
    held: list[Callable[[], None]] = []
    closed = False

    def meet(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def to_server(message: str | bytes) -> None:
            if closed:
                held.append(lambda: server.send(message))
            else:
                server.send(message)

        socket.on_message(to_server)

    driver.reader.open("/")
    one = seat(browser, address, Level.PATIENT, viewport={"width": 1280, "height": 900})
    one.page.route_web_socket(re.compile("/_stcore/stream"), meet)
    join(one, code)
    all_there(content, driver, [one])
    runs = one.reader.runs
    closed = True
    chart, band = one.page.locator(".map-chart"), one.page.locator(".map-band")
    driver.reader.button("node:ampar").click()
    expect(chart.locator('[data-part="node:ampar"][data-lit="chosen"]').first).to_be_attached()
    words = content.words[Level.PATIENT]
    expect(one.page.locator(".map-card strong")).to_contain_text(words.things["ampar"].name)
    driver.page.locator(".map-story-next").click()
    expect(band).to_contain_text(words.story[next(iter(content.story))].title)
    driver.page.get_by_role("link", name="AMPA switch-on", exact=True).first.click()
    one.page.wait_for_selector(f'{READY}:not([data-camera="overview"])')
    expect(band).to_be_hidden()
    assert one.reader.runs == runs
    closed = False
    for send in held:
        send()
    all_there(content, driver, [one])
    one.page.context.close()


def test_a_room_from_wandering_to_its_end(
    content: Mechanism, house: tuple[Seat, list[Seat], str], browser: Browser, address: str
) -> None:
    driver, followers, code = house
    patient, student, clinician = followers

    def go(state: str) -> None:
        """Move the room as the driver does, by an address."""
        driver.page.evaluate("to => { history.pushState(null, '', to); }", state)

    # The driver's reload keeps the wheel.
    driver.reader.open("/ampa-activation")
    all_there(content, driver, followers)

    # One looks around, and the room goes on; one button leads back.
    student.reader.button("node:ampar").click()
    student.says(student.words.wandering)
    driver.page.keyboard.press("PageDown")
    state = all_there(content, driver, [patient, clinician])
    assert "node=ampar" in student.address
    spoken(student, student.words.moved_on)
    student.act(student.words.back)
    there(content, student, state)
    student.says(student.words.following.format(code=code))

    # Paused, the driver goes alone; then the room comes along.
    driver.act(driver.words.pause)
    patient.says(patient.words.paused.format(code=code))
    spoken(patient, patient.words.paused.format(code=code))
    spoken(driver, driver.words.pausing)
    driver.reader.choose("lens", "how")
    driver.act(driver.words.resume)
    patient.says(patient.words.following.format(code=code))
    state = all_there(content, driver, followers)
    assert "lens=how" in state

    # A reload, a change of level, a cut: each ends where the room is.
    clinician.page.reload()
    there(content, clinician, state)
    clinician.reader.choose("level", "patient")
    clinician.level = Level.PATIENT
    there(content, clinician, state)
    patient.page.context.set_offline(True)
    patient.says(patient.words.problems["offline"])
    spoken(patient, patient.words.problems["offline"])
    driver.page.keyboard.press("PageDown")
    state = all_there(content, driver, [student, clinician])
    patient.page.context.set_offline(False)
    there(content, patient, state)

    # Someone comes late, in a window for the projector: no bar, no notes, and not counted.
    late = seat(browser, address, Level.STUDENT, viewport={"width": 1280, "height": 720})
    late.page.goto(f"{address}/follow?room={code.lower()}&as=window")
    there(content, late, state)
    expect(late.page.locator(".live-bar")).to_have_count(0)
    expect(driver.page.locator(".live-people")).to_have_text(driver.words.people.format(count=3))
    assert "token" not in (late.page.evaluate("sessionStorage.live") or "")

    # A press in that window, which has no bar to come back by, does not take it off the room.
    late.page.evaluate(SEEN, "node=ampar")
    late.reader.button("node:ampar").click()
    late.page.wait_for_function("() => window.seen")
    there(content, late, state)
    assert late.page.locator(LINK).get_attribute("data-room") == "following"

    # A second driver is refused: with no key, a wrong one, or a guessed token.
    # Who is in the room and looks around stays in it, whatever is refused.
    second = seat(browser, address, Level.STUDENT, viewport={"width": 768, "height": 900})
    join(second, code)
    there(content, second, state)
    second.act(second.words.look_around)
    second.page.goto(f"{address}/present")
    second.page.locator(".live-take").evaluate("one => { one.open = true; }")

    def take(key: str) -> None:
        second.page.locator(".live-take").evaluate("one => { one.open = true; }")
        second.page.locator(".live-take [name=room]").fill(code)
        second.page.locator(".live-take [name=key]").fill(key)
        second.act(second.words.take)

    take("ACDEFGHJ")
    expect(second.page.locator(".live-problem")).to_have_text(second.words.problems["no-offer"])
    refused = httpx2.post(
        f"{address}/live/rooms/{code}/state",
        json={"token": "guess", "base": 1, "address": "/", "paused": False},
        timeout=PATIENCE,
    )
    assert refused.status_code == 403
    second.says(second.words.wandering)
    assert code in second.page.evaluate("sessionStorage.live")

    # Handed over: the key works once, the first driver follows from then on.
    driver.page.get_by_role("link", name=driver.words.desk, exact=True).click()
    driver.page.locator(".live-wheel").evaluate("one => { one.open = true; }")
    driver.act(driver.words.make_key)
    key = driver.page.locator(".live-wheel .live-big-code").inner_text()
    take(key)
    expect(second.page.locator(".live-driver")).to_be_visible()
    expect(driver.page.locator(".live-driver")).to_have_count(0)
    second.act(second.words.next)
    second.page.wait_for_function("() => location.pathname === '/'")
    all_there(content, second, [*followers, driver])

    # The end is said to everyone, wherever they are.
    second.page.get_by_role("link", name=second.words.desk, exact=True).click()
    second.act(second.words.end)
    # An end that finds no way leaves the wheel where it is: the token is kept nowhere else.
    second.page.route("**/end", lambda route: route.abort(), times=1)
    second.act(second.words.end_yes)
    expect(second.page.locator(".live-problem")).to_have_text(second.words.problems["offline"])
    assert "token" in second.page.evaluate("sessionStorage.live")
    second.act(second.words.end_yes)
    for one in (patient, student, clinician):
        expect(one.page.locator(".live-bar .live-says")).to_have_text(one.words.problems["ended"])
        assert one.page.evaluate("sessionStorage.live") is None
    go("/present")
    for one in (late, second):
        one.page.context.close()
