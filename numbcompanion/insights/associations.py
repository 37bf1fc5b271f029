"""What goes with feeling more: the difference in depth between days with something and days without it.

For each factor: the mean depth of the days with it, minus that of the days without it, in steps of depth (0 to 10).
A day's depth is the mean of its check-ins, so a day of many answers weighs as much as a day of one. "Next day" puts
the depth of the day after against whether the factor was there the day before.

`block_bootstrap.py` draws the days again in blocks, as days in a row resemble each other; `uncertainty.py` says how
the 95 % interval follows from the standard deviation over the resamples.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from numbcompanion.checkins.records import Kind, Point
from numbcompanion.insights.block_bootstrap import block_length, resampled_spread
from numbcompanion.insights.factors import Factor
from numbcompanion.insights.uncertainty import Group, could_be_chance, known

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

LEAST_DAYS = 3
LEAST_PAIRS = 12
RESAMPLES = 1000
SEED = 1989


class When(StrEnum):
    """Which day's depth is looked at: the day of the factor, or the one after."""

    SAME_DAY = "same_day"
    NEXT_DAY = "next_day"


@dataclass(frozen=True)
class Association:
    """A difference in depth, with its 95 % interval; `sureness` is the probability that chance gives less."""

    key: str
    name: str
    when: When
    difference: float
    low: float
    high: float
    days_with: int
    days_without: int
    sureness: float
    could_be_chance: bool


def associations(
    points: Sequence[Point],
    factors: Sequence[Factor],
    *,
    resamples: int = RESAMPLES,
    seed: int = SEED,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[float], None] = lambda fraction: None,
) -> list[Association] | None:
    """Return every difference that has enough days behind it, the surest first; None when `cancelled` says so.

    Enough: 3 days with, 3 without, 12 in all. The same points and factors give the same numbers every time.
    `progress` is told a fraction, now and then, up to 1; `cancelled` is asked as often.
    """
    layout = lay_out(points, factors)
    if not layout.keys:
        return []
    spread = resampled_spread(layout.sums, resamples, seed, cancelled, progress)
    if spread is None:
        return None
    return _found(layout, spread)


@dataclass(frozen=True)
class Layout:
    """The days as numbers. `sums`, for each day: days with, depth with, days without, depth without, per column."""

    keys: tuple[tuple[Factor, When], ...]
    sums: "Numbers"  # days × 4 × columns
    squares: "Numbers"  # 2 × columns: sums of squared depth, with and without


def lay_out(points: Sequence[Point], factors: Sequence[Factor]) -> Layout:
    """Return the factors that have enough days, laid out for resampling."""
    import numpy as np

    ordered, depth = _days(points, factors)
    after = np.full(len(ordered), np.nan)
    follows = np.flatnonzero(np.diff(ordered) == 1)
    after[follows] = depth[follows + 1]
    present, asked = _status(ordered, factors)
    keys: list[tuple[Factor, When]] = []
    sums, squares = [], []
    for when, y in ((When.SAME_DAY, depth), (When.NEXT_DAY, after)):
        known_depth = ~np.isnan(y)
        value = np.where(known_depth, y, 0.0)
        yes, no = present & known_depth[:, None], asked & ~present & known_depth[:, None]
        with_it, without = yes.sum(axis=0), no.sum(axis=0)
        enough = (np.minimum(with_it, without) >= LEAST_DAYS) & (with_it + without >= LEAST_PAIRS)
        keys += [(factors[i], when) for i in np.flatnonzero(enough).tolist()]
        sides = [side[:, enough].astype(float) for side in (yes, no)]
        sums.append(np.stack([part for side in sides for part in (side, side * value[:, None])], axis=1))
        squares.append(np.stack([value**2 @ side for side in sides]))
    return Layout(tuple(keys), np.concatenate(sums, axis=2), np.concatenate(squares, axis=1))


def _days(points: Sequence[Point], factors: Sequence[Factor]) -> tuple["NDArray[np.int64]", "Numbers"]:
    """Return every day that says something, as ordinals, and its mean depth, NaN where it has none."""
    import numpy as np

    depths: dict[date, list[int]] = {}
    for point in points:
        if point.kind is not Kind.CHECKIN:
            continue
        felt = depths.setdefault(point.moment.local_date, [])
        if point.depth is not None:
            felt.append(point.depth)
    for factor in factors:
        if factor.asked is None:
            for day in factor.present:
                depths.setdefault(day, [])
    days = sorted(depths)
    mean = [sum(depths[day]) / len(depths[day]) if depths[day] else np.nan for day in days]
    return np.array([day.toordinal() for day in days], dtype=np.int64), np.array(mean, dtype=float)


def _status(ordered: "NDArray[np.int64]", factors: Sequence[Factor]) -> tuple["NDArray[np.bool_]", "NDArray[np.bool_]"]:
    """Return, for each day and factor, whether it was there, and whether that is known."""
    import numpy as np

    present = np.zeros((len(ordered), len(factors)), dtype=bool)
    asked = np.ones_like(present)
    rows_of: dict[frozenset[date], NDArray[np.bool_]] = {}
    for i, factor in enumerate(factors):
        there = np.fromiter((day.toordinal() for day in factor.present), dtype=np.int64)
        present[:, i] = np.isin(ordered, there)
        if factor.asked is not None:
            if factor.asked not in rows_of:
                known = np.fromiter((day.toordinal() for day in factor.asked), dtype=np.int64)
                rows_of[factor.asked] = np.isin(ordered, known)
            asked[:, i] = rows_of[factor.asked]
        if factor.since is not None:
            asked[:, i] &= ordered >= factor.since.toordinal()
    return present & asked, asked


def _found(layout: Layout, spread: "Numbers") -> list[Association]:
    totals = layout.sums.sum(axis=0)
    groups = []
    for i in range(len(layout.keys)):
        sides = [_group(totals[side, i], totals[side + 1, i], layout.squares[side // 2, i]) for side in (0, 2)]
        difference = float(totals[1, i] / totals[0, i] - totals[3, i] / totals[2, i])
        days = sides[0].days + sides[1].days
        blocks = -(-days // block_length(days))
        groups.append((difference, sides, known(difference, float(spread[i]), sides[0], sides[1], blocks)))
    chance = could_be_chance([sure.by_chance for _, _, sure in groups])
    ranked = sorted(
        zip(layout.keys, groups, chance, strict=True),
        key=lambda one: (round(one[1][2].by_chance, 12), -one[1][2].t, one[0][0].name, one[0][1]),
    )
    return [
        Association(
            factor.key,
            factor.name,
            when,
            difference,
            sure.low,
            sure.high,
            sides[0].days,
            sides[1].days,
            1 - sure.by_chance,
            maybe,
        )
        for (factor, when), (difference, sides, sure), maybe in ranked
    ]


def _group(days: float, depth: float, squares: float) -> Group:
    return Group(int(days), max(0.0, float(squares - depth**2 / days)) / (int(days) - 1))
