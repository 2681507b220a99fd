"""Benchmark the app against its peers in one browser: `python -m bench`. It takes about four minutes."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.contestants import served
from bench.measure import PRESSES, VISITS, WARM_UP, presses, traffic, visits
from bench.report import rows, text
from tests.support import chromium

RESULTS = Path(__file__).parent / "results.json"
# Seconds after which, on a slow machine, only the minimum number of visits or clicks is still completed.
VISITS_END = 115
PRESSES_END = 205


def main() -> None:
    """Serve all contestants, measure them, print the table, and save the raw numbers."""
    start = time.monotonic()
    with served() as addresses, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.ARGUMENTS))
        versions = {name: version(name) for name in ("streamlit", "plotly", "playwright", "uvicorn")}
        versions["chromium"] = browser.version
        print("Measuring for about four minutes …", flush=True)
        visited = visits(browser, addresses, start + VISITS_END)
        pressed = presses(browser, addresses, start + PRESSES_END)
        counted = traffic(browser, addresses)
        browser.close()
    print(text(pressed, visited, counted))
    seconds = round(time.monotonic() - start)
    results = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": versions,
        "asked_for": {"presses": PRESSES, "warm_up_presses": WARM_UP, "visits": VISITS, "warm_up_visits": 1},
        "seconds": seconds,
        "ratios": [
            {"measure": row.measure.strip(), "contestant": row.kind, "ratio": row.ratio, "target": row.target}
            for row in rows(pressed, visited)
        ],
        "samples": {"presses": pressed, "visits": visited, "bytes": counted},
    }
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    made_with = ", ".join(f"{name} {number}" for name, number in versions.items())
    print(f"\n{made_with}; {seconds} s; raw numbers in bench/{RESULTS.name}")


if __name__ == "__main__":
    main()
