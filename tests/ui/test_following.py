"""Following applies the driver's address, minus what belongs to the reader; the browser's own half does the same."""

from __future__ import annotations

import random
from dataclasses import replace
from urllib.parse import parse_qs, urlencode

from graph.content import Mechanism
from graph.vocabulary import Level
from live.room import leads_within
from tests.ui.driven import cases, drawn
from ui.address import Address, Lens, read
from ui.catalogue import LOBBIES, paths
from ui.live.shared_address import OWN, merged, shared, split
from ui.live.stops import route


def test_a_thousand_driver_states_are_followed_in_everyones_own_words(content: Mechanism) -> None:
    chance = random.Random(9)  # noqa: S311 - states, no secret
    for _ in range(1_000):
        path, driver = drawn(chance, content)
        state = shared(f"/{path}{driver.query()}".removesuffix("?"))
        assert leads_within(state)
        for level in Level:
            own = f"/about{Address(level=level).query()}".removesuffix("?")
            where, query = merged(state, own).partition("?")[::2]
            seen = read(parse_qs(query, keep_blank_values=True), content, where.strip("/"))
            assert where.strip("/") == path
            assert seen == replace(driver, level=level)


def test_a_state_taken_over_is_the_same_state(content: Mechanism) -> None:
    for case in cases(1_000, content):
        if case["shared"]:
            assert shared(case["merged"]) == case["shared"] == shared(case["shared"])
            assert merged(case["merged"], case["own"]) == case["merged"]


def test_nothing_of_the_driver_itself_is_shared() -> None:
    own = urlencode({"level": "patient", "embed": "true", "embed_options": "dark_theme"})
    assert shared(f"/?node=ampar&{own}") == "/?node=ampar"
    assert {name for name, _ in split(f"/?{own}")[1]} == OWN
    for lobby in LOBBIES:
        assert shared(f"/{lobby}?room=ACDEFG") == ""


def test_the_stops_tell_the_story_and_lead_to_views_that_are(content: Mechanism) -> None:
    for level in Level:
        stops = route(level)
        assert len({stop["address"] for stop in stops}) == len(stops)
        titles = iter(stop["title"] for stop in stops)
        assert all(one.title in titles for one in content.words[level].story.values()), "in the story's order"
        for stop in stops:
            path, _, query = stop["address"].removeprefix("/").partition("?")
            assert path in paths()
            assert not read(parse_qs(query), content, path).ignored
            assert stop["title"] and stop["note"]
        assert {one.id for one in content.steps.values() if one.cascade} <= {stop["address"][1:] for stop in stops}


def test_every_lens_and_kind_of_page_is_among_the_random_states(content: Mechanism) -> None:
    chance = random.Random(9)  # noqa: S311 - states, no secret
    states = [drawn(chance, content) for _ in range(1_000)]
    assert {path for path, _ in states} == set(paths()) - set(LOBBIES)
    assert {one.lens for _, one in states} == set(Lens)
    assert {one.focus.kind for _, one in states if one.focus} == {"node", "edge"}
    assert any(one.moment for _, one in states)
    assert any(one.hypotheses for _, one in states) and any(one.filters for _, one in states)
    assert any(one.search for _, one in states) and any(one.item for _, one in states)
