"""The least a program can do that shows the same points: as many PlotWidgets as the first sight of the page."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

CHARTS = 3


def main(file: str) -> None:
    """Show the points of `file` and print how long that took, in milliseconds."""
    app = QApplication(sys.argv[:1])
    at, depth = json.loads(Path(file).read_text())
    begin_s = time.perf_counter()
    import pyqtgraph

    window = QWidget()
    column = QVBoxLayout(window)
    plots = []
    for _ in range(CHARTS):
        plot = pyqtgraph.PlotWidget()
        plot.plot(at, depth, pen=None, symbol="o", symbolSize=6)
        column.addWidget(plot)
        plots.append(plot)
    window.resize(956, 780)
    window.show()
    app.processEvents()
    for plot in plots:
        plot.viewport().repaint()
    print(json.dumps({"first": (time.perf_counter() - begin_s) * 1000}))


if __name__ == "__main__":
    main(sys.argv[1])
