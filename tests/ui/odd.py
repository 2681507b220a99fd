"""Forty odd addresses: query parameters, and how many of their parts must be named as left out."""

from __future__ import annotations

Params = dict[str, list[str]]

LONG = "x" * 10_000
MARKUP = "<script>alert(1)</script>"

ODD: list[tuple[Params, int]] = [
    ({"node": ["nothing"]}, 1),
    ({"node": [""]}, 1),
    ({"node": [" "]}, 1),
    ({"node": ["AMPAR"]}, 1),
    ({"node": ["ampar "]}, 1),
    ({"node": ["ampar", "trkb"]}, 1),
    ({"node": ["ampar", "ampar"]}, 1),
    ({"node": ["nothing", "ampar"]}, 2),
    ({"node": [LONG]}, 1),
    ({"node": [MARKUP]}, 1),
    ({"node": ["\x00"]}, 1),
    ({"node": ["ampar\n\n# heading"]}, 1),
    ({"node": ["../../etc/passwd"]}, 1),
    ({"node": ["ampar--bdnf-release"]}, 1),
    ({"node": ["constructor"]}, 1),
    ({"node": ["__class__"]}, 1),
    ({"node": ["أمبا"]}, 1),
    ({"node": ["%00"]}, 1),
    ({"node": ["[link](https://example.org)"]}, 1),
    ({"edge": ["nothing--here"]}, 1),
    ({"edge": ["ampar"]}, 1),
    ({"edge": ["ampar--bdnf-release", "trkb--mtorc1"]}, 1),
    ({"edge": ["ampar--bdnf-release"], "node": ["ampar"]}, 1),
    ({"edge": ["nothing"], "node": ["nothing"]}, 2),
    ({"edge": ["--"]}, 1),
    ({"level": ["expert"]}, 1),
    ({"level": [""]}, 1),
    ({"level": ["Patient"]}, 1),
    ({"level": ["patient", "clinician"]}, 1),
    ({"level": [LONG]}, 1),
    ({"level": ["patient"], "node": ["ampar"], "x": ["1"]}, 1),
    ({"x": ["1"]}, 1),
    ({"lens": ["everything"], "hypothesis": ["opioid,nothing"]}, 2),
    ({"hypothesis": ["opioid,vegf,gsk3,opioid"]}, 2),
    ({"": ["1"]}, 1),
    ({MARKUP: [MARKUP]}, 1),
    ({LONG: [LONG]}, 1),
    ({"node[]": ["ampar"]}, 1),
    ({f"p{number}": ["1"] for number in range(50)}, 50),
    ({"embed": ["true"], "embed_options": ["dark_theme"], "node": ["ampar"]}, 0),
]
