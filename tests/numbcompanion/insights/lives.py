"""Short ways to make points for the tests of insights."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from numbcompanion.checkins.records import Around, Felt, Kind, Point, Region, Sensation
from numbcompanion.clock import Moment

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
ZONES = ("UTC", "Europe/Dublin", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu", "No/Such_Place")
TAGS = ("walked", "music", "work")


def point(depth=None, days=0.0, zone="UTC", kind=Kind.CHECKIN, tags=(), at=None, **more):
    """A point `days` after the first of January at noon; `tags` are ids, or (id, amount)."""
    moment = Moment.of(at or START + timedelta(days=days), zone)
    around = tuple(Around(tag) if isinstance(tag, str) else Around(*tag) for tag in tags)
    return Point(f"{moment.at.isoformat()}/{depth}/{zone}", moment, kind, depth, around=around, **more)


def daily(depths, every_days=1.0, **more):
    return [point(depth, i * every_days, **more) for i, depth in enumerate(depths)]


@dataclass(frozen=True)
class DoneOnce:
    """A session, as far as insights look at one."""

    practice: str
    moment: Moment
    depth_before: int | None = None
    depth_after: int | None = None


def session(days, practice="listening", before=None, after=None):
    return DoneOnce(practice, Moment.of(START + timedelta(days=days), "UTC"), before, after)


scale = st.one_of(st.none(), st.floats(-5, 5))
dots = st.one_of(st.none(), st.integers(1, 5))
felt = st.builds(Felt, st.sampled_from(Region), st.sampled_from(Sensation))


@st.composite
def any_point(draw):
    """Anything the store lets through: any zone, days with a change of the clocks, many at one instant."""
    minutes = draw(st.integers(-60 * 24 * 400, 60 * 24 * 400) | st.sampled_from([0, 1, 60 * 24 * 87]))
    found = point(
        draw(st.one_of(st.none(), st.integers(0, 10))),
        minutes / (24 * 60),
        draw(st.sampled_from(ZONES)),
        draw(st.sampled_from(Kind)),
        draw(st.lists(st.tuples(st.sampled_from(TAGS), st.one_of(st.none(), st.floats(0, 24))), max_size=3)),
        pleasantness=draw(scale),
        energy=draw(scale),
        close_people=draw(dots),
        close_self=draw(dots),
        words=tuple(draw(st.lists(st.sampled_from(["numb", "flat", "warm", "é"]), max_size=3))),
        body=tuple(draw(st.lists(felt, max_size=3))),
    )
    later = draw(st.one_of(st.none(), st.integers(0, 10**6)))
    if later is None:
        return found
    return point_noticed(found, later)


def point_noticed(found, minutes_later):
    return replace(found, noticed=found.moment.at + timedelta(minutes=minutes_later))


def any_life(largest=80):
    """A life of up to `largest` points; identical values and one single point are among them."""
    same = st.builds(lambda depth, n: daily([depth] * n), st.integers(0, 10), st.integers(1, largest))
    return st.one_of(st.lists(any_point(), max_size=largest), same)
