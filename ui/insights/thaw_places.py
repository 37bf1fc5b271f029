"""What lies under the pointer in the plot of the thaw, and how to get there."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF

from numbcompanion.insights.thaw import Thaw
from numbcompanion.translation import tr
from ui.insights.thaw_items import MARKER_AT, Mark

_NEAR_PX = 12


def second_at(plot: pg.PlotWidget, place: QPointF) -> float:
    """Return the second a place in the plot stands for."""
    return float(plot.getViewBox().mapSceneToView(plot.mapToScene(place.toPoint())).x())


def dot_near(plot: pg.PlotWidget, shown: Thaw, place: QPointF) -> int | None:
    """Return which dot is nearest to a place in the plot, None when none is near."""
    if not len(shown.at_s):
        return None
    box = plot.getViewBox()
    second_px, depth_px = box.viewPixelSize()
    at = box.mapSceneToView(plot.mapToScene(place.toPoint()))
    first, last = np.searchsorted(shown.at_s, (at.x() - _NEAR_PX * second_px, at.x() + _NEAR_PX * second_px))
    if first == last:
        return None
    sideways = (shown.at_s[first:last] - at.x()) / second_px
    upward = (shown.depth[first:last] - at.y()) / depth_px
    away = sideways**2 + upward**2
    nearest = int(np.argmin(away))
    return int(first) + nearest if away[nearest] <= _NEAR_PX**2 else None


def mark_near(plot: pg.PlotWidget, marks: Sequence[Mark], place: QPointF) -> Mark | None:
    """Return the marker a place in the plot is near to, or None."""
    box = plot.getViewBox()
    for mark in marks:
        there = plot.mapFromScene(box.mapViewToScene(QPointF(mark.at_s, MARKER_AT)))
        if (QPointF(there) - place).manhattanLength() <= _NEAR_PX:
            return mark
    return None


def how_to_move() -> str:
    """Return how to move through the chart, in one line."""
    mouse = tr("Drag or ← → to move, Ctrl and wheel or + − to zoom, 0 for all.")
    return mouse + " " + tr("Shift and ← → from dot to dot, Enter opens.")
