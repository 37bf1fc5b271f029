"""What moves in a session: the circles sixty times a second while a breath is paced, the arc a pixel at a time."""

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.ring import SessionRing
from ui.practice.playing import Playing
from ui.practice.showing import Showing
from ui.theme import Theme

FRAME_MS = 16
_STEPS_OF_THE_RING = 1300  # a pixel of its way round
_FINEST_S = 0.1


class Motion(QObject):
    """Draws frames only while something moves and someone can see it; in still mode there are only steps."""

    phase_changed = Signal()

    def __init__(self, theme: Theme, playing: Playing, showing: Showing, ring: SessionRing, player: QWidget):
        super().__init__(player)
        self._theme = theme
        self._playing = playing
        self._showing = showing
        self._ring = ring
        self._still = theme.still
        self._time_hidden = False
        self._since_arc = QElapsedTimer()
        self._frames = QTimer(player, timerType=Qt.TimerType.PreciseTimer, interval=FRAME_MS)
        self._frames.timeout.connect(self.frame)
        self.second_ring: SessionRing | None = None  # of a small window

    def settle(self, seen: bool, time_hidden: bool) -> None:
        """Show where everything is, and go on moving, or not."""
        self._still = self._theme.still  # asks the system: not for every frame
        self._time_hidden = time_hidden
        self._open_circles()
        self._show_arc()
        step_s = self._arc_step_s
        if self._playing.paused or self._still or not seen:
            self.stop()
        elif self._showing.paced:
            self._run(FRAME_MS)
        elif self._playing.session.plan.length_s is not None and not time_hidden and step_s < 1.0:
            self._run(round(step_s * 1000))
        else:
            self.stop()  # the second's own look is enough

    def stop(self) -> None:
        """Let everything stand."""
        self._frames.stop()

    def frame(self) -> None:
        """Move everything to where it is now."""
        before = self._showing.phase
        self._playing.glance()
        if self._playing.is_over:
            return
        phase = self._showing.phase
        if (phase is None) is not (before is None) or (phase and before and phase.at_s != before.at_s):
            self.phase_changed.emit()
            return
        self._open_circles()
        if phase is None or self._since_arc.elapsed() > 1000 * self._arc_step_s:
            self._show_arc()

    def _run(self, every_ms: int) -> None:
        if self._frames.interval() != every_ms or not self._frames.isActive():
            self._frames.start(every_ms)

    def _open_circles(self) -> None:
        openness = self._showing.openness(self._still)
        self._ring.set_openness(openness)
        if self.second_ring is not None:
            self.second_ring.set_openness(openness)

    def _show_arc(self) -> None:
        session = self._playing.session
        progress = None if self._time_hidden else session.progress
        if progress is not None and self._still:
            length_s = session.plan.length_s or 1.0
            progress = int(progress * length_s) / length_s
        self._ring.set_progress(progress)
        self._since_arc.start()

    @property
    def _arc_step_s(self) -> float:
        """How long the arc needs for a pixel of its way."""
        return max(_FINEST_S, (self._playing.session.plan.length_s or 0.0) / _STEPS_OF_THE_RING)
