"""The toy without all that only a mechanism with pages of its own needs: what may be set beside another."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from graph.draft import SECTIONS
from tests.graph.seeds import LEVELS, TOY, add, swap

SPARED = tuple(name for name, section in SECTIONS.items() if not section.basic)
"""Sections that such a mechanism may leave out."""
OWN_WORDS = ("links", "absent", "zones", "cautions", "unsaid", "systems", "glossary", "story")
"""Parts of the words that speak of those sections."""


def lean(folder: Path) -> Path:
    """Such a mechanism, written to `folder`."""
    shutil.copytree(TOY, folder)
    for name in SPARED:
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / f"{name}.yaml").unlink(missing_ok=True)
    change(folder, "mechanism.yaml", "main: true\n", "", "widths: [300]\n", "")
    change(folder, "arrows.yaml", "[x1]", "[]")
    change(folder, "things.yaml", "[CHEBI:1]", "[]", "[HGNC:2]", "[]", "  about: [MONDO:3]\n", "")
    for level in LEVELS:
        path = folder / "words" / f"{level}.yaml"
        words = path.read_text(encoding="utf-8")
        words, found = re.subn(r"(?m)^cameras: .*\n", "", words)
        assert found == 1
        for part in OWN_WORDS:
            words, found = re.subn(rf"(?m)^{part}:\n(?:  .*\n?)+", "", words)
            assert found == 1, part
        path.write_text(words, encoding="utf-8")
    return folder


def change(folder: Path, file: str, *pairs: str) -> None:
    """Replace text in a file: old, new, old, new … Each old text must stand once."""
    path = folder / file
    changed = swap(*pairs)(path.read_bytes())
    assert changed is not None
    path.write_bytes(changed)


def write(folder: Path, file: str, said: str) -> None:
    """Append `said` to a file, which makes a new one where there was none."""
    path = folder / file
    path.parent.mkdir(exist_ok=True)
    written = add(said)(path.read_bytes() if path.exists() else b"")
    assert written is not None
    path.write_bytes(written)
