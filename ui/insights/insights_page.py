"""Insights: patterns, not verdicts. pyqtgraph is imported with the chart, when this page is first opened."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.checkins.checkins import CheckIns
from numbcompanion.checkins.records import CheckIn, DepthPoint
from numbcompanion.insights.days import FeltDay, felt_days
from numbcompanion.insights.thaw import ENOUGH, Thaw, thaw
from numbcompanion.insights.words import thaw_in_words
from numbcompanion.translation import tr, tr_n
from ui.dates import day_and_year
from ui.facts import Facts
from ui.insights.thaw_chart import ThawChart
from ui.insights.year_of_days import YearOfDays
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.empty_state import EmptyState
from ui.kit.page import Page
from ui.kit.text import body, card_title, soft
from ui.tasks import Tasks
from ui.theme.roles import Space
from ui.theme.theme import Theme

_RANGES = {"30": 30, "180": 182, "365": 365, "all": None}
_YEAR = 364
_LINE_FOLLOWS_MS = 60


@dataclass(frozen=True)
class _Loaded:
    points: list[DepthPoint]
    thaw: Thaw
    first: date | None
    year: list[FeltDay]


class InsightsPage(Page):
    """The thaw over time and a year of days, each with its words."""

    page_requested = Signal(str)

    def __init__(self, theme: Theme, tasks: Tasks, facts: Facts, checkins: CheckIns):
        super().__init__(theme, tr("Insights"), tr("Patterns, not verdicts."))
        self._theme = theme
        self._tasks = tasks
        self._checkins = checkins
        self._ranges = Chips(theme, exclusive=True, name=tr("How far back"))
        self._ranges.set_items(
            [
                ("30", tr("30 days"), ""),
                ("180", tr("6 months"), ""),
                ("365", tr("A year"), ""),
                ("all", tr("All"), ""),
            ]
        )
        self._ranges.choose(["180"])
        self._ranges.chosen_changed.connect(self._load)
        self.header.addWidget(self._ranges)
        self._build()
        self._points: list[DepthPoint] = []
        self._asked = 0
        self._reading = False
        self._line_waits = QTimer(self, singleShot=True, interval=_LINE_FOLLOWS_MS)
        self._line_waits.timeout.connect(self._follow)
        facts.checkin_saved.connect(self._add)
        for fact in (facts.checkin_removed, facts.store_changed_elsewhere):
            fact.connect(self._load)

    def opened(self) -> None:
        """Show the newest."""
        self._load()

    @property
    def chart(self) -> ThawChart:
        """The chart of the thaw."""
        return self._chart

    def _build(self) -> None:
        theme = self._theme
        self._empty = EmptyState(
            theme, tr("The first dot appears with the first check-in. A line needs five of them."), tr("Check in")
        )
        self._empty.pressed.connect(lambda: self.page_requested.emit("checkin"))
        self.column.addWidget(self._empty)
        self._filled = QWidget()
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(Space.L))
        column.addWidget(self._thaw_card())
        column.addWidget(self._year_card())
        column.addWidget(self._words_card())
        self.column.addWidget(self._filled)
        self.column.addStretch(1)
        self._filled.hide()

    def _thaw_card(self) -> QWidget:
        card = Card(self._theme)
        card.add(card_title(self._theme, tr("The thaw: how much you could feel")))
        self._chart = ThawChart(self._theme)
        card.add(self._chart)
        return card

    def _year_card(self) -> QWidget:
        card = Card(self._theme)
        card.add(card_title(self._theme, tr("A year of days")))
        self._year = YearOfDays(self._theme)
        card.add(self._year)
        card.add(soft(self._theme, tr("each square is a day; fog to sun, the lowest at its foot")))
        card.column.addStretch(1)
        return card

    def _words_card(self) -> QWidget:
        card = Card(self._theme)
        card.add(card_title(self._theme, tr("In words")))
        self._words = body(self._theme, "")
        card.add(self._words)
        card.column.addStretch(1)
        return card

    def _add(self, checkin: CheckIn) -> None:
        """Put the dot of a new check-in on the chart at once; the line and the words follow from what is known."""
        if self._reading or not self._points or checkin.moment.at < self._points[-1].moment.at:
            self._load()
            return
        self._next_ask()
        self._points.append(DepthPoint(checkin.id, checkin.moment, checkin.depth))
        if checkin.depth is not None:
            self._chart.add_dot(checkin.id, checkin.moment.at.timestamp(), checkin.depth)
        self._line_waits.start()

    def _follow(self) -> None:
        points, days, asked = list(self._points), self._days, self._next_ask()
        self._tasks.run(lambda: self._loaded(points, days), lambda found: self._show(found, asked))

    @property
    def _days(self) -> int | None:
        return _RANGES[(self._ranges.chosen() or ["180"])[0]]

    def _load(self, _: object = None) -> None:
        self._line_waits.stop()  # what it would draw may not be true any more
        self._reading = True
        days, asked = self._days, self._next_ask()
        self._tasks.run(lambda: self._loaded(self._checkins.depths(None), days), lambda found: self._show(found, asked))

    def _next_ask(self) -> int:
        self._asked += 1
        return self._asked

    def _loaded(self, points: list[DepthPoint], days: int | None) -> _Loaded:
        today = self._checkins.today()
        since = None if days is None else today - timedelta(days=days - 1)
        shown = points if since is None else [p for p in points if p.moment.local_date >= since]
        first = points[0].moment.local_date if points else None
        first_of_year = today - timedelta(days=_YEAR - 1 + today.weekday())
        return _Loaded(points, thaw(shown), first, felt_days(points, first_of_year, today))

    def _show(self, found: _Loaded, asked: int) -> None:
        if asked != self._asked:  # something newer is on its way
            return
        self._points, self._reading = found.points, False
        self._empty.setVisible(not found.points)
        self._filled.setVisible(bool(found.points))
        if found.first is not None:
            since = tr_n("{n} check-in since", "{n} check-ins since", len(found.points))
            self.set_subtitle(
                tr("{number} {day}. Patterns, not verdicts.").format(number=since, day=day_and_year(found.first))
            )
        self._chart.show_thaw(found.thaw)
        self._year.set_days(found.year)
        words = thaw_in_words(found.thaw)
        if len(found.thaw.at_s) < ENOUGH:
            words = tr("A line needs five check-ins with a number. Until then there are only dots.") + " " + words
        self._words.setText(words)
