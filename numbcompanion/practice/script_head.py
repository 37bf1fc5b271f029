"""The head of a practice file: what the practice is, as `name: value` lines."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from numbcompanion.errors import UsageError
from numbcompanion.practice.breath import BreathPattern, Pacing
from numbcompanion.practice.plans import BellKind
from numbcompanion.practice.scripts import FROM, Anchor, Eyes, Length, LengthKind, Option, ScriptBroken
from numbcompanion.translation import tr

LONGEST_MINUTES = 180
MOST_BREATHS = 200
MOST_VARIANTS = 12
LONGEST_WORDS = 600
KINDS = ("grounding", "breath", "body", "heart", "movement", "listening", "feelings", "meaning")
_NEEDED = ("title", "kind", "summary", "purpose", "evidence")
_LENGTHS = ("minutes", "breaths", "song")
_KNOWN = (
    *_NEEDED, *_LENGTHS, "caution", "eyes", "source", "bell", "bell-every", "warmth", "variant", "anchors", "pattern",
    "ramp", "phrase",
)  # fmt: skip
_MANY = ("caution", "source", "variant", "phrase", "pattern")
_NAME = re.compile(r"(?P<name>[\w-]+)(?:\s+\[(?P<key>[\w-]+)\])?$")
_OPTION = re.compile(r"(?P<key>[a-z][a-z0-9-]*)\s*=\s*(?P<label>.+)$")
_RAMP = re.compile(r"(?P<pattern>.+?)\s+over\s+(?P<seconds>\S+)$")
T = TypeVar("T")
Lines = list[tuple[int, str]]


class Head:
    """The lines of a head, checked as they are asked for."""

    def __init__(self, lines: Lines):
        self._values: dict[str, list[tuple[int, str, str]]] = {}
        for number, line in lines:
            if line:
                self._take(number, line)
        for name in _NEEDED:
            if name not in self._values:
                raise ScriptBroken(1, tr("“{name}” is missing.").format(name=name))
        if not any(name in self._values for name in _LENGTHS):
            raise ScriptBroken(1, tr("“{name}” is missing.").format(name="minutes"))

    def _take(self, number: int, line: str) -> None:
        name, colon, value = line.partition(":")
        if not colon or not value.strip():
            raise ScriptBroken(number, tr("A line here reads “name: value”."))
        found = _NAME.match(name.strip())
        if found is None or found["name"] not in _KNOWN or (found["key"] and found["name"] != "pattern"):
            raise ScriptBroken(number, tr("“{name}” is not known here.").format(name=name.strip()))
        if len(value) > LONGEST_WORDS:
            raise ScriptBroken(number, tr("A line has at most {n} characters.").format(n=LONGEST_WORDS))
        known = self._values.setdefault(found["name"], [])
        if known and found["name"] not in _MANY:
            raise ScriptBroken(number, tr("“{name}” stands here twice.").format(name=found["name"]))
        known.append((number, value.strip(), found["key"] or ""))

    def all(self, name: str) -> tuple[str, ...]:
        """Return every value of a name that may stand more than once."""
        return tuple(value for _number, value, _key in self._values.get(name, []))

    def line(self, *names: str) -> int:
        """Return where the first of these names stands that is there; 1 for none."""
        return next((self._values[name][-1][0] for name in names if name in self._values), 1)

    def one(self, name: str, read: Callable[[str], T], default: str = "") -> T:
        """Return the value of a name as `read` understands it; its errors get the line."""
        number, value, _key = self._values.get(name, [(1, default, "")])[-1]
        return checked(number, lambda: read(value))

    def lengths(self) -> tuple[Length, ...]:
        """Return how long it can be."""
        if sum(name in self._values for name in _LENGTHS) > 1:
            raise ScriptBroken(self.line(*_LENGTHS), tr("A practice is so many minutes, or breaths, or a song long."))
        if "song" in self._values:
            return (Length(LengthKind.SONG),)
        if "breaths" in self._values:
            counts = self.one("breaths", lambda text: whole_numbers(text, MOST_BREATHS))
            return tuple(Length(LengthKind.BREATHS, count) for count in counts)
        counts = self.one("minutes", lambda text: whole_numbers(text, LONGEST_MINUTES))
        return tuple(Length(LengthKind.MINUTES, count) for count in counts)

    def variants(self) -> tuple[Option, ...]:
        """Return the variants with their names; the first is the usual one."""
        found = [
            checked(number, lambda value=value: _option(value))  # type: ignore[misc]
            for number, value, _key in self._values.get("variant", [])
        ]
        keys = [option.key for option in found]
        taken = {*keys} & {*Anchor, *Eyes} or any(key.startswith(FROM) for key in keys)
        if len(set(keys)) < len(keys) or taken or len(keys) == 1 or len(keys) > MOST_VARIANTS:
            reason = tr("Two to twelve variants each have a key of their own, such as “no-hold = Without holding”.")
            raise ScriptBroken(self.line("variant"), reason)
        return tuple(found)

    def pacings(self, variants: Sequence[Option]) -> dict[str, Pacing]:
        """Return how the breath is paced, by variant; "" for every other one."""
        ramp = self.one("ramp", _ramp) if "ramp" in self._values else None
        found: dict[str, Pacing] = {}
        for number, value, key in self._values.get("pattern", []):
            if key in found or (key and key not in [option.key for option in variants]):
                raise ScriptBroken(number, tr("“{name}” is not known here.").format(name=f"pattern [{key}]"))
            found[key] = checked(number, lambda value=value: _pacing(value, ramp))  # type: ignore[misc]
        return found


def checked(number: int, read: Callable[[], T]) -> T:
    """Return what `read` does; a mistake it finds gets the line."""
    try:
        return read()
    except (ValueError, UsageError) as error:
        raise ScriptBroken(number, str(error)) from None


def bell_kind(text: str) -> BellKind:
    """Return the bell called `text`."""
    try:
        return BellKind(text)
    except ValueError:
        kinds = ", ".join(BellKind)
        raise ValueError(tr("There is no bell “{name}”, only {kinds}.").format(name=text, kinds=kinds)) from None


def eyes(text: str) -> tuple[Eyes, ...]:
    """Return the ways the eyes can be; open always comes first."""
    try:
        found = tuple(Eyes(part.strip()) for part in text.split(","))
    except ValueError:
        raise ValueError(tr("Eyes are “open”, “soft” or “closed”, with commas between them.")) from None
    if found[0] is not Eyes.OPEN or len(set(found)) < len(found):
        raise ValueError(tr("Eyes begin with “open”: that is how every practice can be done."))
    return found


def anchors(text: str) -> tuple[Anchor, ...]:
    """Return what attention can rest on; the first is the usual one."""
    try:
        found = tuple(Anchor(part.strip()) for part in text.split(",")) if text else ()
    except ValueError:
        names = ", ".join(Anchor)
        raise ValueError(tr("Anchors are {names}, with commas between them.").format(names=names)) from None
    if len(found) == 1 or len(set(found)) < len(found):
        raise ValueError(tr("There are two or more anchors to choose from, or none."))
    return found


def evidence(text: str) -> str:
    """Return the letter of the evidence."""
    if text not in ("A", "B", "A/B", "C"):
        raise ValueError(tr("The evidence is A, B, A/B or C."))
    return text


def kind(text: str) -> str:
    """Return the kind of practice."""
    if text not in KINDS:
        raise ValueError(tr("The kind is one of {kinds}.").format(kinds=", ".join(KINDS)))
    return text


def warmth(text: str) -> float:
    """Return the place on the thaw."""
    return _number(text, 0.0, 1.0, tr("Warmth is a number from 0 to 1."))


def every_s(text: str) -> float:
    """Return how many seconds lie between bells."""
    return _number(text, 10.0, 3600.0, tr("Bells in between come every 10 to 3600 seconds."))


def whole_numbers(text: str, most: int) -> tuple[int, ...]:
    """Return the whole numbers of "1, 3", sorted."""
    try:
        numbers = tuple(sorted({int(part) for part in text.split(",")}))
    except ValueError:
        numbers = ()
    if not numbers or numbers[0] < 1 or numbers[-1] > most:
        raise ValueError(tr("Here stand whole numbers from 1 to {most} with commas between them.").format(most=most))
    return numbers


def _number(text: str, least: float, most: float, sentence: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = least - 1
    if not least <= value <= most:
        raise ValueError(sentence)
    return value


def _option(text: str) -> Option:
    found = _OPTION.match(text)
    if found is None:
        raise ValueError(tr("A variant reads “no-hold = Without holding”."))
    return Option(found["key"], found["label"])


def _ramp(text: str) -> tuple[BreathPattern, float]:
    found = _RAMP.match(text)
    if found is None:
        raise ValueError(tr("A ramp reads “in 4, out 4 over 60”."))
    return BreathPattern.parse(found["pattern"]), _number(found["seconds"], 1.0, 600.0, tr("A ramp lasts 1 to 600 s."))


def _pacing(text: str, ramp: tuple[BreathPattern, float] | None) -> Pacing:
    pattern = BreathPattern.parse(text)
    return Pacing(pattern) if ramp is None else Pacing(pattern, ramp[0], ramp[1])
