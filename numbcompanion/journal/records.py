"""What the journal keeps and what it hands out: entries, lines of the list, hits of a search."""

from dataclasses import dataclass
from datetime import date, datetime

from numbcompanion.clock import Moment


@dataclass(frozen=True)
class Entry:
    """One page of the journal, whole."""

    id: str
    number: int
    moment: Moment
    created: datetime
    changed: datetime
    title: str
    body: str
    deleted: datetime | None = None

    @property
    def blank(self) -> bool:
        """Whether there is nothing on the page that can be seen."""
        return not (self.title.strip() or self.body.strip())


@dataclass(frozen=True)
class EntryLine:
    """One row of the list: `headline` is the title or the first line, `snippet` what follows it."""

    id: str
    number: int
    day: date
    at: datetime
    headline: str
    snippet: str


@dataclass(frozen=True)
class Marked:
    """A short text and the ranges in it that a search found, each from `start` up to `end`."""

    text: str
    ranges: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Hit:
    """An entry a search found: its row, and its headline and the words around the find, marked."""

    line: EntryLine
    headline: Marked
    excerpt: Marked
