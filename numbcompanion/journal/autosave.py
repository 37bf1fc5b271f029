"""When the words of a page are saved: the truth behind the editor's timer, without any window."""

from enum import StrEnum

from numbcompanion.clock import Clock

SAVE_AFTER_S = 1.5  # two seconds are promised; the rest is for the commit itself
FIRST_RETRY_S = 5.0
LONGEST_RETRY_S = 60.0


class WritingState(StrEnum):
    """What can be said of the words on the page."""

    CLEAN = "clean"  # everything is on the disk, or nothing was written
    WRITING = "writing"
    TROUBLE = "trouble"  # the last attempt failed; the words are only here


class Autosave:
    """Decides when to save: soon after the first key that is not saved, and again after a failure.

    A throttle, not a delay that each key starts anew: without a pause in typing it still saves. One attempt is
    under way at a time; `attempt` gives it a ticket, `succeeded` or `failed` takes the ticket back.
    """

    def __init__(self, clock: Clock):
        self._clock = clock
        self._changes = 0  # how often the words changed
        self._saved = 0  # … of which so many are on the disk
        self._asked = 0  # … and so many are in the newest attempt
        self._under_way = 0
        self._due_s: float | None = None
        self._retry_s = FIRST_RETRY_S
        self.reason = ""

    @property
    def unsaved(self) -> bool:
        """Whether there are words that are not known to be on the disk."""
        return self._saved < self._changes

    @property
    def state(self) -> WritingState:
        """What to say of the page."""
        if not self.unsaved:
            return WritingState.CLEAN
        return WritingState.TROUBLE if self.reason else WritingState.WRITING

    def changed(self) -> None:
        """The words changed."""
        self._changes += 1
        due_s = self._clock.monotonic_s() + SAVE_AFTER_S
        self._due_s = due_s if self._due_s is None else min(self._due_s, due_s)

    def wait_s(self) -> float | None:
        """Return the seconds until the next attempt is due; None when none is, or one is under way."""
        if self._due_s is None or self._under_way or not self.unsaved:
            return None
        return max(0.0, self._due_s - self._clock.monotonic_s())

    def attempt(self) -> int:
        """An attempt to save the present words begins; return its ticket."""
        self._asked = self._changes
        self._due_s = None
        self._under_way += 1
        return self._changes

    @property
    def worth_an_attempt(self) -> bool:
        """Whether an attempt now would save something no attempt under way has."""
        return self.unsaved and (self._asked < self._changes or not self._under_way)

    def succeeded(self, ticket: int) -> None:
        """The attempt with `ticket` is on the disk."""
        self._under_way -= 1
        self._saved = max(self._saved, ticket)
        self._retry_s = FIRST_RETRY_S
        self.reason = ""

    def failed(self, ticket: int, reason: str) -> None:
        """The attempt with `ticket` failed because of `reason`; the next is due later, or soon after the next key."""
        self._under_way -= 1
        if ticket <= self._saved:
            return
        self.reason = reason
        due_s = self._clock.monotonic_s() + self._retry_s
        self._due_s = due_s if self._due_s is None else min(self._due_s, due_s)
        self._retry_s = min(self._retry_s * 2, LONGEST_RETRY_S)
