"""The file itself, through SQLCipher's own module: opened, and read for what is shown first.

SQLAlchemy takes a quarter of a second to load. What the first page shows is read here in plain SQL before that;
everything else goes through the gateways, on the same connection.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from numbcompanion.checkins.records import DepthPoint
from numbcompanion.clock import Moment
from numbcompanion.errors import CompanionError, DiskFull, HomeNotWritable, NotSaved, StoreBusy, StoreDamaged
from numbcompanion.paths import not_writable_sentence
from numbcompanion.translation import tr

BUSY_PATIENCE_MS = 5_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def raw_connection(file: Path, data_key: bytes, read_only: bool = False) -> Any:
    """Open `file` with the raw 32-byte `data_key` (no key derivation), in autocommit mode."""
    import sqlcipher3.dbapi2 as sqlcipher

    mode = "ro" if read_only else "rwc"
    connection = sqlcipher.connect(
        f"{file.as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # else it writes to the terminal
    connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_PATIENCE_MS}")
    return connection


def writing_connection(file: Path, data_key: bytes) -> Any:
    """Open `file` the way it is worked on: WAL, every commit synced, foreign keys on."""
    connection = raw_connection(file, data_key)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_size_limit = 4194304")
    return connection


@contextmanager
def plain_errors_in_words(file: Path) -> Iterator[None]:
    """Turn what SQLCipher says inside the block into the companion's own errors."""
    import sqlite3

    import sqlcipher3.dbapi2 as sqlcipher

    try:
        yield
    except (sqlcipher.Error, sqlite3.Error) as error:
        raise in_words(error, file) from error


def revision_of(connection: Any) -> str | None:
    """Return the schema revision of the file, or None for a file with no tables yet."""
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return None
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def data_version(connection: Any) -> int:
    """Return the number that changes when another connection has committed."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def state(connection: Any, name: str) -> Any:
    """Return the small value kept under `name`, or None."""
    row = connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return None if row is None else json.loads(row[0])


def depths(connection: Any, since: date | None) -> list[DepthPoint]:
    """Return moment and depth of every check-in (not of glimmers) from the day `since` on, oldest first."""
    chosen = "deleted IS NULL AND kind = 'checkin'"
    query = f"SELECT id, at, zone_name, local_date, depth FROM checkins WHERE {chosen}{{}} ORDER BY at"
    if since is None:
        rows = connection.execute(query.format(""))
    else:
        rows = connection.execute(query.format(" AND local_date >= ?"), (since.isoformat(),))
    return [
        DepthPoint(id_, Moment(_EPOCH + timedelta(microseconds=at), zone_name, date.fromisoformat(day)), depth)
        for id_, at, zone_name, day, depth in rows
    ]


def steps_tried(connection: Any) -> frozenset[int]:
    """Return the steps of the path of which something is marked as tried."""
    query = "SELECT step, item, value FROM answers WHERE deleted IS NULL AND item LIKE 'tried:%' ORDER BY number"
    newest = {(step, item): value for step, item, value in connection.execute(query)}
    return frozenset(step for (step, _), value in newest.items() if value == "true")


def in_words(error: BaseException, file: Path) -> CompanionError:
    """Return the error to show for what SQLite said about `file`."""
    said = str(error).lower()
    if "full" in said:
        return DiskFull(
            tr("The disk is full, so this could not be saved. What was saved before is safe. Free some room.")
        )
    if "locked" in said or "busy" in said:
        return StoreBusy(tr("Another program is writing to the store just now. Nothing was saved; try again."))
    if "readonly" in said or "read-only" in said or "unable to open" in said:
        return HomeNotWritable(not_writable_sentence(file.parent))
    if "malformed" in said or "not a database" in said or "corrupt" in said:
        return damaged(file)
    return NotSaved(tr("The disk did not take this change. What was saved before is safe. Try again in a moment."))


def damaged(file: Path) -> StoreDamaged:
    """Return the error for a file that its right key cannot read."""
    return StoreDamaged(
        tr("The file with your words, {file}, is damaged. It is left as it is, and nothing is written over it.").format(
            file=file
        ),
        file,
    )
