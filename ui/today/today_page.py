"""Today: one question, one small thing to do, one step, the last two weeks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from numbcompanion.checkins.checkins import CheckIns
from numbcompanion.checkins.low import ANSWERS, little_is_enough, small_things
from numbcompanion.checkins.quiet_line import how_to_choose, quiet_line
from numbcompanion.checkins.records import CheckIn, CheckInDraft, Source
from numbcompanion.clock import Clock, zone
from numbcompanion.insights.days import FeltDay, felt_days
from numbcompanion.translation import tr, tr_n
from ui.dates import day_long, weekday_letter
from ui.facts import Facts
from ui.kit.bars import DayBars
from ui.kit.buttons import ButtonRow, aside_button, main_button, quiet_button
from ui.kit.card import Card
from ui.kit.columns import Columns
from ui.kit.feeling_slider import FeelingSlider
from ui.kit.page import Page
from ui.kit.small_things import SmallThings
from ui.kit.text import body, card_title, label, soft, soft_body
from ui.tasks import Tasks
from ui.theme import Space, Theme
from ui.today.greeting import greeting

DAYS = 14
WEEK = 7


@dataclass(frozen=True)
class NextStep:
    """The thing on the path that Today offers."""

    about: str
    title: str
    text: str


@dataclass(frozen=True)
class _Loaded:
    days: list[FeltDay]
    step: NextStep | None
    offer_recovery_code: bool
    little_is_enough: bool


class TodayPage(Page):
    """The first page; everything on it can be left alone."""

    page_requested = Signal(str)
    practice_requested = Signal(str)
    recovery_code_requested = Signal()
    filled = Signal()
    small_thing_wanted = Signal(str)
    low_energy_requested = Signal()
    said = Signal(str, object)  # a quiet line, and how to undo

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        checkins: CheckIns,
        clock: Clock,
        next_step: Callable[[], NextStep | None],
        wants_recovery_offer: Callable[[], bool],
    ):
        super().__init__(theme, greeting(clock.now().astimezone(zone(clock.zone_name()))), "")
        self._theme = theme
        self._tasks = tasks
        self._facts = facts
        self._checkins = checkins
        self._clock = clock
        self._next_step = next_step
        self._wants_recovery_offer = wants_recovery_offer
        self._build()
        self._show_date(())
        for fact in (facts.checkin_saved, facts.checkin_removed, facts.path_changed, facts.store_changed_elsewhere):
            fact.connect(self._load)

    def opened(self) -> None:
        """Fill the page anew; the day may have changed."""
        self.set_title(greeting(self._wall()))
        self.slider.setFocus()
        self._load()

    def leaving(self) -> None:
        """What was offered is not kept waiting."""
        self.after.put_away()

    def _wall(self) -> datetime:
        return self._clock.now().astimezone(zone(self._clock.zone_name()))

    def _build(self) -> None:
        self.column.addWidget(self._question())
        self.after = SmallThings(self._theme)
        self.after.wanted.connect(self.small_thing_wanted)
        self.column.addWidget(self.after)
        self.little = aside_button(self._theme, tr("Little is enough: the companion in three choices (Ctrl+L)"))
        self.little.clicked.connect(self.low_energy_requested)
        self.little.hide()
        self.add(self.little)
        columns = Columns(self._theme, (455, 400))
        columns.left.addWidget(self._for_now())
        columns.right.addWidget(self._step_card())
        self.column.addWidget(columns)
        self.column.addWidget(self._last_two_weeks())
        self._offer = self._recovery_offer()
        self._offer.hide()
        self.column.addWidget(self._offer)
        self.column.addStretch(1)

    def _question(self) -> QWidget:
        theme = self._theme
        card = Card(theme)
        card.add(card_title(theme, tr("How much can you feel right now?")))
        card.add(soft_body(theme, tr("There is no right amount. Noticing “nothing” counts as noticing.")))
        self.slider = FeelingSlider(theme, tr("How much can you feel right now?"), "five")
        self.slider.save_requested.connect(self._save)
        card.add(self.slider)
        card.column.addSpacing(Space.XS)
        save = main_button(theme, tr("Save"))
        save.clicked.connect(self._save)
        cant_tell = quiet_button(theme, tr("I can’t tell"))
        cant_tell.clicked.connect(self._save_cant_tell)
        more = quiet_button(theme, tr("Say a little more…"))
        more.clicked.connect(lambda: self.page_requested.emit("checkin"))
        card.add(ButtonRow(save, cant_tell, more))
        return card

    def _for_now(self) -> QWidget:
        theme = self._theme
        card = Card(theme)
        card.add(label(theme, tr("For now · {n} min").format(n=3)))
        card.add(card_title(theme, tr("Orienting: look around the room")))
        text = tr("When feelings are far away, starting with the senses is easier than starting with the breath.")
        card.add(soft_body(theme, text))
        begin = main_button(theme, tr("Begin"))
        begin.setAccessibleName(tr("Begin orienting"))
        begin.clicked.connect(lambda: self.practice_requested.emit("orienting"))
        other = quiet_button(theme, tr("Something else"))
        other.clicked.connect(lambda: self.page_requested.emit("practice"))
        card.column.addStretch(1)
        card.add(ButtonRow(begin, other))
        return card

    def _step_card(self) -> QWidget:
        theme = self._theme
        card = Card(theme)
        self._step_about = label(theme, tr("The path"))
        self._step_title = card_title(theme, tr("Seven steps, in any order"))
        self._step_text = soft_body(theme, tr("Two minutes are enough. Going back is part of it."))
        for widget in (self._step_about, self._step_title, self._step_text):
            card.add(widget)
        go = quiet_button(theme, tr("Open the path"))
        go.clicked.connect(lambda: self.page_requested.emit("path"))
        card.column.addStretch(1)
        card.add(ButtonRow(go))
        return card

    def _last_two_weeks(self) -> QWidget:
        theme = self._theme
        card = Card(theme)
        head = QHBoxLayout()
        head.addWidget(label(theme, tr("The last two weeks")), 1)
        head.addWidget(soft(theme, tr("how much you could feel")))
        card.column.addLayout(head)
        self._bars = DayBars(theme)
        card.add(self._bars)
        return card

    def _recovery_offer(self) -> QWidget:
        theme = self._theme
        card = Card(theme)
        card.add(card_title(theme, tr("A spare key")))
        text = tr(
            "Your words are locked with a key that this computer keeps. If the computer loses it, "
            "a recovery code on paper still opens them."
        )
        card.add(body(theme, text))
        make = quiet_button(theme, tr("Make a recovery code"))
        make.clicked.connect(self.recovery_code_requested)
        card.add(ButtonRow(make))
        return card

    def _load(self, _: object = None) -> None:
        self._tasks.run(self._find, self._show)

    def _find(self) -> _Loaded:
        today = self._checkins.today()
        first = today - timedelta(days=DAYS - 1)
        points = self._checkins.depths(first)
        days = felt_days(points, first, today)
        little = little_is_enough([point.depth for point in reversed(points[-ANSWERS:])], self._wall())
        return _Loaded(days, self._next_step(), self._wants_recovery_offer(), little)

    def _show(self, loaded: _Loaded) -> None:
        self._show_date(loaded.days)
        self._bars.set_days([(weekday_letter(d.day), d.low, d.high, d.mean) for d in loaded.days])
        if loaded.step is not None:
            self._step_about.setText(loaded.step.about)
            self._step_title.setText(loaded.step.title)
            self._step_text.setText(loaded.step.text)
        self._offer.setVisible(loaded.offer_recovery_code)
        self.little.setVisible(loaded.little_is_enough)
        self.filled.emit()

    def _show_date(self, days: list[FeltDay] | tuple[()]) -> None:
        today: date = self._checkins.today()
        words = day_long(today)
        # Only days that were there are told, and never one alone: nobody is to feel counted.
        here = sum(day.count > 0 for day in days if day.day > today - timedelta(days=WEEK))
        if here > 1:
            words += " · " + tr_n("you have come back {n} day this week", "you have come back {n} days this week", here)
        self.set_subtitle(words)

    def _save_cant_tell(self) -> None:
        self.slider.cant_tell()
        self._save()

    def _save(self) -> None:
        if not self.slider.touched:  # nobody is taken to have said "I can't tell" who has not said it
            self.said.emit(how_to_choose(), None)
            self.slider.setFocus()
            return
        draft = CheckInDraft(depth=self.slider.depth(), source=Source.TODAY)
        self._tasks.run(lambda: self._checkins.save(draft), self._saved, self._not_saved)

    def _saved(self, checkin: CheckIn) -> None:
        self.slider.set_depth(None)
        self.after.offer(small_things(checkin.depth))
        self._facts.checkin_saved.emit(checkin)
        self.said.emit(quiet_line(checkin.depth), lambda: self._undo(checkin))

    def _undo(self, checkin: CheckIn) -> None:
        self.after.put_away()
        self._tasks.run(
            lambda: self._checkins.delete(checkin.id), lambda _: self._facts.checkin_removed.emit(checkin.id)
        )

    def _not_saved(self, error: Exception) -> None:
        self.said.emit(str(error), None)
