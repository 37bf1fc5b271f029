"""A check-in as it is typed on the command line."""

import argparse
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from numbcompanion.checkins.records import (
    MOST_AROUND,
    Around,
    CheckInDraft,
    Felt,
    Kind,
    Ladder,
    Region,
    Sensation,
    Source,
)
from numbcompanion.clock import zone
from numbcompanion.errors import UsageError
from numbcompanion.translation import tr

UNKNOWN_DEPTH = "unknown"
_RUNGS = ("contact", "sensation", "colour", "not", "word")
_AMOUNT = re.compile(r"(.+):\s*(\d+(?:\.\d+)?)", re.DOTALL)
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True)
class Typed:
    """What was typed: the draft, and the tags by their names with the amount of each."""

    draft: CheckInDraft
    tags: tuple[tuple[str, float | None], ...]
    sleep_hours: float | None


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add every field of a check-in to `command`."""
    add = command.add_argument
    add("--depth", help=tr("how much can be felt: 0 to 10, or “unknown”; may be left out of a glimmer"))
    add("--pleasantness", metavar="N", help=tr("from -5 (unpleasant) to 5 (pleasant)"))
    add("--energy", metavar="N", help=tr("from -5 (little) to 5 (much)"))
    add("--close-people", metavar="N", help=tr("from 1 (far from people) to 5 (close)"))
    add("--close-self", metavar="N", help=tr("from 1 (far from yourself) to 5 (close)"))
    add("--words", default="", help=tr("up to three words, with commas between"))
    add("--body", default="", help=tr("where and what, as chest:tight,throat:heavy"))
    add("--below", default="", help=tr("from below words, as contact:feet,sensation:cold,colour:grey,not:angry"))
    add("--tags", default="", help=tr("what is around it, with commas between; an amount as drinks:2"))
    add("--sleep-hours", metavar="N", help=tr("hours slept, 0 to 24"))
    add("--note", default="", help=tr("a line of your own"))
    add("--at", help=tr("when it was, as 2026-11-23T19:42 (your own time) or with an offset"))
    add("--noticed-at", help=tr("when it was noticed, where that was later"))
    add("--glimmer", action="store_true", help=tr("something came through: keep it as a glimmer"))


def read(options: argparse.Namespace, zone_name: str) -> Typed:
    """Return what was typed, or raise the UsageError that says what is wrong with it."""
    draft = CheckInDraft(
        depth=_depth(options.depth, options.glimmer),
        pleasantness=_number("--pleasantness", options.pleasantness, -5, 5),
        energy=_number("--energy", options.energy, -5, 5),
        words=_items(options.words),
        note=options.note,
        source=Source.COMMAND,
        at=_instant("--at", options.at, zone_name),
        kind=Kind.GLIMMER if options.glimmer else Kind.CHECKIN,
        close_people=_dots("--close-people", options.close_people),
        close_self=_dots("--close-self", options.close_self),
        body=_body(options.body),
        ladder=_ladder(options.below),
        noticed=_instant("--noticed-at", options.noticed_at, zone_name),
    )
    tags = tuple(_tag(text) for text in _items(options.tags))
    if len(tags) > MOST_AROUND:
        raise UsageError(tr("Up to {number} tags go with a check-in.").format(number=MOST_AROUND))
    return Typed(draft, tags, _number("--sleep-hours", options.sleep_hours, 0, 24))


def around(typed: Typed, tag_ids: Sequence[str], hours_slept_id: str | None) -> tuple[Around, ...]:
    """Return the tags as they go with the check-in, once it is known which they are."""
    found = [Around(tag_id, amount) for tag_id, (_name, amount) in zip(tag_ids, typed.tags, strict=True)]
    if hours_slept_id is not None:
        found.insert(0, Around(hours_slept_id, typed.sleep_hours))
    return tuple(found)


def _items(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(",") if item.strip())


def _shown(text: str) -> str:
    return " ".join(text.split())[:40]


def _depth(text: str | None, glimmer: bool) -> int | None:
    if text is None and glimmer:
        return None
    if text is None:
        raise UsageError(tr("A check-in needs --depth: a whole number from 0 to 10, or “unknown”."))
    if text.strip().lower() == UNKNOWN_DEPTH:
        return None
    if text.strip().isascii() and text.strip().isdigit() and len(text.strip()) < 4 and 0 <= int(text) <= 10:
        return int(text)
    raise UsageError(
        tr("--depth takes a whole number from 0 to 10, or “unknown”; not “{text}”.").format(text=_shown(text))
    )


def _number(option: str, text: str | None, least: int, most: int) -> float | None:
    if text is None:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if least <= value <= most:  # not so for NaN
        return value
    raise UsageError(
        tr("{option} takes a number from {least} to {most}; not “{text}”.").format(
            option=option, least=least, most=most, text=_shown(text)
        )
    )


def _dots(option: str, text: str | None) -> int | None:
    if text is None:
        return None
    if text.strip() in ("1", "2", "3", "4", "5"):
        return int(text)
    raise UsageError(
        tr("{option} takes a whole number from 1 to 5; not “{text}”.").format(option=option, text=_shown(text))
    )


def _instant(option: str, text: str | None, zone_name: str) -> datetime | None:
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            tr("{option} takes a time such as 2026-11-23T19:42; not “{text}”.").format(option=option, text=_shown(text))
        ) from None
    return at if at.tzinfo is not None else at.replace(tzinfo=zone(zone_name))


def _body(text: str) -> tuple[Felt, ...]:
    found = []
    for item in _items(text):
        region, colon, sensation = item.partition(":")
        if not colon:
            raise UsageError(tr("--body takes where and what, as chest:tight; not “{text}”.").format(text=_shown(item)))
        found.append(Felt(_one_of("--body", Region, region), _one_of("--body", Sensation, sensation)))
    return tuple(found)


def _one_of(option: str, choices: type[_Choice], text: str) -> _Choice:
    try:
        return choices(text.strip().lower())
    except ValueError:
        raise UsageError(
            tr("{option} knows {choices}; not “{text}”.").format(
                option=option, choices=", ".join(choices), text=_shown(text)
            )
        ) from None


def _ladder(text: str) -> Ladder | None:
    rungs: dict[str, list[str]] = {rung: [] for rung in _RUNGS}
    for item in _items(text):
        rung, _colon, answer = item.partition(":")
        if rung.strip().lower() not in rungs or not answer.strip():
            raise UsageError(
                tr("--below takes answers such as contact:feet, with one of {rungs}; not “{text}”.").format(
                    rungs=", ".join(_RUNGS), text=_shown(item)
                )
            )
        rungs[rung.strip().lower()].append(answer.strip())
    for rung in ("sensation", "colour", "word"):
        if len(rungs[rung]) > 1:
            raise UsageError(tr("--below takes one {rung}, not more.").format(rung=rung))
    sensation = "".join(rungs["sensation"])
    ladder = Ladder(
        contact=tuple(rungs["contact"]),
        sensation=_one_of("--below", Sensation, sensation) if sensation else None,
        colour="".join(rungs["colour"]),
        not_these=tuple(rungs["not"]),
        word="".join(rungs["word"]),
    )
    return None if ladder.empty else ladder


def _tag(text: str) -> tuple[str, float | None]:
    with_amount = _AMOUNT.fullmatch(text)
    return (text, None) if with_amount is None else (with_amount[1].strip(), float(with_amount[2]))
