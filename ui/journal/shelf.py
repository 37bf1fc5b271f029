"""Fills the left column from the journal: its lines by pages, what a search finds, this day in earlier years."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject

from numbcompanion.journal.journal import PAGE_OF_LINES, Journal
from numbcompanion.journal.records import Entry, EntryLine, Hit
from ui.journal.list_column import ListColumn
from ui.tasks import Tasks

T = TypeVar("T")


class _Reading(NamedTuple):
    lines: list[EntryLine]
    memories: list[EntryLine]
    all_here: bool


class Shelf(QObject):
    """Asks the journal on the worker thread and shows the newest answer."""

    def __init__(self, tasks: Tasks, journal: Journal, column: ListColumn, parent: QObject | None = None):
        super().__init__(parent)
        self._tasks = tasks
        self._journal = journal
        self._column = column
        self._questions = 0
        column.lines.more_requested.connect(self._read_more)
        column.search_requested.connect(self._search)

    def read(self) -> None:
        """Show the list anew, as long as it was, or what the words in the search field find now."""
        if self._column.searching:
            self._column.search_now()
            return
        wanted = max(PAGE_OF_LINES, self._column.lines.line_count)

        def work() -> _Reading:
            lines = self._journal.lines(wanted)
            memories = self._journal.on_this_day(self._journal.moment().local_date)
            return _Reading(lines, memories, len(lines) < wanted)

        self._ask(work, self._show)

    def put(self, entry: Entry) -> None:
        """Show an entry that was saved."""
        self._column.lines.put(self._journal.line(entry))
        if not self._column.searching:
            self._column.show_lines_note()

    def _show(self, reading: _Reading) -> None:
        view = self._column.list
        at, had_keyboard = view.verticalScrollBar().value(), view.hasFocus()
        current = view.current_id()
        self._column.lines.show_lines(reading.lines, self._journal.moment().local_date, reading.all_here)
        self._column.show_memories(reading.memories)
        self._column.show_lines_note()
        view.executeDelayedItemsLayout()
        view.verticalScrollBar().setValue(at)
        if had_keyboard:
            view.enter(current)

    def _read_more(self, last: EntryLine) -> None:
        def done(lines: list[EntryLine]) -> None:
            self._column.lines.add_lines(last, lines, len(lines) < PAGE_OF_LINES)

        self._tasks.run(lambda: self._journal.lines(PAGE_OF_LINES, last), done)

    def _search(self, words: str) -> None:
        if not words:
            self.read()
            return

        def show(hits: list[Hit]) -> None:
            if self._column.searching:
                self._column.show_hits(hits)

        self._ask(partial(self._journal.search, words), show)

    def _ask(self, work: Callable[[], T], show: Callable[[T], None]) -> None:
        self._questions += 1
        ticket = self._questions
        self._tasks.run(work, lambda answer: show(answer) if ticket == self._questions else None)
