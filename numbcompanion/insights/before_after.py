"""Before and after: how much could be felt before a practice or another small thing, and after it."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from numbcompanion.clock import Moment
from numbcompanion.insights.points import Twin, plain, signed
from numbcompanion.insights.student import Student
from numbcompanion.insights.uncertainty import LEAST_VARIANCE, WIDEST
from numbcompanion.translation import tr, tr_n

LEAST_FOR_INTERVAL = 5


class DoneSession(Protocol):
    """The little of a kept session that is needed."""

    @property
    def moment(self) -> Moment: ...
    @property
    def practice(self) -> str: ...
    @property
    def depth_before(self) -> int | None: ...
    @property
    def depth_after(self) -> int | None: ...


@dataclass(frozen=True)
class Pair:
    """One time both were given, on the scale of depth, 0 to 10. `what` is the key of what was done."""

    what: str
    at: datetime
    before: int
    after: int


@dataclass(frozen=True)
class BeforeAfter:
    """All pairs of one thing: the means, the mean change with its 95 % interval (None under five pairs)."""

    what: str
    pairs: tuple[Pair, ...]
    before: float
    after: float
    change: float
    low: float | None
    high: float | None

    @property
    def could_be_chance(self) -> bool:
        """Whether the interval holds no change, or is not known."""
        return self.low is None or self.high is None or self.low <= 0.0 <= self.high


def pairs_of(sessions: Iterable[DoneSession]) -> list[Pair]:
    """Return the sessions that have both numbers; "I can't tell" on either side is no pair."""
    return [
        Pair(s.practice, s.moment.at, s.depth_before, s.depth_after)
        for s in sessions
        if s.depth_before is not None and s.depth_after is not None
    ]


def before_after(pairs: Iterable[Pair]) -> list[BeforeAfter]:
    """Return the mean change (after minus before, in steps of depth) of each thing, the most pairs first.

    The interval is Student's for paired differences: mean ± t(n - 1) s / sqrt(n), with s² at least 1/12, as an answer
    is a whole step. It takes times as independent of each other, which days apart they nearly are.
    """
    things: dict[str, list[Pair]] = {}
    for pair in sorted(pairs, key=lambda p: p.at):
        things.setdefault(pair.what, []).append(pair)
    found = [_summed(what, of_one) for what, of_one in things.items()]
    return sorted(found, key=lambda one: (-len(one.pairs), one.what))


def _summed(what: str, pairs: list[Pair]) -> BeforeAfter:
    n = len(pairs)
    before, after = sum(p.before for p in pairs) / n, sum(p.after for p in pairs) / n
    change = sum(p.after - p.before for p in pairs) / n
    if n < LEAST_FOR_INTERVAL:
        return BeforeAfter(what, tuple(pairs), before, after, change, None, None)
    variance = max(sum((p.after - p.before - change) ** 2 for p in pairs) / (n - 1), LEAST_VARIANCE)
    reach = Student(n - 1).quantile() * math.sqrt(variance / n)
    return BeforeAfter(
        what, tuple(pairs), before, after, change, max(change - reach, -WIDEST), min(change + reach, WIDEST)
    )


def before_after_in_words(found: list[BeforeAfter], name_of: Callable[[str], str] = str) -> Twin:
    """Return the text twin: for each thing the means, the change, and how sure it is."""
    heads = (tr("What"), tr("Times"), tr("Before"), tr("After"), tr("Change"), tr("How sure"))
    rows = tuple(
        (name_of(b.what), str(len(b.pairs)), plain(b.before), plain(b.after), signed(b.change), _sure(b)) for b in found
    )
    if not rows:
        return Twin(tr("Nothing has a number both before and after yet. Both are always optional."), heads)
    number = sum(len(b.pairs) for b in found)
    sentences = [tr_n("Both numbers were given {n} time.", "Both numbers were given {n} times.", number)]
    clear = [b for b in found if not b.could_be_chance]
    sentences.extend(
        (tr("More after {what} ({change}).") if b.change > 0 else tr("Less after {what} ({change}).")).format(
            what=name_of(b.what), change=signed(b.change)
        )
        for b in clear[:3]
    )
    if not clear:
        sentences.append(tr("The changes could be chance."))
    return Twin(" ".join(sentences), heads, rows)


def _sure(one: BeforeAfter) -> str:
    if one.low is None or one.high is None:
        return tr("too few to say")
    between = tr("between {low} and {high}").format(low=signed(one.low), high=signed(one.high))
    return tr("{between}; could be chance").format(between=between) if one.could_be_chance else between
