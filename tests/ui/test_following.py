"""Following applies the driver's address, minus what belongs to the reader; the browser's own half does the same."""

from __future__ import annotations

import random
from urllib.parse import urlencode

from graph.content import Mechanism
from graph.vocabulary import Level
from live.room import leads_within
from tests.ui.driven import cases, driven, lobbies
from tests.ui.views import parsed, seen
from ui.address import LEVEL, of_level
from ui.catalogue import pages, paths
from ui.live.shared_address import merged, own_names, shared, split
from ui.live.stops import stops


def test_a_thousand_driver_states_are_followed_in_everyones_own_words(content: Mechanism) -> None:
    chance = random.Random(9)  # noqa: S311 - states, no secret
    for _ in range(1_000):
        driver = driven(chance, content)
        state = shared(driver.href(root="/"))
        assert leads_within(state)
        for level in Level:
            own = of_level(level).href("about", "/")
            where, query = merged(state, own).partition("?")[::2]
            assert where.strip("/") == driver.path
            view = driver.set(LEVEL, level)
            for param in driver.params:
                if param.own and param is not LEVEL:
                    view = view.set(param, param.default)
            assert seen(parsed(query), driver.path) == view


def test_a_state_taken_over_is_the_same_state(content: Mechanism) -> None:
    for case in cases(1_000, content):
        if case["shared"]:
            assert shared(case["merged"]) == case["shared"] == shared(case["shared"])
            assert merged(case["merged"], case["own"]) == case["merged"]


def test_nothing_of_the_driver_itself_is_shared() -> None:
    own = urlencode({"level": "patient", "embed": "true", "embed_options": "dark_theme"})
    assert shared(f"/?node=ampar&{own}") == "/?node=ampar"
    assert {name for name, _ in split(f"/?{own}")[1]} <= own_names()
    for lobby in lobbies():
        assert shared(f"/{lobby}?room=ACDEFG") == ""


def test_the_stops_tell_the_story_and_lead_to_views_that_are(content: Mechanism) -> None:
    for level in Level:
        found = stops(level)
        assert len({stop["address"] for stop in found}) == len(found)
        titles = iter(stop["title"] for stop in found)
        assert all(one.title in titles for one in content.words[level].story.values()), "in the story's order"
        for stop in found:
            path, _, query = stop["address"].removeprefix("/").partition("?")
            assert path in paths()
            assert not seen(parsed(query), path).ignored
            assert stop["title"] and stop["note"]
        assert {one.id for one in content.steps.values() if one.cascade} <= {stop["address"][1:] for stop in found}


def test_every_parameter_of_every_page_is_among_the_random_states(content: Mechanism) -> None:
    chance = random.Random(9)  # noqa: S311 - states, no secret
    states = [driven(chance, content) for _ in range(2_000)]
    assert {one.path for one in states} == set(paths()) - set(lobbies())
    for path in {one.path for one in states}:
        for param in pages()[path].params:
            assert any(one.path == path and one[param] != param.default for one in states), (path, param.name)
    assert any("guess=" in one.query() for one in states) and "guess" in own_names()
