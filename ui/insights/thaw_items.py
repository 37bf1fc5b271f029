"""What the thaw is drawn with: dots on the ramp, the line and its band, markers and days of practice above."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from numbcompanion.checkins.records import DEEPEST
from numbcompanion.insights.thaw import Thaw
from ui.theme.roles import Role, TextStyle
from ui.theme.theme import Theme

DOT = 6
MARGIN = 0.4
PRACTICE_AT = 10.8
MARKER_AT = 11.5
HIGHEST = 12.0
_PRACTICE_DOT = 4
_MARKER_DOT = 10
_BAND_ALPHA = 0.16
_FEW = 3000
_STEPS = 1600


@dataclass(frozen=True)
class Mark:
    """Something that happened on a day: medication changed, or an event; `words` tells it."""

    at_s: float
    medication: bool
    words: str


class ThawItems:
    """The parts of the picture, in the colours of the theme."""

    def __init__(self, theme: Theme, plot: pg.PlotWidget):
        self._theme = theme
        self._plot = plot
        self._by_depth: list[QBrush] = []
        self.low, self.high = pg.PlotCurveItem(connect="finite"), pg.PlotCurveItem(connect="finite")
        self.band = pg.FillBetweenItem(self.low, self.high)
        self.line = pg.PlotCurveItem(connect="finite", antialias=True)
        self.dots = pg.ScatterPlotItem(size=DOT, pen=None, pxMode=True)
        self.days = pg.ScatterPlotItem(size=_PRACTICE_DOT, symbol="o", pxMode=True)
        self.marks = pg.ScatterPlotItem(size=_MARKER_DOT, pxMode=True)
        self.mark_lines = pg.PlotCurveItem(connect="pairs")
        self.cursor = pg.ScatterPlotItem(size=DOT * 2, brush=None, pxMode=True)
        for item in (self.band, self.mark_lines, self.dots, self.line, self.days, self.marks, self.cursor):
            plot.addItem(item)

    def show(self, thaw: Thaw) -> None:
        """Draw dots, line and band."""
        self.high.setData(thaw.line_at_s, thaw.high)
        self.low.setData(thaw.line_at_s, thaw.low)
        self.line.setData(thaw.line_at_s, thaw.line, connect="finite")
        told_apart = _told_apart(thaw)
        depth = thaw.depth[told_apart]
        self.dots.setData(x=thaw.at_s[told_apart], y=depth, brush=self._brushes(depth))
        self.point_at(None)

    def add_dot(self, at_s: float, depth: int) -> None:
        """Draw one more dot."""
        self.dots.addPoints(x=[at_s], y=[depth], brush=[self._by_depth[depth]])

    def show_above(self, practice_days: Sequence[date], marks: Sequence[Mark]) -> None:
        """Draw what goes above; without any of it the dots have all the room."""
        at = np.array([noon_s(day) for day in practice_days], dtype=float)
        self.days.setData(x=at, y=np.full(len(at), PRACTICE_AT))
        places = np.array([mark.at_s for mark in marks], dtype=float)
        symbols = ["s" if mark.medication else "d" for mark in marks]
        self.marks.setData(x=places, y=np.full(len(places), MARKER_AT), symbol=symbols or "s")
        up_and_down = np.tile([-MARGIN, MARKER_AT], len(places))
        self.mark_lines.setData(np.repeat(places, 2), up_and_down, connect="pairs")
        top = HIGHEST if len(places) else PRACTICE_AT + MARGIN if len(at) else DEEPEST + MARGIN
        self._plot.setYRange(-MARGIN, top, padding=0)

    def point_at(self, place: tuple[float, float] | None) -> None:
        """Ring one dot, or none."""
        at, depth = ([], []) if place is None else ([place[0]], [place[1]])
        self.cursor.setData(x=at, y=depth)

    def dress(self) -> None:
        """Take the colours and sizes of the theme."""
        theme = self._theme
        self._by_depth = [QBrush(theme.ramp_mark(depth / DEEPEST)) for depth in range(DEEPEST + 1)]
        accent, soft = theme.color(Role.ACCENT), theme.color(Role.SOFT_INK)
        wash = QColor(accent)
        wash.setAlphaF(_BAND_ALPHA)
        self.band.setBrush(wash)
        nothing = QPen(Qt.PenStyle.NoPen)
        self.low.setPen(nothing)
        self.high.setPen(nothing)
        self.line.setPen(pg.mkPen(accent, width=2.5))
        self.dots.setSize(theme.px(DOT))
        self.days.setSize(theme.px(_PRACTICE_DOT))
        self.days.setPen(nothing)
        self.days.setBrush(pg.mkBrush(accent))
        self.marks.setSize(theme.px(_MARKER_DOT))
        self.marks.setPen(pg.mkPen(soft, width=1.5))
        self.marks.setBrush(pg.mkBrush(theme.color(Role.CARD)))
        self.mark_lines.setPen(pg.mkPen(theme.color(Role.EDGE), width=1, style=Qt.PenStyle.DotLine))
        self.cursor.setSize(theme.px(DOT * 2))
        self.cursor.setPen(pg.mkPen(theme.color(Role.INK), width=2))
        font = theme.font(TextStyle.SMALL)
        for side in ("bottom", "left"):
            axis = self._plot.getAxis(side)
            axis.setTextPen(soft)
            axis.setPen(nothing)
            axis.setTickFont(font)
            axis.setStyle(tickLength=0, tickAlpha=0)

    def _brushes(self, depths: NDArray[np.float64]) -> list[QBrush]:
        """Return one brush for each dot, the same object for the same depth: pyqtgraph draws each object once."""
        return [self._by_depth[int(depth)] for depth in depths]


def _told_apart(thaw: Thaw) -> NDArray[np.intp]:
    """Return which dots to draw: of many that lie within half a pixel at the same depth, one."""
    at = thaw.at_s
    if len(at) <= _FEW:
        return np.arange(len(at))
    step_s = max((at[-1] - at[0]) / _STEPS, 1.0)
    places = np.floor((at - at[0]) / step_s) * (DEEPEST + 1) + thaw.depth
    return np.sort(np.unique(places, return_index=True)[1])


def noon_s(day: date) -> float:
    """Return the middle of `day` as seconds since 1970."""
    return datetime.combine(day, time(12), UTC).timestamp()
