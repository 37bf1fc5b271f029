"""The days with what was said on them: each as a range, opened into its check-ins."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.checkins.checkins import CheckIns
from numbcompanion.checkins.records import CheckIn, DayLine, Kind
from numbcompanion.clock import zone
from numbcompanion.translation import tr, tr_n
from ui.checkin.range_bar import RangeBar
from ui.dates import day_and_year, day_long, time_of_day
from ui.facts import Facts
from ui.kit.buttons import Button, quiet_button, row_button
from ui.kit.card import Card
from ui.kit.empty_state import EmptyState
from ui.kit.feeling_slider import depth_words
from ui.kit.tab_order import tab_on_to
from ui.tasks import Tasks
from ui.theme import Space, Theme

_AT_ONCE = 20
_NOTE = 60


class DayList(QWidget):
    """Newest first; pressing a day shows or hides what was said on it."""

    checkin_requested = Signal(str)

    def __init__(self, theme: Theme, tasks: Tasks, facts: Facts, checkins: CheckIns):
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._checkins = checkins
        self._rows: dict[date, _DayRow] = {}
        self._open: date | None = None
        self._wants_focus = False
        self._card = Card(theme)
        self._days = QVBoxLayout()
        self._days.setSpacing(Space.XS)
        self._card.column.addLayout(self._days)
        self._empty = EmptyState(theme, tr("Nothing here yet. What you say is kept, and waits here."))
        self._empty.hide()
        self.older = quiet_button(theme, tr("Older days"))
        self.older.clicked.connect(self._load_older)
        self.older.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self._card)
        column.addWidget(self._empty)
        column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeading)
        for fact in (facts.checkin_saved, facts.checkin_removed, facts.store_changed_elsewhere):
            fact.connect(self._changed)

    @property
    def rows(self) -> "Sequence[_DayRow]":
        """The days that are shown, newest first."""
        return tuple(self._rows.values())

    def load(self) -> None:
        """Find the days anew; one that was open stays open."""
        limit = max(_AT_ONCE, len(self._rows))
        self._tasks.run(lambda: self._checkins.days(limit), lambda days: self._show(days, limit))

    def focus_first(self) -> None:
        """Give the keyboard to the newest day, as soon as it is there."""
        self._wants_focus = True

    def toggle(self, day: date) -> None:
        """Show what was said on a day, or hide it."""
        if self._open is not None and self._open in self._rows:
            self._rows[self._open].show_checkins(())
        self._open = None if self._open == day else day
        if self._open is not None:
            self._find(day)

    def _changed(self, _: object = None) -> None:
        if self.isVisible():
            self.load()

    def _show(self, days: Sequence[DayLine], limit: int) -> None:
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}
        self._append(days, limit)
        self._card.setVisible(bool(days))
        self._empty.setVisible(not days)
        if self._open in self._rows:
            self._find(self._open)
        if self._wants_focus and self._rows:
            self._wants_focus = False
            next(iter(self._rows.values())).button.setFocus()

    def _append(self, days: Sequence[DayLine], limit: int) -> None:
        for line in days:
            row = _DayRow(self._theme, line, self._checkins.today().year)
            row.button.clicked.connect(lambda _=False, day=line.day: self.toggle(day))
            row.checkin_requested.connect(self.checkin_requested)
            self._rows[line.day] = row
            self._days.addWidget(row)
        self.older.setVisible(len(days) == limit)
        if self._rows:
            tab_on_to(self, [*self._rows.values(), self.older])

    def _load_older(self) -> None:
        oldest = min(self._rows)
        self._tasks.run(lambda: self._checkins.days(_AT_ONCE, oldest), lambda days: self._append(days, _AT_ONCE))

    def _find(self, day: date) -> None:
        def show(checkins: list[CheckIn]) -> None:
            if self._open == day and day in self._rows:
                self._rows[day].show_checkins(checkins)
                tab_on_to(self, [*self._rows.values(), self.older])

        self._tasks.run(lambda: self._checkins.on_day(day), show)


class _DayRow(QWidget):
    """One day: its name, how many, its range; and below, when it is open, its check-ins."""

    checkin_requested = Signal(str)

    def __init__(self, theme: Theme, line: DayLine, this_year: int):
        super().__init__()
        self._theme = theme
        self.day = line.day
        words = _day_words(line, this_year)
        self.button: Button = row_button(theme, words)
        self.button.setAccessibleName(tr("{day}: {range}").format(day=words, range=_range_words(line)))
        self.button.setCheckable(False)
        self.bar = RangeBar(theme, line.low, line.high, _range_words(line))
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(self.button, 1)
        head.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self._checkins = QVBoxLayout()
        self._checkins.setContentsMargins(Space.XXL, 0, 0, Space.S)
        self._checkins.setSpacing(Space.XS)
        self.buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addLayout(self._checkins)

    def show_checkins(self, checkins: Sequence[CheckIn]) -> None:
        """Show these below the day."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for checkin in checkins:
            button = row_button(self._theme, _checkin_words(checkin))
            button.setCheckable(False)
            button.clicked.connect(lambda _=False, one=checkin.id: self.checkin_requested.emit(one))
            self._checkins.addWidget(button)
            self.buttons.append(button)


def _day_words(line: DayLine, this_year: int) -> str:
    parts = [day_long(line.day) if line.day.year == this_year else day_and_year(line.day)]
    if line.count:
        parts.append(tr_n("{n} check-in", "{n} check-ins", line.count))
    if line.glimmers:
        parts.append(tr_n("{n} glimmer", "{n} glimmers", line.glimmers))
    return " · ".join(parts)


def _range_words(line: DayLine) -> str:
    if line.low is None or line.high is None:
        return tr("no number")
    if line.low == line.high:
        return tr("{depth} of 10").format(depth=line.low)
    return tr("{low} to {high} of 10").format(low=line.low, high=line.high)


def _checkin_words(checkin: CheckIn) -> str:
    parts = [time_of_day(checkin.moment.at.astimezone(zone(checkin.moment.zone_name)))]
    if checkin.kind is Kind.GLIMMER:
        parts.append(tr("something came through"))
    elif checkin.depth is None:
        parts.append(tr("I can’t tell"))
    else:
        parts.append(tr("{depth} of 10, {words}").format(depth=checkin.depth, words=depth_words(checkin.depth)))
    if checkin.words:
        parts.append(", ".join(checkin.words))
    if checkin.noticed is not None:
        parts.append(tr("noticed later"))
    note = " ".join(checkin.note.split())
    if note:
        parts.append(note if len(note) <= _NOTE else note[:_NOTE].rstrip() + "…")
    return " · ".join(parts)
