"""Style sheets, which lie in `assets/styles/`; a long one is made of parts in a folder of the same name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "assets" / "styles"
_PART = re.compile(r'^@import "([\w/-]+\.css)";$', re.MULTILINE)


@cache
def sheet(name: str) -> str:
    """The style sheet `name` as one text, each ``@import`` of a part replaced by the part itself.

    Raises FileNotFoundError for a sheet or a part that does not exist.
    """
    text = (FOLDER / f"{name}.css").read_text(encoding="utf-8")
    return _PART.sub(lambda part: (FOLDER / part[1]).read_text(encoding="utf-8"), text)


@cache
def style(name: str) -> str:
    """The style sheet `name` as an HTML element, for ``st.html``."""
    return f"<style>{sheet(name)}</style>"
