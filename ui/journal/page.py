"""The Journal: the list of pages on the left, the one to write on at the right."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from numbcompanion.clock import Clock
from numbcompanion.journal.journal import Journal
from numbcompanion.journal.nudges import Nudges
from numbcompanion.journal.records import Entry
from numbcompanion.journal.text import word_count
from numbcompanion.preferences import PreferencesFile
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.journal.keeper import Keeper, Leaf, Words
from ui.journal.list_column import ListColumn
from ui.journal.nudge_card import NudgeCard
from ui.journal.sheet import Sheet
from ui.journal.shelf import Shelf
from ui.kit.dialogs import Dialogs
from ui.tasks import Tasks
from ui.theme import Theme

_LIST_WIDTH = 272
_LIST_SHARE = 0.36
_NOTHING = Words("", "")


class _Opened(NamedTuple):
    entry: Entry | None
    words: int


class JournalPage(QWidget):
    """Opens on the page of today, or on a blank one; saves by itself; shows the page where you were."""

    toast_requested = Signal(str, object)  # what happened, and a call that takes it back

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        journal: Journal,
        dialogs: Dialogs,
        clock: Clock,
        nudges: Nudges,
        preferences_file: PreferencesFile,
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks
        self._facts = facts
        self._journal = journal
        self._dialogs = dialogs
        self._read_once = False
        self._openings = 0
        self.keeper = Keeper(tasks, journal, clock, self)
        self.column = ListColumn(theme)
        self.shelf = Shelf(tasks, journal, self.column, self)
        self.nudge_card = NudgeCard(theme, facts, nudges, preferences_file, clock)
        self.sheet = Sheet(theme, self.nudge_card)
        self._build()
        self._connect()
        self._show_new()

    # What the window asks of a page

    def opened(self) -> None:
        """The page is shown: read the list, the first time also the page to go on with."""
        self.sheet.take_keyboard()
        if not self._read_once:
            self._read_once = True
            self._tasks.run(lambda: _counted(self._journal.last_of_today()), self._show_first)
        self.shelf.read()
        if self.keeper.leaf is not None and self.keeper.leaf.entry is None:
            self._show_moment()

    def leaving(self) -> None:
        """Another page comes, or the program ends: what is not on the disk yet goes there now."""
        self.keeper.flush()

    @property
    def unsaved(self) -> bool:
        """Whether there are words that are not on the disk."""
        return self.keeper.unsaved

    def _show_first(self, last: _Opened) -> None:
        """Go on with the page of today, unless something was written or opened before the store had answered."""
        leaf = self.keeper.leaf
        untouched = leaf is not None and leaf.new and leaf.moment is None and not self._openings
        if untouched and last.entry is not None:
            self.keeper.leave()
            self._show_entry(last)

    # Pages

    def write_new(self) -> None:
        """Begin a new page with the cursor in it; a blank one that is open already will do."""
        self._openings += 1
        if not self.sheet.words().blank or (self.keeper.leaf is not None and not self.keeper.leaf.new):
            self.keeper.leave()
            self._show_new()
        self.sheet.take_keyboard()

    def open_entry(self, entry_id: str) -> None:
        """Show the page `entry_id`; the one that is open is saved first."""
        leaf = self.keeper.leaf
        if leaf is not None and leaf.id == entry_id:
            self.sheet.take_keyboard()
            return
        self._openings += 1
        self.keeper.flush()
        ticket = self._openings
        self._tasks.run(partial(self._fetch, entry_id), lambda found: self._show_fetched(ticket, entry_id, found))

    def delete_entry(self, entry_id: str) -> None:
        """Put a page into the trash, with a way back."""
        leaf = self.keeper.leaf
        was_open = leaf is not None and leaf.id == entry_id
        if was_open:
            self._openings += 1
            self.keeper.leave()
            self._show_new()

        def work() -> Entry | None:
            self._journal.delete(entry_id)
            return self._journal.entry(entry_id)

        self._tasks.run(work, lambda entry: self._deleted(entry_id, entry, was_open))

    def _fetch(self, entry_id: str) -> _Opened:
        return _counted(self._journal.entry(entry_id))

    def _show_fetched(self, ticket: int, entry_id: str, found: _Opened) -> None:
        if ticket != self._openings or found.entry is None:
            return
        self.keeper.leave()
        self._show_entry(found)
        self.sheet.take_keyboard()

    def _show_entry(self, found: _Opened) -> None:
        assert found.entry is not None
        words = self.keeper.take_up_again(found.entry.id, self.sheet.words)
        if words is None:
            self.keeper.take_up(self.sheet.words, found.entry, found.words)
            words = Words(found.entry.title, found.entry.body)
        self.sheet.show_words(words)
        self._show_moment()
        self.column.show_open(found.entry.id)

    def _show_new(self) -> None:
        leaf = self.keeper.take_up(self.sheet.words)
        self.sheet.show_words(_NOTHING)
        self._show_moment()
        self.column.show_open(leaf.id)

    def _show_moment(self) -> None:
        leaf = self.keeper.leaf
        now = self._journal.moment()
        moment = now
        if leaf is not None:
            moment = leaf.entry.moment if leaf.entry is not None else leaf.moment or now
        self.sheet.show_moment(moment, now.local_date.year)

    def _deleted(self, entry_id: str, entry: Entry | None, was_open: bool) -> None:
        self.column.forget(entry_id)
        if entry is not None:
            self._facts.entry_saved.emit(entry)
        self.toast_requested.emit(tr("The page is in the trash."), lambda: self._restore(entry_id, was_open))

    def _restore(self, entry_id: str, open_it: bool) -> None:
        def work() -> Entry | None:
            self._journal.restore(entry_id)
            return self._journal.entry(entry_id)

        def done(entry: Entry | None) -> None:
            if entry is not None:
                self._facts.entry_saved.emit(entry)
            self.shelf.read()
            if open_it:
                self.open_entry(entry_id)

        self._tasks.run(work, done)

    # What has happened

    def _kept(self, leaf: Leaf, entry: Entry) -> None:
        self.shelf.put(entry)
        if leaf is self.keeper.leaf:
            self._show_moment()
        self._facts.entry_saved.emit(entry)

    def _changed_elsewhere(self) -> None:
        if not self._read_once:
            return
        self.shelf.read()
        leaf = self.keeper.leaf
        if leaf is None or leaf.entry is None or leaf.autosave.unsaved:
            return
        entry_id, ticket = leaf.id, self._openings
        self._tasks.run(partial(self._fetch, entry_id), lambda found: self._take_over(ticket, found))

    def _take_over(self, ticket: int, found: _Opened) -> None:
        """Show what another program made of the open page, unless words were added to it here meanwhile."""
        leaf = self.keeper.leaf
        if ticket != self._openings or leaf is None or leaf.autosave.unsaved or found.entry == leaf.entry:
            return
        if found.entry is None or found.entry.deleted is not None:
            self.keeper.leave()
            self._show_new()
        else:
            self._show_entry(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keeper.flush()

    def _build(self) -> None:
        line = QFrame()
        line.setProperty("role", "line-upright")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.column)
        row.addWidget(line)
        row.addWidget(self.sheet, 1)
        self._settle()

    def _settle(self) -> None:
        self.column.setFixedWidth(min(self._theme.px(_LIST_WIDTH), max(1, round(self.width() * _LIST_SHARE))))

    def _connect(self) -> None:
        self.sheet.words_changed.connect(self.keeper.changed)
        self.keeper.state_changed.connect(lambda: self.sheet.show_state(self.keeper.leaf))
        self.keeper.kept.connect(self._kept)
        self.keeper.dropped.connect(self.column.forget)
        self.column.open_requested.connect(self.open_entry)
        self.column.delete_requested.connect(self.delete_entry)
        self.column.write_requested.connect(self.write_new)
        self.column.left.connect(self.sheet.take_keyboard)
        self._facts.store_changed_elsewhere.connect(self._changed_elsewhere)
        self._theme.changed.connect(self._settle)
        self._shortcut(QKeySequence.StandardKey.New, self.write_new)
        self._shortcut(QKeySequence.StandardKey.Find, self._go_to_search)

    def _shortcut(self, keys: QKeySequence.StandardKey, call: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(call)

    def _go_to_search(self) -> None:
        self.column.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.column.search.selectAll()


def _counted(entry: Entry | None) -> _Opened:
    return _Opened(entry, 0 if entry is None else word_count(entry.title) + word_count(entry.body))
