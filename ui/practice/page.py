"""The practices: what there is, what is said before each, and the player that is asked for."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from numbcompanion.clock import Clock, local_date
from numbcompanion.errors import CompanionError
from numbcompanion.practice.breath_presets import BreathPreset
from numbcompanion.practice.helped import Helped
from numbcompanion.practice.practice_choices import PracticeChoices, TimerPreset
from numbcompanion.practice.practice_log import PracticeLog
from numbcompanion.practice.records import SessionRecord
from numbcompanion.practice.router import Offer, OwnRules, Router
from numbcompanion.practice.script_shelf import Scripts, Shelf
from numbcompanion.practice.timer import TIMER, TimerSettings
from numbcompanion.preferences import PreferencesFile
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.kit.buttons import main_button, quiet_button
from ui.kit.page import Page
from ui.practice.again import set_again
from ui.practice.before import Before
from ui.practice.before_breath import BeforeBreath
from ui.practice.before_script import BeforeScript
from ui.practice.befores import Befores
from ui.practice.lately import MOST
from ui.practice.log_page import LogPage
from ui.practice.performer import Performer
from ui.practice.player import Player
from ui.practice.practice_card import PracticeCard
from ui.practice.shelf import PracticeShelf
from ui.tasks import Tasks
from ui.theme import Theme


@dataclass(frozen=True)
class Known:
    """What the store knows that the page shows."""

    recent: list[SessionRecord]
    last_timer: TimerSettings | None
    helped: dict[str, Helped]
    rules: dict[str, OwnRules]
    timers: list[TimerPreset]
    breaths: list[BreathPreset]


class PracticePage(Page):
    """Cards to choose from, what is said before the chosen one, and the last sessions underneath."""

    folder_requested = Signal()
    said = Signal(str, object)  # a quiet line, and how to undo it

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        practice_log: PracticeLog,
        choices: PracticeChoices,
        scripts: Scripts,
        clock: Clock,
        preferences_file: PreferencesFile,
        performer: Performer,
    ):
        super().__init__(theme, tr("Practice"), _about())
        self._tasks = tasks
        self._log = practice_log
        self._choices = choices
        self._clock = clock
        self._preferences_file = preferences_file
        self._performer = performer
        self._scripts: Shelf = scripts.shelf
        self._befores = Befores(theme, tasks, choices, self._scripts, preferences_file, performer)
        self._befores.made.connect(self._introduce)
        self._chosen = ""
        self._log_page: LogPage | None = None
        self.timer_button = quiet_button(theme, tr("Just a timer…"))
        self.timer_button.clicked.connect(lambda: self.choose(TIMER))
        self.begin_button = main_button(theme, tr("Begin"))
        self.begin_button.clicked.connect(self.begin)
        self.begin_button.hide()
        self.header.addWidget(self.timer_button)
        self.header.addWidget(self.begin_button)
        self._router = Router.from_resources()
        self.shelf = PracticeShelf(theme, self._scripts, self._router)
        self.shelf.practice_chosen.connect(self.choose)
        self.shelf.router.offer_chosen.connect(self._choose_offer)
        self.shelf.router.rules_changed.connect(self._keep_rules)
        self.shelf.folder_requested.connect(self.folder_requested)
        self.shelf.lately.again_requested.connect(self.again)
        self.shelf.lately.all_requested.connect(self.show_log)
        self.add(self.shelf)
        performer.title_of = self.shelf.title_of
        performer.closed.connect(self._closed)
        facts.session_kept.connect(self._load)
        facts.store_changed_elsewhere.connect(self._load)

    @property
    def cards(self) -> dict[str, PracticeCard]:
        """The cards shown so far by the names of their practices."""
        return self.shelf.cards

    @property
    def player(self) -> Player | None:
        """The player of a practice that goes on."""
        return self._performer.player

    @property
    def chosen(self) -> str:
        """The practice whose beginning is shown, empty while all are shown."""
        return self._chosen

    @property
    def before(self) -> Before | None:
        """What is shown before the chosen practice."""
        return self._befores.get(self._chosen) if self._chosen else None

    def opened(self) -> None:
        """Look again at what was practised."""
        self._load()

    def choose(self, name: str) -> None:
        """Show what is said before the practice `name` ("timer" for silence), ready to begin."""
        before = self._befores.get(name)
        if before is None:
            self.show_all()
            return
        self._leave_log()
        self._chosen = name
        before.safety.setVisible(not self._preferences_file.current.practice_safety_shown)
        self._befores.show_sound(before)
        self.shelf.hide()
        self.timer_button.hide()
        self.begin_button.show()
        for other in self._befores.all:
            other.setVisible(other is before)
        self.set_title(self.shelf.title_of(name))
        self.set_subtitle("")
        self.show_top()
        self.begin_button.setFocus()
        QTimer.singleShot(0, self, lambda: self._performer.get_ready(self))

    def show_all(self) -> None:
        """Go back to all practices."""
        self._leave_log()
        left, self._chosen = self._chosen, ""
        for before in self._befores.all:
            before.hide()
        self.set_title(tr("Practice"))
        self.set_subtitle(_about())
        self.timer_button.show()
        self.begin_button.hide()
        self.shelf.show()
        self.show_top()
        self.shelf.focus_card(left)

    def show_log(self) -> None:
        """Show every session that was kept."""
        self.show_all()
        if self._log_page is None:
            self._log_page = LogPage(self._theme, self._tasks, self._log, self.shelf.title_of, self._today)
            self._log_page.back_requested.connect(self.show_all)
            self._log_page.again_requested.connect(self.again)
            self._log_page.changed.connect(self._load)
            self._log_page.taken_out.connect(self._offer_undo)
            self.add(self._log_page)
        self.shelf.hide()
        self.timer_button.hide()
        self._log_page.show()
        self._log_page.load()
        self.set_title(tr("All sessions"))
        self.set_subtitle("")
        self.show_top()

    @property
    def log_page(self) -> LogPage | None:
        """The log, if it was ever shown."""
        return self._log_page

    def begin(self) -> None:
        """Begin the chosen practice; its player covers the window until it is closed."""
        before = self.before
        if self.player is not None or before is None:
            return
        plan = before.plan()
        if plan is None:
            return
        if not self._preferences_file.current.practice_safety_shown:
            self._change_preferences(practice_safety_shown=True)
        song = before.song.player if isinstance(before, BeforeScript) and before.song is not None else None
        leads = isinstance(before, BeforeBreath) and before.leads
        self._performer.play(plan, depth_before=before.felt.chosen_depth, leads=leads, song=song)

    def again(self, record: SessionRecord) -> None:
        """Show the practice of a kept session, set as it was, ready to begin."""
        before = self._befores.get(record.practice)
        if before is not None:
            set_again(before, self._scripts.find(record.practice), record.settings)
            self.choose(record.practice)

    def begin_timer(self) -> None:
        """Sit at once, as the last time; read from the store, for the page may not have been shown yet."""
        self._tasks.run(self._log.last_timer, self._begin_timer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_top = self._chosen or (self._log_page is not None and self._log_page.isVisible())
        if event.key() == Qt.Key.Key_Escape and on_top:
            self.show_all()
            return
        super().keyPressEvent(event)

    def _leave_log(self) -> None:
        if self._log_page is not None:
            self._log_page.hide()

    def _offer_undo(self, session_id: str) -> None:
        log_page = self._log_page
        assert log_page is not None
        self.said.emit(tr("The session is taken out."), lambda: log_page.restore(session_id))

    def _choose_offer(self, offer: Offer) -> None:
        before = self._befores.get(offer.practice)
        settings: dict[str, object] = {"length": offer.length, "variant": offer.variant}
        if offer.practice == TIMER and offer.length.isdigit():
            settings = {"minutes": int(offer.length)}
        if before is not None and offer.length:
            set_again(before, self._scripts.find(offer.practice), settings)
        self.choose(offer.practice)

    def _closed(self) -> None:
        for before in self._befores.all:
            before.felt.chips.choose([])
        self.show_all()

    def _begin_timer(self, last: TimerSettings | None) -> None:
        before = self._befores.get(TIMER)
        if last is not None and before is not None:
            set_again(before, None, last.kept())
        self.choose(TIMER)
        self.begin()

    def _introduce(self, before: Before) -> None:
        before.back_requested.connect(self.show_all)
        self.add(before)
        before.hide()

    def _today(self) -> date:
        hour = self._preferences_file.current.day_start_hour
        return local_date(self._clock.now(), self._clock.zone_name(), hour)

    def _change_preferences(self, **values: object) -> None:
        try:
            self._preferences_file.change(**values)
        except CompanionError as error:
            self._tasks.trouble.emit(error)

    def _keep_rules(self, state: str, rules: OwnRules) -> None:
        self._tasks.run(lambda: self._choices.keep_rules(state, rules), lambda _: self._load())

    def _load(self, _what: object = None) -> None:
        def look() -> Known:
            log, choices = self._log, self._choices
            return Known(
                log.recent(MOST), log.last_timer(), log.helped(), choices.rules(), choices.timers(), choices.breaths()
            )

        self._tasks.run(look, self._show_known)

    def _show_known(self, known: Known) -> None:
        self.shelf.lately.show_sessions(known.recent, self._today())
        self.shelf.show_known(replace(self._router, own=known.rules), known.helped)
        self._befores.show_timers(known.last_timer, known.timers)
        self._befores.show_breaths(known.breaths)


def _about() -> str:
    return tr("Eyes open is always fine. You can stop at any moment.")
