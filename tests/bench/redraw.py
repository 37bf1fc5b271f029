"""From a saved check-in to the chart redrawn, in one process on a real screen."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.figures import Figure, ratio
from tests.bench.homes import make_homes
from tests.desktop.desktop import Desktop

ROUNDS = 25


def measure() -> list[Figure]:
    """Run the script of this module on a desktop; the companion and the bare parts take turns."""
    with Desktop() as desktop:
        homes = make_homes(desktop.folder, desktop.environment)
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.redraw", str(homes["two years"])],
            env=desktop.environment, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    series = json.loads(done.stdout.splitlines()[-1])
    against = "a bare commit and a bare plot"
    return [ratio("check-in saved to chart redrawn", "ms", series["companion"], series["bare"], against, 2.0)]


class BareParts:
    """One SQLCipher file and one PlotWidget, with nothing around them."""

    def __init__(self, folder: Path, points: list[tuple[float, float]]):
        import pyqtgraph
        import sqlcipher3.dbapi2 as sqlcipher

        self.points = points
        self.rows = sqlcipher.connect(str(folder / "bare.db"), isolation_level=None)
        self.rows.execute(f"PRAGMA key = \"x'{'5a' * 32}'\"")
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self.rows.execute(f"PRAGMA {pragma}")
        self.rows.execute("CREATE TABLE checkins (id TEXT PRIMARY KEY, at REAL, depth REAL)")
        self.rows.execute("CREATE INDEX by_time ON checkins (at)")
        self.rows.execute("BEGIN IMMEDIATE")
        numbered = [(str(number), at, depth) for number, (at, depth) in enumerate(points)]
        self.rows.executemany("INSERT INTO checkins VALUES (?, ?, ?)", numbered)
        self.rows.execute("COMMIT")
        self.plot = pyqtgraph.PlotWidget()
        self.dots = self.plot.plot([], [], pen=None, symbol="o", symbolSize=6)
        self.line = self.plot.plot([], [])
        self.plot.resize(900, 190)
        self.plot.show()

    def once(self) -> float:
        """Commit one row and redraw all points; returns the milliseconds."""
        begin_s = time.perf_counter()
        point = (self.points[-1][0] + 60, 5.0)
        self.points.append(point)
        self.rows.execute("BEGIN IMMEDIATE")
        self.rows.execute("INSERT INTO checkins VALUES (?, ?, ?)", (str(len(self.points)), *point))
        self.rows.execute("COMMIT")
        at, depth = zip(*self.points, strict=True)
        self.dots.setData(at, depth)
        self.line.setData(at, depth)
        self.plot.viewport().repaint()
        return (time.perf_counter() - begin_s) * 1000


class CompanionParts:
    """The real page over the real store, as the window puts them together."""

    def __init__(self, folder: str, app: object):
        from numbcompanion.companion import Companion
        from numbcompanion.paths import Home
        from ui.facts import Facts
        from ui.insights.insights_page import InsightsPage
        from ui.kit.dialogs import Dialogs
        from ui.tasks import Tasks, WorkerThread
        from ui.theme import Theme

        self.companion = Companion(Home.chosen(folder))
        worker = WorkerThread()
        self.tasks, self.facts = Tasks(worker), Facts()
        theme = Theme()
        theme.apply(app)
        self.tasks.run(self.companion.open)
        worker.start()
        services = self.companion
        self.page = InsightsPage(
            theme,
            self.tasks,
            self.facts,
            services.checkins,
            Dialogs(theme),
            services.practice_log,
            services.tags,
            services.markers,
        )
        self.page.resize(1160, 780)
        self.page.show()
        self.page.opened()
        self.turn(lambda: self.page.chart.dots > 0)
        self.paints = paints_of(self.page.chart)

    def turn(self, until: object) -> None:
        """Let events happen until `until` is true."""
        from PySide6.QtCore import QCoreApplication, QEventLoop

        end_s = time.monotonic() + 20
        while not until():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
            if time.monotonic() > end_s:
                raise RuntimeError("the chart was never redrawn")

    def once(self) -> float:
        """Save one check-in as the page does; returns the milliseconds until its dot is painted."""
        from numbcompanion.checkins.records import CheckInDraft

        dots = self.page.chart.dots
        begin_s = time.perf_counter()
        self.tasks.run(lambda: self.companion.checkins.save(CheckInDraft(depth=5)), self.facts.checkin_saved.emit)
        self.turn(lambda: self.paints.dots > dots)
        return (time.perf_counter() - begin_s) * 1000

    def points(self) -> list[tuple[float, float]]:
        """The same points the chart draws."""
        found: list[object] = []
        self.tasks.run(lambda: self.companion.checkins.depths(None), found.append)
        self.turn(lambda: bool(found))
        number = self.page.chart.dots
        drawn = [(p.moment.at.timestamp(), float(p.depth)) for p in found[0] if p.depth is not None]
        return drawn[-number:]

    def end(self) -> None:
        """Close the store."""
        self.tasks.run(self.companion.close)
        self.tasks.close()


def paints_of(chart: Any) -> Any:
    """Return what tells how many dots there were when the chart's plot was last painted."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QGraphicsView

    class Paints(QObject):
        dots = 0

        def eventFilter(self, watched: object, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.dots = chart.dots
            return False

    paints = Paints(chart)
    chart.findChild(QGraphicsView).viewport().installEventFilter(paints)
    return paints


def main(folder: str) -> None:
    """Take turns and print both series."""
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    parts = CompanionParts(folder, app)
    series: dict[str, list[float]] = {"companion": [], "bare": []}
    with tempfile.TemporaryDirectory(dir=folder) as beside:
        bare = BareParts(Path(beside), parts.points())
        app.processEvents()
        for number in range(ROUNDS + 3):
            pair = (parts.once(), bare.once())
            app.processEvents()
            if number >= 3:
                series["companion"].append(pair[0])
                series["bare"].append(pair[1])
        bare.rows.close()
        bare.plot.close()
    parts.end()
    print(json.dumps(series))


if __name__ == "__main__":
    main(sys.argv[1])
