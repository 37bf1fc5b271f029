"""Pens, brushes and colours for charts, as plain Qt objects."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen

from ui.theme.roles import Role, TextStyle
from ui.theme.theme import Theme


@dataclass(frozen=True)
class ChartLook:
    """Everything a chart needs to look like the room it stands in."""

    background: QColor
    axis: QPen
    grid: QPen
    text: QColor
    font: QFont
    line: QPen
    faint_line: QPen
    band: QBrush
    dot_outline: QPen


def chart_look(theme: Theme) -> ChartLook:
    """Return the look of charts in the present theme."""
    band = QColor(theme.color(Role.HAZE))
    band.setAlphaF(0.28)
    return ChartLook(
        background=theme.color(Role.CARD),
        axis=_pen(theme.color(Role.EDGE), 1),
        grid=_pen(theme.color(Role.LINE), 1),
        text=theme.color(Role.SOFT_INK),
        font=theme.font(TextStyle.SMALL),
        line=_pen(theme.color(Role.HAZE_MARK), 2.2),
        faint_line=_pen(theme.color(Role.FOG_MARK), 1.4, Qt.PenStyle.DashLine),
        band=QBrush(band),
        dot_outline=_pen(theme.color(Role.CARD), 1.5),
    )


def dot_brush(theme: Theme, fraction: float) -> QBrush:
    """Return the brush of a point at a fraction of the thaw, strong enough to be seen on a card."""
    return QBrush(theme.ramp_mark(fraction))


def cell_brush(theme: Theme, fraction: float | None) -> QBrush:
    """Return the brush of a day in the year of days; None is an empty day."""
    return QBrush(theme.color(Role.SUNK) if fraction is None else theme.ramp(fraction))


def cell_pen(theme: Theme, fraction: float | None) -> QPen:
    """Return the outline of a day in the year of days."""
    return _pen(theme.color(Role.LINE) if fraction is None else theme.ramp_mark(fraction), 1)


def _pen(color: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(QBrush(color), width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    pen.setCosmetic(True)
    return pen
