"""Days: the lowest, highest and mean of what could be felt on each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from numbcompanion.checkins.records import DepthPoint


@dataclass(frozen=True)
class FeltDay:
    """One day: `mean` is None when it has no check-in, or only ones that say "I can't tell"."""

    day: date
    low: int | None = None
    high: int | None = None
    mean: float | None = None
    count: int = 0


def felt_days(points: Iterable[DepthPoint], first: date, last: date) -> list[FeltDay]:
    """Return every day from `first` to `last`, the ones without a check-in too."""
    depths: dict[date, list[int]] = {}
    counts: dict[date, int] = {}
    for point in points:
        day = point.moment.local_date
        counts[day] = counts.get(day, 0) + 1
        if point.depth is not None:
            depths.setdefault(day, []).append(point.depth)
    days = []
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        felt = depths.get(day)
        count = counts.get(day, 0)
        if felt is None:
            days.append(FeltDay(day, count=count))
        else:
            days.append(FeltDay(day, min(felt), max(felt), sum(felt) / len(felt), count))
    return days
