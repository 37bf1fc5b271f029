"""Rows of check-ins, as records."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, func, select, update

from numbcompanion.checkins.records import Around, CheckIn, Felt, Kind, Ladder, Region, Sensation, Source
from numbcompanion.store.tables import (
    checkin_body,
    checkin_tags,
    checkin_words,
    checkins,
    moment_columns,
    moment_of,
)
from numbcompanion.store.tags import resolved, successors

_PARTS = (checkin_words, checkin_body, checkin_tags)
_AT_ONCE = 500  # numbers in one question to the database
_Part = TypeVar("_Part")


def insert(connection: Connection, checkin: CheckIn) -> None:
    """Add one check-in with all that goes with it."""
    number = connection.execute(checkins.insert().values(**_columns(checkin)).returning(checkins.c.number)).scalar_one()
    _insert_parts(connection, [(number, checkin)])


def insert_many(connection: Connection, records: Iterable[CheckIn]) -> None:
    """Add many check-ins at once (a made-up home, an import)."""
    first = connection.execute(select(func.coalesce(func.max(checkins.c.number), 0))).scalar_one() + 1
    numbered = list(enumerate(records, first))
    if numbered:
        rows = [{"number": number, **_columns(checkin)} for number, checkin in numbered]
        connection.execute(checkins.insert(), rows)
        _insert_parts(connection, numbered)


def rewrite(connection: Connection, checkin: CheckIn) -> None:
    """Write `checkin` over the one with its id."""
    c = checkins.c
    number = connection.execute(select(c.number).where(c.id == checkin.id)).scalar_one()
    connection.execute(update(checkins).where(c.number == number).values(**_columns(checkin)))
    for table in _PARTS:
        connection.execute(delete(table).where(table.c.checkin == number))
    _insert_parts(connection, [(number, checkin)])


def set_deleted(connection: Connection, checkin_id: str, deleted: datetime | None, changed: datetime) -> None:
    """Put a check-in into the trash, or take it out again with `deleted` None."""
    statement = update(checkins).where(checkins.c.id == checkin_id)
    connection.execute(statement.values(deleted=deleted, changed=changed))


def by_id(connection: Connection, checkin_id: str) -> CheckIn | None:
    """Return one check-in, also a deleted one."""
    row = connection.execute(select(checkins).where(checkins.c.id == checkin_id)).first()
    return None if row is None else _records(connection, [row])[0]


def is_kept(connection: Connection, checkin_id: str) -> bool:
    """Return whether there is such a check-in that is not in the trash."""
    query = select(checkins.c.number).where(checkins.c.id == checkin_id, checkins.c.deleted.is_(None))
    return connection.execute(query).first() is not None


def newest(connection: Connection, limit: int, kind: Kind | None = Kind.CHECKIN) -> list[CheckIn]:
    """Return the newest check-ins, newest first; with None also glimmers."""
    c = checkins.c
    query = select(checkins).where(c.deleted.is_(None)).order_by(c.at.desc(), c.number.desc()).limit(limit)
    if kind is not None:
        query = query.where(c.kind == kind.value)
    return _records(connection, connection.execute(query).all())


def on_day(connection: Connection, day: Any) -> list[CheckIn]:
    """Return the check-ins and glimmers of `day`, oldest first."""
    c = checkins.c
    query = select(checkins).where(c.local_date == day, c.deleted.is_(None)).order_by(c.at, c.number)
    return _records(connection, connection.execute(query).all())


def count(connection: Connection, kind: Kind = Kind.CHECKIN) -> int:
    """Return how many check-ins (or glimmers) there are."""
    query = select(func.count()).where(checkins.c.deleted.is_(None), checkins.c.kind == kind.value)
    return connection.execute(query).scalar_one()


def _columns(checkin: CheckIn) -> dict[str, Any]:
    return {
        "id": checkin.id,
        **moment_columns(checkin.moment),
        "created": checkin.created,
        "changed": checkin.changed,
        "depth": checkin.depth,
        "pleasantness": checkin.pleasantness,
        "energy": checkin.energy,
        "note": checkin.note,
        "source": checkin.source.value,
        "kind": checkin.kind.value,
        "close_people": checkin.close_people,
        "close_self": checkin.close_self,
        "noticed": checkin.noticed,
        "ladder": None if checkin.ladder is None else _written(checkin.ladder),
    }


def _written(ladder: Ladder) -> str:
    return json.dumps(
        {
            "contact": ladder.contact,
            "sensation": ladder.sensation,
            "colour": ladder.colour,
            "not_these": ladder.not_these,
            "word": ladder.word,
        },
        ensure_ascii=False,
    )


def _ladder(text: str) -> Ladder:
    found = json.loads(text)
    return Ladder(
        contact=tuple(found["contact"]),
        sensation=None if found["sensation"] is None else Sensation(found["sensation"]),
        colour=found["colour"],
        not_these=tuple(found["not_these"]),
        word=found["word"],
    )


def _insert_parts(connection: Connection, numbered: Sequence[tuple[int, CheckIn]]) -> None:
    rows: dict[Table, list[dict[str, Any]]] = {table: [] for table in _PARTS}
    for number, checkin in numbered:
        for i, word in enumerate(checkin.words):
            rows[checkin_words].append({"checkin": number, "position": i, "word": word})
        for i, felt in enumerate(checkin.body):
            place = {"region": felt.region.value, "sensation": felt.sensation.value}
            rows[checkin_body].append({"checkin": number, "position": i, **place})
        for i, near in enumerate(checkin.around):
            rows[checkin_tags].append({"checkin": number, "position": i, "tag": near.tag_id, "amount": near.amount})
    for table, found in rows.items():
        if found:
            connection.execute(table.insert(), found)


def _parts(
    connection: Connection, table: Table, numbers: Sequence[int], made: Callable[..., _Part]
) -> dict[int, list[_Part]]:
    """Return what `made` makes of the rows of `table` (without number and position), for each check-in."""
    found: dict[int, list[_Part]] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        query = select(table).where(table.c.checkin.in_(some)).order_by(table.c.checkin, table.c.position)
        for number, _position, *values in connection.execute(query):
            found.setdefault(number, []).append(made(*values))
    return found


def _records(connection: Connection, rows: Sequence[Any]) -> list[CheckIn]:
    numbers = [row.number for row in rows]
    words = _parts(connection, checkin_words, numbers, str)
    body = _parts(connection, checkin_body, numbers, lambda region, what: Felt(Region(region), Sensation(what)))
    around = _parts(connection, checkin_tags, numbers, Around)
    merged = successors(connection) if around else {}
    return [
        CheckIn(
            id=row.id,
            moment=moment_of(row),
            created=row.created,
            changed=row.changed,
            depth=row.depth,
            pleasantness=row.pleasantness,
            energy=row.energy,
            words=tuple(words.get(row.number, ())),
            note=row.note,
            source=Source(row.source),
            kind=Kind(row.kind),
            close_people=row.close_people,
            close_self=row.close_self,
            body=tuple(body.get(row.number, ())),
            around=resolved(around.get(row.number, ()), merged),
            ladder=None if row.ladder is None else _ladder(row.ladder),
            noticed=row.noticed,
        )
        for row in rows
    ]
