"""Rows of check-ins, as records."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from numbcompanion.checkins.records import CheckIn, Source
from numbcompanion.store.tables import checkin_words, checkins, moment_columns, moment_of


def insert(connection: Connection, checkin: CheckIn) -> None:
    """Add one check-in with its words."""
    number = connection.execute(checkins.insert().values(**_columns(checkin)).returning(checkins.c.number)).scalar_one()
    _insert_words(connection, number, checkin.words)


def insert_many(connection: Connection, records: Iterable[CheckIn]) -> None:
    """Add many check-ins at once (a made-up home, an import)."""
    first = connection.execute(select(func.coalesce(func.max(checkins.c.number), 0))).scalar_one() + 1
    rows, words = [], []
    for number, checkin in enumerate(records, first):
        rows.append({"number": number, **_columns(checkin)})
        words += [{"checkin": number, "position": i, "word": word} for i, word in enumerate(checkin.words)]
    if rows:
        connection.execute(checkins.insert(), rows)
    if words:
        connection.execute(checkin_words.insert(), words)


def set_deleted(connection: Connection, checkin_id: str, deleted: datetime | None, changed: datetime) -> None:
    """Put a check-in into the trash, or take it out again with `deleted` None."""
    statement = update(checkins).where(checkins.c.id == checkin_id)
    connection.execute(statement.values(deleted=deleted, changed=changed))


def by_id(connection: Connection, checkin_id: str) -> CheckIn | None:
    """Return one check-in, also a deleted one."""
    row = connection.execute(select(checkins).where(checkins.c.id == checkin_id)).first()
    return None if row is None else _records(connection, [row])[0]


def newest(connection: Connection, limit: int) -> list[CheckIn]:
    """Return the newest check-ins, newest first."""
    query = select(checkins).where(checkins.c.deleted.is_(None)).order_by(checkins.c.at.desc()).limit(limit)
    return _records(connection, connection.execute(query).all())


def count(connection: Connection) -> int:
    """Return how many check-ins there are."""
    return connection.execute(select(func.count()).where(checkins.c.deleted.is_(None))).scalar_one()


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
    }


def _insert_words(connection: Connection, number: int, words: Sequence[str]) -> None:
    if words:
        rows = [{"checkin": number, "position": i, "word": word} for i, word in enumerate(words)]
        connection.execute(checkin_words.insert(), rows)


def _records(connection: Connection, rows: Sequence[Any]) -> list[CheckIn]:
    numbers = [row.number for row in rows]
    w = checkin_words.c
    query = select(w.checkin, w.word).where(w.checkin.in_(numbers)).order_by(w.checkin, w.position)
    words: dict[int, list[str]] = {}
    for checkin, word in connection.execute(query):
        words.setdefault(checkin, []).append(word)
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
        )
        for row in rows
    ]
