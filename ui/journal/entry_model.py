"""The rows of the list: headings of months, lines of pages, hits of a search; paged over the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from numbcompanion.journal.records import EntryLine, Hit
from numbcompanion.translation import tr
from ui import dates

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True)
class Heading:
    """A month, or a name of what follows."""

    text: str
    month: tuple[int, int] | None = None


@dataclass(frozen=True)
class Memory:
    """A page of this day in an earlier year."""

    line: EntryLine


Row = Heading | EntryLine | Hit | Memory


def line_of(row: Row | None) -> EntryLine | None:
    """Return the line of a row, None for a heading."""
    if isinstance(row, Hit | Memory):
        return row.line
    return row if isinstance(row, EntryLine) else None


class EntryModel(QAbstractListModel):
    """Rows in the order they are seen; asks for more when the view has come to the end of what it has."""

    more_requested = Signal(object)  # the last EntryLine there is

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._rows: list[Row] = []
        self._this_year = 0
        self._all_here = True
        self._waiting = False

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(row)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if line_of(self.row(index.row())) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not (self._all_here or self._waiting or parent.isValid())

    def fetchMore(self, parent: AnyIndex) -> None:
        last = line_of(self._rows[-1]) if self._rows else None
        if self.canFetchMore(parent) and last is not None:
            self._waiting = True
            self.more_requested.emit(last)

    def row(self, number: int) -> Row | None:
        """Return a row by its place, None outside."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def place(self, entry_id: str) -> int:
        """Return the place of a page's row, or -1."""
        for number, row in enumerate(self._rows):
            line = line_of(row)
            if line is not None and line.id == entry_id:
                return number
        return -1

    @property
    def line_count(self) -> int:
        """How many pages are in the list now."""
        return sum(1 for row in self._rows if not isinstance(row, Heading))

    def show_lines(self, lines: Sequence[EntryLine], today: date, all_here: bool) -> None:
        """Show the list from its newest line on."""
        self.beginResetModel()
        self._this_year = today.year
        self._rows = []
        for line in lines:
            self._rows += self._with_heading(line)
        self._all_here, self._waiting = all_here, False
        self.endResetModel()

    def add_lines(self, after: EntryLine, lines: Sequence[EntryLine], all_here: bool) -> None:
        """Add older lines below `after`; ignored when the list has become another one meanwhile."""
        self._waiting = False
        if not self._rows or line_of(self._rows[-1]) != after:
            return
        self._all_here = all_here
        rows: list[Row] = []
        for line in lines:
            rows += self._with_heading(line, rows or self._rows)
        if rows:
            self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show what a search found."""
        self._show([*hits])

    def show_memories(self, memories: Sequence[EntryLine]) -> None:
        """Show pages of this day in earlier years."""
        self._show([Heading(tr("On this day")), *map(Memory, memories)] if memories else [])

    def put(self, line: EntryLine) -> None:
        """Show the line as it is now: in its place when it is there, else where it belongs."""
        at = self.place(line.id)
        if at >= 0:
            if self._rows[at] != line and isinstance(self._rows[at], EntryLine):
                self._rows[at] = line
                index = self.index(at)
                self.dataChanged.emit(index, index)
            return
        at = next((n for n, row in enumerate(self._rows) if _older(row, line)), len(self._rows))
        if at == len(self._rows) and not self._all_here:
            return  # it is among those that are not fetched yet
        self._insert(at, line)

    def take_out(self, entry_id: str) -> None:
        """Take a page out of the list, and its month's heading when it was the only one."""
        at = self.place(entry_id)
        if at < 0:
            return
        first, last = at, at
        alone = last + 1 == len(self._rows) or isinstance(self._rows[last + 1], Heading)
        if alone and first and isinstance(self._rows[first - 1], Heading):
            first -= 1
        self.beginRemoveRows(_ROOT, first, last)
        del self._rows[first : last + 1]
        self.endRemoveRows()

    def _insert(self, at: int, line: EntryLine) -> None:
        if at and isinstance(self._rows[at - 1], Heading) and self._heading(line) != self._rows[at - 1]:
            at -= 1  # before the heading of an older month
        rows: list[Row] = [line] if at and self._same_month(self._rows[at - 1], line) else [self._heading(line), line]
        self.beginInsertRows(_ROOT, at, at + len(rows) - 1)
        self._rows[at:at] = rows
        self.endInsertRows()

    def _show(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._all_here, self._waiting = True, False
        self.endResetModel()

    def _with_heading(self, line: EntryLine, before: Sequence[Row] | None = None) -> list[Row]:
        rows = self._rows if before is None else before
        return [line] if rows and self._same_month(rows[-1], line) else [self._heading(line), line]

    def _heading(self, line: EntryLine) -> Heading:
        month = dates.month(line.day)
        if line.day.year != self._this_year:
            month = tr("{month} {year}").format(month=month, year=line.day.year)
        return Heading(month, (line.day.year, line.day.month))

    def _same_month(self, row: Row, line: EntryLine) -> bool:
        if isinstance(row, Heading):
            return row.month == (line.day.year, line.day.month)
        other = line_of(row)
        return other is not None and (other.day.year, other.day.month) == (line.day.year, line.day.month)


def _older(row: Row, line: EntryLine) -> bool:
    return isinstance(row, EntryLine) and (row.day, row.at, row.number) < (line.day, line.at, line.number)


def _spoken(row: Row) -> str:
    if isinstance(row, Heading):
        return row.text
    line = line_of(row)
    assert line is not None
    headline = line.headline or tr("A page without words")
    day = dates.day_short(line.day) if isinstance(row, EntryLine) else dates.day_and_year(line.day)
    return tr("{day}, {headline}").format(day=day, headline=headline)
