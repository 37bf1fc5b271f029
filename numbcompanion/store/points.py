"""Light rows of check-ins, for lists and charts."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Table, case, func, select

from numbcompanion.checkins.records import Around, DayLine, DepthPoint, Felt, Kind, Point, Region, Sensation
from numbcompanion.store.tables import checkin_body, checkin_tags, checkin_words, checkins, moment_of
from numbcompanion.store.tags import resolved, successors

_IS_CHECKIN = checkins.c.kind == Kind.CHECKIN.value


def depths(connection: Connection, since: date | None) -> list[DepthPoint]:
    """Return moment and depth of every check-in (not of glimmers) from the day `since` on, oldest first."""
    c = checkins.c
    query = select(c.id, c.at, c.zone_name, c.local_date, c.depth).where(c.deleted.is_(None), _IS_CHECKIN)
    found = connection.execute(_from(query, since).order_by(c.at))
    return [DepthPoint(row.id, moment_of(row), row.depth) for row in found]


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
    words = _parts(connection, checkin_words, since)
    body = {
        number: tuple(Felt(Region(region), Sensation(sensation)) for region, sensation in found)
        for number, found in _parts(connection, checkin_body, since).items()
    }
    merged = successors(connection)
    around = {
        number: resolved([Around(tag, amount) for tag, amount in found], merged)
        for number, found in _parts(connection, checkin_tags, since).items()
    }
    return [
        Point(
            id=row.id,
            moment=moment_of(row),
            kind=Kind(row.kind),
            depth=row.depth,
            pleasantness=row.pleasantness,
            energy=row.energy,
            close_people=row.close_people,
            close_self=row.close_self,
            words=tuple(word for (word,) in words.get(row.number, ())),
            around=around.get(row.number, ()),
            body=body.get(row.number, ()),
            noticed=row.noticed,
        )
        for row in connection.execute(_from(query, since).order_by(c.at, c.number))
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


def _parts(connection: Connection, table: Table, since: date | None) -> dict[int, list[Any]]:
    """Return the rows of `table`, without number and position, for each check-in from the day `since` on."""
    query = select(table).order_by(table.c.checkin, table.c.position)
    if since is not None:
        query = _from(query.join(checkins, checkins.c.number == table.c.checkin), since)
    found: dict[int, list[Any]] = {}
    for number, _position, *values in connection.execute(query):
        found.setdefault(number, []).append(values)
    return found
