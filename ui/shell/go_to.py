"""Go to anything by name (Ctrl+K)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.search_field import SearchField
from ui.theme import Space, Theme

_SIZE = (460, 420)


@dataclass(frozen=True)
class Place:
    """Somewhere to go: its name, what kind of thing it is, how to get there."""

    name: str
    kind: str
    go: Callable[[], None]
    also: tuple[str, ...] = ()

    def fits(self, typed: str) -> bool:
        """Whether every word typed begins a word of the name or is in what it is also called."""
        text = " ".join((self.name, self.kind, *self.also)).casefold()
        return all(word in text for word in typed.casefold().split())


class GoTo(QDialog):
    """A field and a list; Enter goes, Esc stays."""

    def __init__(self, theme: Theme, places: Sequence[Place], parent: QWidget | None = None):
        super().__init__(parent)
        self._places = places
        self._chosen: Place | None = None
        self.setWindowTitle(tr("Go to"))
        self.setAccessibleName(tr("Go to"))
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(Space.L),) * 4)
        self.field = SearchField(theme, tr("A page, a practice, a chapter…"))
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._go)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Places"))
        self.list.itemActivated.connect(lambda _: self._go())
        self.list.itemClicked.connect(lambda _: self._go())
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._fill("")
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
        return super().eventFilter(watched, event)

    def chosen(self) -> Place | None:
        """The place that was chosen, if any."""
        return self._chosen

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for place in self._places:
            if place.fits(typed):
                item = QListWidgetItem(tr("{name}  ·  {kind}").format(name=place.name, kind=place.kind))
                item.setData(Qt.ItemDataRole.UserRole, place)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._chosen = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
