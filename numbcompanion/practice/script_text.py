"""Reads the text of a practice file. The form is described in `resources/practices/README.md`."""

import re
from collections.abc import Iterator
from pathlib import Path

from numbcompanion.practice.plans import BellKind, SurfaceKind
from numbcompanion.practice.script_check import check_way, ways_that_differ
from numbcompanion.practice.script_head import (
    LONGEST_WORDS,
    Head,
    Lines,
    anchors,
    bell_kind,
    checked,
    every_s,
    evidence,
    eyes,
    kind,
    warmth,
)
from numbcompanion.practice.script_plan import fills
from numbcompanion.practice.scripts import (
    ALWAYS,
    FROM,
    Breathe,
    Choose,
    Condition,
    Eyes,
    LengthKind,
    Middle,
    Rest,
    Ring,
    Say,
    Script,
    ScriptBroken,
    Section,
    Step,
    Wait,
)
from numbcompanion.translation import tr

LARGEST_BYTES = 256 * 1024
LONGEST_WAIT_S = 600.0
FEELING_WORDS = "feeling words"
_FENCE = "---"
_WHEN = re.compile(r"\[(?P<not>not\s+)?(?P<key>[\w-]+)\]\s*")
_FROM = re.compile(FROM + r"[1-9][0-9]{0,2}$")
_HEADING = re.compile(r"##\s+(?P<title>.+?)(?:\s*\((?P<weight>[^()]*)\))?\s*(?P<when>\[[^\]]*\])?\s*$")
_BELL = re.compile(r"\(bell(?:\s+(?P<kind>[\w-]+))?\)$")
_COUNT = re.compile(r"\(count\s+(?P<count>\d{1,3})\)$")
_CHOOSE = re.compile(r"\(choose\s+(?P<name>[\w-]+):\s*(?P<choices>.+)\)$")
_SCALE = re.compile(r"(?P<low>\d{1,2})\s*-\s*(?P<high>\d{1,2})$")
_REST = re.compile(r"(?:\.\.\.|…)\s*(?P<share>\S+)?(?P<seconds>\s+s)?$")
_PLACE = re.compile(r"\{([^}]*)\}")


def read_script(file: Path) -> Script:
    """Return the practice in `file`; raises ScriptBroken with the line and the reason."""
    try:
        if not file.is_file():  # a pipe or a device would be read for ever
            raise ScriptBroken(1, tr("The file cannot be read."))
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
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1)]
    try:
        for number, line in lines:
            if any(letter < " " and letter != "\t" for letter in line):
                raise ScriptBroken(number, tr("There is a character here that cannot be read."))
        head, body = _split(lines)
        return _Body(Head(head), body).script(slug)
    except ScriptBroken as error:
        raise ScriptBroken(error.line, error.reason, file) from None


def _split(lines: Lines) -> tuple[Lines, Lines]:
    if not lines or lines[0][1] != _FENCE:
        raise ScriptBroken(1, tr("The first line is not “---”."))
    for index, (_number, line) in enumerate(lines[1:], 1):
        if line == _FENCE:
            return lines[1:index], lines[index + 1 :]
    raise ScriptBroken(len(lines), tr("The part between the two “---” lines has no end."))


class _Body:
    """The parts of a practice, read with what the head says of it."""

    def __init__(self, head: Head, body: Lines):
        self._head = head
        self._body = body
        self._bell = head.one("bell", bell_kind, BellKind.BOWL.value)
        self._variants = head.variants()
        self._anchors = head.one("anchors", anchors)
        self._pacings = head.pacings(self._variants)
        self._phrases = head.all("phrase")
        self._keys = {*(option.key for option in self._variants), *(a.value for a in self._anchors), *Eyes}
        self._said = 0

    def script(self, slug: str) -> Script:
        head = self._head
        script = Script(
            slug=slug,
            title=head.one("title", str),
            kind=head.one("kind", kind),
            summary=head.one("summary", str),
            purpose=head.one("purpose", str),
            cautions=head.all("caution"),
            eyes=head.one("eyes", eyes, Eyes.OPEN.value),
            evidence=head.one("evidence", evidence),
            sources=head.all("source"),
            lengths=head.lengths(),
            sections=tuple(self._sections()),
            warmth=head.one("warmth", warmth, "0"),
            variants=self._variants,
            anchors=self._anchors,
            pacings=self._pacings,
            phrases=self._phrases,
            bell=self._bell,
            bell_every_s=head.one("bell-every", every_s) if head.all("bell-every") else None,
        )
        self._check(script, head)
        return script

    def _check(self, script: Script, head: Head) -> None:
        end = max((number for number, line in self._body if line), default=1)
        steps = [step for section in script.sections for step in section.steps]
        kind_of_length = script.lengths[0].kind
        if kind_of_length is not LengthKind.MINUTES and sum(fills(step, kind_of_length) for step in steps) != 1:
            raise ScriptBroken(end, tr("A length in breaths needs one “(breathe)”, a song one “(song)”."))
        for choices in ways_that_differ(script):
            check_way(script, choices, head, end)

    def _sections(self) -> Iterator[Section]:
        title, weight, when, steps = "", 1.0, ALWAYS, list[Step]()
        for number, line in self._body:
            heading = _HEADING.match(line)
            if heading:
                if steps:
                    yield Section(title, weight, tuple(steps), when)
                if "[" in heading["title"]:
                    raise ScriptBroken(number, tr("A condition stands at the end: “## Title (2) [breath]”."))
                title, steps = heading["title"], []
                weight = _share(number, heading["weight"])
                when = self._when(number, heading["when"] or "")[0]
            elif line:
                steps.append(self._step(number, line))
        if steps:
            yield Section(title, weight, tuple(steps), when)

    def _when(self, number: int, line: str) -> tuple[Condition, str]:
        found = _WHEN.match(line)
        if found is None:
            if line.startswith("["):
                raise ScriptBroken(number, tr("A condition reads “[breath]” or “[not breath]”."))
            return ALWAYS, line
        if found["key"] not in self._keys and not _FROM.match(found["key"]):
            reason = tr("“{name}” is no variant, anchor or way of the eyes here.").format(name=found["key"])
            raise ScriptBroken(number, reason)
        return Condition(found["key"], bool(found["not"])), line[found.end() :]

    def _step(self, number: int, line: str) -> Step:
        when, line = self._when(number, line)
        rest = _REST.match(line)
        if rest:
            if rest["seconds"]:
                return Wait(_share(number, rest["share"], LONGEST_WAIT_S), when=when)
            return Rest(_share(number, rest["share"]), when=when)
        if line.startswith("#"):
            raise ScriptBroken(number, tr("A part begins with “## ”."))
        if line.startswith("(") and line.endswith(")"):
            return self._action(number, line, when)
        return self._say(number, line, when)

    def _action(self, number: int, line: str, when: Condition) -> Step:
        if bell := _BELL.match(line):
            named = bell["kind"]
            return Ring(checked(number, lambda: bell_kind(named)) if named else self._bell, when=when)
        if line == "(breathe)":
            if not self._pacings:
                raise ScriptBroken(number, tr("“(breathe)” needs a line “pattern: in 4, out 6” above."))
            return Breathe(when=when)
        if line in ("(draw)", "(song)"):
            return Middle(SurfaceKind(line.strip("()")), when=when)
        if (count := _COUNT.match(line)) and 2 <= int(count["count"]) <= 100:
            return Middle(SurfaceKind.COUNT, int(count["count"]), when=when)
        if choose := _CHOOSE.match(line):
            return _choose(number, choose["name"], choose["choices"].strip(), when)
        known = "(bell), (breathe), (choose name: one, two), (count 10), (draw), (song)"
        raise ScriptBroken(number, tr("“{line}” is none of {known}.").format(line=line, known=known))

    def _say(self, number: int, line: str, when: Condition) -> Say:
        if len(line) > LONGEST_WORDS:
            raise ScriptBroken(number, tr("A line has at most {n} characters.").format(n=LONGEST_WORDS))
        places = {f"phrase {number}" for number in range(1, len(self._phrases) + 1)}
        for place in _PLACE.findall(line):
            if place not in places and not (place == "anchor" and self._anchors):
                raise ScriptBroken(number, tr("“{name}” is not known here.").format(name=f"{{{place}}}"))
        self._said += 1
        return Say(line, self._said, when=when)


def _choose(number: int, name: str, text: str, when: Condition) -> Choose:
    scale = _SCALE.match(text)
    if scale and 0 <= int(scale["low"]) < int(scale["high"]) <= 10:
        return Choose(name, tuple(str(n) for n in range(int(scale["low"]), int(scale["high"]) + 1)), True, when=when)
    choices = tuple(part.strip() for part in text.split(","))
    if text != FEELING_WORDS and (not 2 <= len(choices) <= 12 or not all(choices)):
        raise ScriptBroken(number, tr("There are two to twelve things to choose from, or a scale such as 0-10."))
    return Choose(name, choices, when=when)


def _share(number: int, text: str | None, most: float = 1000.0) -> float:
    try:
        value = float(text) if text else 1.0
        if not 0 < value <= most:
            raise ValueError
        return value
    except ValueError:
        raise ScriptBroken(number, tr("“{text}” is not a number above 0.").format(text=text)) from None
