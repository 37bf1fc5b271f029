"""The player: a session over the whole window, driven by the session machine."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.clock import Clock
from numbcompanion.errors import CompanionError
from numbcompanion.practice.plans import Caption, Plan
from numbcompanion.practice.records import SessionRecord
from numbcompanion.practice.session import Session, SessionState
from numbcompanion.translation import tr
from ui.practice.awake import Awake
from ui.practice.bell_words import LEVELS, level_of
from ui.practice.keeping import Keeping
from ui.practice.sounds import Speaker
from ui.practice.stage import Stage
from ui.practice.words import length_words, settling_words, time_words
from ui.theme import Theme

AHEAD_S = 0.3
_ASKED_S = 0.25  # how long before its time a bell is handed to the speaker
_FINEST_S = 0.1
_COARSEST_S = 1.0
_STEPS_OF_THE_RING = 1300  # a pixel of its way round


class Player(QWidget):
    """Plays one plan from the moment it is begun; Space pauses, Esc ends, T hides the time."""

    closed = Signal()
    over = Signal(object)  # the SessionDone, to be kept
    bells_changed = Signal(bool, float)  # on, volume

    def __init__(
        self,
        theme: Theme,
        title: str,
        plan: Plan,
        clock: Clock,
        speaker: Speaker,
        awake: Awake,
        bells: tuple[bool, float] = (True, LEVELS[1]),
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self._theme = theme
        self._speaker = speaker
        self._awake = awake
        self._bells_on, self._volume = bells
        self._caption = Caption(0.0)
        self._asked_to_pause = False
        self._is_over = False
        self._is_closed = False
        self._time_hidden = False
        speaker.prepare()
        self.session = Session(plan, clock)
        self.stage = Stage(theme, title, bells)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self.setAccessibleName(title)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.move_on)
        self._connect()
        awake.hold()
        self.move_on()

    @property
    def is_over(self) -> bool:
        """Whether the practice has ended, by itself or by hand."""
        return self._is_over

    @property
    def paused(self) -> bool:
        """Whether the time stands still."""
        return self.session.state is SessionState.PAUSED

    def focus_first(self) -> None:
        """Put the keyboard on the main button. (A focus proxy would keep Tab from what stands before it.)"""
        self.stage.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_on(self) -> None:
        """Look at the clock, do what is due and show where the session is."""
        cues = self.session.tick()
        for bell, in_s in self.session.bells_ahead(AHEAD_S):
            if self._bells_on:
                self._speaker.ring(bell.kind, self._volume, max(0.0, in_s))
        for cue in cues:
            if isinstance(cue, Caption):
                self._caption = cue
        if self._is_over:
            self._go_on_ringing()
        elif self._planned_time_is_over:
            self._finish()
        else:
            self._show()
            self._schedule()

    def pause(self) -> None:
        """Let the time stand still, or go on."""
        if self._is_over:
            return
        if self.paused:
            self.session.resume()
            self._awake.hold()
        else:
            self._asked_to_pause = True
            self.session.pause()
            self._speaker.silence()
        self.move_on()

    def stop(self) -> None:
        """End the practice here; what was done is kept and said. When it is over already: go back."""
        if self._is_over or self.session.done_s < 1:
            self.end()
            return
        self.session.end()
        self._speaker.silence()
        self._finish()

    def end(self) -> None:
        """End the practice and close the player at once; what was done is kept."""
        if self._is_closed:
            return
        self._is_closed = True
        by_hand = not self.session.state.final
        self.session.end()
        if by_hand:
            self._speaker.silence()
        if not self._is_over:
            self._is_over = True
            self.over.emit(self.session.done())
        self._timer.stop()
        self._awake.release()
        self._speaker.close()
        self.closed.emit()

    def follow(self, keeping: Keeping) -> None:
        """Say what becomes of the session that is being kept."""
        keeping.kept.connect(self._say_kept)
        keeping.failed.connect(self._say_not_kept)

    def toggle_time(self) -> None:
        """Hide the time, or show it again."""
        self._time_hidden = not self._time_hidden
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif event.key() == Qt.Key.Key_Space:
            self.pause()
        elif event.key() == Qt.Key.Key_T and not self._is_over:
            self.toggle_time()
        else:
            super().keyPressEvent(event)

    @property
    def _planned_time_is_over(self) -> bool:
        return self.session.state.final or self.session.left_s == 0

    def _connect(self) -> None:
        stage = self.stage
        stage.end_button.clicked.connect(self.stop)
        stage.main.clicked.connect(lambda: self.end() if self._is_over else self.pause())
        stage.time_button.clicked.connect(self.toggle_time)
        stage.bells_switch.toggled.connect(self._turn_bells)
        stage.level_button.clicked.connect(self._next_level)
        self._speaker.trouble.connect(stage.show_trouble)

    def _turn_bells(self, on: bool) -> None:
        self._bells_on = on
        if not on:
            self._speaker.silence()
        self.bells_changed.emit(on, self._volume)

    def _next_level(self) -> None:
        level = (level_of(self._volume) + 1) % len(LEVELS)
        self._volume = LEVELS[level]
        self.stage.show_level(level)
        self.bells_changed.emit(self._bells_on, self._volume)

    def _show(self) -> None:
        session, stage = self.session, self.stage
        if self._is_over:
            return
        stage.show_time(time_words(self.session), self._time_hidden)
        stage.ring.set_progress(None if self._time_hidden else self._progress())
        stage.show_paused(self.paused)
        if self.paused:
            self._awake.release()
            away = not self._asked_to_pause
            hint = tr("The computer was asleep.") if away else ""
            stage.say(tr("Paused"), hint, self._caption.text)
        elif session.state is SessionState.PREPARING:
            self._asked_to_pause = False
            stage.say(tr("Settle in"), "" if self._time_hidden else settling_words(session), "")
        else:
            self._asked_to_pause = False
            stage.say(self._caption.heading, "", self._caption.text)

    def _progress(self) -> float | None:
        progress = self.session.progress
        if progress is None or not self._theme.still:
            return progress
        length_s = self.session.plan.length_s or 1.0
        return int(self.session.done_s) / length_s

    def _schedule(self) -> None:
        if self.paused:
            self._timer.stop()
            return
        wait_s = self._until_repaint_s()
        next_s = self.session.until_next_s
        if next_s is not None:
            wait_s = min(wait_s, next_s if next_s <= AHEAD_S else next_s - _ASKED_S)
        self._timer.start(max(1, round(wait_s * 1000 + 0.5)))

    def _until_repaint_s(self) -> float:
        to_full_second_s = 1.0 - self.session.done_s % 1.0
        length_s = self.session.plan.length_s
        if self._theme.still or length_s is None or self._time_hidden or not self.isVisible():
            return to_full_second_s
        return min(to_full_second_s, max(_FINEST_S, min(_COARSEST_S, length_s / _STEPS_OF_THE_RING)))

    def _go_on_ringing(self) -> None:
        """The practice is over; the last strokes of its bell are still to come."""
        next_s = self.session.until_next_s
        if not self.session.state.final and not self._is_closed and next_s is not None:
            self._timer.start(max(1, round(min(_COARSEST_S, max(next_s - _ASKED_S, 0.02)) * 1000)))

    def _finish(self) -> None:
        self._is_over = True
        self._awake.release()
        done = self.session.done()
        words = tr("That was {length}.").format(length=length_words(round(done.done_s, 1)))
        self.stage.show_over(words, None if self._time_hidden else self.session.progress)
        self.over.emit(done)
        self._go_on_ringing()

    def _say_kept(self, record: SessionRecord | None) -> None:
        if record is not None:
            length = length_words(round(record.done_s, 1))
            self.stage.say_outcome(tr("That was {length}. It is kept.").format(length=length))

    def _say_not_kept(self, error: CompanionError) -> None:
        again = tr("It is tried again and again while this stays open.")
        self.stage.say_outcome(tr("Not kept yet."), f"{error} {again}")
