"""How far a difference may be off: its 95 % interval, and whether it could be chance.

The interval is the difference ± t × error. The error is the larger of two, in steps of depth: the standard deviation
over the block resamples, and the error there would be if the days did not resemble each other, sqrt(s1²/n1 + s0²/n0)
(Welch 1947, The generalization of "Student's" problem). The first is widened by what a resample of few days misses,
n / (n - 1) for each of the two variances; the second never takes a day as exact, since an answer is a whole step:
s² is at least 1/12. The degrees of freedom are Welch's, and at most the number of blocks less one.

In made-up lives of 12 to 1,500 days without any difference, the interval held zero in 93 to 99 of 100 where depth and
factor are like the day before by a correlation of up to 0.5, and in 88 to 96 where it is 0.8. The plain 2.5 to 97.5
percentiles of the resamples held it in 73 to 86 of 100 for records of 12 days.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from numbcompanion.insights.student import Student

LEAST_VARIANCE = 1 / 12
FALSE_FINDS = 0.05
WIDEST = 10.0


@dataclass(frozen=True)
class Group:
    """The days of one side: how many, and the variance of their depth (divided by n - 1)."""

    days: int
    variance: float


@dataclass(frozen=True)
class Known:
    """What is known of a difference: its interval, how often chance alone would give as large a one, its errors."""

    low: float
    high: float
    by_chance: float
    t: float


def known(difference: float, resampled: float, here: Group, there: Group, blocks: int) -> Known:
    """Return the 95 % interval of `difference` between two groups of days, `resampled` being its bootstrap error."""
    parts = [max(group.variance, LEAST_VARIANCE) / group.days for group in (here, there)]
    plain = sum(parts)
    drawn = sum(part * (group.days - 1) / group.days for part, group in zip(parts, (here, there), strict=True))
    error = math.sqrt(max(resampled**2 * plain / drawn, plain))
    freedom = plain**2 / sum(part**2 / (group.days - 1) for part, group in zip(parts, (here, there), strict=True))
    student = Student(min(freedom, blocks - 1))
    reach = student.quantile() * error
    low, high = max(difference - reach, -WIDEST), min(difference + reach, WIDEST)
    return Known(low, high, student.beyond(difference / error), abs(difference) / error)


def could_be_chance(by_chance: Sequence[float]) -> list[bool]:
    """Return, for each of many differences, whether it could be chance.

    Among many differences some look large by chance alone. The step-up rule of Benjamini & Hochberg (1995, Controlling
    the false discovery rate) keeps the expected share of such among those not called chance at 5 % or less. So an
    interval may leave out zero and the difference could still be chance: many were looked at.
    """
    order = sorted(range(len(by_chance)), key=by_chance.__getitem__)
    kept = 0
    for rank, i in enumerate(order, start=1):
        if by_chance[i] <= FALSE_FINDS * rank / len(order):
            kept = rank
    found = set(order[:kept])
    return [i not in found for i in range(len(by_chance))]
