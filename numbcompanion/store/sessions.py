"""The gateway of the practice log: rows of the table `sessions` become session records here."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from numbcompanion.practice.records import Ending, SessionRecord
from numbcompanion.store.tables import moment_columns, moment_of, sessions


def insert(connection: Connection, record: SessionRecord) -> None:
    """Add `record` to the log."""
    connection.execute(
        sessions.insert().values(
            id=record.id,
            **moment_columns(record.moment),
            created=record.created,
            changed=record.changed,
            practice=record.practice,
            planned_s=record.planned_s,
            done_s=record.done_s,
            ending=record.ending.value,
            settings=json.dumps(dict(record.settings), ensure_ascii=False, sort_keys=True),
            depth_before=record.depth_before,
            depth_after=record.depth_after,
            note=record.note,
        )
    )


def describe(connection: Connection, record: SessionRecord) -> None:
    """Write the words and depths of a kept session again."""
    values = {name: getattr(record, name) for name in ("changed", "depth_before", "depth_after", "note")}
    connection.execute(update(sessions).where(sessions.c.id == record.id).values(**values))


def by_id(connection: Connection, session_id: str) -> SessionRecord | None:
    """Return the session with this id, or None."""
    row = connection.execute(select(sessions).where(_kept(), sessions.c.id == session_id)).one_or_none()
    return None if row is None else _record(row)


def recent(connection: Connection, limit: int, practice: str | None = None, skip: int = 0) -> list[SessionRecord]:
    """Return the newest sessions first, of one practice if it is named, without the `skip` newest."""
    chosen = select(sessions).where(_kept())
    if practice is not None:
        chosen = chosen.where(sessions.c.practice == practice)
    ordered = chosen.order_by(sessions.c.at.desc(), sessions.c.number.desc()).limit(limit).offset(skip)
    return [_record(row) for row in connection.execute(ordered)]


def set_deleted(connection: Connection, session_id: str, at: datetime | None) -> None:
    """Mark a session as deleted, or (None) as kept again."""
    connection.execute(update(sessions).where(sessions.c.id == session_id).values(deleted=at))


def pairs(connection: Connection) -> list[tuple[str, int, int]]:
    """Return practice, depth before and depth after of every session that has both."""
    both = sessions.c.depth_before.is_not(None) & sessions.c.depth_after.is_not(None)
    chosen = select(sessions.c.practice, sessions.c.depth_before, sessions.c.depth_after).where(_kept(), both)
    return [tuple(row) for row in connection.execute(chosen)]


def count(connection: Connection) -> int:
    """Return how many sessions are kept."""
    return int(connection.execute(select(func.count()).select_from(sessions).where(_kept())).scalar_one())


def _kept() -> Any:
    return sessions.c.deleted.is_(None)


def _record(row: Any) -> SessionRecord:
    return SessionRecord(
        id=row.id,
        moment=moment_of(row),
        created=row.created,
        changed=row.changed,
        practice=row.practice,
        planned_s=row.planned_s,
        done_s=row.done_s,
        ending=Ending(row.ending),
        settings=json.loads(row.settings),
        depth_before=row.depth_before,
        depth_after=row.depth_after,
        note=row.note,
    )
