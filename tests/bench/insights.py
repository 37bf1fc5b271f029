"""Insights: opened, opened again, moved through, and what goes with feeling more."""

import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.bench.figures import Figure, ratio
from tests.bench.homes import make_homes
from tests.desktop.desktop import Desktop

ROUNDS = 5
ROOT = Path(__file__).parents[2]


def measure() -> list[Figure]:
    """Run companion and bare program in turns on a desktop."""
    with Desktop() as desktop:
        homes = make_homes(desktop.folder, desktop.environment)
        two, ten = str(homes["two years"]), str(homes["ten years"])
        points = desktop.folder / "points.json"
        points.write_text(json.dumps(_run(desktop, "insights_program", two, "points")["points"]))
        series: dict[str, list[float]] = {name: [] for name in ("first", "again", "bare", "ten")}
        for _ in range(ROUNDS):
            opened = _run(desktop, "insights_program", two, "opened")
            series["first"].append(opened["first"])
            series["again"].append(opened["again"])
            series["bare"].append(_run(desktop, "insights_bare", str(points))["first"])
            series["ten"].append(_run(desktop, "insights_program", ten, "opened")["first"])
        frames = _run(desktop, "insights_program", ten, "frames")["frames"]
        sure = _run(desktop, "insights_sure", OPENBLAS_NUM_THREADS="1")  # else the bare one loses itself in threads
    return [*_opened(series), _frames(frames), *_sure(sure)]


def _opened(series: dict[str, list[float]]) -> list[Figure]:
    bare = "a bare program with as many plots"
    return [
        ratio("Insights first opened, two years", "ms", series["first"], series["bare"], bare, 1.5),
        ratio("Insights opened again", "ms", series["again"], series["bare"], bare, 0.2),
        ratio("Insights first opened, ten years", "ms", series["ten"], series["first"], "two years", 2.0),
    ]


def _frames(frames: dict[str, list[float]]) -> Figure:
    ours, bare = (_p95(frames[name]) for name in ("companion", "bare"))
    return ratio("pan and zoom, ten years, frame p95", "ms", [ours], [bare], "a bare PlotWidget", 1.3)


def _sure(sure: dict[str, Any]) -> list[Figure]:
    return [
        ratio("all associations, ten years", "ms", sure["ours"], sure["bare"], "bare numpy resampling", 2.0),
        ratio("associations as the days double", "ms", sure["ours"], sure["half"], "five years", 2.0),
        ratio("frames meanwhile", "ms", [sure["meanwhile"]], [sure["idle"]], "frames when idle", 1.5),
    ]


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _run(desktop: Desktop, name: str, *arguments: str, **environment: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{name}", *arguments],
        env=desktop.environment | environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
