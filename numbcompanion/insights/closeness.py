"""Close or far: from people and from oneself, 1 (far) to 5 (close), over time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from numbcompanion.checkins.records import Point
from numbcompanion.insights.points import Twin, only_checkins, plain
from numbcompanion.translation import tr, tr_n

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class ClosenessMonth:
    """The mean of a month from people and from oneself, None where none was given, and how many were."""

    month: date
    people: float | None
    people_n: int
    own: float | None
    own_n: int


@dataclass(frozen=True)
class Closeness:
    """Check-ins that say how close: moments in seconds since 1970, values 1 to 5, NaN where one side is not given."""

    ids: tuple[str, ...]
    at_s: "Numbers"
    people: "Numbers"
    own: "Numbers"
    months: tuple[ClosenessMonth, ...]


def closeness(points: Sequence[Point]) -> Closeness:
    """Return the check-ins with either side given, oldest first, and the means of their months."""
    import numpy as np

    given = [p for p in only_checkins(points) if p.close_people is not None or p.close_self is not None]
    sides: dict[date, tuple[list[int], list[int]]] = {}
    for point in given:
        people, own = sides.setdefault(point.moment.local_date.replace(day=1), ([], []))
        if point.close_people is not None:
            people.append(point.close_people)
        if point.close_self is not None:
            own.append(point.close_self)
    return Closeness(
        tuple(p.id for p in given),
        np.array([p.moment.at.timestamp() for p in given], dtype=float),
        np.array([np.nan if p.close_people is None else p.close_people for p in given], dtype=float),
        np.array([np.nan if p.close_self is None else p.close_self for p in given], dtype=float),
        tuple(
            ClosenessMonth(month, _mean(people), len(people), _mean(own), len(own))
            for month, (people, own) in sorted(sides.items())
        ),
    )


def _mean(values: Sequence[int]) -> float | None:
    return sum(values) / len(values) if values else None


def closeness_in_words(found: Closeness, say_month: Callable[[date], str] = date.isoformat) -> Twin:
    """Return the text twin: month by month."""
    import numpy as np

    heads = (tr("Month"), tr("From people"), tr("From myself"))
    rows = tuple((say_month(m.month), _said(m.people, m.people_n), _said(m.own, m.own_n)) for m in found.months)
    if not found.ids:
        return Twin(tr("No check-in says how close or far yet."), heads)
    sentences = [tr_n("{n} check-in says how close or far.", "{n} check-ins say how close or far.", len(found.ids))]
    for values, sentence in (
        (found.people, tr("From people: {value} on average, from 1 (far) to 5 (close).")),
        (found.own, tr("From yourself: {value} on average, from 1 (far) to 5 (close).")),
    ):
        known = values[~np.isnan(values)]
        if len(known):
            sentences.append(sentence.format(value=plain(float(known.mean()))))
    return Twin(" ".join(sentences), heads, rows)


def _said(mean: float | None, n: int) -> str:
    return "–" if mean is None else tr("{mean} (of {n})").format(mean=plain(mean), n=n)
