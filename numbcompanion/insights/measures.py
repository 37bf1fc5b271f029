"""Measures beyond the mean: how wide, how changeable, how slow depth is, how many words, how close.

Each is of one person's own check-ins, in the units of the scale, and needs 20 of them. None is good or bad.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from numbcompanion.checkins.records import Kind, Point
from numbcompanion.insights.points import ENOUGH_CHECKINS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

LEAST_PAIRS = 12
LONGEST_STEP_S = 2 * 86_400.0
_MOST_STRETCH = 4.0


class MeasureKind(StrEnum):
    """What is measured."""

    RANGE = "range"
    VARIABILITY = "variability"
    CHANGE = "change"
    INERTIA = "inertia"
    WORD_VARIETY = "word_variety"
    CONTACT = "contact"


class Missing(StrEnum):
    """Why a measure has no value."""

    TOO_FEW = "too_few"
    ALL_THE_SAME = "all_the_same"


@dataclass(frozen=True)
class Measure:
    """A value and the number of check-ins (for change and inertia: of pairs) behind it; or why there is none."""

    kind: MeasureKind
    value: float | None
    n: int
    missing: Missing | None = None


def measures(points: Sequence[Point]) -> tuple[Measure, ...]:
    """Return all six measures of `points`, in the order of MeasureKind."""
    kinds = (depth_range, variability, change, inertia, word_variety, contact)
    return tuple(one(points) for one in kinds)


def depth_range(points: Sequence[Point]) -> Measure:
    """Return P90 - P10 of depth, in steps of 0 to 10: the span that eight in ten answers lie in.

    Percentiles by linear interpolation, definition 7 of Hyndman & Fan 1996, Sample quantiles in statistical packages.
    """
    import numpy as np

    depths = _depths(points)
    if len(depths) < ENOUGH_CHECKINS:
        return _too_few(MeasureKind.RANGE, len(depths))
    low, high = np.percentile(depths, (10, 90))
    return Measure(MeasureKind.RANGE, float(high - low), len(depths))


def variability(points: Sequence[Point]) -> Measure:
    """Return the within-person standard deviation of depth, divided by n - 1, in steps of 0 to 10.

    It tells how far answers lie from the person's own mean, whatever their order (the square root of the within-person
    variance in Jahng, Wood & Trull 2008, doi:10.1037/a0014173).
    """
    import numpy as np

    depths = _depths(points)
    if len(depths) < ENOUGH_CHECKINS:
        return _too_few(MeasureKind.VARIABILITY, len(depths))
    return Measure(MeasureKind.VARIABILITY, float(np.std(depths, ddof=1)), len(depths))


def change(points: Sequence[Point]) -> Measure:
    """Return the time-adjusted mean square successive difference of depth, in squared steps; n counts the pairs.

    MSSD is the mean of (x[i+1] - x[i])² over answers in a row (Jahng, Wood & Trull 2008, Analysis of affective
    instability in ecological momentary assessment, doi:10.1037/a0014173, who also give versions adjusted for randomly
    elapsed time). Ours: each square is multiplied by (M / t), t being the time between the two and M the median of
    all t, since what drifts freely moves by a square that grows with time. M / t is held between 1/4 and 4, so that
    two answers a minute apart do not outweigh all others; pairs more than two days apart are no "in a row". With even
    spacing it is the plain MSSD.
    """
    import numpy as np

    at_s, depth, _ = _known(points)
    apart_s = np.diff(at_s)
    near = (apart_s > 0) & (apart_s <= LONGEST_STEP_S)
    n = int(near.sum())
    if len(depth) < ENOUGH_CHECKINS or n < LEAST_PAIRS:
        return _too_few(MeasureKind.CHANGE, n)
    apart_s = apart_s[near]
    shrink = np.clip(np.median(apart_s) / apart_s, 1 / _MOST_STRETCH, _MOST_STRETCH)
    return Measure(MeasureKind.CHANGE, float(np.mean(np.diff(depth)[near] ** 2 * shrink)), n)


def inertia(points: Sequence[Point]) -> Measure:
    """Return how much of a depth is still there at the next check-in of the same day; no unit, n counts the pairs.

    The least-squares slope of the later depth on the earlier, over pairs in a row within a day: the autoregressive
    slope of Kuppens, Allen & Sheeber 2010, Emotional inertia and psychological maladjustment,
    doi:10.1177/0956797610372634. Near 1: it stays as it was; near 0: it starts anew; below 0: it swings back.
    """
    import numpy as np

    at_s, depth, day = _known(points)
    pairs = (np.diff(day) == 0) & (np.diff(at_s) > 0)
    n = int(pairs.sum())
    if len(depth) < ENOUGH_CHECKINS or n < LEAST_PAIRS:
        return _too_few(MeasureKind.INERTIA, n)
    before, after = depth[:-1][pairs], depth[1:][pairs]
    apart = before - before.mean()
    spread = float(apart @ apart)
    if spread == 0.0:
        return Measure(MeasureKind.INERTIA, None, n, Missing.ALL_THE_SAME)
    return Measure(MeasureKind.INERTIA, float(apart @ (after - after.mean())) / spread, n)


def word_variety(points: Sequence[Point]) -> Measure:
    """Return how many words are in use, as if all were used equally often; n counts check-ins that have a word.

    exp(H), where H = -sum(p ln p) over the share p of each word: the diversity number of order 1 (Hill 1973, Diversity
    and evenness, Ecology 54:427-432) of what Quoidbach and others call emodiversity (2014, Emodiversity and the
    emotional ecosystem, doi:10.1037/a0038025). Unlike distinct words per entry it does not shrink as entries grow.
    """
    worded = [p.words for p in points if p.words and p.kind is Kind.CHECKIN]
    if len(worded) < ENOUGH_CHECKINS:
        return _too_few(MeasureKind.WORD_VARIETY, len(worded))
    return Measure(MeasureKind.WORD_VARIETY, evenly_used(Counter(w for words in worded for w in words)), len(worded))


def evenly_used(counts: Counter[str]) -> float:
    """Return exp of the Shannon entropy of `counts`: 1 when it is always the same word, 0 when there is none."""
    total = counts.total()
    shares = [count / total for count in counts.values() if count > 0]
    return math.exp(-math.fsum(share * math.log(share) for share in shares)) if shares else 0.0


def contact(points: Sequence[Point]) -> Measure:
    """Return the mean of "close or far", 1 (far) to 5 (close); own index of this product, not validated.

    A check-in that has both, from people and from oneself, counts with the mean of the two.
    """
    checkins = (p for p in points if p.kind is Kind.CHECKIN)
    given = ([value for value in (p.close_people, p.close_self) if value is not None] for p in checkins)
    means = [sum(values) / len(values) for values in given if values]
    if len(means) < ENOUGH_CHECKINS:
        return _too_few(MeasureKind.CONTACT, len(means))
    return Measure(MeasureKind.CONTACT, math.fsum(means) / len(means), len(means))


def _depths(points: Sequence[Point]) -> list[int]:
    return [p.depth for p in points if p.depth is not None and p.kind is Kind.CHECKIN]


def _known(points: Sequence[Point]) -> tuple["Numbers", "Numbers", "Numbers"]:
    """Return when (seconds since 1970), how deep and on which day, of every check-in with a number, oldest first."""
    import numpy as np

    known = [
        (p.moment.at.timestamp(), p.depth, p.moment.local_date.toordinal())
        for p in points
        if p.depth is not None and p.kind is Kind.CHECKIN
    ]
    rows = np.array(known, dtype=float).reshape(-1, 3)
    at_s, depth, day = rows[np.argsort(rows[:, 0], kind="stable")].T
    return at_s, depth, day


def _too_few(kind: MeasureKind, n: int) -> Measure:
    return Measure(kind, None, n, Missing.TOO_FEW)
