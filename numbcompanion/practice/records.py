"""What is kept of a session."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from numbcompanion.clock import Moment


class Ending(StrEnum):
    """How a session came to its end. Stopping early is one way of practising, not a failure."""

    COMPLETE = "complete"
    EARLY = "early"
    MOVED_TO_ORIENTING = "moved_to_orienting"


@dataclass(frozen=True)
class SessionDone:
    """A session as the machine leaves it, before it has a place in the log. `began_at` is aware UTC."""

    practice: str
    began_at: datetime
    planned_s: int | None
    done_s: float
    ending: Ending
    settings: Mapping[str, object] = field(default_factory=dict)
    depth_before: int | None = None
    depth_after: int | None = None
    note: str = ""

    @property
    def oriented_s(self) -> float:
        """The seconds of orienting after it was moved there."""
        return _seconds(self.settings.get("orienting_s"))


def _seconds(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


@dataclass(frozen=True)
class SessionRecord:
    """A kept session; `planned_s` None means that it was open-ended."""

    id: str
    moment: Moment
    created: datetime
    changed: datetime
    practice: str
    planned_s: int | None
    done_s: float
    ending: Ending
    settings: Mapping[str, object]
    depth_before: int | None
    depth_after: int | None
    note: str
