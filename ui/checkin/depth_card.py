"""The first line: how much can be felt; and below it, close or far."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import ButtonRow, link_button
from ui.kit.card import Card
from ui.kit.dots import Dots
from ui.kit.feeling_slider import FeelingSlider
from ui.kit.text import body, card_title, soft
from ui.theme import Space, Theme


class DepthCard(Card):
    """The one question, and two lines of five dots."""

    save_requested = Signal()

    def __init__(self, theme: Theme):
        super().__init__(theme)
        question = tr("How much can you feel?")
        self.cant_tell = link_button(theme, tr("I can’t tell"))
        self.add(titled(theme, question, self.cant_tell))
        self.slider = FeelingSlider(theme, question, "five")
        self.slider.save_requested.connect(self.save_requested)
        self.cant_tell.clicked.connect(self.slider.cant_tell)
        self.add(self.slider)
        self.people = Dots(theme, tr("Close to people, or far"))
        self.myself = Dots(theme, tr("Close to myself, or far"))
        self.add(
            ButtonRow(
                _line(theme, tr("Close or far?"), None),
                _line(theme, tr("people"), self.people),
                _line(theme, tr("myself"), self.myself),
                gap=Space.M,
            )
        )


def titled(theme: Theme, text: str, beside: QWidget) -> QWidget:
    """Return the title of a card with a quiet way out beside it."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.M)
    row.addWidget(card_title(theme, text), 1, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(beside, 0, Qt.AlignmentFlag.AlignVCenter)
    return line


def _line(theme: Theme, text: str, dots: Dots | None) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.S)
    row.addWidget(body(theme, text) if dots is None else soft(theme, text), 0, Qt.AlignmentFlag.AlignVCenter)
    if dots is not None:
        row.addWidget(dots)
    return line
