"""The session machine: where a running practice is, and what is due now. No Qt, no sound; only a clock."""

from datetime import datetime
from enum import StrEnum

from numbcompanion.clock import Clock
from numbcompanion.practice.breath import TimedPhase
from numbcompanion.practice.cue_reader import CueReader
from numbcompanion.practice.plans import Ask, Bell, Caption, Cue, Part, Plan
from numbcompanion.practice.records import Ending, SessionDone

SUSPEND_GAP_S = 5.0
"""A longer gap between two looks at the clock means that the computer, or the program, was away."""
Answer = str | int
_EXACT_TO_S = 1e-6  # sums of fractions are not exact


class SessionState(StrEnum):
    """Where a session is; the last two are final."""

    PREPARING = "preparing"
    RUNNING = "running"
    PAUSED = "paused"
    MOVED_TO_ORIENTING = "moved_to_orienting"
    ENDED_EARLY = "ended_early"
    ENDED = "ended"

    @property
    def final(self) -> bool:
        """Whether nothing can happen any more."""
        return self in (SessionState.ENDED, SessionState.ENDED_EARLY)


class Session:
    """One practice from the click to its end. It begins when it is made.

    Call `tick()` often; it moves the session on and returns what is due. Bells can be had a little ahead of
    their time with `bells_ahead()`, so that a sound card can be given them before they are due. While
    `hold_words(True)` says that a sentence is still being spoken, the next sentence waits, and the silence behind
    it gives way; a sentence is never cut off by another, nor by the end.
    """

    def __init__(self, plan: Plan, clock: Clock):
        self.plan = plan
        self.answers: dict[str, list[Answer]] = {}
        self.began_at: datetime = clock.now()
        self._first_plan = plan
        self._clock = clock
        self._last_s = clock.monotonic_s()
        self._last_wall = self.began_at
        self._elapsed_s = 0.0
        self._spent_s = 0.0
        self._skipped_s = 0.0
        self._practised_s: float | None = None  # before it was moved to orienting
        self._paused = False
        self._held = False
        self._state = SessionState.PREPARING
        self._read(plan)

    def _read(self, plan: Plan) -> None:
        self._cues = CueReader(plan.stream())
        self._bells = CueReader(plan.stream())
        self._word_s = -1.0  # where the last sentence that was handed out has its place

    @property
    def state(self) -> SessionState:
        """Where the session is, as of the last look at the clock."""
        return SessionState.PAUSED if self._paused else self._state

    @property
    def moved(self) -> bool:
        """Whether it was moved to orienting."""
        return self._practised_s is not None

    @property
    def position_s(self) -> float:
        """Seconds since the beginning of the plan; negative while preparing."""
        return self._elapsed_s - self.plan.lead_s

    @property
    def spent_s(self) -> float:
        """Seconds since the click, without pauses; never goes back, whatever is skipped or moved."""
        return self._spent_s

    @property
    def done_s(self) -> float:
        """The seconds of the plan practised so far: pauses, preparation and what was skipped do not count."""
        length_s = self.plan.length_s
        over_s = length_s if length_s is not None and self.whole else max(0.0, self.position_s)
        return max(0.0, over_s - self._skipped_s)

    @property
    def left_s(self) -> float | None:
        """The seconds still to come; None when open-ended."""
        return None if self.plan.length_s is None else self.plan.length_s - self._place_s

    @property
    def progress(self) -> float | None:
        """How much of the planned time is over, 0 to 1; None when open-ended."""
        return None if self.plan.length_s is None else self._place_s / self.plan.length_s

    @property
    def _place_s(self) -> float:
        return min(max(0.0, self.position_s), self.plan.length_s or 0.0)

    @property
    def whole(self) -> bool:
        """Whether all the planned time is over; an open-ended session is whole whenever it is ended."""
        return self.plan.length_s is None or self.position_s >= self.plan.length_s - _EXACT_TO_S

    @property
    def words_waiting(self) -> bool:
        """Whether a sentence is being spoken, or one whose time has come is still to be."""
        following = self._cues.next
        return self._held or (_is_word(following) and following is not None and following.at_s <= self.position_s)

    @property
    def phase(self) -> TimedPhase | None:
        """The phase of the breath now, or None."""
        return self.plan.phase_at(self.position_s)

    @property
    def next_part(self) -> Part | None:
        """The part that can be skipped to."""
        return self.plan.part_after(self.position_s) if self.position_s >= 0 else None

    @property
    def until_next_s(self) -> float | None:
        """The seconds until the next cue, the beginning, the end or the last stroke; None when nothing is planned."""
        following = self._cues.next
        moments = (None if following is None else following.at_s, 0.0, self.plan.length_s, self.plan.end_s)
        to_come = [at_s - self.position_s for at_s in moments if at_s is not None and at_s > self.position_s]
        return min(to_come, default=None)

    def tick(self, one_sentence: bool = False) -> list[Cue]:
        """Look at the clock and return the cues that became due, each once in the whole session, in order.

        With `one_sentence` a second sentence stays behind: say the first, `hold_words`, and ask again.
        """
        self._look()
        if self._paused or self._state.final:
            return []
        sentences = 0

        def waits(cue: Cue) -> bool:
            nonlocal sentences
            sentences += _is_word(cue)
            return _is_word(cue) and (self._held or (one_sentence and sentences > 1))

        due = self._cues.until(self.position_s, stop=waits)
        said = [cue.at_s for cue in due if _is_word(cue)]
        self._word_s = max(said, default=self._word_s)
        if not (said and one_sentence):
            self._settle()
        return due

    def hold_words(self, held: bool) -> None:
        """Say whether a sentence is being spoken: the next one, and the end, wait for it."""
        self._held = held

    def bells_ahead(self, horizon_s: float) -> list[tuple[Bell, float]]:
        """Return the bells of the next `horizon_s` seconds, each once, with the seconds until each is due.

        A bell handed out here still comes from `tick()` in its time: take bells from one of the two only. A bell
        that follows a sentence waits until it is spoken; the last ones are still to be had when all is over.
        """
        if self._paused:
            return []
        following = self._cues.next if self._held else None

        def waits(cue: Cue) -> bool:
            is_behind = following is not None and _is_word(following) and cue.at_s >= following.at_s
            return is_behind or (self._held and cue.at_s > self._word_s)

        due = self._bells.until(self.position_s + horizon_s, stop=waits)
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

    def skip(self) -> None:
        """Go on at the next part, where there is one; what lies between is left out and does not count as done."""
        self._look()
        part = self.next_part
        if part is None or self._state.final or self._paused:
            return
        self._skipped_s += part.at_s - self.position_s
        self._elapsed_s = part.at_s + self.plan.lead_s
        self._cues.drop_before(part.at_s)
        self._bells.drop_before(part.at_s)

    def orient(self, plan: Plan) -> None:
        """Leave the practice for `plan`, orienting, at once; once it was left, orienting begins again."""
        self._look()
        if self._state.final:
            return
        if self._practised_s is None:
            self._practised_s = self.done_s
        self.resume()
        self.plan = plan
        self._elapsed_s = self._skipped_s = 0.0
        self._held = False
        self._read(plan)
        self._state = SessionState.MOVED_TO_ORIENTING

    def end(self) -> None:
        """End it here and now; what was done is kept."""
        self._look()
        if self._state.final:
            return
        self._paused = self._held = False
        self._bells = CueReader(iter(()))
        self._state = SessionState.ENDED if self.whole else SessionState.ENDED_EARLY

    def answer(self, name: str, value: Answer) -> None:
        """Keep what was chosen for an `Ask`; each choice is kept beside the earlier ones."""
        self.answers.setdefault(name, []).append(value)

    def take_back(self, name: str) -> None:
        """Forget the last answer to an `Ask`."""
        if self.answers.get(name):
            self.answers[name].pop()

    def done(self) -> SessionDone:
        """Return what was done up to now, to be kept in the log."""
        first = self._first_plan
        settings: dict[str, object] = dict(first.settings)
        if answers := {name: given for name, given in self.answers.items() if given}:
            settings["answers"] = answers
        if self._practised_s is not None:
            settings["orienting_s"] = round(self.done_s, 1)
        return SessionDone(
            practice=first.practice,
            began_at=self.began_at,
            planned_s=None if first.length_s is None else round(first.length_s),
            done_s=self.done_s if self._practised_s is None else self._practised_s,
            ending=self._ending(),
            settings=settings,
        )

    def _ending(self) -> Ending:
        if self.moved:
            return Ending.MOVED_TO_ORIENTING
        over = self._state.final or self.plan.length_s is not None
        return Ending.COMPLETE if over and self.whole else Ending.EARLY

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
        self._elapsed_s += passed_s
        self._spent_s += passed_s
        if self._state is SessionState.PREPARING and self._elapsed_s >= self.plan.lead_s:
            self._state = SessionState.RUNNING

    def _settle(self) -> None:
        """End when the last thing has happened and nobody is in the middle of a sentence."""
        end_s = self.plan.end_s
        if end_s is None or self._paused or self._state.final or self.position_s < end_s or self.words_waiting:
            return
        self._elapsed_s = self.plan.lead_s + end_s
        self._state = SessionState.ENDED


def _is_word(cue: Cue | None) -> bool:
    return isinstance(cue, Ask) or (isinstance(cue, Caption) and bool(cue.text))
