"""Breath patterns: what can be set, how one grows into another, and the phases that follow from it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from numbcompanion.errors import UsageError
from numbcompanion.translation import tr

SHORTEST_PHASE_S = 0.5
LONGEST_PHASE_S = 30.0
SHORTEST_BREATH_S = 2.0
LONGEST_BREATH_S = 60.0
LONGEST_RAMP_S = 600.0
_PART = re.compile(r"(?P<kind>[a-z-]+)\s+(?P<seconds>\S+)$")
_OVER_BY_S = 0.01  # a breath may end so much after its time: sums of fractions are not exact


class PhaseKind(StrEnum):
    """The parts of a breath. A top-up is a second, smaller breath in; a rest is the stillness after breathing out."""

    IN = "in"
    TOP_UP = "top-up"
    HOLD = "hold"
    OUT = "out"
    REST = "rest"

    @property
    def still(self) -> bool:
        """Whether no air moves."""
        return self in (PhaseKind.HOLD, PhaseKind.REST)


@dataclass(frozen=True)
class Phase:
    """One part of a breath, `lasts_s` seconds long."""

    kind: PhaseKind
    lasts_s: float


@dataclass(frozen=True)
class TimedPhase(Phase):
    """A phase with its place in a session: it begins `at_s` seconds after the beginning, in breath `breath` from 0."""

    at_s: float
    breath: int

    def fraction(self, position_s: float) -> float:
        """Return how much of it is over at `position_s`, 0 to 1."""
        return min(max((position_s - self.at_s) / self.lasts_s, 0.0), 1.0)


@dataclass(frozen=True)
class BreathPattern:
    """One breath as it is repeated. Raises UsageError with the sentence for what cannot be breathed."""

    phases: tuple[Phase, ...]

    def __post_init__(self) -> None:
        kinds = [phase.kind for phase in self.phases]
        if kinds.count(PhaseKind.IN) != 1 or kinds.count(PhaseKind.OUT) != 1 or kinds[:1] != [PhaseKind.IN]:
            raise UsageError(tr("A breath begins with one “in” and has one “out”."))
        if any(kinds.count(kind) > 1 for kind in kinds) or not _in_order(kinds):
            raise UsageError(tr("The parts of a breath come in this order: in, top-up, hold, out, rest."))
        if not all(SHORTEST_PHASE_S <= phase.lasts_s <= LONGEST_PHASE_S for phase in self.phases):
            raise UsageError(tr("Each part of a breath lasts from half a second to 30 seconds."))
        if not SHORTEST_BREATH_S <= self.period_s <= LONGEST_BREATH_S:
            raise UsageError(tr("A whole breath lasts from 2 to 60 seconds."))

    @classmethod
    def of(cls, in_s: float, hold_s: float = 0.0, out_s: float = 4.0, rest_s: float = 0.0) -> "BreathPattern":
        """Return the pattern of these seconds; a hold or rest of none is left out."""
        parts = (
            (PhaseKind.IN, in_s),
            (PhaseKind.HOLD, hold_s),
            (PhaseKind.OUT, out_s),
            (PhaseKind.REST, rest_s),
        )
        return cls(tuple(Phase(kind, float(s)) for kind, s in parts if s or not kind.still))

    @classmethod
    def parse(cls, text: str) -> "BreathPattern":
        """Return the pattern written as "in 4, hold 4, out 6, rest 2"; "hold" after "out" is a rest."""
        phases: list[Phase] = []
        for part in text.split(","):
            kind, seconds = _read_part(part.strip())
            if kind is PhaseKind.HOLD and any(phase.kind is PhaseKind.OUT for phase in phases):
                kind = PhaseKind.REST
            if seconds or not kind.still:
                phases.append(Phase(kind, seconds))
        return cls(tuple(phases))

    def __str__(self) -> str:
        return ", ".join(f"{phase.kind.value} {phase.lasts_s:g}" for phase in self.phases)

    @property
    def period_s(self) -> float:
        """The seconds of one breath."""
        return sum(phase.lasts_s for phase in self.phases)

    @property
    def breaths_a_minute(self) -> float:
        """How many of it fit into a minute."""
        return 60.0 / self.period_s

    @property
    def holds(self) -> bool:
        """Whether the breath is held, full or empty."""
        return any(phase.kind.still for phase in self.phases)

    def seconds(self, kind: PhaseKind) -> float:
        """Return how long a part is; 0 where there is none."""
        return next((phase.lasts_s for phase in self.phases if phase.kind is kind), 0.0)


@dataclass(frozen=True)
class Pacing:
    """A pattern and how it is reached: from `begin`, growing evenly over `ramp_s` seconds, or at once."""

    pattern: BreathPattern
    begin: BreathPattern | None = None
    ramp_s: float = 0.0

    def __post_init__(self) -> None:
        if self.begin is None:
            return
        if [p.kind for p in self.begin.phases] != [p.kind for p in self.pattern.phases]:
            raise UsageError(tr("A pattern can only grow into one that has the same parts."))
        if not 0 < self.ramp_s <= LONGEST_RAMP_S:
            raise UsageError(tr("A pattern grows over one second to ten minutes."))

    def phases(self, start_s: float, end_s: float) -> Iterator[TimedPhase]:
        """Give the phases of all breaths that fit whole between `start_s` and `end_s`."""
        at_s, number = start_s, 0
        while True:
            breath = self._at(at_s - start_s)
            if at_s + sum(phase.lasts_s for phase in breath) > end_s + _OVER_BY_S:
                return
            for phase in breath:
                yield TimedPhase(phase.kind, phase.lasts_s, at_s, number)
                at_s += phase.lasts_s
            number += 1

    def _at(self, passed_s: float) -> Sequence[Phase]:
        """The parts of the breath that begins `passed_s` seconds into the pacing."""
        if self.begin is None or passed_s >= self.ramp_s:
            return self.pattern.phases
        grown = passed_s / self.ramp_s
        pairs = zip(self.begin.phases, self.pattern.phases, strict=True)
        return [Phase(new.kind, old.lasts_s + grown * (new.lasts_s - old.lasts_s)) for old, new in pairs]


def _read_part(text: str) -> tuple[PhaseKind, float]:
    found = _PART.match(text)
    try:
        if found is None:
            raise ValueError
        kind, seconds = PhaseKind(found["kind"]), float(found["seconds"])
        if not 0 <= seconds < float("inf"):
            raise ValueError
        return kind, seconds
    except ValueError:
        raise UsageError(tr("“{text}” is not a part of a breath such as “in 4”.").format(text=text)) from None


def _in_order(kinds: Sequence[PhaseKind]) -> bool:
    order = list(PhaseKind)
    places = [order.index(kind) for kind in kinds]
    return places == sorted(places)
