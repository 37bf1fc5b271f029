"""What goes with feeling more: ten years, forty tags, a thousand resamples; beside the bare product of matrices."""

import json
import random
import statistics
import sys
import time
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np

from numbcompanion.checkins.records import Around, Kind, Point
from numbcompanion.clock import Moment
from numbcompanion.insights.associations import RESAMPLES, associations, block_length, lay_out
from numbcompanion.insights.factors import tag_factors

TAGS = 40
PER_DAY = 5
ROUNDS = 5
FRAME_MS = 16


def made_up(years: int) -> list[Point]:
    """Return five check-ins a day, each with some of the tags."""
    chance = random.Random(7)
    first = date(2016, 1, 1)
    points = []
    for number in range(years * 365):
        day = first + timedelta(days=number)
        usual = 4 + 2 * chance.random()
        for part in range(PER_DAY):
            at = datetime(day.year, day.month, day.day, 8 + 2 * part, tzinfo=UTC)
            around = tuple(Around(f"tag {tag}") for tag in range(TAGS) if chance.random() < 0.06)
            depth = round(min(10, max(0, chance.gauss(usual, 1.2))))
            points.append(Point(f"{number}-{part}", Moment(at, "UTC", day), Kind.CHECKIN, depth, around=around))
    return points


def factors_of(points: list[Point]) -> Any:
    """Return a factor for each tag."""
    return tag_factors(points, {f"tag {tag}": f"tag {tag}" for tag in range(TAGS)})


def bare_ms(points: list[Point]) -> float:
    """Draw blocks of days again a thousand times and sum every column, with nothing around it."""
    sums = lay_out(points, factors_of(points)).sums
    days, length = len(sums), block_length(len(sums))
    begin_s = time.perf_counter()
    flat = sums.reshape(days, -1)
    around = np.concatenate([flat, flat[: length - 1]])
    blocks = np.add.reduce([around[shift : shift + days] for shift in range(length)])
    chance = np.random.default_rng(1)
    found = []
    for _ in range(RESAMPLES // 100):
        starts = chance.integers(0, days, size=(100, -(-days // length))) + days * np.arange(100)[:, None]
        drawn = np.bincount(starts.ravel(), minlength=100 * days).reshape(100, days).astype(float)
        n_with, y_with, n_without, y_without = (drawn @ blocks).reshape(100, 4, -1).swapaxes(0, 1)
        found.append(y_with / np.maximum(n_with, 1) - y_without / np.maximum(n_without, 1))
    np.concatenate(found).std(axis=0)
    return (time.perf_counter() - begin_s) * 1000


def ours_ms(points: list[Point]) -> float:
    """Work out every association."""
    factors = factors_of(points)
    begin_s = time.perf_counter()
    found = associations(points, factors)
    took_ms = (time.perf_counter() - begin_s) * 1000
    if not found:
        raise RuntimeError("there were no associations")
    return took_ms


def frames_ms(points: list[Point]) -> dict[str, list[float]]:
    """Paint a moving chart with nothing going on, and while associations are worked out aside."""
    from PySide6.QtWidgets import QApplication

    from ui.tasks import Tasks, WorkerThread

    app = QApplication(sys.argv[:1])
    import pyqtgraph

    plot = pyqtgraph.PlotWidget()
    plot.plot(np.arange(900), np.arange(900) % 11, pen=None, symbol="o", symbolSize=6)
    plot.resize(900, 190)
    plot.show()
    app.processEvents()
    tasks = Tasks(WorkerThread())
    factors = factors_of(points)
    found: dict[str, list[float]] = {"idle": [], "meanwhile": []}
    done: list[object] = []
    for name, frames in found.items():
        if name == "meanwhile":
            tasks.run_aside(lambda: [associations(points, factors) for _ in range(3)], done.append)
        number = 0
        while number < 60 or (name == "meanwhile" and not done and number < 4000):
            begin_s = time.perf_counter()
            plot.getViewBox().setRange(xRange=(number % 50, number % 50 + 600), padding=0)
            plot.viewport().repaint()
            frames.append((time.perf_counter() - begin_s) * 1000)
            app.processEvents()
            time.sleep(FRAME_MS / 1000)
            number += 1
    plot.close()
    return found


def main() -> None:
    """Print what was measured as JSON."""
    ten, five = made_up(10), made_up(5)
    found: dict[str, Any] = {"ours": [], "bare": [], "half": []}
    for _ in range(ROUNDS):
        found["ours"].append(ours_ms(ten))
        found["bare"].append(bare_ms(ten))
        found["half"].append(ours_ms(five))
    frames = frames_ms(ten)
    found |= {name: statistics.median(series) for name, series in frames.items()}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
