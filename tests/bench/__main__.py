"""Measure: `./test --bench` everything, `./test --bench start tray` only these."""

import sys
from pathlib import Path

from tests.bench import bells, figures, insights, player, redraw, starts, tray
from tests.desktop.parts import missing_parts

MEASURES = {
    "start": starts.measure,
    "tray": tray.measure,
    "redraw": redraw.measure,
    "insights": insights.measure,
    "player": player.measure,
    "bells": bells.measure,
}
RESULTS = Path(__file__).parents[2] / "build" / "bench.json"


def main(names: list[str]) -> int:
    """Measure what is named, print the table and keep it; exit code 1 when a goal was not reached."""
    if unknown := [name for name in names if name not in MEASURES]:
        print(f"There is no measure called {unknown[0]}; there are {', '.join(MEASURES)}.", file=sys.stderr)
        return 2
    if missing := missing_parts("tray", "notifications"):
        print(f"The benchmark needs {', '.join(missing)}, which this system lacks.", file=sys.stderr)
        return 1
    found: list[figures.Figure] = []
    for name in names or MEASURES:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        found += MEASURES[name]()
    print(figures.table(found))
    figures.keep(found, RESULTS)
    return 0 if all(figure.reached for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
