"""Find a Chromium for the browser tests: named, installed, Playwright's own, or from the package manager.

``python -m tests.support.chromium`` says which one the tests will use, and installs one if it must and can.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HELP = "install one (on Debian: apt-get install chromium), or name it: CHROMIUM=/path/to/chromium make test"


def named() -> Path | None:
    """The browser that CHROMIUM names. Raises FileNotFoundError where that is no file."""
    if not (value := os.environ.get("CHROMIUM")):
        return None
    if not Path(value).is_file():
        raise FileNotFoundError(f"CHROMIUM names {value}, and there is no such file; {HELP}")
    return Path(value)


def installed() -> Path | None:
    """A browser on the PATH."""
    return next((Path(found) for name in NAMES if (found := shutil.which(name))), None)


def playwrights_own() -> Path | None:
    """A browser that Playwright downloaded at some time."""
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    return next(iter(sorted(cache.glob("chromium-*/chrome-linux*/chrome"), reverse=True)), None)


def find() -> Path:
    """The browser to use. Raises FileNotFoundError where there is none."""
    for look in (named, installed, playwrights_own):
        if found := look():
            return found
    raise FileNotFoundError(f"the browser tests need a Chromium and found none; {HELP}")


def main() -> int:
    """Say which browser will be used; install Debian's where there is none and we may."""
    try:
        found = find()
    except FileNotFoundError as missing:
        if os.environ.get("CHROMIUM") or not shutil.which("apt-get") or os.geteuid() != 0:
            print(missing, file=sys.stderr)
            return 1
        print("No Chromium found; installing Debian's with apt-get …", flush=True)
        subprocess.run(["apt-get", "update"], check=True)
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], check=True)
        found = find()
    version = subprocess.run([found, "--version", *ARGUMENTS], capture_output=True, text=True, check=True)
    print(f"Browser tests use {found} ({version.stdout.strip()})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
