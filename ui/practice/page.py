"""The practices: what there is, what is said before each, and the player that is asked for."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from numbcompanion.clock import Clock, local_date
from numbcompanion.errors import CompanionError
from numbcompanion.practice.plans import Plan
from numbcompanion.practice.practice_log import PracticeLog
from numbcompanion.practice.records import SessionDone, SessionRecord
from numbcompanion.practice.scripts import Shelf
from numbcompanion.practice.timer import TIMER, TimerSettings
from numbcompanion.preferences import PreferencesFile
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.kit.buttons import main_button, quiet_button
from ui.kit.page import Page
from ui.practice.awake import Awake, DesktopAwake
from ui.practice.before import Before, BeforeScript
from ui.practice.before_timer import BeforeTimer
from ui.practice.keeping import Keeping
from ui.practice.lately import MOST
from ui.practice.player import Player
from ui.practice.practice_card import PracticeCard
from ui.practice.shelf import PracticeShelf
from ui.practice.sounds import Speaker
from ui.practice.words import joined, minutes_words
from ui.tasks import Tasks
from ui.theme import Theme


class PracticePage(Page):
    """Cards to choose from, what is said before the chosen one, and the last sessions underneath."""

    player_requested = Signal(QWidget)
    player_closed = Signal(QWidget)

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        practice_log: PracticeLog,
        scripts: Shelf,
        clock: Clock,
        speaker: Speaker,
        preferences_file: PreferencesFile,
        awake: Awake | None = None,
    ):
        super().__init__(theme, tr("Practice"), _about())
        self._tasks = tasks
        self._facts = facts
        self._log = practice_log
        self._scripts = scripts
        self._clock = clock
        self._speaker = speaker
        self._preferences_file = preferences_file
        self._awake: Awake = awake or DesktopAwake(self)
        self._last_timer: TimerSettings | None = None
        self._befores: dict[str, Before] = {}
        self._chosen = ""
        self.player: Player | None = None
        self.timer_button = quiet_button(theme, tr("Just a timer…"))
        self.timer_button.clicked.connect(lambda: self.choose(TIMER))
        self.begin_button = main_button(theme, tr("Begin"))
        self.begin_button.clicked.connect(self.begin)
        self.begin_button.hide()
        self.header.addWidget(self.timer_button)
        self.header.addWidget(self.begin_button)
        self._shelf = PracticeShelf(theme, scripts)
        self._shelf.practice_chosen.connect(self.choose)
        self.add(self._shelf)
        facts.session_kept.connect(self._load)
        facts.store_changed_elsewhere.connect(self._load)

    @property
    def cards(self) -> dict[str, PracticeCard]:
        """The cards by the names of their practices."""
        return self._shelf.cards

    @property
    def chosen(self) -> str:
        """The practice whose beginning is shown, empty while all are shown."""
        return self._chosen

    @property
    def before(self) -> Before | None:
        """What is shown before the chosen practice."""
        return self._befores.get(self._chosen)

    def opened(self) -> None:
        """Look again at what was practised."""
        self._load()

    def choose(self, name: str) -> None:
        """Show what is said before the practice `name` ("timer" for silence), ready to begin."""
        before = self._before(name)
        if before is None:
            self.show_all()
            return
        self._chosen = name
        before.safety.setVisible(not self._preferences_file.current.practice_safety_shown)
        if isinstance(before, BeforeScript | BeforeTimer):
            before.sound.show_volume(self._preferences_file.current.bells_volume)
        self._shelf.hide()
        self.timer_button.hide()
        self.begin_button.show()
        for other in self._befores.values():
            other.setVisible(other is before)
        self.set_title(self._shelf.title_of(name))
        self.set_subtitle("")
        self.show_top()
        self.begin_button.setFocus()

    def show_all(self) -> None:
        """Go back to all practices."""
        left, self._chosen = self._chosen, ""
        for before in self._befores.values():
            before.hide()
        self.set_title(tr("Practice"))
        self.set_subtitle(_about())
        self.timer_button.show()
        self.begin_button.hide()
        self._shelf.show()
        self.show_top()
        if left in self.cards:
            self.cards[left].setFocus()

    def begin(self) -> None:
        """Begin the chosen practice; its player covers the window until it is closed."""
        before = self.before
        if self.player is not None or not isinstance(before, BeforeScript | BeforeTimer):
            return
        plan = before.plan()
        if plan is None:
            return
        if not self._preferences_file.current.practice_safety_shown:
            self._change_preferences(practice_safety_shown=True)
        bells_on = before.bells.isChecked() if isinstance(before, BeforeScript) else True
        self._play(plan, bells_on, before.sound.volume)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._chosen:
            self.show_all()
            return
        super().keyPressEvent(event)

    def _play(self, plan: Plan, bells_on: bool, volume: float) -> None:
        minutes = None if plan.length_s is None else round(plan.length_s / 60)
        title = joined(self._shelf.title_of(plan.practice), minutes_words(minutes))
        player = Player(self._theme, title, plan, self._clock, self._speaker, self._awake, (bells_on, volume))
        player.over.connect(self._keep)
        player.closed.connect(partial(self._closed, player))
        player.bells_changed.connect(lambda _on, volume: self._keep_volume(volume))
        self.player = player
        self.player_requested.emit(player)

    def _keep(self, done: SessionDone) -> None:
        keeping = Keeping(self._tasks, self._facts, self._log, done, self)
        keeping.kept.connect(lambda _: keeping.deleteLater())
        keeping.failed.connect(self._say_trouble)
        if self.player is not None:
            self.player.follow(keeping)
        keeping.keep()

    def _say_trouble(self, error: CompanionError) -> None:
        if self.player is None:  # nobody else says it
            self._tasks.trouble.emit(error)

    def _closed(self, player: Player) -> None:
        self.player = None
        self.show_all()
        self.player_closed.emit(player)

    def _keep_volume(self, volume: float) -> None:
        if volume != self._preferences_file.current.bells_volume:
            self._change_preferences(bells_volume=volume)

    def _change_preferences(self, **values: object) -> None:
        try:
            self._preferences_file.change(**values)
        except CompanionError as error:
            self._tasks.trouble.emit(error)

    def _before(self, name: str) -> Before | None:
        if name not in self._befores:
            volume = self._preferences_file.current.bells_volume
            script = self._scripts.find(name)
            if name == TIMER:
                timer = BeforeTimer(self._theme, self._speaker, volume)
                if self._last_timer is not None:
                    timer.show_settings(self._last_timer)
                before: Before = timer
            elif script is not None:
                before = BeforeScript(self._theme, script, self._speaker, volume)
            else:
                return None
            self._introduce(before)
            self._befores[name] = before
        return self._befores[name]

    def _introduce(self, before: Before) -> None:
        before.back_requested.connect(self.show_all)
        if isinstance(before, BeforeScript | BeforeTimer):
            before.sound.volume_chosen.connect(self._keep_volume)
        self.add(before)

    def _load(self, _what: object = None) -> None:
        self._tasks.run(lambda: (self._log.recent(MOST), self._log.last_timer()), self._show_log)

    def _show_log(self, found: tuple[list[SessionRecord], TimerSettings | None]) -> None:
        records, self._last_timer = found
        day_start_hour = self._preferences_file.current.day_start_hour
        self._shelf.lately.show_sessions(
            records, local_date(self._clock.now(), self._clock.zone_name(), day_start_hour)
        )
        before = self._befores.get(TIMER)
        if isinstance(before, BeforeTimer) and not before.touched and self._last_timer is not None:
            before.show_settings(self._last_timer)


def _about() -> str:
    return tr("Eyes open is always fine. You can stop at any moment.")
