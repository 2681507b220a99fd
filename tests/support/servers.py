"""Find Redis and nginx for the live link's tests: ``python -m tests.support.servers`` installs Debian's if it must."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

from tests.support import redis_server, replicas

NEEDED: dict[str, tuple[Callable[[], str], str]] = {
    "redis-server": (redis_server.find, redis_server.HELP),
    "nginx": (replicas.find_nginx, replicas.HELP),
}
"""Package of each program, how it is looked for, and what is said where it is missing."""


def missing() -> list[str]:
    """Packages of the programs that are not there."""
    found = []
    for package, (find, _) in NEEDED.items():
        try:
            find()
        except FileNotFoundError:
            found.append(package)
    return found


def main() -> int:
    """Say which programs the tests use; install what is missing where we may."""
    if packages := missing():
        if not shutil.which("apt-get") or os.geteuid() != 0:
            for package in packages:
                print(NEEDED[package][1], file=sys.stderr)
            return 1
        print(f"Installing Debian's {' and '.join(packages)} with apt-get …", flush=True)
        # They are started by the tests on ports of their own, and not by the system.
        subprocess.run(["apt-get", "update"], check=True)
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", *packages], check=True)
    print(f"Tests of the live link use {' and '.join(find() for find, _ in NEEDED.values())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
