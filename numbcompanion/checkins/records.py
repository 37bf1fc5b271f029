"""What a check-in is, and what goes with it."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum

from numbcompanion.clock import Moment

MOST_WORDS = 3
DEEPEST = 10
MAP_REACH = 5.0
CLOSEST = 5
MOST_AROUND = 100


class Source(StrEnum):
    """Where a check-in was made."""

    TODAY = "today"
    PAGE = "page"
    PROMPT = "prompt"
    TRAY = "tray"
    COMMAND = "command"


class Kind(StrEnum):
    """A check-in, or a glimmer: something came through."""

    CHECKIN = "checkin"
    GLIMMER = "glimmer"


class Region(StrEnum):
    """A part of the painted body."""

    HEAD = "head"
    THROAT = "throat"
    CHEST = "chest"
    BELLY = "belly"
    HANDS = "hands"
    LEGS = "legs"


class Sensation(StrEnum):
    """What can be felt in it; nothing is an answer."""

    WARM = "warm"
    COLD = "cold"
    TIGHT = "tight"
    HEAVY = "heavy"
    TINGLING = "tingling"
    HOLLOW = "hollow"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Felt:
    """One sensation in one region."""

    region: Region
    sensation: Sensation


@dataclass(frozen=True, slots=True)
class Around:
    """A tag that goes with a check-in, with an amount where it has one (hours, drinks)."""

    tag_id: str
    amount: float | None = None


@dataclass(frozen=True)
class Ladder:
    """What was found from below words; every rung may be empty, and any one is a whole answer."""

    contact: tuple[str, ...] = ()
    sensation: Sensation | None = None
    colour: str = ""
    not_these: tuple[str, ...] = ()
    word: str = ""

    @property
    def empty(self) -> bool:
        """Whether no rung has an answer."""
        return self == Ladder()


@dataclass(frozen=True)
class CheckInDraft:
    """What the person said. `depth` 0 is "nothing at all"; None is "I can't tell", an answer of its own."""

    depth: int | None
    pleasantness: float | None = None  # -5 to 5
    energy: float | None = None  # -5 to 5
    words: tuple[str, ...] = ()
    note: str = ""
    source: Source = Source.PAGE
    at: datetime | None = None  # aware; None: now, or as it was when a check-in is edited
    kind: Kind = Kind.CHECKIN
    close_people: int | None = None  # 1 (far) to 5 (close)
    close_self: int | None = None  # 1 (far) to 5 (close)
    body: tuple[Felt, ...] = ()
    around: tuple[Around, ...] = ()
    ladder: Ladder | None = None
    noticed: datetime | None = None  # aware; when it was noticed, where that was later


@dataclass(frozen=True)
class CheckIn:
    """A check-in as it is kept."""

    id: str
    moment: Moment
    created: datetime
    changed: datetime
    depth: int | None
    pleasantness: float | None = None
    energy: float | None = None
    words: tuple[str, ...] = field(default=())
    note: str = ""
    source: Source = Source.PAGE
    kind: Kind = Kind.CHECKIN
    close_people: int | None = None
    close_self: int | None = None
    body: tuple[Felt, ...] = ()
    around: tuple[Around, ...] = ()
    ladder: Ladder | None = None
    noticed: datetime | None = None

    def draft(self) -> CheckInDraft:
        """Return what was said, to be edited."""
        said = {each.name: getattr(self, each.name) for each in fields(CheckInDraft) if each.name != "at"}
        return CheckInDraft(at=self.moment.at, **said)


@dataclass(frozen=True, slots=True)
class DepthPoint:
    """The little a chart needs of a check-in."""

    id: str
    moment: Moment
    depth: int | None


@dataclass(frozen=True, slots=True)
class Point:
    """All that insights need of a check-in or a glimmer; tags that were merged are already the one they became."""

    id: str
    moment: Moment
    kind: Kind
    depth: int | None
    pleasantness: float | None = None
    energy: float | None = None
    close_people: int | None = None
    close_self: int | None = None
    words: tuple[str, ...] = ()
    around: tuple[Around, ...] = ()
    body: tuple[Felt, ...] = ()
    noticed: datetime | None = None


@dataclass(frozen=True)
class DayLine:
    """One day: how many check-ins, the lowest and highest depth among them, how many glimmers."""

    day: date
    count: int
    low: int | None
    high: int | None
    glimmers: int


class GroupKind(StrEnum):
    """Which of the first groups a group of tags is, whatever it is called now; or the person's own."""

    PLACE = "place"
    PEOPLE = "people"
    DOING = "doing"
    SLEEP = "sleep"
    MOVEMENT = "movement"
    ALCOHOL = "alcohol"
    CYCLE = "cycle"
    OWN = "own"


class Unit(StrEnum):
    """What the amount of a tag counts."""

    HOURS = "hours"
    DRINKS = "drinks"


@dataclass(frozen=True)
class Tag:
    """A tag; with a `unit` an amount may go with it."""

    id: str
    group_id: str
    name: str
    unit: Unit | None = None


@dataclass(frozen=True)
class TagGroup:
    """A group and its tags, in their order."""

    id: str
    name: str
    kind: GroupKind
    tags: tuple[Tag, ...] = ()


class MarkerKind(StrEnum):
    """What a marker marks."""

    MEDICATION = "medication"
    EVENT = "event"


@dataclass(frozen=True)
class Marker:
    """A day something changed, with a free line."""

    id: str
    moment: Moment
    created: datetime
    changed: datetime
    kind: MarkerKind
    line: str


@dataclass(frozen=True)
class OwnWord:
    """A feeling word of the person's own, with its place on the map."""

    id: str
    word: str
    pleasantness: float
    energy: float
