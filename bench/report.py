"""The table that a benchmark prints: medians, 95th percentiles, and ratios to the peer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from bench.contestants import LABELS
from bench.measure import Sample, Samples

TAKEN_AS = """\
Definitions. Times are measured on the page's own clock and end with the frame that shows the change, two animation
frames after it was in the page. They exclude the time that the compositor needs to rasterise that frame.
press           A real mouse click, from its pointerdown event. Pointer moves are withheld from the pages, because on
                our map hovering highlights something before the click.
highlight       ours: the caption names the part, and its elements in the drawing are highlighted as selected.
                static: the caption names it, and Plotly has redrawn the chart.
and caption     st.plotly_chart: the figure with the new highlight, and the panel, which is its caption, are shown.
panel           The panel's heading names the part.
picture         ours: the picture in the page's first bytes, the first drawing or the chart is shown, and the
                illustration has loaded. st.plotly_chart, static: every trace and the illustration's element are in the
                page. empty Streamlit: its line of text.
answering       Highlight and caption (st.plotly_chart: and panel) after the first click that got a response; the click
                is made by a script as soon as the picture is painted and the page listens.
cold            A new browser context with an empty cache, timed from the start of navigation.
cold load       Of st.plotly_chart: its picture is painted and selection is enabled, without the time of its response.
                This is the strictest reading; the lines "of its first answer" include that time.
frames          Payload of websocket frames received, uncompressed; HTTP is counted as transferred."""


@dataclass(frozen=True)
class Row:
    """One line of the table: times of a contestant in ms, those to compare them with, and the target for the ratio."""

    measure: str
    kind: str
    values: Sequence[float]
    against: Sequence[float] = ()
    target: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ratio of the medians, or None without data."""
        return median(self.values) / median(self.against) if self.values and self.against else None

    def cells(self) -> list[str]:
        """The cells of the line as text."""
        if not self.values:
            return [self.measure, LABELS[self.kind], "none", "", "0", "", "", ""]
        ratio = self.ratio
        verdict = "" if ratio is None or self.target is None else "met" if ratio <= self.target else "MISSED"
        return [
            self.measure,
            LABELS[self.kind],
            f"{median(self.values):.0f}",
            f"{p95(self.values):.0f}",
            str(len(self.values)),
            "" if ratio is None else f"{ratio:.3f}",
            "" if self.target is None else f"<= {self.target:.2f}",
            verdict,
        ]


def p95(values: Sequence[float]) -> float:
    """The 95th percentile of at least one value."""
    return quantiles(values, n=20, method="inclusive")[18] if len(values) > 1 else values[0]


def _of(samples: Sequence[Sample], part: Callable[[Sample], float]) -> list[float]:
    return [part(sample) for sample in samples]


def _ready(sample: Sample) -> float:
    return max(sample["picture"], sample["pressed"])


def _answer(sample: Sample) -> float:
    return max(sample["highlight"], sample["panel"])


def rows(pressed: Samples, visited: Samples) -> list[Row]:
    """All lines of the table of times, from the samples of clicks and of visits."""
    ours, peer, static = pressed["ours"], pressed["peer"], pressed["static"]
    lit = "press -> highlight and caption"
    peer_lit = _of(peer, _answer)
    peer_panel = _of(peer, lambda sample: sample["panel"])
    peer_chart = _of(peer, lambda sample: sample["highlight"])
    ours_lit = _of(ours, lambda sample: sample["highlight"])
    times = [
        Row(lit, "ours", ours_lit, peer_lit, 0.25),
        Row(lit, "static", _of(static, lambda sample: sample["highlight"]), peer_lit),
        Row(lit, "peer", peer_lit, peer_lit),
        Row("  against its chart alone", "ours", ours_lit, peer_chart),
        Row("  its chart alone", "peer", peer_chart, peer_lit),
        Row("press -> panel", "ours", _of(ours, lambda sample: sample["panel"]), peer_panel, 0.6),
        Row("press -> panel", "peer", peer_panel, peer_panel),
    ]
    ours, peer, static = visited["ours"], visited["peer"], visited["static"]
    load, first = _of(peer, _ready), _of(peer, _answer)
    picture = {kind: _of(samples, lambda sample: sample["picture"]) for kind, samples in visited.items()}
    answer = _of(ours, lambda sample: sample["highlight"])
    shown, answering = "cold -> picture", "cold -> answering"
    times += [
        Row(shown, "ours", picture["ours"], load, 0.55),
        Row(shown, "static", picture["static"], load),
        Row(shown, "floor", picture["floor"], load),
        Row(shown, "peer", picture["peer"], load),
        Row("cold load (its picture, listening)", "peer", load, load),
        Row(answering, "ours", answer, load, 0.75),
        Row(answering, "static", _of(static, lambda sample: sample["highlight"]), load),
        Row(answering, "peer", first, load),
        Row("  picture, of its first answer", "ours", picture["ours"], first),
        Row("  answering, of its first answer", "ours", answer, first),
        Row("  picture, of the floor", "ours", picture["ours"], picture["floor"]),
        Row("cold -> first answer in the panel", "ours", _of(ours, lambda sample: sample["panel"]), first),
    ]
    return times


def table(lines: Sequence[Sequence[str]]) -> str:
    """Lines of cells as aligned text: the first two columns left-aligned, the others right-aligned."""
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def text(pressed: Samples, visited: Samples, bytes_: Mapping[str, Sample]) -> str:
    """The whole report: definitions, times, and bytes by contestant."""
    head = ["measure", "contestant", "median ms", "p95 ms", "n", "of peer's", "target", ""]
    times = table([head, *(row.cells() for row in rows(pressed, visited))])
    columns = ("cold_http", "cold_frames", "second_http", "second_frames", "frames_per_pick", "runs_per_pick")
    lines = [["contestant", "", *(column.replace("_", " ") for column in columns)]]
    for kind, counted in bytes_.items():
        cells = [f"{counted[column]:,.0f}" if column in counted else "" for column in columns]
        lines.append([LABELS[kind], "", *cells])
    return f"{TAKEN_AS}\n\n{times}\n\nbytes\n{table(lines)}"
