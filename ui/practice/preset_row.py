"""Names for what was set: one is chosen, kept or forgotten."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import link_button, quiet_button
from ui.kit.chips import Chips
from ui.kit.field import LineField
from ui.kit.text import soft
from ui.theme import Space, Theme

_NAME_WIDE = 280


class PresetRow(QWidget):
    """Chips for the names there are, and a field for a new one."""

    chosen = Signal(str)
    keep_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(self, theme: Theme, name: str):
        super().__init__()
        self._own: set[str] = set()
        self.chips = Chips(theme, exclusive=True, name=name)
        self.chips.set_needs_one(True)
        self.chips.chosen_changed.connect(self._pressed)
        self.forget = link_button(theme, tr("Forget this one"))
        self.forget.clicked.connect(lambda: self.forget_requested.emit(self.chips.chosen()[0]))
        self.field = LineField(theme, name, tr("A name, to find it again"))
        self.field.setMaximumWidth(theme.px(_NAME_WIDE))
        self.field.returnPressed.connect(self._keep)
        self.keep = quiet_button(theme, tr("Keep"))
        self.keep.clicked.connect(self._keep)
        self.said = soft(theme, "")
        self.said.hide()
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.field, 1000)
        row.addWidget(self.keep)
        row.addWidget(self.forget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.chips)
        column.addLayout(row)
        column.addWidget(self.said)
        self.show_names([])

    def show_names(self, names: Sequence[tuple[str, str, bool]]) -> None:
        """Show these (key, text, whether it is the person's own and can be forgotten)."""
        self._own = {key for key, _text, own in names if own}
        self.chips.set_items([(key, text) for key, text, _own in names])
        self.chips.setVisible(bool(names))
        self._settle()

    def choose(self, key: str) -> None:
        """Mark one name, or none."""
        self.chips.choose([key])
        self._settle()

    def say(self, words: str) -> None:
        """Say what became of it."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def kept(self) -> None:
        """It is kept under its name."""
        self.field.clear()
        self.say("")

    def _pressed(self, keys: list[str]) -> None:
        self._settle()
        if keys:
            self.chosen.emit(keys[0])

    def _settle(self) -> None:
        chosen = self.chips.chosen()
        self.forget.setVisible(bool(chosen) and chosen[0] in self._own)

    def _keep(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.keep_requested.emit(name)
        else:
            self.say(tr("It needs a name."))
