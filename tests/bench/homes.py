"""Homes to measure with: empty, two years of a life, ten years of a full one."""

import subprocess
import sys
from pathlib import Path

from numbcompanion.companion import Companion
from numbcompanion.demo import MadeUpLife, fill
from numbcompanion.paths import Home

LIVES = {
    "empty": None,
    "two years": MadeUpLife(),
    "ten years": MadeUpLife(years=10, checkins_per_day=5, entries_per_week=7, words_per_entry=200),
}


def make_homes(folder: Path, environment: dict[str, str]) -> dict[str, Path]:
    """Make every home in `folder`, keyed as the program will find it under `environment`."""
    homes = {}
    for life in LIVES:
        homes[life] = folder / life.replace(" ", "-")
        subprocess.run(
            [sys.executable, "-m", "tests.bench.homes", str(homes[life]), life],
            env=environment, cwd=Path(__file__).parents[2], check=True,
        )  # fmt: skip
    return homes


def make(folder: str, life: str) -> None:
    """Make one home, past its first questions."""
    companion = Companion(Home.chosen(folder))
    companion.open()
    chosen = LIVES[life]
    if chosen is not None:
        fill(companion, chosen)
    companion.preferences.change(first_run_done=True)
    companion.close()


if __name__ == "__main__":
    make(sys.argv[1], sys.argv[2])
