"""What can be said when a session is over: how much can be felt now, and a line. All of it may stay empty."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import quiet_button
from ui.kit.chips import Chips
from ui.kit.field import LineField
from ui.kit.text import soft
from ui.theme import Space, Theme

CANT_TELL = "?"
_DEEPEST = 10


class DepthChips(QWidget):
    """How much can be felt, 0 to 10, or "I can't tell", or nothing said."""

    depth_chosen = Signal(object)

    def __init__(self, theme: Theme, question: str):
        super().__init__()
        self.question = soft(theme, question)
        self.chips = Chips(theme, exclusive=True, name=question)
        ends = {0: tr("0, nothing"), _DEEPEST: tr("10, fully")}
        self.chips.set_items([(str(n), str(n), ends.get(n, "")) for n in range(_DEEPEST + 1)])
        self.chips.add_chip(CANT_TELL, tr("I can’t tell"))
        self.chips.chosen_changed.connect(lambda _: self.depth_chosen.emit(self.chosen_depth))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.question)
        column.addWidget(self.chips)

    @property
    def chosen_depth(self) -> int | None:
        """The depth that is chosen; None for nothing and for "I can't tell"."""
        chosen = self.chips.chosen()
        return int(chosen[0]) if chosen and chosen[0] != CANT_TELL else None


class After(QWidget):
    """Shown below the outcome."""

    depth_chosen = Signal(object)
    line_written = Signal(str)

    def __init__(self, theme: Theme):
        super().__init__()
        question = tr("How much can you feel now? Nothing is a normal answer, and so is no answer.")
        self.felt = DepthChips(theme, question)
        self.felt.depth_chosen.connect(self.depth_chosen)
        hint = tr("A line about it, if you like. It stays with the session")
        self.line = LineField(theme, tr("A line about it"), hint)
        self.line.returnPressed.connect(self._write)
        self.write = quiet_button(theme, tr("Put into the journal"))
        self.write.clicked.connect(self._write)
        self.said = soft(theme, "")
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.line, 1)
        row.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self.felt)
        column.addLayout(row)
        column.addWidget(self.said)
        self.said.hide()

    @property
    def unwritten(self) -> str:
        """The line, where it was not put into the journal: it is kept with the session."""
        return self.line.text().strip()

    def say(self, words: str) -> None:
        """Say what became of it."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def line_kept(self) -> None:
        """The line is in the journal."""
        self.line.clear()
        self.say(tr("It is in the journal."))

    def _write(self) -> None:
        if self.unwritten:
            self.line_written.emit(self.unwritten)
