"""What a check-in is."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from numbcompanion.clock import Moment

MOST_WORDS = 3
DEEPEST = 10
MAP_REACH = 5.0


class Source(StrEnum):
    """Where a check-in was made."""

    TODAY = "today"
    PAGE = "page"
    PROMPT = "prompt"
    TRAY = "tray"
    COMMAND = "command"


@dataclass(frozen=True)
class CheckInDraft:
    """What the person said. `depth` 0 is "nothing at all"; None is "I can't tell", an answer of its own."""

    depth: int | None
    pleasantness: float | None = None  # -5 to 5
    energy: float | None = None  # -5 to 5
    words: tuple[str, ...] = ()
    note: str = ""
    source: Source = Source.PAGE
    at: datetime | None = None  # aware; None: now


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


@dataclass(frozen=True)
class DepthPoint:
    """The little a chart needs of a check-in."""

    id: str
    moment: Moment
    depth: int | None
