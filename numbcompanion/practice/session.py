"""The session machine: where a running practice is, and what is due now. No Qt, no sound; only a clock."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from numbcompanion.clock import Clock
from numbcompanion.practice.plans import Bell, Cue, Plan
from numbcompanion.practice.records import Ending, SessionDone

SUSPEND_GAP_S = 5.0
"""A longer gap between two looks at the clock means that the computer, or the program, was away."""


class SessionState(StrEnum):
    """Where a session is; the last two are final."""

    PREPARING = "preparing"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED_EARLY = "ended_early"
    ENDED = "ended"

    @property
    def final(self) -> bool:
        """Whether nothing can happen any more."""
        return self in (SessionState.ENDED, SessionState.ENDED_EARLY)


class _Reader:
    """Hands out the cues of one stream, each once, up to a moment."""

    def __init__(self, stream: Iterator[Cue]):
        self._stream = stream
        self._next = next(stream, None)

    @property
    def next_at_s(self) -> float | None:
        return None if self._next is None else self._next.at_s

    def until(self, at_s: float) -> list[Cue]:
        due = []
        while self._next is not None and self._next.at_s <= at_s:
            due.append(self._next)
            self._next = next(self._stream, None)
        return due


class Session:
    """One practice from the click to its end. It begins when it is made.

    Call `tick()` often; it moves the session on and returns what is due. Bells can be had a little ahead of
    their time with `bells_ahead()`, so that a sound card can be given them before they are due.
    """

    def __init__(self, plan: Plan, clock: Clock):
        self.plan = plan
        self._clock = clock
        self._last_s = clock.monotonic_s()
        self._last_wall = clock.now()
        self._elapsed_s = 0.0
        self._paused = False
        self._state = SessionState.PREPARING
        self._cues = _Reader(plan.stream())
        self._bells = _Reader(plan.stream())
        self.began_at: datetime = self._last_wall

    @property
    def state(self) -> SessionState:
        """Where the session is, as of the last look at the clock."""
        return SessionState.PAUSED if self._paused else self._state

    @property
    def position_s(self) -> float:
        """Seconds since the beginning; negative while preparing; never goes back."""
        return self._elapsed_s - self.plan.lead_s

    @property
    def done_s(self) -> float:
        """The seconds practised so far: pauses and preparation do not count."""
        at_least_none = max(0.0, self.position_s)
        return at_least_none if self.plan.length_s is None else min(at_least_none, self.plan.length_s)

    @property
    def left_s(self) -> float | None:
        """The seconds still to come; None when open-ended."""
        return None if self.plan.length_s is None else self.plan.length_s - self.done_s

    @property
    def progress(self) -> float | None:
        """How much of the planned time is done, 0 to 1; None when open-ended."""
        return None if self.plan.length_s is None else self.done_s / self.plan.length_s

    @property
    def whole(self) -> bool:
        """Whether all the planned time is done; an open-ended session is whole whenever it is ended."""
        return self.plan.length_s is None or self.done_s >= self.plan.length_s

    @property
    def until_next_s(self) -> float | None:
        """The seconds until the next cue, the beginning, the end or the last stroke; None when nothing is planned."""
        moments = (self._cues.next_at_s, 0.0, self.plan.length_s, self.plan.end_s)
        to_come = [at_s - self.position_s for at_s in moments if at_s is not None and at_s > self.position_s]
        return min(to_come, default=None)

    def tick(self) -> list[Cue]:
        """Look at the clock and return the cues that became due, each once in the whole session, in order."""
        self._look()
        return self._cues.until(self.position_s)

    def bells_ahead(self, horizon_s: float) -> list[tuple[Bell, float]]:
        """Return the bells of the next `horizon_s` seconds, each once, with the seconds until each is due.

        A bell handed out here still comes from `tick()` in its time: take bells from one of the two only.
        """
        if self._paused or self._state.final:
            return []
        due = self._bells.until(self.position_s + horizon_s)
        return [(cue, cue.at_s - self.position_s) for cue in due if isinstance(cue, Bell)]

    def pause(self) -> None:
        """Stop the time until `resume()`; nothing happens when the session is over."""
        self._look()
        self._paused = not self._state.final

    def resume(self) -> None:
        """Go on where it was paused."""
        if self._paused:
            self._paused = False
            self._last_s, self._last_wall = self._clock.monotonic_s(), self._clock.now()

    def end(self) -> None:
        """End it here and now; what was done is kept."""
        self._look()
        if self._state.final:
            return
        self._paused = False
        self._state = SessionState.ENDED if self.whole else SessionState.ENDED_EARLY

    def done(self) -> SessionDone:
        """Return what was done up to now, to be kept in the log."""
        over = self._state.final or self.plan.length_s is not None
        ending = Ending.COMPLETE if over and self.whole else Ending.EARLY
        planned_s = None if self.plan.length_s is None else round(self.plan.length_s)
        return SessionDone(
            practice=self.plan.practice,
            began_at=self.began_at,
            planned_s=planned_s,
            done_s=self.done_s,
            ending=ending,
            settings=dict(self.plan.settings),
        )

    def _look(self) -> None:
        """Move to the present, or pause at the last look when the time since then is a gap."""
        if self._paused or self._state.final:
            return
        now_s, wall = self._clock.monotonic_s(), self._clock.now()
        passed_s = max(0.0, now_s - self._last_s)
        # The monotonic clock of some systems stands still in suspend; the one on the wall does not.
        away_s = max(passed_s, (wall - self._last_wall).total_seconds())
        self._last_s, self._last_wall = max(now_s, self._last_s), wall
        if away_s > SUSPEND_GAP_S:
            self._paused = True
            return
        self._move(passed_s)

    def _move(self, passed_s: float) -> None:
        self._elapsed_s += passed_s
        if self.plan.end_s is not None and self.position_s >= self.plan.end_s:
            self._elapsed_s = self.plan.lead_s + self.plan.end_s
            self._state = SessionState.ENDED
        elif self._elapsed_s >= self.plan.lead_s:
            self._state = SessionState.RUNNING
