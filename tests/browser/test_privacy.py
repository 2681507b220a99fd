"""Nothing leaves the app's own origin, nothing is stored but one cookie, and the console stays quiet."""

from __future__ import annotations

import pytest
from playwright.sync_api import ConsoleMessage, Dialog, Page, Request, expect

from graph.vocabulary import Level
from tests.browser.reader import Reader
from wording.interface import interface


def test_no_request_leaves_the_origin_and_nothing_complains(page: Page, reader: Reader) -> None:
    requests: list[Request] = []
    complaints: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("request", lambda request: requests.append(request))
    page.on("console", said)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    reader.open("/?node=ampar")
    reader.button("edge:trkb--mtorc1").click()
    reader.wait_query("edge=trkb--mtorc1")
    away = [one.url for one in requests if not one.url.startswith((reader.address, "data:", "blob:"))]
    assert not away
    assert not complaints


def test_a_visitor_leaves_with_one_cookie_and_no_other_trace(page: Page, reader: Reader) -> None:
    reader.open("/")
    assert {cookie.get("name") for cookie in page.context.cookies()} <= {"_streamlit_xsrf"}
    kept = page.evaluate("Object.keys(localStorage)")
    assert all("theme" in key.lower() or key.startswith("st") for key in kept), kept


@pytest.mark.parametrize(
    "query",
    [
        "node=%3Cscript%3Ealert(1)%3C/script%3E",
        "node=ampar&node=x",
        "level=expert",
        "x=" + "y" * 4000,
        "node=%00",
        "edge=a--b&q",
    ],
)
def test_an_odd_address_shows_the_page_and_one_line_about_it(page: Page, reader: Reader, query: str) -> None:
    dialogs: list[Dialog] = []

    def opened(dialog: Dialog) -> None:
        dialogs.append(dialog)
        dialog.dismiss()

    page.on("dialog", opened)
    reader.open(f"/?{query}")
    start = interface(Level.STUDENT).text.ignored.split("{")[0]
    expect(page.get_by_role("status").filter(has_text=start)).to_have_count(1)
    assert not dialogs
