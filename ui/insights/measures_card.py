"""Measures beyond the mean, each with one plain sentence."""

from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from numbcompanion.insights.measures import Measure, measures
from numbcompanion.insights.measures_in_words import (
    measure_in_words,
    measure_name,
    measure_value,
    measures_in_words,
)
from numbcompanion.insights.points import Twin
from numbcompanion.translation import tr
from ui.insights.insight_card import InsightCard
from ui.insights.known import Known
from ui.kit.dialogs import Dialogs
from ui.kit.text import Text
from ui.theme.roles import Role, Space, TextStyle
from ui.theme.theme import Theme


class MeasureList(QWidget):
    """Name, value and sentence, line by line."""

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.M)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[Text, Text, Text]] = []

    def set_measures(self, found: tuple[Measure, ...]) -> None:
        """Show these measures."""
        while len(self._lines) < len(found):
            self._add_line()
        for line, measure in zip(self._lines, found, strict=True):
            for text, words in zip(
                line, (measure_value(measure), measure_name(measure.kind), measure_in_words(measure)), strict=True
            ):
                text.setText(words)

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Draw the lines into a picture."""
        painter.save()
        painter.translate(room.topLeft())
        self.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.restore()

    def _add_line(self) -> None:
        theme, row = self._theme, len(self._lines)
        line = (
            Text(theme, "", TextStyle.NUMBER),
            Text(theme, "", TextStyle.BODY_STRONG),
            Text(theme, "", TextStyle.BODY, Role.SOFT_INK),
        )
        line[0].setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(line[0], row, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(line[1])
        words.addWidget(line[2])
        self._grid.addLayout(words, row, 1)
        self._lines.append(line)


class MeasuresCard(InsightCard):
    """Range, spread, change, how much stays, words in use, contact."""

    def __init__(self, theme: Theme, dialogs: Dialogs):
        self.list = MeasureList(theme)
        note = tr("None of these is good or bad. Each is of your own check-ins alone.")
        super().__init__(theme, dialogs, tr("Beyond the mean"), self.list, note)

    def work_out(self, known: Known) -> tuple[tuple[Measure, ...], Twin]:
        found = measures(known.points)
        return found, measures_in_words(found)

    def show_found(self, found: Any) -> None:
        lines, twin = found
        if all(measure.value is None and measure.missing == "too_few" for measure in lines):
            self.set_empty(tr("Not enough yet. From 20 check-ins on, this says more than a mean."))
            return
        self.set_empty(None)
        self.list.set_measures(lines)
        self.set_twin(twin)
