"""What there is in a home, in numbers."""

from typing import Any

from numbcompanion import __version__
from numbcompanion.companion import Companion


def status(companion: Companion) -> dict[str, Any]:
    """Return version, home, encryption, key, schema, counts and the next prompt of an open companion."""
    from sqlalchemy import func, select

    from numbcompanion.checkins.records import Kind
    from numbcompanion.store import checkins as rows_of_checkins
    from numbcompanion.store import tables
    from numbcompanion.store.revision import REVISION

    counted = {
        "entries": tables.entries,
        "sessions": tables.sessions,
        "answers": tables.answers,
        "markers": tables.markers,
    }
    counts = {}
    with companion.store.reading() as rows:
        counts["checkins"] = rows_of_checkins.count(rows.connection)
        counts["glimmers"] = rows_of_checkins.count(rows.connection, Kind.GLIMMER)
        for name, table in counted.items():
            query = select(func.count()).select_from(table).where(table.c.deleted.is_(None))
            counts[name] = rows.connection.execute(query).scalar_one()
    coming = companion.prompts.next().at
    keys = companion.store.keys
    return {
        "version": __version__,
        "home": str(companion.home.folder),
        "encrypted": True,
        "key": keys.machine_kind,
        "recovery_code": keys.slot("recovery-code") is not None,
        "schema": REVISION,
        "counts": counts,
        "next_prompt": None if coming is None else coming.isoformat(),
    }
