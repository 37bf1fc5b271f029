"""Insights: patterns, not verdicts. pyqtgraph is imported with the chart, when this page is first opened."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.checkins.checkins import CheckIns
from numbcompanion.checkins.markers import Markers
from numbcompanion.checkins.records import CheckIn, DepthPoint, Kind
from numbcompanion.checkins.tags import Tags
from numbcompanion.practice.practice_log import PracticeLog
from numbcompanion.translation import tr, tr_n
from ui.dates import day_and_year
from ui.facts import Facts
from ui.insights.chart_card import ChartCard
from ui.insights.depths import Depths
from ui.insights.insight_card import InsightCard
from ui.insights.known import Known
from ui.insights.lazy_row import LazyRow, last_control, two_columns
from ui.insights.rows import first_cards, lazy_rows
from ui.insights.thaw_card import Stretch, ThawCard, first_day, stretch_of
from ui.insights.thaw_chart import ThawChart
from ui.insights.year_card import YearCard, first_of_year, last_twelve_months
from ui.kit.chips import Chips
from ui.kit.dialogs import Dialogs
from ui.kit.empty_state import EmptyState
from ui.kit.page import Page
from ui.kit.tab_order import tab_on_to
from ui.tasks import Tasks
from ui.theme.roles import Space
from ui.theme.theme import Theme

_LINE_MS = 60
_RANGES = {"30": 30, "180": 182, "365": 365, "all": None}
_EVERY = 1_000_000
_REST_MS = 700  # after a check-in the thaw is drawn at once, the cards below it a little later


@dataclass(frozen=True)
class _First:
    """What the first sight needs."""

    today: date
    number: int
    begin: date
    last: date
    stretch: Stretch


def _subtitle(found: _First) -> str:
    if not found.number:
        return tr("Patterns, not verdicts.")
    since = tr_n("{n} check-in since", "{n} check-ins since", found.number)
    return tr("{number} {day}. Patterns, not verdicts.").format(number=since, day=day_and_year(found.begin))


class InsightsPage(Page):
    """The thaw first, two cards below it, the rest under quiet headings, built as it comes into view."""

    page_requested = Signal(str)
    checkin_requested = Signal(str)
    said = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        checkins: CheckIns,
        dialogs: Dialogs,
        practice_log: PracticeLog,
        tags: Tags,
        markers: Markers,
    ):
        super().__init__(theme, tr("Insights"), tr("Patterns, not verdicts."))
        self._theme = theme
        self._tasks = tasks
        self._checkins = checkins
        self._dialogs = dialogs
        self._practice_log = practice_log
        self._tags = tags
        self._markers = markers
        self._depths = Depths(checkins.depths)
        self._known: Known | None = None
        self._asked = 0
        self._stale = True
        self.rest_later = QTimer(self, singleShot=True, interval=_REST_MS)
        self.rest_later.timeout.connect(self._load_rest)
        self._range_chips()
        self._build()
        self._line_later = QTimer(self, singleShot=True, interval=_LINE_MS)
        self._line_later.timeout.connect(self._changed)
        facts.checkin_saved.connect(self._add)
        changed = (
            facts.checkin_removed,
            facts.around_changed,
            facts.store_changed_elsewhere,
            facts.session_kept,
        )
        for fact in changed:
            fact.connect(self._changed)
        self.scroll_area.verticalScrollBar().valueChanged.connect(lambda _: self._build_what_is_near())

    def opened(self) -> None:
        """Show the newest; what has not changed stays as it is."""
        if self._stale or self._known is None or self._known.today != self._checkins.today():
            self._load()
            return
        for card in self.cards:
            card.opened_again(self._tasks, self._known)

    def leaving(self) -> None:
        """Stop what is still being worked out."""
        if self.rest_later.isActive():
            self.rest_later.stop()
            self._stale = True
        for card in self.cards:
            card.leaving()

    @property
    def chart(self) -> ThawChart:
        """The chart of the thaw."""
        return self.thaw_card.thaw_chart

    @property
    def cards(self) -> list[InsightCard]:
        """The cards that are there so far, below the thaw and the year."""
        return [*self._first_cards, *(card for row in self.rows for card in row.cards)]

    def build_all(self) -> None:
        """Build what has not come into view yet."""
        for row in self.rows:
            self._build_row(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._build_what_is_near()

    def _range_chips(self) -> None:
        self.ranges = Chips(self._theme, exclusive=True, name=tr("How far back"))
        names = {"30": tr("30 days"), "180": tr("6 months"), "365": tr("A year"), "all": tr("All")}
        self.ranges.set_items(list(names.items()))
        self.ranges.set_needs_one(True)
        self.ranges.choose(["180"])
        self.ranges.chosen_changed.connect(self._load)
        self.header.addWidget(self.ranges)

    def _build(self) -> None:
        theme = self._theme
        self._empty = EmptyState(
            theme, tr("The first dot appears with the first check-in. A line needs five of them."), tr("Check in")
        )
        self._empty.pressed.connect(lambda: self.page_requested.emit("checkin"))
        self._filled = QWidget()
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(Space.L))
        self.thaw_card = ThawCard(theme, self._tasks, self._dialogs, self._depths)
        self.thaw_card.checkin_requested.connect(self.checkin_requested)
        self.year_card = YearCard(theme, self._tasks, self._dialogs, self._depths)
        self._first_cards = first_cards(theme, self._tasks, self._dialogs)
        beside = two_columns(theme, [self.year_card], self._first_cards)
        self.rows = lazy_rows(theme, self._dialogs)
        for part in (self.thaw_card, beside, *self.rows):
            column.addWidget(part)
        framed: list[ChartCard] = [self.thaw_card, self.year_card, *self._first_cards]
        for one in framed:
            one.said.connect(self.said)
        for part in (self._empty, self._filled):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._filled.hide()

    @property
    def _days(self) -> int | None:
        return _RANGES[(self.ranges.chosen() or ["180"])[0]]

    def _add(self, checkin: CheckIn) -> None:
        """Put the dot of a new check-in on the chart at once; all else is reckoned again a moment later."""
        if not self.isVisible() or checkin.kind is not Kind.CHECKIN:
            self._changed()
            return
        self._stale = True
        self._asked += 1  # what is being read does not know of it yet
        self.thaw_card.add_dot(DepthPoint(checkin.id, checkin.moment, checkin.depth))
        self._line_later.start()

    def _changed(self, _: object = None) -> None:
        self._stale = True
        if self.isVisible():
            self._load_first()
            self.rest_later.start()

    def _load(self, _: object = None) -> None:
        self._load_first()
        self._load_rest()

    def _load_first(self) -> None:
        if self._stale:
            self._tasks.run(self._depths.forget)
        self._stale = False
        self._asked, days = self._asked + 1, self._days
        number = self._asked
        self._tasks.run(lambda: self._find_first(days), lambda found: self._show_first(number, found))
        self._tasks.run(lambda: last_twelve_months(self._depths, self._checkins.today()), self.year_card.show_days)

    def _load_rest(self) -> None:
        self.rest_later.stop()
        number, days = self._asked, self._days
        self._tasks.run(lambda: self._find_rest(days), lambda found: self._show_rest(number, found))

    def _find_first(self, days: int | None) -> _First:
        today = self._checkins.today()
        first = first_day(days, today)
        number, begin = self._checkins.span()
        self._depths.since(None if first is None else min(first, first_of_year(today)))
        points = self._depths.since(first)
        last = points[-1].moment.local_date if points else today
        return _First(today, number, begin or today, max(last, today), stretch_of(points))

    def _show_first(self, asked: int, found: _First) -> None:
        if asked != self._asked:
            return
        self._empty.setVisible(not found.number)
        self._filled.setVisible(bool(found.number))
        self.set_subtitle(_subtitle(found))
        self.thaw_card.show_range(found.stretch, first_day(self._days, found.today), (found.begin, found.last))
        self.year_card.show_years(found.begin, found.today)

    def _find_rest(self, days: int | None) -> Known:
        today = self._checkins.today()
        return Known(
            today=today,
            days=days,
            points=self._checkins.all_points(first_day(days, today)),
            read_all=self._checkins.all_points,
            sessions=self._practice_log.recent(_EVERY),
            markers=self._markers.all(),
            tag_names=self._tags.names(),
        )

    def _show_rest(self, number: int, known: Known) -> None:
        if number != self._asked:
            return
        self._known = known
        self.thaw_card.show_above(known.sessions, known.markers)
        for card in self.cards:
            card.refresh(self._tasks, known)
        self._build_what_is_near()

    def _build_what_is_near(self) -> None:
        """Build the rows that can be seen or are less than one page further down."""
        if self._known is None or not self._filled.isVisible():
            return
        view = self.scroll_area.viewport()
        for row in self.rows:
            if not row.built and row.mapTo(view, QPoint(0, 0)).y() < 2 * view.height():
                self._build_row(row)
                return  # the rest has moved: the layout asks again

    def _build_row(self, row: LazyRow) -> None:
        last = last_control(self._filled, self.rows[: self.rows.index(row)], self.rows)
        for card in row.build():
            card.said.connect(self.said)
            if self._known is not None:
                card.refresh(self._tasks, self._known)
        tab_on_to(last, [row])

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._build_what_is_near()
        return done
