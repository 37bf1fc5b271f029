"""Which points a reckoning is about, and how a number is written in a sentence."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from numbcompanion.checkins.records import Kind, Point

ENOUGH_CHECKINS = 20


@dataclass(frozen=True)
class Twin:
    """What a chart says, for who reads or listens: a summary, the heads of the table and its rows."""

    summary: str
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def only_checkins(points: Iterable[Point]) -> list[Point]:
    """Return the check-ins among `points`, oldest first; a glimmer is not an answer to "how much can you feel"."""
    return sorted((p for p in points if p.kind is Kind.CHECKIN), key=lambda p: p.moment.at)


def only_glimmers(points: Iterable[Point]) -> list[Point]:
    """Return the glimmers among `points`, oldest first."""
    return sorted((p for p in points if p.kind is Kind.GLIMMER), key=lambda p: p.moment.at)


def plain(value: float, digits: int = 1) -> str:
    """Return `value` as a person writes it: "4", "4.5", "−0.5"."""
    if not math.isfinite(value):
        return "–"
    text = f"{round(value, digits) + 0.0:.{digits}f}"
    if digits:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−")


def signed(value: float, digits: int = 1) -> str:
    """Return `value` with its sign: "+1.2", "−0.5", "0"."""
    text = plain(value, digits)
    return text if text in ("0", "–") or text.startswith("−") else f"+{text}"


def middle(values: Sequence[float]) -> float:
    """Return the median of `values`, which are not empty."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
