"""What a session will do and when: cues in the order of time, counted in seconds from its beginning."""

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from numbcompanion.errors import UsageError
from numbcompanion.practice.breath import TimedPhase
from numbcompanion.translation import tr

LEAD_S = 0.4
"""The least time between the click and the beginning: the first bell needs it to be heard on time."""


class BellKind(StrEnum):
    """The three bells, synthesised by `installer/make_sounds.py`."""

    BOWL = "bowl"
    SMALL_BOWL = "small-bowl"
    BAR = "bar"


class Soundscape(StrEnum):
    """The sounds that can lie under a session, made by `installer/make_sounds.py`."""

    RAIN = "rain"
    WAVES = "waves"
    WIND = "wind"
    BROWN_NOISE = "brown-noise"
    DRONE = "drone"


@dataclass(frozen=True)
class Cue:
    """One thing that happens `at_s` seconds after the beginning."""

    at_s: float


@dataclass(frozen=True)
class Bell(Cue):
    """One stroke of a bell."""

    kind: BellKind = BellKind.BOWL


@dataclass(frozen=True)
class Caption(Cue):
    """A sentence to be read, until the next one; an empty text takes the sentence away."""

    text: str = ""
    heading: str = ""
    number: int = 0
    """Its place among the captions of the practice file, from 1; 0 for one that is in no file."""


@dataclass(frozen=True)
class Ask(Cue):
    """Something that can be chosen while the session goes on; an answer is never needed."""

    name: str = ""
    choices: tuple[str, ...] = ()
    numbers: bool = False
    """Whether the choices are a scale, such as 0 to 10."""


class SurfaceKind(StrEnum):
    """What a person can do in a part besides listening: count, draw."""

    NONE = "none"
    COUNT = "count"
    DRAW = "draw"
    SONG = "song"


@dataclass(frozen=True)
class Surface(Cue):
    """From here on the middle of the player is for `kind`; `count` is where counting begins again."""

    kind: SurfaceKind = SurfaceKind.NONE
    count: int = 10


@dataclass(frozen=True)
class Part:
    """Where a part of the practice begins; one can skip to the next."""

    at_s: float
    title: str


@dataclass(frozen=True)
class Again:
    """A bell every `every_s` seconds for as long as an open-ended session lasts."""

    every_s: float
    kind: BellKind


@dataclass(frozen=True)
class Plan:
    """A session as it is meant to go; `length_s` None means open-ended.

    Cues may lie after `length_s` (the further strokes of an end bell): they belong to the session, but not to
    the time that was practised.
    """

    practice: str
    length_s: float | None
    cues: tuple[Cue, ...] = ()
    prepare_s: float = 0.0
    again: Again | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    phases: tuple[TimedPhase, ...] = ()

    def __post_init__(self) -> None:
        for timed in (self.cues, self.parts, self.phases):
            times = [one.at_s for one in timed]
            if any(at_s < 0 for at_s in times) or times != sorted(times):
                raise UsageError(tr("The parts of this practice are not in the order of time."))
        if self.prepare_s < 0 or (self.length_s is not None and self.length_s <= 0):
            raise UsageError(tr("A practice lasts longer than no time at all."))
        if self.again is not None and (self.length_s is not None or self.again.every_s <= 0):
            raise UsageError(tr("Only an open-ended session can ring on and on."))

    @property
    def end_s(self) -> float | None:
        """When the last thing of it has happened; None when open-ended."""
        if self.length_s is None:
            return None
        return max(self.length_s, self.cues[-1].at_s if self.cues else 0.0)

    @property
    def lead_s(self) -> float:
        """The seconds from the click to the beginning."""
        return max(self.prepare_s, LEAD_S)

    def phase_at(self, position_s: float) -> TimedPhase | None:
        """Return the phase of the breath at `position_s`, or None where the breath is left alone."""
        index = bisect_right(self.phases, position_s, key=lambda phase: phase.at_s) - 1
        if index < 0 or position_s >= self.phases[index].at_s + self.phases[index].lasts_s:
            return None
        return self.phases[index]

    def part_after(self, position_s: float) -> Part | None:
        """Return the next part that begins after `position_s`."""
        index = bisect_right(self.parts, position_s, key=lambda part: part.at_s)
        return self.parts[index] if index < len(self.parts) else None

    def stream(self) -> Iterator[Cue]:
        """Give every cue in order; without end for an open-ended plan that rings again and again."""
        yield from self.cues
        if self.again is not None:
            for count in itertools.count(1):
                yield Bell(count * self.again.every_s, self.again.kind)
