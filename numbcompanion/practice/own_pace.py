"""Breathing at one's own pace: the rhythm of a held key is followed, then slowed a little.

A pacer that sets the speed can feel like a trap. Here the person leads first; the pacer then goes on in the same
rhythm and slows by at most 10 % a minute, and any new press takes the lead back.
"""

import statistics
from dataclasses import dataclass

from numbcompanion.practice.breath import PhaseKind, TimedPhase

FOLLOWED_BREATHS = 3
"""So many whole breaths are followed before the pacer goes on by itself."""
REMEMBERED = 4
SLOWEST_BREATH_S = 12.0
SLOWED_A_MINUTE = 0.06
MOST_SLOWED_A_MINUTE = 0.10
SHORTEST_S, LONGEST_S = 0.4, 15.0


@dataclass(frozen=True)
class Rhythm:
    """The seconds of breathing in and out."""

    in_s: float
    out_s: float

    @property
    def period_s(self) -> float:
        """The seconds of one breath."""
        return self.in_s + self.out_s


class OwnPace:
    """Follows presses, then leads. All times are positions in the session, in seconds, and never go back.

    `slowed_a_minute` is the share by which a breath grows in a minute, at most 0.10.
    """

    def __init__(self, slowed_a_minute: float = SLOWED_A_MINUTE, slowest_s: float = SLOWEST_BREATH_S):
        self._slowed_a_minute = min(max(slowed_a_minute, 0.0), MOST_SLOWED_A_MINUTE)
        self._slowest_s = slowest_s
        self._in_at_s: float | None = None
        self._out_at_s: float | None = None
        self._breaths: list[Rhythm] = []
        self._lead: TimedPhase | None = None
        self._rhythm: Rhythm | None = None
        self._breath = 0

    @property
    def following(self) -> bool:
        """Whether the person leads."""
        return self._lead is None

    @property
    def still_to_follow(self) -> int:
        """How many whole breaths are followed before the pacer can lead."""
        return max(0, FOLLOWED_BREATHS - len(self._breaths)) if self.following else 0

    @property
    def rhythm(self) -> Rhythm | None:
        """The rhythm as it is now; None before the first whole breath."""
        return self._rhythm if self._rhythm is not None else self._usual()

    def press(self, at_s: float) -> None:
        """The person begins to breathe in; whatever led before, they lead now."""
        if self._lead is not None:
            self._breath = self._lead.breath
            self._lead, self._rhythm, self._breaths = None, None, []
            self._in_at_s = self._out_at_s = None
        if self._in_at_s is not None and self._out_at_s is not None:
            self._remember(self._out_at_s - self._in_at_s, at_s - self._out_at_s)
        self._in_at_s, self._out_at_s = at_s, None
        self._breath += 1

    def release(self, at_s: float) -> None:
        """The person begins to breathe out."""
        if self._in_at_s is not None and self._out_at_s is None:
            self._out_at_s = at_s

    def phase(self, at_s: float) -> TimedPhase | None:
        """Return the phase at `at_s`; None while nothing was pressed yet."""
        if self._lead is None and not self._takes_the_lead(at_s):
            return self._followed()
        assert self._lead is not None
        while at_s >= self._lead.at_s + self._lead.lasts_s:
            self._lead = self._next(self._lead)
        return self._lead

    def _followed(self) -> TimedPhase | None:
        if self._in_at_s is None:
            return None
        usual = self._usual() or Rhythm(3.0, 4.0)
        if self._out_at_s is None:
            return TimedPhase(PhaseKind.IN, usual.in_s, self._in_at_s, self._breath)
        return TimedPhase(PhaseKind.OUT, usual.out_s, self._out_at_s, self._breath)

    def _takes_the_lead(self, at_s: float) -> bool:
        """Go on by itself when enough was followed and the next press does not come."""
        usual = self._usual()
        if usual is None or self._out_at_s is None or len(self._breaths) < FOLLOWED_BREATHS:
            return False
        ends_s = self._out_at_s + usual.out_s
        if at_s < ends_s + 0.5 * usual.in_s:
            return False
        self._rhythm = usual
        # It takes over in the middle of a breath in that began when the person's breath out was over.
        self._lead = TimedPhase(PhaseKind.IN, usual.in_s, ends_s, self._breath + 1)
        return True

    def _next(self, phase: TimedPhase) -> TimedPhase:
        assert self._rhythm is not None
        begins_s = phase.at_s + phase.lasts_s
        if phase.kind is PhaseKind.IN:
            return TimedPhase(PhaseKind.OUT, self._rhythm.out_s, begins_s, phase.breath)
        period_s = self._rhythm.period_s
        if period_s < self._slowest_s:
            # A minute can begin just before one breath ends and hold the ends of a minute's worth more.
            grown = (1 + self._slowed_a_minute) ** (period_s / (60.0 + period_s))
            grown = min(grown, self._slowest_s / period_s)
            self._rhythm = Rhythm(self._rhythm.in_s * grown, self._rhythm.out_s * grown)
        return TimedPhase(PhaseKind.IN, self._rhythm.in_s, begins_s, phase.breath + 1)

    def _remember(self, in_s: float, out_s: float) -> None:
        if SHORTEST_S <= in_s <= LONGEST_S and SHORTEST_S <= out_s <= LONGEST_S:
            self._breaths = [*self._breaths, Rhythm(in_s, out_s)][-REMEMBERED:]

    def _usual(self) -> Rhythm | None:
        if not self._breaths:
            return None
        return Rhythm(
            statistics.median(breath.in_s for breath in self._breaths),
            statistics.median(breath.out_s for breath in self._breaths),
        )
