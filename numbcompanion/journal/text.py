"""What is done to the words of an entry: cleaned before they are kept, shortened for the list, counted."""

import re
from typing import NamedTuple

from numbcompanion import written

HEADLINE_LENGTH = 160
SNIPPET_LENGTH = 200
_LOOK_AT = 4000  # characters of a page that are read for its snippet

# Besides what no file can hold: controls, non-characters, and the sign Qt puts where an object was.
_UNWRITABLE = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffc\ufffe\uffff]")
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
_MARKDOWN_LINE = re.compile(r"^(?:#{1,6}\s+|>\s?|[-*+]\s+)+")
_MARKDOWN_EMPHASIS = re.compile(r"(\*{1,3}|(?<!\w)_{1,3}(?=\w))([^\s*_](?:[^*_]*[^\s*_])?)(\*{1,3}|_{1,3}(?!\w))")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


class Preview(NamedTuple):
    """The first line of a page and what follows it, both short and on one line."""

    first_line: str
    rest: str


def cleaned(text: str) -> str:
    """Return `text` with one kind of line end and without what cannot be kept or shown on a page."""
    return _UNWRITABLE.sub("", _LINE_ENDS.sub("\n", written.cleaned(text)))


def cleaned_line(text: str) -> str:
    """Return `text` cleaned and on one line."""
    return " ".join(cleaned(text).split("\n"))


def preview(body: str) -> Preview:
    """Return the first line with words on it and the words after it, without Markdown's marks."""
    lines = (_plain(line) for line in body[:_LOOK_AT].lstrip().split("\n"))
    seen = [line for line in lines if line]
    if not seen:
        return Preview("", "")
    return Preview(_shortened(seen[0], HEADLINE_LENGTH), _shortened(" ".join(seen[1:]), SNIPPET_LENGTH))


def word_count(text: str) -> int:
    """Return how many words `text` has; "don't" is one."""
    return sum(1 for _ in _WORD.finditer(text))


def _plain(line: str) -> str:
    line = _MARKDOWN_LINE.sub("", line.strip())
    return " ".join(_MARKDOWN_EMPHASIS.sub(r"\2", line).split())


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
