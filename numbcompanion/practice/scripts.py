"""Guided practices: text files that a person who writes no code can read, change and add."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from numbcompanion.errors import CompanionError
from numbcompanion.practice.breath import Pacing
from numbcompanion.practice.plans import BellKind, SurfaceKind
from numbcompanion.translation import tr

WORDS_A_SECOND = 2.2
LEAST_CAPTION_S = 3.0
CAPTION_REST_S = 1.0
FROM = "from-"
USUAL_MIN = 3
BREATH = "breath"
"""The name that paced breathing is kept under; no script has it."""
RING_S = 2.5


class Eyes(StrEnum):
    """How the eyes are; open unless the person likes it otherwise."""

    OPEN = "open"
    SOFT = "soft"
    CLOSED = "closed"


class Anchor(StrEnum):
    """What attention rests on. The breath is one choice of five: for many people it is not a calm place."""

    SOUND = "sound"
    HANDS = "hands"
    FEET = "feet"
    BREATH = "breath"
    OBJECT = "object"


class LengthKind(StrEnum):
    """What a length counts."""

    MINUTES = "minutes"
    BREATHS = "breaths"
    SONG = "song"


@dataclass(frozen=True, order=True)
class Length:
    """How long a practice is: so many minutes, so many breaths, or one song."""

    kind: LengthKind
    count: int = 1

    @property
    def key(self) -> str:
        """How it is written down: "5", "4 breaths", "song"."""
        if self.kind is LengthKind.MINUTES:
            return str(self.count)
        return "song" if self.kind is LengthKind.SONG else f"{self.count} breaths"


class ScriptBroken(CompanionError):
    """A practice file cannot be used: where, and why."""

    def __init__(self, line: int, reason: str, file: str = ""):
        super().__init__(f"{file}:{line}: {reason}" if file else f"{line}: {reason}")
        self.line = line
        self.reason = reason
        self.file = file


@dataclass(frozen=True)
class Condition:
    """When a line counts: with the variant, anchor or eyes called `key`, or (`negated`) without; empty is always."""

    key: str = ""
    negated: bool = False

    def holds(self, chosen: Sequence[str]) -> bool:
        """Return whether it counts with these keys chosen."""
        return not self.key or (self.key in chosen) is not self.negated


ALWAYS = Condition()


@dataclass(frozen=True)
class Step:
    """One line of a section."""

    when: Condition = field(default=ALWAYS, kw_only=True)


@dataclass(frozen=True)
class Say(Step):
    """A caption; `number` is its place in the file, from 1."""

    text: str
    number: int = 0

    def lasts_s(self, words_a_second: float = WORDS_A_SECOND) -> float:
        """Return the seconds it takes to read it slowly, or to say it at this pace."""
        return max(LEAST_CAPTION_S, len(self.text.split()) / words_a_second + CAPTION_REST_S)


@dataclass(frozen=True)
class Rest(Step):
    """A silence; `share` is its part of the silence of its section."""

    share: float = 1.0


@dataclass(frozen=True)
class Wait(Step):
    """A silence that is never stretched."""

    seconds: float


@dataclass(frozen=True)
class Ring(Step):
    """One stroke of a bell, and a moment to hear it."""

    kind: BellKind


@dataclass(frozen=True)
class Breathe(Step):
    """From here to the end of the section the breath is paced."""


@dataclass(frozen=True)
class Choose(Step):
    """Something to choose, if wanted; `words` offers feeling words, `numbers` a scale."""

    name: str
    choices: tuple[str, ...] = ()
    numbers: bool = False


@dataclass(frozen=True)
class Middle(Step):
    """From here to the end of the section the middle of the player is for counting, drawing or a song."""

    kind: SurfaceKind
    count: int = 10


@dataclass(frozen=True)
class Section:
    """A part of a practice; `weight` is its part of all the silence there is."""

    title: str
    weight: float
    steps: tuple[Step, ...]
    when: Condition = ALWAYS


@dataclass(frozen=True)
class Option:
    """A variant of a practice, as "no-hold" with what it is called."""

    key: str
    label: str


@dataclass(frozen=True)
class Choices:
    """How a practice is done this time. An empty variant or anchor: there is none to choose."""

    length: Length
    variant: str = ""
    anchor: str = ""
    eyes: Eyes = Eyes.OPEN

    @property
    def keys(self) -> tuple[str, ...]:
        """The words conditions are about; "from-5" is one for every length of five (minutes, breaths) or more."""
        lengths = (f"{FROM}{count}" for count in range(1, self.length.count + 1))
        return (self.variant, self.anchor, self.eyes.value, *lengths)

    def kept(self) -> dict[str, object]:
        """Return them as they are written into the log."""
        return {
            "length": self.length.key,
            "variant": self.variant,
            "anchor": self.anchor,
            "eyes": self.eyes.value,
        }


@dataclass(frozen=True)
class Script:
    """One guided practice in every length it is offered in. `warmth` 0 to 1 is its place on the thaw."""

    slug: str
    title: str
    kind: str
    summary: str
    purpose: str
    cautions: tuple[str, ...]
    eyes: tuple[Eyes, ...]
    evidence: str
    sources: tuple[str, ...]
    lengths: tuple[Length, ...]
    sections: tuple[Section, ...]
    warmth: float = 0.0
    variants: tuple[Option, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    pacings: Mapping[str, Pacing] = field(default_factory=dict)
    """How the breath is paced, by variant; "" for every other one."""
    phrases: tuple[str, ...] = ()
    bell: BellKind = BellKind.BOWL
    bell_every_s: float | None = None
    own: bool = False
    """Whether the person added it."""

    def usual(self) -> Choices:
        """Return the choices nobody has to make: three minutes at most where there is that, the first of each else."""
        variant = self.variants[0].key if self.variants else ""
        anchor = self.anchors[0].value if self.anchors else ""
        short = [one for one in self.lengths if one.kind is LengthKind.MINUTES and one.count <= USUAL_MIN]
        return Choices(short[-1] if short else self.lengths[0], variant, anchor, self.eyes[0])

    def from_kept(self, kept: Mapping[str, object]) -> Choices:
        """Return the choices that were written; what is not offered any more falls back to the usual ones."""
        usual = self.usual()
        length = next((one for one in self.lengths if one.key == kept.get("length")), usual.length)
        variant = next((one.key for one in self.variants if one.key == kept.get("variant")), usual.variant)
        anchor = next((one.value for one in self.anchors if one.value == kept.get("anchor")), usual.anchor)
        eyes = next((one for one in self.eyes if one.value == kept.get("eyes")), usual.eyes)
        return Choices(length, variant, anchor, eyes)

    def every_choice(self) -> Iterator[Choices]:
        """Give every way it can be done, in every length."""
        for length in self.lengths:
            for way in self.longest_ways(length):
                yield from (replace(way, eyes=eyes) for eyes in self.eyes)

    def longest_ways(self, length: Length) -> Iterator[Choices]:
        """Give every way it can be done in one length, with the eyes that need the most words."""
        for variant in [option.key for option in self.variants] or [""]:
            for anchor in [anchor.value for anchor in self.anchors] or [""]:
                yield Choices(length, variant, anchor, self.eyes[-1])

    def pacing(self, variant: str) -> Pacing | None:
        """Return how the breath is paced in `variant`, or None."""
        return self.pacings.get(variant, self.pacings.get(""))

    def captions(self) -> tuple[Say, ...]:
        """Return every caption of the file, in its order."""
        return tuple(step for section in self.sections for step in section.steps if isinstance(step, Say))

    def with_phrases(self, phrases: Sequence[str]) -> "Script":
        """Return it with the person's own phrases; an empty one stays as it was."""
        own = tuple(mine or ours for mine, ours in zip([*phrases, *[""] * len(self.phrases)], self.phrases))  # noqa: B905
        return replace(self, phrases=own)


def anchor_words(anchor: str) -> str:
    """Return the words for `{anchor}` in a sentence; empty for none."""
    return {
        Anchor.SOUND.value: tr("the sounds around you"),
        Anchor.HANDS.value: tr("your hands"),
        Anchor.FEET.value: tr("your feet"),
        Anchor.BREATH.value: tr("your breath"),
        Anchor.OBJECT.value: tr("the thing you chose to look at"),
    }.get(anchor, "")
