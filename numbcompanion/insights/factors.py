"""Factors: what may go with feeling more, as the days it was there and the days it was known not to be."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from numbcompanion.checkins.records import Kind, Point
from numbcompanion.clock import Moment
from numbcompanion.insights.points import middle, plain
from numbcompanion.translation import tr

MANY_AMOUNTS = 12
TAG = "tag"
MORE = "more"
PRACTICE = "practice"


class Session(Protocol):
    """The little of a kept session that is needed: which practice, and when."""

    @property
    def moment(self) -> Moment: ...
    @property
    def practice(self) -> str: ...


@dataclass(frozen=True)
class Factor:
    """Something that was there on the days `present`; on the other days of `asked`, from `since` on, it was not.

    `asked` None: known of every day, as with practices, which are kept whether or not there is a check-in. `since` is
    for what began one day: before a tag was first used it was not absent, it did not exist.
    """

    key: str
    name: str
    present: frozenset[date]
    asked: frozenset[date] | None = None
    since: date | None = None


def tag_factors(points: Iterable[Point], names: Mapping[str, str]) -> list[Factor]:
    """Return a factor for each tag in `names`, and one "more than usual" for each that has many amounts.

    A day has the tag when one of its check-ins has it; an amount of 0 says that it was not there. What is noted with
    an amount on most days (hours slept) is compared by its amount only: a day without the note had its hours too.
    """
    checkins = [p for p in points if p.kind is Kind.CHECKIN]
    asked = frozenset(p.moment.local_date for p in checkins)
    present: dict[str, set[date]] = {}
    amounts: dict[str, dict[date, float]] = {}
    for point in checkins:
        for around in point.around:
            day = point.moment.local_date
            if around.amount != 0:
                present.setdefault(around.tag_id, set()).add(day)
            if around.amount is not None:
                known = amounts.setdefault(around.tag_id, {})
                known[day] = max(known.get(day, around.amount), around.amount)
    found = []
    for tag, name in names.items():
        if tag in present and not _always_an_amount(present[tag], amounts.get(tag, {}), asked):
            found.append(Factor(f"{TAG}:{tag}", name, frozenset(present[tag]), asked, min(present[tag])))
        if tag in amounts and (more := _more(tag, name, amounts[tag])):
            found.append(more)
    return found


def _always_an_amount(present: set[date], amounts: Mapping[date, float], asked: frozenset[date]) -> bool:
    """Return whether nearly every use has an amount, none says 0, and most days have one."""
    since = min(present)
    days = sum(day >= since for day in asked)
    return (
        len(amounts) >= MANY_AMOUNTS and min(amounts.values()) > 0 and len(amounts) >= max(0.8 * len(present), days / 2)
    )


def _more(tag: str, name: str, amounts: Mapping[date, float]) -> Factor | None:
    """Return the days with more than the person's own median of the days with any, against those with no more."""
    some = {day: amount for day, amount in amounts.items() if amount > 0}
    if len(some) < MANY_AMOUNTS:
        return None
    usual = middle(list(some.values()))
    more = frozenset(day for day, amount in some.items() if amount > usual)
    if not more:
        return None
    label = tr("{name}: more than {amount}").format(name=name, amount=plain(usual))
    return Factor(f"{MORE}:{tag}", label, more, frozenset(some))


def practice_factors(sessions: Iterable[Session], name_of: Callable[[str], str] = str) -> list[Factor]:
    """Return a factor for each practice there is a session of; `name_of` gives the name of its key."""
    days: dict[str, set[date]] = {}
    for session in sessions:
        days.setdefault(session.practice, set()).add(session.moment.local_date)
    return [
        Factor(f"{PRACTICE}:{key}", name_of(key), frozenset(found), since=min(found))
        for key, found in sorted(days.items())
    ]
