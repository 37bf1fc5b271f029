"""Something to choose while a session goes on; nothing is ever needed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.practice.plans import Ask
from numbcompanion.practice.script_text import FEELING_WORDS
from numbcompanion.translation import tr
from ui.kit.chips import Chips
from ui.theme import Theme

Words = Callable[[str | None], Sequence[str]]
"""Gives feeling words: near the one that was chosen last, or to begin with."""


class AskRow(QWidget):
    """The choices of one `Ask` as chips; at most one is on."""

    answered = Signal(object, bool)  # what was chosen or taken back, and which of the two

    def __init__(self, theme: Theme, words: Words):
        super().__init__()
        self._words = words
        self._ask: Ask | None = None
        self._last_word: str | None = None
        self.chips = Chips(theme, exclusive=True, name=tr("Choose, if you like"))
        self.chips.chosen_changed.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chips)
        self.hide()

    def show_ask(self, ask: Ask | None) -> None:
        """Show the choices of `ask`, or nothing."""
        if ask is self._ask:
            return
        self._ask = ask
        self._given: str | None = None
        if ask is not None:
            texts = self._words(self._last_word) if ask.choices == (FEELING_WORDS,) else ask.choices
            self.chips.choose([])
            self.chips.set_items([(text, text) for text in texts])
        self.setVisible(ask is not None)

    def _chosen(self, keys: list[str]) -> None:
        ask = self._ask
        if ask is None:
            return
        if self._given is not None:
            self.answered.emit(self._value(ask, self._given), False)
        self._given = keys[0] if keys else None
        if self._given is not None:
            if ask.choices == (FEELING_WORDS,):
                self._last_word = self._given
            self.answered.emit(self._value(ask, self._given), True)

    @staticmethod
    def _value(ask: Ask, text: str) -> str | int:
        return int(text) if ask.numbers else text
