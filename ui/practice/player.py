"""The player: a session over the whole window, driven by the session machine."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.errors import CompanionError
from numbcompanion.practice.own_pace import OwnPace
from numbcompanion.practice.plans import Ask, SurfaceKind
from numbcompanion.practice.records import SessionRecord
from numbcompanion.practice.session import Session
from numbcompanion.translation import tr
from ui.practice.keeping import Keeping
from ui.practice.motion import Motion
from ui.practice.pacer_window import PacerWindow
from ui.practice.playing import Playing
from ui.practice.showing import Showing
from ui.practice.stage import Stage
from ui.practice.words import length_words, time_words
from ui.theme import Theme


class Player(QWidget):
    """Shows a session and takes its keys: Space pauses, F looks around, Esc ends, T hides the time, N skips."""

    closed = Signal()
    depth_chosen = Signal(object)  # afterwards
    line_written = Signal(str)  # for the journal
    full_screen_requested = Signal(bool)
    time_hidden_changed = Signal(bool)
    help_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        playing: Playing,
        stage: Stage,
        own_pace: OwnPace | None = None,
        time_hidden: bool = False,
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._time_hidden = time_hidden
        self._full_screen = False
        self._over_shown = False
        self._small: PacerWindow | None = None
        self.playing = playing
        playing.setParent(self)
        self.showing = Showing(playing, own_pace)
        self.stage = stage
        stage.show_session(title, playing.sound)
        if any(isinstance(cue, Ask) for cue in playing.session.plan.cues):
            stage.keep_room_to_ask()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(stage)
        stage.show()
        self.setAccessibleName(title)
        self.motion = Motion(theme, playing, self.showing, self.stage.ring, self)
        self._connect()
        self._show()

    @property
    def session(self) -> Session:
        """The session that is played."""
        return self.playing.session

    @property
    def is_over(self) -> bool:
        """Whether the practice has ended, by itself or by hand."""
        return self.playing.is_over

    @property
    def paused(self) -> bool:
        """Whether the time stands still."""
        return self.playing.paused

    def focus_first(self) -> None:
        """Put the keyboard on the main button. (A focus proxy would keep Tab from what stands before it.)"""
        self.stage.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_on(self) -> None:
        """Look at the clock, do what is due and show where the session is."""
        self.playing.move_on()

    def stop(self) -> None:
        """End the practice here; what was done is kept and said. When it is over, or had not begun: go back."""
        if self.is_over or (self.session.done_s < 1 and not self.session.moved):
            self.end()
        else:
            self.playing.stop()

    def end(self) -> None:
        """End the practice and close the player at once; what was done is kept."""
        if not self.playing.is_closed:
            self.show_full_screen(False)
            self._leave_small()
            self.motion.stop()
            self.playing.close()
            self.closed.emit()

    def follow(self, keeping: Keeping) -> None:
        """Say what becomes of the session that is being kept."""
        keeping.kept.connect(self._say_kept)
        keeping.failed.connect(self._say_not_kept)

    def toggle_time(self) -> None:
        """Hide the time, or show it again."""
        self._time_hidden = not self._time_hidden
        self.time_hidden_changed.emit(self._time_hidden)
        self._show()

    def show_full_screen(self, wanted: bool) -> None:
        """Ask for the whole screen, or give it back."""
        if wanted is not self._full_screen:
            self._full_screen = wanted
            self.stage.full_button.setText(tr("Leave full screen") if wanted else tr("Full screen"))
            self.full_screen_requested.emit(wanted)

    def leave_for_help(self) -> None:
        """End the practice, what was done is kept, and ask for Help now."""
        self.end()
        self.help_wanted.emit()

    def show_small(self) -> None:
        """Show the session in a small window that stays on top, or leave it again."""
        if self._small is not None:
            self._leave_small()
        elif not self.is_over:
            self._small = PacerWindow(self._theme, self._title)
            self._small.pause_requested.connect(self.playing.pause)
            self._small.end_requested.connect(self.stop)
            self._small.orient_requested.connect(self.playing.orient)
            self._small.large_requested.connect(self._leave_small)
            self._small.breath_held.connect(self._breathe)
            self._small.help_requested.connect(self.leave_for_help)
            self.motion.second_ring = self._small.ring
            self._small.show_beside(self.window())
            self.window().showMinimized()
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.stop()
        elif self.is_over or not self._took(key):
            super().keyPressEvent(event)

    def _took(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_B and self.showing.own_pace is not None:
            self._breathe(True)
            return True
        actions: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Space: self.playing.pause,
            Qt.Key.Key_F: self.playing.orient,
            Qt.Key.Key_T: self.toggle_time,
            Qt.Key.Key_N: self.playing.skip,
            Qt.Key.Key_M: self.show_small,
            Qt.Key.Key_C: self._tap,
            Qt.Key.Key_F11: lambda: self.show_full_screen(not self._full_screen),
        }
        action = actions.get(key)
        if action is not None:
            action()
        return action is not None

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_B and not event.isAutoRepeat():
            self._breathe(False)
        else:
            super().keyReleaseEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._small is None:
            self.motion.stop()

    def _connect(self) -> None:
        stage, playing = self.stage, self.playing
        stage.end_button.clicked.connect(self.stop)
        stage.help_button.clicked.connect(self.leave_for_help)
        stage.orient_button.clicked.connect(playing.orient)
        stage.main.clicked.connect(lambda: self.end() if self.is_over else playing.pause())
        stage.time_button.clicked.connect(self.toggle_time)
        stage.skip_button.clicked.connect(playing.skip)
        stage.small_button.clicked.connect(self.show_small)
        stage.full_button.clicked.connect(lambda: self.show_full_screen(not self._full_screen))
        stage.sound.changed.connect(lambda values: playing.change(**values))
        stage.ask.answered.connect(playing.answer)
        stage.ring.pressed.connect(self._ring_pressed)
        stage.ring.released.connect(lambda: self._breathe(False))
        playing.sound_changed.connect(stage.sound.show_sound)
        playing.moved.connect(self._show)
        self.motion.phase_changed.connect(self._show)

    def _show(self) -> None:
        """Show where the session is; called when something has changed, and every second."""
        session, stage = self.session, self.stage
        if self.is_over:
            self._show_over()
            return
        shown = self.showing.words(self._time_hidden)
        stage.show_time(time_words(session), self._time_hidden)
        stage.show_paused(self.paused)
        stage.say(shown.title, shown.hint, shown.caption)
        self._show_ask()
        stage.show_middle(self.playing.surface.kind is SurfaceKind.DRAW)
        stage.skip_button.setVisible(session.next_part is not None)
        seen = self._small is not None or (self.isVisible() and not self.window().isMinimized())
        self.motion.settle(seen, self._time_hidden)
        if self._small is not None:
            self._small.show_moment(shown, stage.ring.openness, self.paused)

    def _show_ask(self) -> None:
        """Show what can be chosen; the keyboard goes back to the main button when it goes, not to what is next."""
        ask = self.stage.ask
        had_keyboard = ask.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        ask.show_ask(self.playing.ask)
        if had_keyboard and not ask.isVisible():
            self.focus_first()

    def _show_over(self) -> None:
        if self._over_shown:
            return
        self._over_shown = True
        self.motion.stop()
        self._leave_small()
        words = tr("That was {length}.").format(length=length_words(round(self.session.done().done_s, 1)))
        self.stage.after.depth_chosen.connect(self.depth_chosen)
        self.stage.after.line_written.connect(self.line_written)
        self.stage.show_over(words, None if self._time_hidden else self.session.progress)

    def _leave_small(self) -> None:
        if self._small is not None:
            small, self._small, self.motion.second_ring = self._small, None, None
            small.close()
            small.deleteLater()
            window = self.window()
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.activateWindow()
            self._show()

    def _ring_pressed(self) -> None:
        if self.showing.own_pace is not None:
            self._breathe(True)
        else:
            self._tap()

    def _tap(self) -> None:
        if self.playing.surface.kind is SurfaceKind.COUNT and not self.paused:
            self.showing.tap()
            self._show()

    def _breathe(self, begun: bool) -> None:
        own_pace = self.showing.own_pace
        if own_pace is None or self.is_over or self.paused or self.session.moved:
            return
        self.playing.glance()
        if begun:
            own_pace.press(max(0.0, self.session.position_s))
        else:
            own_pace.release(max(0.0, self.session.position_s))
        self._show()

    def _say_kept(self, record: SessionRecord | None) -> None:
        if record is not None:
            length = length_words(round(record.done_s, 1))
            self.stage.say_outcome(tr("That was {length}. It is kept.").format(length=length))

    def _say_not_kept(self, error: CompanionError) -> None:
        again = tr("It is tried again and again while this stays open.")
        self.stage.say_outcome(tr("Not kept yet."), f"{error} {again}")
