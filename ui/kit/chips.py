"""Chips: small choices that are on or off, in a flow that wraps."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import Button
from ui.kit.flow import FlowLayout
from ui.kit.room import keep_room
from ui.theme import Theme

_GAP = 6


class Chip(Button):
    """One choice; `key` is what it stands for, its words when none is given."""

    def __init__(self, theme: Theme, text: str, key: str | None = None, parent: QWidget | None = None):
        super().__init__(theme, text, "chip", parent)
        self.key = text if key is None else key
        self.setCheckable(True)


class Chips(QWidget):
    """A flow of chips; arrow keys move inside it. Exclusive: at most one is on, and it can be taken back."""

    chosen_changed = Signal(list)

    def __init__(self, theme: Theme, exclusive: bool = False, name: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._exclusive = exclusive
        self._needs_one = False
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self, _GAP, 8)
        self.setAccessibleName(name)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips in their order."""
        return tuple(self._chips)

    def set_needs_one(self, needs_one: bool) -> None:
        """Say whether one must stay on, as with tabs; only for exclusive chips."""
        self._needs_one = needs_one

    def set_items(self, items: Iterable[Sequence[str]]) -> None:
        """Show these (key, text, tooltip or none); what was chosen and is still there stays chosen."""
        chosen = self.chosen()
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for key, text, *rest in items:
            self.add_chip(key, text, rest[0] if rest else "")
        self.choose(chosen)

    def add_chip(self, key: str, text: str, tooltip: str = "") -> Chip:
        """Put one more chip at the end."""
        chip = Chip(self._theme, text, key, self)
        chip.setToolTip(tooltip)
        chip.setAccessibleDescription(tooltip)
        chip.clicked.connect(lambda: self._pressed(chip))
        chip.installEventFilter(self)
        self._chips.append(chip)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def add_after(self, widget: QWidget) -> None:
        """Put another widget, such as a link, after the chips."""
        self._flow.addWidget(widget)

    def chosen(self) -> list[str]:
        """Return the keys that are on, in the order of the chips."""
        return [chip.key for chip in self._chips if chip.isChecked()]

    def choose(self, keys: Iterable[str]) -> None:
        """Switch exactly these on; says nothing to anyone."""
        wanted = list(keys)[:1] if self._exclusive else list(keys)
        for chip in self._chips:
            chip.setChecked(chip.key in wanted)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            keep_room(self)
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, Chip):
            return self._moved(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _moved(self, chip: Chip, key: Qt.Key) -> bool:
        forward = [Qt.Key.Key_Right, Qt.Key.Key_Down]
        back = [Qt.Key.Key_Left, Qt.Key.Key_Up]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forward[0], back[0] = back[0], forward[0]
        place = self._chips.index(chip)
        if key in forward:
            place += 1
        elif key in back:
            place -= 1
        elif key == Qt.Key.Key_Home:
            place = 0
        elif key == Qt.Key.Key_End:
            place = len(self._chips) - 1
        else:
            return False
        self._chips[place % len(self._chips)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _pressed(self, chip: Chip) -> None:
        if self._exclusive:
            if not chip.isChecked() and self._needs_one:
                chip.setChecked(True)
                return
            for other in self._chips:
                if other is not chip:
                    other.setChecked(False)
        self.chosen_changed.emit(self.chosen())
