"""Find Node for the tests of the map's JavaScript: ``python -m tests.support.node`` installs Debian's if it must."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def main() -> int:
    """Say which Node will be used; install Debian's where there is none and we may."""
    if not shutil.which("node"):
        if not shutil.which("apt-get") or os.geteuid() != 0:
            print("the map's JavaScript tests need Node; on Debian: apt-get install nodejs", file=sys.stderr)
            return 1
        print("No Node found; installing Debian's with apt-get …", flush=True)
        subprocess.run(["apt-get", "update"], check=True)
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "nodejs"], check=True)
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)
    print(f"JavaScript tests use {shutil.which('node')} ({version.stdout.strip()})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
