"""What a reading page is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from numbcompanion.errors import CompanionError
from numbcompanion.translation import tr


class ReadingBroken(CompanionError):
    """A reading page does not follow the format; `line` counts from 1."""

    def __init__(self, line: int, reason: str):
        super().__init__(tr("Line {line}: {reason}").format(line=line, reason=reason))
        self.line = line
        self.reason = reason


@dataclass(frozen=True)
class Source:
    """Where something on a page comes from: what it is called, and the name it is found under (may be empty)."""

    name: str
    reference: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of plain text."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading inside a page."""

    text: str


@dataclass(frozen=True)
class Points:
    """A list of short points."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Quote:
    """Words somebody could say, set apart."""

    text: str


@dataclass(frozen=True)
class TryLeave:
    """Sentences to try, beside sentences better left out."""

    try_: tuple[str, ...]
    leave_out: tuple[str, ...]


@dataclass(frozen=True)
class Tick:
    """One thing a person may tick; `key` is what is kept."""

    key: str
    text: str


@dataclass(frozen=True)
class TickList:
    """Things to tick in private; nothing is ever added up."""

    id: str
    name: str
    items: tuple[Tick, ...]


@dataclass(frozen=True)
class Tonight:
    """One small thing for tonight."""

    text: str


@dataclass(frozen=True)
class Thing:
    """One thing to try; `goes_to` says what opens it, such as "practice:orienting", or is empty."""

    key: str
    text: str
    hint: str = ""
    goes_to: str = ""


@dataclass(frozen=True)
class Things:
    """The things to try on a step of the path."""

    items: tuple[Thing, ...]


Block = Paragraph | Heading | Points | Quote | TryLeave | TickList | Tonight | Things


@dataclass(frozen=True)
class ReadingPage:
    """One page to read; `minutes` is how long it takes, `reviewed` the day it was last held against its sources."""

    slug: str
    group: str
    title: str
    minutes: int
    reviewed: date
    sources: tuple[Source, ...]
    blocks: tuple[Block, ...]
    order: int = 0


class TickKeeper(Protocol):
    """Whoever keeps what a person ticked, one list at a time."""

    def ticks(self, list_id: str) -> tuple[str, ...]:
        """Return the keys ticked last in the list `list_id`."""

    def keep_ticks(self, list_id: str, keys: Sequence[str]) -> None:
        """Keep `keys` as what is ticked now in the list `list_id`."""


def words_of(page: ReadingPage) -> str:
    """Return everything a person reads on `page`, title first, as plain text for searching and counting."""
    return "\n".join([page.title, *(text for block in page.blocks for text in _texts(block))])


def _texts(block: Block) -> tuple[str, ...]:
    match block:
        case Paragraph(text) | Heading(text) | Quote(text) | Tonight(text):
            return (text,)
        case Points(items):
            return items
        case TryLeave(try_, leave_out):
            return (*try_, *leave_out)
        case TickList(_, name, ticks):
            return (name, *(tick.text for tick in ticks))
        case Things(things):
            return tuple(text for thing in things for text in (thing.text, thing.hint) if text)
