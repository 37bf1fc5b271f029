"""Noticing: how long after a feeling it was noticed, over time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from numbcompanion.checkins.records import Point
from numbcompanion.insights.points import Twin, middle, plain
from numbcompanion.translation import tr, tr_n

HOUR_S = 3600.0
LEAST_HALF = 5


@dataclass(frozen=True)
class Lag:
    """One feeling that was noticed later: when it was, and how many hours after."""

    id: str
    at: datetime
    day: date
    hours: float


@dataclass(frozen=True)
class Noticing:
    """The lags, oldest first; their median, and that of the earlier and the later half where there are ten."""

    lags: tuple[Lag, ...]
    usual_hours: float | None
    earlier_hours: float | None = None
    later_hours: float | None = None


def noticing(points: Sequence[Point]) -> Noticing:
    """Return the lags of `points` that say when they were noticed: noticed minus felt, in hours, never below 0.

    The usual lag is the median, since one feeling noticed after years would move a mean.
    """
    later = sorted((p for p in points if p.noticed is not None), key=lambda p: p.moment.at)
    lags = tuple(
        Lag(p.id, p.moment.at, p.moment.local_date, max(0.0, (p.noticed - p.moment.at).total_seconds() / HOUR_S))
        for p in later
        if p.noticed is not None
    )
    hours = [lag.hours for lag in lags]
    half = len(hours) // 2
    if half < LEAST_HALF:
        return Noticing(lags, middle(hours) if hours else None)
    return Noticing(lags, middle(hours), middle(hours[:half]), middle(hours[-half:]))


def hours_in_words(hours: float) -> str:
    """Return "20 minutes", "3.5 hours" or "2 days"."""
    if hours < 1:
        return tr_n("{n} minute", "{n} minutes", round(hours * 60))
    if hours < 48:
        return tr("1 hour") if plain(hours) == "1" else tr("{n} hours").format(n=plain(hours))
    return tr("{n} days").format(n=plain(hours / 24))


def noticing_in_words(found: Noticing, say_day: Callable[[date], str] = date.isoformat) -> Twin:
    """Return the text twin: each feeling noticed later, and how much later."""
    heads = (tr("Day"), tr("Noticed after"))
    rows = tuple((say_day(lag.day), hours_in_words(lag.hours)) for lag in found.lags)
    if found.usual_hours is None:
        return Twin(tr("Nothing is kept yet as noticed later."), heads)
    sentences = [
        tr_n("{n} feeling was noticed later.", "{n} feelings were noticed later.", len(rows)),
        tr("Usually after {time}.").format(time=hours_in_words(found.usual_hours)),
    ]
    if found.earlier_hours is not None and found.later_hours is not None:
        sentences.append(
            tr("In the earlier half after {before}, in the later half after {after}.").format(
                before=hours_in_words(found.earlier_hours), after=hours_in_words(found.later_hours)
            )
        )
    return Twin(" ".join(sentences), heads, rows)
