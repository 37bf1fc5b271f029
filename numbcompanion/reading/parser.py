"""Markdown with front matter, parsed into a reading page.

A page is a front matter between two lines of `---` and then blocks separated by blank lines:

    ---
    slug: what-numbness-is
    group: Understand
    title: What numbness is
    order: 1
    minutes: 3
    reviewed: 2026-11-23
    sources:
    - Litz and Gray 2002, Emotional numbing in PTSD | doi 10.1046/j.1440-1614.2002.01002.x
    ---

`## ` begins a heading, `- ` a point, `> ` a quotation; anything else is a paragraph. Four kinds of panel stand
between `::: kind` and `:::`: `try-leave` (lines `try:` and `leave out:`), `ticks ID: NAME` (points `KEY: TEXT`),
`tonight` (a paragraph) and `things` (points `KEY: TEXT | HINT | GOES_TO`). Texts are plain: no inline marks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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
    TickList,
    Tonight,
    TryLeave,
)

_FENCE = "---"
_PANEL = ":::"
_FIELDS = ("slug", "group", "title", "minutes", "reviewed")
_LONGEST_MINUTES = 60


@dataclass(frozen=True)
class _Line:
    number: int
    text: str


def parse(text: str) -> ReadingPage:
    """Return the page written in `text`; raises ReadingBroken and nothing else."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = [_Line(number, line.strip()) for number, line in enumerate(plain.split("\n"), 1)]
    if lines[0].text != _FENCE:
        raise ReadingBroken(1, "the page does not begin with a line of ---")
    end = next((index for index, line in enumerate(lines[1:], 1) if line.text == _FENCE), None)
    if end is None:
        raise ReadingBroken(lines[-1].number, "the front matter has no closing line of ---")
    fields, sources = _front_matter(lines[1:end])
    blocks = _blocks(lines[end + 1 :])
    if not blocks:
        raise ReadingBroken(lines[-1].number, "there is nothing to read after the front matter")
    return ReadingPage(
        slug=_slug(fields["slug"]),
        group=fields["group"].text,
        title=fields["title"].text,
        minutes=_whole(fields["minutes"], 1, _LONGEST_MINUTES),
        reviewed=_day(fields["reviewed"]),
        sources=sources,
        blocks=blocks,
        order=_whole(fields["order"], 0, 999) if "order" in fields else 0,
    )


def _front_matter(lines: Sequence[_Line]) -> tuple[dict[str, _Line], tuple[Source, ...]]:
    fields: dict[str, _Line] = {}
    sources: list[Source] = []
    in_sources = False
    for line in lines:
        if not line.text:
            continue
        if in_sources and line.text.startswith("- "):
            name, _, reference = line.text[2:].partition("|")
            if not name.strip():
                raise ReadingBroken(line.number, "a source has no name")
            sources.append(Source(name.strip(), reference.strip()))
            continue
        key, colon, value = (part.strip() for part in line.text.partition(":"))
        in_sources = key == "sources" and not value
        if not colon or not key or (not value and not in_sources):
            raise ReadingBroken(line.number, "the front matter wants lines of NAME: VALUE")
        if key in fields:
            raise ReadingBroken(line.number, f"{key} is given twice")
        if key not in (*_FIELDS, "order", "sources"):
            raise ReadingBroken(line.number, f"{key} is not a field of a page")
        fields[key] = _Line(line.number, value)
    missing = [name for name in _FIELDS if name not in fields]
    if missing:
        raise ReadingBroken(1, f"the front matter lacks {', '.join(missing)}")
    return fields, tuple(sources)


def _slug(line: _Line) -> str:
    if not line.text.isascii() or not line.text.replace("-", "").isalnum() or line.text != line.text.lower():
        raise ReadingBroken(line.number, "small letters, digits and hyphens only")
    return line.text


def _whole(line: _Line, low: int, high: int) -> int:
    if not line.text.isascii() or not line.text.isdigit() or len(line.text) > 3:
        raise ReadingBroken(line.number, "a whole number is wanted")
    number = int(line.text)
    if not low <= number <= high:
        raise ReadingBroken(line.number, f"a number from {low} to {high} is wanted")
    return number


def _day(line: _Line) -> date:
    try:
        return date.fromisoformat(line.text)
    except ValueError as error:
        raise ReadingBroken(line.number, "a date like 2026-11-23 is wanted") from error


def _blocks(lines: Sequence[_Line]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    group: list[_Line] = []
    panel: list[_Line] | None = None
    for line in (*lines, _Line(lines[-1].number if lines else 1, "")):
        if panel is not None:
            if line.text == _PANEL:
                blocks.append(_panel(panel))
                panel = None
            else:
                panel.append(line)
        elif line.text.startswith(_PANEL):
            blocks.extend(_block(group))
            group, panel = [], [line]
        elif line.text:
            group.append(line)
        else:
            blocks.extend(_block(group))
            group = []
    if panel is not None:
        raise ReadingBroken(panel[0].number, "this panel has no closing line of :::")
    return tuple(blocks)


def _block(group: Sequence[_Line]) -> tuple[Block, ...]:
    if not group:
        return ()
    first = group[0]
    if first.text.startswith("#"):
        words = first.text.lstrip("#").strip()
        if not words or not first.text.startswith("## ") or len(group) > 1:
            raise ReadingBroken(first.number, "a heading is one line of ## and words, alone between blank lines")
        return (Heading(words),)
    if first.text.startswith(("- ", "-\t")) or first.text == "-":
        return (Points(tuple(item.text for item in _points(group))),)
    if first.text.startswith(">"):
        words = " ".join(line.text.lstrip(">").strip() for line in group).strip()
        if not words:
            raise ReadingBroken(first.number, "a quotation has no words")
        return (Quote(words),)
    return (Paragraph(" ".join(line.text for line in group)),)


def _points(lines: Sequence[_Line]) -> list[_Line]:
    """Return the points in `lines`; a line without a hyphen goes on with the point before it."""
    points: list[_Line] = []
    for line in lines:
        if line.text == "-" or line.text.startswith(("- ", "-\t")):
            words = line.text[1:].strip()
            if not words:
                raise ReadingBroken(line.number, "a point has no words")
            points.append(_Line(line.number, words))
        elif points:
            points[-1] = _Line(points[-1].number, f"{points[-1].text} {line.text}")
        else:
            raise ReadingBroken(line.number, "a point beginning with a hyphen is wanted here")
    return points


def _panel(lines: Sequence[_Line]) -> Block:
    head, body = lines[0], [line for line in lines[1:] if line.text]
    kind, _, rest = head.text[len(_PANEL) :].strip().partition(" ")
    if not body:
        raise ReadingBroken(head.number, "this panel is empty")
    if kind == "tonight":
        return Tonight(" ".join(line.text for line in body))
    if kind == "try-leave":
        return _try_leave(body)
    if kind == "ticks":
        list_id, colon, name = (part.strip() for part in rest.partition(":"))
        if not colon or not name:
            raise ReadingBroken(head.number, "a tick list wants ::: ticks ID: NAME")
        ticks = tuple(Tick(line.text, words) for line, words in _keyed(body))
        return TickList(_slug(_Line(head.number, list_id)), name, ticks)
    if kind == "things":
        return Things(tuple(_thing(line, words) for line, words in _keyed(body)))
    raise ReadingBroken(head.number, f"there is no panel of the kind {kind or '(none)'}")


def _try_leave(lines: Sequence[_Line]) -> TryLeave:
    sides: dict[str, list[str]] = {"try": [], "leave out": []}
    for line in lines:
        side, _, words = (part.strip() for part in line.text.partition(":"))
        if side not in sides or not words:
            raise ReadingBroken(line.number, "a line of try: or leave out: is wanted here")
        sides[side].append(words)
    return TryLeave(tuple(sides["try"]), tuple(sides["leave out"]))


def _keyed(lines: Sequence[_Line]) -> list[tuple[_Line, str]]:
    """Return each point's key (as a line) and words; a key may stand only once."""
    found: list[tuple[_Line, str]] = []
    for point in _points(lines):
        key, colon, words = (part.strip() for part in point.text.partition(":"))
        if not colon or not words:
            raise ReadingBroken(point.number, "a point of KEY: TEXT is wanted here")
        line = _Line(point.number, _slug(_Line(point.number, key)))
        if any(line.text == other.text for other, _ in found):
            raise ReadingBroken(point.number, f"{key} stands twice")
        found.append((line, words))
    return found


def _thing(line: _Line, words: str) -> Thing:
    parts = [part.strip() for part in words.split("|")]
    if not parts[0] or len(parts) > 3:
        raise ReadingBroken(line.number, "a thing wants KEY: TEXT | HINT | GOES_TO")
    return Thing(line.text, *parts)
