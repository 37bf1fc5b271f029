"""A measured figure, what it is held against, and the table of all of them."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One line of the table. `held` is what the goal speaks of: a ratio to `bare`, or the value itself."""

    name: str
    value: float
    unit: str
    held: float
    goal: float
    against: str = ""
    bare: float | None = None
    lowest: float | None = None
    highest: float | None = None

    @property
    def reached(self) -> bool:
        return self.held <= self.goal


def ratio(name: str, unit: str, values: Sequence[float], bare: Sequence[float], against: str, goal: float) -> Figure:
    """Return the figure that compares the medians of two alternating series."""
    value, ground = statistics.median(values), statistics.median(bare)
    return Figure(name, value, unit, value / ground, goal, against, ground, min(values), max(values))


def single(name: str, unit: str, values: Sequence[float], goal: float, bare: float | None = None) -> Figure:
    """Return the figure whose median is held against the goal itself."""
    value = statistics.median(values)
    return Figure(
        name, value, unit, value, goal, "" if bare is None else "a bare window", bare, min(values), max(values)
    )


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a table for the reader."""
    head = ("measure", "median", "spread", "bare", "held", "goal", "")
    rows = [head]
    for figure in figures:
        bare = "" if figure.bare is None else f"{figure.bare:.1f} {figure.unit}"
        held = f"{figure.held:.2f} x" if figure.against and figure.held != figure.value else f"{figure.held:.2f}"
        goal = f"{figure.goal:g} x" if held.endswith("x") else f"{figure.goal:g}"
        spread = f"{figure.lowest:.1f}-{figure.highest:.1f}"
        word = "reached" if figure.reached else "not reached"
        rows.append((figure.name, f"{figure.value:.2f} {figure.unit}", spread, bare, held, goal, word))
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join(lines)


def keep(figures: Sequence[Figure], file: Path) -> None:
    """Write the figures as JSON."""
    file.parent.mkdir(parents=True, exist_ok=True)
    listed = [asdict(figure) | {"reached": figure.reached} for figure in figures]
    file.write_text(json.dumps(listed, indent=2) + "\n", encoding="utf-8")
