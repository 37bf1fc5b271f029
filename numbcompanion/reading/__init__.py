"""Reading pages: what is read at length, as frozen records, from Markdown with front matter."""

from numbcompanion.reading.parser import parse
from numbcompanion.reading.records import (
    Block,
    Heading,
    Paragraph,
    Points,
    Quote,
    ReadingBroken,
    ReadingPage,
    Source,
    Thing,
    Things,
    Tick,
    TickKeeper,
    TickList,
    Tonight,
    TryLeave,
    words_of,
)
from numbcompanion.reading.shelf import Shelf, one_page, shelf_of

__all__ = [
    "Block",
    "Heading",
    "Paragraph",
    "Points",
    "Quote",
    "ReadingBroken",
    "ReadingPage",
    "Shelf",
    "Source",
    "Thing",
    "Things",
    "Tick",
    "TickKeeper",
    "TickList",
    "Tonight",
    "TryLeave",
    "one_page",
    "parse",
    "shelf_of",
    "words_of",
]
