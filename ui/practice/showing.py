"""What a session shows at a moment, for every view of it: words, hint, openness of the circles."""

from dataclasses import dataclass

from numbcompanion.practice.breath import PhaseKind, TimedPhase
from numbcompanion.practice.own_pace import OwnPace
from numbcompanion.practice.plans import SurfaceKind
from numbcompanion.practice.session import SessionState
from numbcompanion.translation import tr
from ui.practice.breathing import openness, phase_hint, phase_title
from ui.practice.playing import Playing
from ui.practice.words import settling_words

_RESTING = 1.0


@dataclass(frozen=True)
class Shown:
    """Large words, a line below them, and a caption."""

    title: str
    hint: str = ""
    caption: str = ""


class Showing:
    """Puts a playing session into words. `own_pace` where the person leads the breath; `count` counts taps."""

    def __init__(self, playing: Playing, own_pace: OwnPace | None = None):
        self._playing = playing
        self.own_pace = own_pace
        self.count = 0

    @property
    def phase(self) -> TimedPhase | None:
        """The phase of the breath now, or None."""
        session = self._playing.session
        if session.state not in (SessionState.RUNNING, SessionState.PAUSED) or session.position_s < 0:
            return None
        if self.own_pace is not None and not session.moved:
            return self.own_pace.phase(session.position_s)
        return session.phase

    @property
    def paced(self) -> bool:
        """Whether the circles move."""
        return self.phase is not None and not self._playing.paused and not self._playing.is_over

    def openness(self, still: bool) -> float:
        """Return how open the circles are now, 0 to 1."""
        phase = self.phase
        if phase is None:
            return _RESTING
        topped_up = any(one.kind is PhaseKind.TOP_UP for one in self._playing.session.plan.phases[:3])
        return openness(phase, self._playing.session.position_s, topped_up, still)

    def words(self, time_hidden: bool) -> Shown:
        """Return what to say now."""
        playing, session = self._playing, self._playing.session
        if playing.paused:
            away = not playing.asked_to_pause
            return Shown(tr("Paused"), tr("The computer was asleep.") if away else "", playing.caption.text)
        if session.state is SessionState.PREPARING:
            return Shown(tr("Settle in"), "" if time_hidden else settling_words(session))
        if session.moved and session.position_s < 0:
            again = tr("Stand up, if you can, and feel the floor. Help now is at Ctrl+Shift+H.")
            return Shown(tr("Look around"), "", again if playing.times_oriented > 1 else tr("You can let that go now."))
        phase = self.phase
        if playing.surface.kind is SurfaceKind.COUNT:
            return Shown(str(self.count) if self.count else "", tr("tap here, or press C"), playing.caption.text)
        if self.own_pace is not None and not session.moved:
            return self._led(phase)
        if phase is not None:
            return Shown(phase_title(phase.kind), phase_hint(phase), playing.caption.text)
        return Shown(playing.caption.heading, "", playing.caption.text)

    def tap(self) -> None:
        """Count one more, up to the number where counting begins again."""
        self.count = self.count % self._playing.surface.count + 1

    def _led(self, phase: TimedPhase | None) -> Shown:
        assert self.own_pace is not None
        if self.own_pace.following:
            how = tr("While you breathe in, hold B, or the mouse on the circles. Let go to breathe out.")
            return Shown(tr("You lead") if phase is None else phase_title(phase.kind), "", how)
        assert phase is not None
        how = tr("It goes on in your rhythm now, a little slower. Hold B to lead again.")
        return Shown(phase_title(phase.kind), "", how)
