"""Fingerprints of the articles that the content grades, so that a test can tell whether their words were taken.

The articles belong to their authors and are not part of the project. Of each run of eight words in them, a hash is
kept in `tests/resources/articles.hashes`: 8 bytes each, in order. ``python -m tests.support.articles FOLDER`` makes the
file anew from the articles in a folder.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

FILE = Path(__file__).parent.parent / "resources" / "articles.hashes"
TOGETHER = 8
"""Words in a row that are taken for somebody else's."""
SIZE = 8
"""Bytes of a hash: so many that, among all runs of our words, none has the hash of theirs by chance."""


def runs(text: str) -> Iterator[str]:
    """Every run of `TOGETHER` words in `text`, whatever stands between them and however they are spelt."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    for at in range(len(words) - TOGETHER + 1):
        yield " ".join(words[at : at + TOGETHER])


def fingerprint(run: str) -> bytes:
    """The hash of a run of words."""
    return blake2b(run.encode(), digest_size=SIZE).digest()


def fingerprints(texts: Iterable[str]) -> bytes:
    """The hashes of every run in `texts`, each once and in order, as they are kept in the file."""
    return b"".join(sorted({fingerprint(run) for text in texts for run in runs(text)}))


def known(kept: bytes) -> frozenset[bytes]:
    """The hashes in a file as `fingerprints` writes it. Raises ValueError if it is none."""
    found = [kept[at : at + SIZE] for at in range(0, len(kept), SIZE)]
    if len(kept) % SIZE or found != sorted(set(found)):
        raise ValueError(f"these are not hashes of {SIZE} bytes each, in order")
    return frozenset(found)


def main(folder: Path) -> int:
    """Write the file from the articles in `folder`."""
    articles = sorted(path for path in folder.iterdir() if path.is_file())
    kept = fingerprints(path.read_text(encoding="utf-8", errors="replace") for path in articles)
    FILE.write_bytes(kept)
    print(f"{len(kept) // SIZE} runs of {TOGETHER} words in {len(articles)} articles: {FILE}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
