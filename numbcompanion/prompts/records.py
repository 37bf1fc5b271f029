"""What a prompt is, what became of it, and a pause."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What a rule asks for."""

    CHECK_IN = "check-in"


class Outcome(StrEnum):
    """What became of a prompt, so far."""

    HELD = "held"
    SHOWN = "shown"
    LATER = "later"
    ANSWERED = "answered"
    DISMISSED = "dismissed"
    EXPIRED = "expired"
    NOT_SHOWN = "not-shown"


OPEN_OUTCOMES = frozenset({Outcome.HELD, Outcome.SHOWN, Outcome.LATER})


class Reason(StrEnum):
    """Why a prompt was held or not shown, or what came before its outcome."""

    NONE = ""
    PRACTICE = "practice"
    AWAY = "away"
    PAUSED = "paused"
    TOO_CLOSE = "too-close"
    NO_PLACE = "no-place"
    LATER = "later"


@dataclass(frozen=True)
class PromptDue:
    """One prompt of one day: when it was drawn for, and until when showing it is still worth while."""

    key: str
    rule: str
    kind: Kind
    due: datetime
    latest: datetime
    again: bool = False


@dataclass(frozen=True)
class PromptEvent:
    """What is written down about one prompt; there is never a second row with the same key.

    `offered` is when it was last shown. While the outcome is LATER, `finished` is when that was asked for.
    """

    id: str
    key: str
    rule: str
    due: datetime
    offered: datetime | None
    outcome: Outcome
    reason: Reason
    finished: datetime | None

    @property
    def open(self) -> bool:
        """Whether something can still become of it."""
        return self.outcome in OPEN_OUTCOMES


class PauseLength(StrEnum):
    """For how long a person wants no prompt."""

    HOUR = "hour"
    TODAY = "today"
    OPEN = "open"


@dataclass(frozen=True)
class Pause:
    """No prompts from `began` until `until`, or until the person says so where `until` is None."""

    began: datetime
    until: datetime | None

    def holds(self, now: datetime) -> bool:
        """Whether the pause is on at `now`."""
        return self.until is None or now < self.until


@dataclass(frozen=True)
class Hush:
    """The quiet minutes after a start, a wake or a clock that was set back."""

    began: datetime
    until: datetime
