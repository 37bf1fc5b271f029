"""Glimmers: when something came through, how far apart, and what was around."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from numbcompanion.checkins.records import Point
from numbcompanion.insights.points import Twin, middle, only_glimmers, plain
from numbcompanion.translation import tr, tr_n

DAY_S = 86_400.0


@dataclass(frozen=True)
class Gap:
    """The time from one glimmer to the next, in days (24 hours each)."""

    until: datetime
    days: float


@dataclass(frozen=True)
class Glimmers:
    """The glimmers, oldest first, the gaps between them, their words and what was around, by tag id."""

    glimmers: tuple[Point, ...]
    gaps: tuple[Gap, ...]
    usual_gap_days: float | None  # the median; None under two glimmers
    words: tuple[tuple[str, int], ...]
    around: tuple[tuple[str, int], ...]


def glimmers(points: Sequence[Point]) -> Glimmers:
    """Return the glimmers among `points`.

    What was around a glimmer are its own tags, or, when it has none, those of the check-ins of the same day; each tag
    counts once for a glimmer, one with an amount (hours slept) not at all, as it says how much, not what. The usual
    gap is the median, since one long gap would move a mean.
    """
    found = only_glimmers(points)
    of_day: dict[date, set[str]] = {}
    for point in points:
        of_day.setdefault(point.moment.local_date, set()).update(_around(point))
    around: Counter[str] = Counter()
    for point in found:
        around.update(_around(point) or of_day[point.moment.local_date])
    gaps = tuple(
        Gap(later.moment.at, (later.moment.at - earlier.moment.at).total_seconds() / DAY_S)
        for earlier, later in pairwise(found)
    )
    return Glimmers(
        tuple(found),
        gaps,
        middle([gap.days for gap in gaps]) if gaps else None,
        _most_first(Counter(word for point in found for word in dict.fromkeys(point.words))),
        _most_first(around),
    )


def _around(point: Point) -> set[str]:
    return {one.tag_id for one in point.around if one.amount is None}


def _most_first(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def glimmers_in_words(
    found: Glimmers, tag_names: Mapping[str, str], say_day: Callable[[date], str] = date.isoformat
) -> Twin:
    """Return the text twin: each glimmer with its day, the days since the one before, and its words."""
    heads = (tr("Day"), tr("Days since the one before"), tr("Word"))
    since = ["–", *(plain(gap.days) for gap in found.gaps)]
    rows = tuple(
        (say_day(point.moment.local_date), gap, ", ".join(point.words) or "–")
        for point, gap in zip(found.glimmers, since, strict=False)
    )
    if not rows:
        return Twin(
            tr("No glimmer is kept yet. When something comes through, irritation too, one key keeps it."), heads
        )
    sentences = [tr_n("{n} glimmer so far.", "{n} glimmers so far.", len(rows))]
    if found.usual_gap_days is not None:
        sentences.append(tr("Usually {days} days apart.").format(days=plain(found.usual_gap_days)))
    names = [tag_names[tag] for tag, _ in found.around if tag in tag_names][:3]
    if names:
        sentences.append(tr("Most often around: {names}.").format(names=", ".join(names)))
    return Twin(" ".join(sentences), heads, rows)
