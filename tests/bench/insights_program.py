"""The real Insights page over a real home, in a process of its own: opened, opened again, moved through."""

import json
import statistics
import sys
import time
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

SIZE = (956, 780)
MOVES = 120


class Program:
    """The companion's parts that the page needs, the home already open."""

    def __init__(self, folder: str):
        from numbcompanion.companion import Companion
        from numbcompanion.paths import Home
        from ui.facts import Facts
        from ui.tasks import Tasks, WorkerThread
        from ui.theme import Theme

        self.app = QApplication(sys.argv[:1])
        self.companion = Companion(Home.chosen(folder))
        worker = WorkerThread()
        self.tasks, self.facts, self.theme = Tasks(worker), Facts(), Theme()
        self.theme.apply(self.app)
        opened: list[object] = []
        self.tasks.run(self.companion.open)
        self.tasks.run(self.companion.checkins.span, opened.append)
        worker.start()
        self.turn(lambda: bool(opened))
        self.page: Any = None

    def turn(self, until: Any, patience_s: float = 60) -> None:
        """Let events happen until `until` is true."""
        end_s = time.monotonic() + patience_s
        while not until():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
            if time.monotonic() > end_s:
                raise RuntimeError("it never happened")

    def first_ms(self) -> float:
        """Open the page for the first time; returns the milliseconds until thaw and year are painted."""
        begin_s = time.perf_counter()
        from ui.insights.insights_page import InsightsPage
        from ui.kit.dialogs import Dialogs

        services = self.companion
        self.page = InsightsPage(
            self.theme,
            self.tasks,
            self.facts,
            services.checkins,
            Dialogs(self.theme),
            services.practice_log,
            services.tags,
            services.markers,
        )
        self.page.resize(*SIZE)
        self.page.show()
        self.page.opened()
        self.turn(lambda: self.page.chart.dots > 0)
        self._paint()
        return (time.perf_counter() - begin_s) * 1000

    def again_ms(self) -> float:
        """Leave the page and open it again; returns the milliseconds until it is painted."""
        self.turn(lambda: not self.page.cards[0].going_on)
        self.page.leaving()
        self.page.hide()
        self.app.processEvents()
        begin_s = time.perf_counter()
        self.page.show()
        self.page.opened()
        self._paint()
        return (time.perf_counter() - begin_s) * 1000

    def frames_ms(self) -> dict[str, list[float]]:
        """Move through all there is, in turns with a bare PlotWidget of as many points."""
        import pyqtgraph

        page = self.page
        page.ranges.choose(["all"])
        page.ranges.chosen_changed.emit(["all"])
        before = page.chart.dots
        self.turn(lambda: page.chart.dots > before)
        self.turn(lambda: not page.cards[0].going_on)
        shown = page.chart._shown
        bare = pyqtgraph.PlotWidget()
        bare.resize(page.chart.plot.size())
        bare.plot(shown.at_s, shown.depth, pen=None, symbol="o", symbolSize=6)
        bare.show()
        self.app.processEvents()
        frames: dict[str, list[float]] = {"companion": [], "bare": []}
        span = float(shown.at_s[-1] - shown.at_s[0])
        for number in range(MOVES):
            share = 0.5 + 0.4 * (number % 20) / 20
            first = float(shown.at_s[0]) + span * (1 - share) * (number % 7) / 7
            for name, plot in (("companion", page.chart.plot), ("bare", bare)):
                begin_s = time.perf_counter()
                plot.getViewBox().setRange(xRange=(first, first + span * share), padding=0)
                plot.viewport().repaint()
                frames[name].append((time.perf_counter() - begin_s) * 1000)
            if number % 10 == 0:
                page.chart._settled.stop()  # while one moves, nothing new is worked out
        bare.close()
        return frames

    def points(self) -> tuple[list[float], list[float]]:
        """Return the same points the chart draws."""
        shown = self.page.chart._shown
        return shown.at_s.tolist(), shown.depth.tolist()

    def end(self) -> None:
        """Close the store."""
        self.page.leaving()
        self.tasks.run(self.companion.close)
        self.tasks.close()

    def _paint(self) -> None:
        self.app.processEvents()
        self.page.repaint()
        self.page.chart.plot.viewport().repaint()


def main(folder: str, wanted: str) -> None:
    """Print what was measured as JSON."""
    program = Program(folder)
    found: dict[str, Any] = {"first": program.first_ms()}
    found["again"] = statistics.median(program.again_ms() for _ in range(5))
    if wanted == "points":
        found["points"] = program.points()
    if wanted == "frames":
        found["frames"] = program.frames_ms()
    program.end()
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
