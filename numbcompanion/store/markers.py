"""Rows of markers, as records."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select, update

from numbcompanion.checkins.records import Marker, MarkerKind
from numbcompanion.store.tables import markers, moment_columns, moment_of


def insert(connection: Connection, marker: Marker) -> None:
    """Add one marker."""
    connection.execute(markers.insert().values(**_columns(marker)))


def rewrite(connection: Connection, marker: Marker) -> None:
    """Write `marker` over the one with its id."""
    connection.execute(update(markers).where(markers.c.id == marker.id).values(**_columns(marker)))


def set_deleted(connection: Connection, marker_id: str, deleted: datetime | None, changed: datetime) -> None:
    """Put a marker into the trash, or take it out again with `deleted` None."""
    connection.execute(update(markers).where(markers.c.id == marker_id).values(deleted=deleted, changed=changed))


def by_id(connection: Connection, marker_id: str) -> Marker | None:
    """Return one marker that is not in the trash."""
    row = connection.execute(select(markers).where(markers.c.id == marker_id, markers.c.deleted.is_(None))).first()
    return None if row is None else _record(row)


def all_markers(connection: Connection, since: date | None) -> list[Marker]:
    """Return the markers from the day `since` on, oldest first."""
    query = select(markers).where(markers.c.deleted.is_(None)).order_by(markers.c.at, markers.c.number)
    if since is not None:
        query = query.where(markers.c.local_date >= since)
    return [_record(row) for row in connection.execute(query)]


def _columns(marker: Marker) -> dict[str, Any]:
    return {
        "id": marker.id,
        **moment_columns(marker.moment),
        "created": marker.created,
        "changed": marker.changed,
        "kind": marker.kind.value,
        "line": marker.line,
    }


def _record(row: Any) -> Marker:
    return Marker(row.id, moment_of(row), row.created, row.changed, MarkerKind(row.kind), row.line)
