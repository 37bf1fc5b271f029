"""The left column: search, the pages by month, and this day in earlier years."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.journal.records import EntryLine, Hit
from numbcompanion.translation import tr
from ui.journal.entry_list import EntryList
from ui.journal.entry_model import EntryModel
from ui.kit.buttons import icon_button
from ui.kit.search_field import SearchField
from ui.kit.text import soft
from ui.theme import Space, Theme

SEARCH_DELAY_MS = 120
_SIDES = 18


class _Search(SearchField):
    """The search field: Down goes into the list, Enter opens the first hit, Esc goes back to the page."""

    down_pressed = Signal()
    escape_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.escape_pressed.emit()
        else:
            super().keyPressEvent(event)


class ListColumn(QWidget):
    """Shows lines or, while there are words in the search field, hits; asks its owner for both."""

    search_requested = Signal(str)  # empty: the list again
    open_requested = Signal(str)
    delete_requested = Signal(str)
    write_requested = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self.search = _Search(theme, tr("Search your words"))
        self.write_button = icon_button(theme, "plus", tr("Write a new page"))
        self.lines = EntryModel(self)
        self.list = EntryList(theme, self.lines, tr("Your pages"))
        self._memories = EntryModel(self)
        self.memories = EntryList(theme, self._memories, tr("On this day"))
        self.note = soft(theme, "")
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._build()
        self._connect()
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    @property
    def searching(self) -> bool:
        """Whether there are words in the search field."""
        return bool(self.search.text().strip())

    def show_lines_note(self) -> None:
        """Say what the list is for while there is nothing in it."""
        self._say("" if self.lines.rowCount() else tr("What you write is kept here, only for you."))

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show what was found."""
        self.lines.show_hits(hits)
        self.list.scrollToTop()
        if self.list.hasFocus():
            self.list.enter()
        self.memories.hide()
        self._say("" if hits else tr("No page has these words."))

    def show_memories(self, memories: Sequence[EntryLine]) -> None:
        """Show the pages of this day in earlier years."""
        self._memories.show_memories(memories)
        self._show_memories()

    def forget(self, entry_id: str) -> None:
        """Take a page out of both lists."""
        self.lines.take_out(entry_id)
        self._memories.take_out(entry_id)
        self._show_memories()
        if not self.searching:
            self.show_lines_note()

    def show_open(self, entry_id: str) -> None:
        """Mark the page that is open."""
        self.list.show_open(entry_id)
        self.memories.show_open(entry_id)

    def search_now(self) -> None:
        """Ask for what the words in the field find, without waiting for more of them."""
        self._timer.stop()
        self._show_memories()
        self.search_requested.emit(self.search.text() if self.searching else "")

    def _show_memories(self) -> None:
        self.memories.setVisible(self._memories.rowCount() > 0 and not self.searching)

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _open_first(self) -> None:
        if self.searching:
            self.search_now()
            self.list.enter()

    def _build(self) -> None:
        self._top = QHBoxLayout()
        self._top.setSpacing(Space.S)
        self._top.addWidget(self.search, 1)
        self._top.addWidget(self.write_button)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._top)
        self._column.addSpacing(Space.XS)
        self._column.addWidget(self.note)
        self._column.addWidget(self.list)
        self._column.addWidget(self.memories)
        self._column.addStretch(1)
        self.note.hide()
        self.memories.hide()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.search_now)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self.search.returnPressed.connect(self._open_first)
        self.search.down_pressed.connect(self.list.enter)
        self.search.escape_pressed.connect(self.left)
        self.write_button.clicked.connect(self.write_requested)
        self.list.left_at_top.connect(self.search.setFocus)
        self.memories.left_at_top.connect(self.list.enter)
        for view in (self.list, self.memories):
            view.open_requested.connect(self.open_requested)
            view.delete_requested.connect(self.delete_requested)
            view.left.connect(self.left)

    def _follow_theme(self) -> None:
        self._column.setContentsMargins(_SIDES, Space.XXL, _SIDES, Space.L)
        self.note.setContentsMargins(Space.XS, Space.M, Space.XS, 0)
