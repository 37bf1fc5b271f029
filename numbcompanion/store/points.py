"""Light rows of check-ins, for lists and charts."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, case, func, select

from numbcompanion.checkins.records import Around, DayLine, Felt, Kind, Point, Region, Sensation
from numbcompanion.store.tables import checkin_body, checkin_tags, checkin_words, checkins, moment_of
from numbcompanion.store.tags import resolved, successors

_Part = TypeVar("_Part")
_IS_CHECKIN = checkins.c.kind == Kind.CHECKIN.value


def all_points(connection: Connection, since: date | None) -> list[Point]:
    """Return every check-in and glimmer from the day `since` on, oldest first."""
    c = checkins.c
    query = select(
        c.number,
        c.id,
        c.at,
        c.zone_name,
        c.local_date,
        c.kind,
        c.depth,
        c.pleasantness,
        c.energy,
        c.close_people,
        c.close_self,
        c.noticed,
    ).where(c.deleted.is_(None))
    words = _parts(connection, checkin_words, since, str)
    body = _parts(connection, checkin_body, since, lambda where, what: Felt(Region(where), Sensation(what)))
    around = _parts(connection, checkin_tags, since, Around)
    if merged := successors(connection):
        around = {number: resolved(found, merged) for number, found in around.items()}
    kinds = {kind.value: kind for kind in Kind}
    return [
        Point(
            id=row.id,
            moment=moment_of(row),
            kind=kinds[row.kind],
            depth=row.depth,
            pleasantness=row.pleasantness,
            energy=row.energy,
            close_people=row.close_people,
            close_self=row.close_self,
            words=tuple(words.get(row.number, ())),
            around=tuple(around.get(row.number, ())),
            body=tuple(body.get(row.number, ())),
            noticed=row.noticed,
        )
        for row in connection.execute(_from(query, since).order_by(c.at, c.number)).all()
    ]


def days(connection: Connection, limit: int, before: date | None) -> list[DayLine]:
    """Return the days that have something, newest first, those before the day `before`."""
    c = checkins.c
    depth = case((_IS_CHECKIN, c.depth))
    query = (
        select(
            c.local_date,
            func.sum(case((_IS_CHECKIN, 1), else_=0)),
            func.min(depth),
            func.max(depth),
            func.sum(case((_IS_CHECKIN, 0), else_=1)),
        )
        .where(c.deleted.is_(None))
        .group_by(c.local_date)
        .order_by(c.local_date.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(c.local_date < before)
    return [DayLine(*row) for row in connection.execute(query)]


def span(connection: Connection) -> tuple[int, date | None]:
    """Return how many check-ins there are and the first day of them."""
    query = select(func.count(), func.min(checkins.c.local_date)).where(checkins.c.deleted.is_(None), _IS_CHECKIN)
    found, first = connection.execute(query).one()
    return found, first


def _from(query: Select[Any], since: date | None) -> Select[Any]:
    return query if since is None else query.where(checkins.c.local_date >= since)


def _parts(
    connection: Connection, table: Table, since: date | None, made: Callable[..., _Part]
) -> dict[int, Sequence[_Part]]:
    """Return what `made` makes of the rows of `table` for each check-in from the day `since` on; like ones are one."""
    checkin, position, *own = table.c
    query = select(checkin, *own).order_by(checkin, position)
    if since is not None:
        query = _from(query.join(checkins, checkins.c.number == checkin), since)
    found: dict[int, list[_Part]] = {}
    known: dict[Any, _Part] = {}
    for number, *values in connection.execute(query).all():
        key = tuple(values)
        part = known.get(key)
        if part is None:
            part = known[key] = made(*values)
        found.setdefault(number, []).append(part)
    return dict(found)
