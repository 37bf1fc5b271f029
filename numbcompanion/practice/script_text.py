"""Reads the text of a practice file. The form is described in `resources/practices/README.md`."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from numbcompanion.errors import UsageError
from numbcompanion.practice.plans import BellKind
from numbcompanion.practice.scripts import Eyes, Rest, Ring, Say, Script, ScriptBroken, Section
from numbcompanion.translation import tr

LARGEST_BYTES = 256 * 1024
LONGEST_MINUTES = 180
_FENCE = "---"
_HEADING = re.compile(r"##\s+(?P<title>.+?)(?:\s*\((?P<weight>[^()]*)\))?\s*$")
_BELL = re.compile(r"\(bell(?:\s+(?P<kind>[\w-]+))?\)$")
_REST = re.compile(r"(?:\.\.\.|…)\s*(?P<share>\S+)?$")
_NEEDED = ("title", "kind", "summary", "purpose", "evidence", "minutes")
_KNOWN = (*_NEEDED, "caution", "eyes", "source", "bell", "warmth")

Lines = list[tuple[int, str]]
T = TypeVar("T")


def read_script(file: Path) -> Script:
    """Return the practice in `file`; raises ScriptBroken with the line and the reason."""
    try:
        if file.stat().st_size > LARGEST_BYTES:
            raise ScriptBroken(1, tr("The file is larger than a practice can be."))
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ScriptBroken(line, tr("The file is not UTF-8 text."), str(file)) from error
    except OSError as error:
        raise ScriptBroken(1, tr("The file cannot be read."), str(file)) from error
    except ScriptBroken as error:
        raise ScriptBroken(error.line, error.reason, str(file)) from None
    return parse_script(text, file.stem, str(file))


def parse_script(text: str, slug: str, file: str = "") -> Script:
    """Return the practice written in `text`; raises ScriptBroken with the line and the reason."""
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    try:
        head, body = _split(lines)
        return _script(slug, _Head(head), body)
    except ScriptBroken as error:
        raise ScriptBroken(error.line, error.reason, file) from None


def _split(lines: Lines) -> tuple[Lines, Lines]:
    if not lines or lines[0][1] != _FENCE:
        raise ScriptBroken(1, tr("The first line is not “---”."))
    for index, (_number, line) in enumerate(lines[1:], 1):
        if line == _FENCE:
            return lines[1:index], lines[index + 1 :]
    raise ScriptBroken(len(lines), tr("The part between the two “---” lines has no end."))


class _Head:
    """The part that says what the practice is: `name: value`, some names more than once."""

    def __init__(self, lines: Lines):
        self._values: dict[str, list[tuple[int, str]]] = {}
        for number, line in lines:
            if not line:
                continue
            name, colon, value = line.partition(":")
            if not colon or not value.strip():
                raise ScriptBroken(number, tr("A line here reads “name: value”."))
            if name.strip() not in _KNOWN:
                raise ScriptBroken(number, tr("“{name}” is not known here.").format(name=name.strip()))
            self._values.setdefault(name.strip(), []).append((number, value.strip()))
        for name in _NEEDED:
            if name not in self._values:
                raise ScriptBroken(1, tr("“{name}” is missing.").format(name=name))

    def all(self, name: str) -> tuple[str, ...]:
        return tuple(value for _number, value in self._values.get(name, []))

    def line(self, name: str) -> int:
        return self._values[name][-1][0]

    def one(self, name: str, read: Callable[[str], T], default: str = "") -> T:
        number, value = self._values.get(name, [(1, default)])[-1]
        return _checked(number, lambda: read(value))


def _checked(number: int, read: Callable[[], T]) -> T:
    try:
        return read()
    except (ValueError, UsageError) as error:
        raise ScriptBroken(number, str(error)) from None


def _script(slug: str, head: _Head, body: Lines) -> Script:
    bell = head.one("bell", _bell_kind, BellKind.BOWL.value)
    script = Script(
        slug=slug,
        title=head.one("title", str),
        kind=head.one("kind", str),
        summary=head.one("summary", str),
        purpose=head.one("purpose", str),
        cautions=head.all("caution"),
        eyes=head.one("eyes", _eyes, Eyes.OPEN.value),
        evidence=head.one("evidence", _evidence),
        sources=head.all("source"),
        minutes=head.one("minutes", _minutes),
        sections=tuple(_sections(body, bell)),
        warmth=head.one("warmth", _warmth, "0"),
    )
    if not script.words_s:
        raise ScriptBroken(len(body) or 1, tr("The practice says nothing."))
    if not any(section.shares for section in script.sections):
        raise ScriptBroken(len(body) or 1, tr("The practice has no silence that could be stretched."))
    if script.words_s > min(script.minutes) * 60:
        reason = tr("The words alone take {seconds} seconds, longer than the shortest length.")
        raise ScriptBroken(head.line("minutes"), reason.format(seconds=round(script.words_s)))
    return script


def _sections(body: Lines, bell: BellKind) -> Iterator[Section]:
    title, weight, steps = "", 1.0, list[Say | Rest | Ring]()
    for number, line in body:
        heading = _HEADING.match(line)
        if heading:
            if steps:
                yield Section(title, weight, tuple(steps))
            title, steps = heading["title"], []
            weight = _share(number, heading["weight"])
        elif line:
            steps.append(_step(number, line, bell))
    if steps:
        yield Section(title, weight, tuple(steps))


def _step(number: int, line: str, bell: BellKind) -> Say | Rest | Ring:
    rings = _BELL.match(line)
    if rings:
        kind = rings["kind"]
        return Ring(_checked(number, lambda: _bell_kind(kind)) if kind else bell)
    rest = _REST.match(line)
    if rest:
        return Rest(_share(number, rest["share"]))
    if line.startswith("#"):
        raise ScriptBroken(number, tr("A part begins with “## ”."))
    return Say(line)


def _share(number: int, text: str | None) -> float:
    def read() -> float:
        value = float(text) if text else 1.0
        if not 0 < value <= 1000:
            raise ValueError
        return value

    try:
        return read()
    except ValueError:
        raise ScriptBroken(number, tr("“{text}” is not a number above 0.").format(text=text)) from None


def _bell_kind(text: str) -> BellKind:
    try:
        return BellKind(text)
    except ValueError:
        kinds = ", ".join(BellKind)
        raise ValueError(tr("There is no bell “{name}”, only {kinds}.").format(name=text, kinds=kinds)) from None


def _eyes(text: str) -> Eyes:
    try:
        return Eyes(text)
    except ValueError:
        raise ValueError(tr("Eyes are “open”, “soft” or “closed”.")) from None


def _evidence(text: str) -> str:
    if text not in ("A", "B", "A/B", "C"):
        raise ValueError(tr("The evidence is A, B, A/B or C."))
    return text


def _warmth(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise ValueError(tr("Warmth is a number from 0 to 1."))
    return value


def _minutes(text: str) -> tuple[int, ...]:
    try:
        minutes = tuple(sorted({int(part) for part in text.split(",")}))
    except ValueError:
        minutes = ()
    if not minutes or minutes[0] < 1 or minutes[-1] > LONGEST_MINUTES:
        raise ValueError(tr("Minutes are whole numbers from 1 to 180 with commas between them."))
    return minutes
