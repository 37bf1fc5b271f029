"""The thaw as a chart: dots on the ramp, a smooth line with its band, gaps left open."""

from datetime import UTC, datetime

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.checkins.records import DEEPEST
from numbcompanion.insights.thaw import DAY_S, Thaw
from numbcompanion.translation import tr
from ui.theme.roles import Role, TextStyle
from ui.theme.theme import Theme

_HEIGHT = 190
_DOT = 6
_MARGIN = 0.4
_BAND_ALPHA = 0.16
_NEAREST_TICK_PX = 90


class _MonthAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Months, or days when there are few of them; one label at most every 90 px."""

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        days = (maximum - minimum) / DAY_S
        room = max(2, int(size / _NEAREST_TICK_PX))
        if days <= 0 or not np.isfinite(days):
            return []
        if days > 62:
            return [(DAY_S * 30, _firsts_of_months(minimum, maximum, room))]
        step = max(1, round(days / room)) * DAY_S
        return [(step, list(np.arange(np.ceil(minimum / step) * step, maximum, step)))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        form = "%b %Y" if spacing > DAY_S * 300 else "%b" if spacing >= DAY_S * 28 else "%-d %b"
        return [datetime.fromtimestamp(value, UTC).strftime(form) for value in values]


def _firsts_of_months(minimum: float, maximum: float, room: int) -> list[float]:
    first, last = (datetime.fromtimestamp(max(v, -2e9), UTC) for v in (minimum, maximum))
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    step = max(1, -(-count // room))
    months = [first.year * 12 + first.month - 1 + i for i in range(0, count + 1, step)]
    values = [datetime(m // 12, m % 12 + 1, 1, tzinfo=UTC).timestamp() for m in months if m // 12 < 9999]
    return [value for value in values if minimum <= value <= maximum]


class ThawChart(QWidget):
    """Draws a Thaw; the text twin beside it says the same in words."""

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self._shown: Thaw | None = None
        self._plot = pg.PlotWidget(axisItems={"bottom": _MonthAxis("bottom")}, background=None)
        self._plot.setAccessibleName(tr("The thaw: how much you could feel"))
        self._plot.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self._make_items()
        theme.changed.connect(self._dress)
        self._dress()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:  # the page scrolls, not the chart
            event.ignore()
            return True
        return False

    @property
    def dots(self) -> int:
        """How many check-ins are drawn."""
        return len(self._dots.data)

    def show_thaw(self, thaw: Thaw) -> None:
        """Draw `thaw`; without dots only the axes stay."""
        self._shown = thaw
        self._high.setData(thaw.line_at_s, thaw.high)
        self._low.setData(thaw.line_at_s, thaw.low)
        self._line.setData(thaw.line_at_s, thaw.line, connect="finite")
        self._dots.setData(x=thaw.at_s, y=thaw.depth, brush=self._brushes(thaw))
        if len(thaw.at_s):
            pad = max(DAY_S / 2, (thaw.at_s[-1] - thaw.at_s[0]) * 0.01)
            self._plot.setXRange(thaw.at_s[0] - pad, thaw.at_s[-1] + pad, padding=0)

    def add_dot(self, checkin_id: str, at_s: float, depth: int) -> None:
        """Draw one more dot now; the line is drawn anew with the next `show_thaw`."""
        self._dots.addPoints(x=[at_s], y=[depth], brush=self._theme.ramp_mark(depth / DEEPEST), data=[checkin_id])
        view = self._plot.getViewBox().viewRange()[0]
        if at_s > view[1]:
            self._plot.setXRange(view[0], at_s + DAY_S / 2, padding=0)

    def _make_items(self) -> None:
        self._low, self._high = pg.PlotCurveItem(connect="finite"), pg.PlotCurveItem(connect="finite")
        self._band = pg.FillBetweenItem(self._low, self._high)
        self._line = pg.PlotCurveItem(antialias=True)
        self._dots = pg.ScatterPlotItem(size=_DOT, pen=None, pxMode=True)
        for item in (self._band, self._low, self._high, self._dots, self._line):
            self._plot.addItem(item)
        self._plot.setYRange(-_MARGIN, DEEPEST + _MARGIN, padding=0)

    def _brushes(self, thaw: Thaw) -> list[QColor]:
        by_depth = [self._theme.ramp_mark(depth / DEEPEST) for depth in range(DEEPEST + 1)]
        return [by_depth[int(depth)] for depth in thaw.depth]

    def _dress(self) -> None:
        theme = self._theme
        accent = theme.color(Role.ACCENT)
        self._plot.setBackground(theme.color(Role.CARD))
        wash = QColor(accent)
        wash.setAlphaF(_BAND_ALPHA)
        self._band.setBrush(wash)
        nothing = QPen(Qt.PenStyle.NoPen)
        self._low.setPen(nothing)
        self._high.setPen(nothing)
        self._line.setPen(pg.mkPen(accent, width=2.5))
        font = theme.font(TextStyle.SMALL)
        for side in ("bottom", "left"):
            axis = self._plot.getAxis(side)
            axis.setTextPen(theme.color(Role.SOFT_INK))
            axis.setPen(nothing)
            axis.setTickFont(font)
            axis.setStyle(tickLength=0)
        left = self._plot.getAxis("left")
        left.setTicks([[(0, tr("none")), (DEEPEST, tr("vivid"))]])
        left.setWidth(theme.px(52))
        self._plot.setFixedHeight(theme.px(_HEIGHT))
        self._dots.setSize(theme.px(_DOT))
        if self._shown is not None:
            self.show_thaw(self._shown)
