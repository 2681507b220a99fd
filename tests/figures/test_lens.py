"""A lens shows in a figure what it shows on the page."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from figures.lens import Lens, through
from tests.figures.paper import Drawn

EMPHASIS = Path(__file__).parents[2] / "ui" / "browser" / "map" / "emphasis.js"
ASK = f"""
import {{ through }} from "{EMPHASIS.as_uri()}";
let asked = "";
for await (const part of process.stdin) asked += part;
process.stdout.write(JSON.stringify(JSON.parse(asked).map(([lens, link]) => through(link, lens))));
"""


def test_a_lens_shows_each_arrow_as_it_does_in_the_browser(drawn: list[Drawn]) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.fail("this needs Node 20 or newer, and there is no node on the PATH")
    asked, expected = [], []
    for link in {link.id: link for one in drawn for link in one.scene.links}.values():
        for lens in Lens:
            sent = {"in_whom": link.in_whom, "in_people": link.in_people, "contested": link.split is not None}
            asked.append([lens.value, sent])
            seen = through(link, lens)
            expected.append({"away": seen.away, "dash": seen.dash})
    done = subprocess.run(
        [node, "--input-type=module", "-e", ASK],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert json.loads(done.stdout) == expected
    assert len(expected) > 300
    assert {seen["dash"] for seen in expected} == {"solid", "dashed", "dotted"}
