"""One SQLAlchemy engine on one SQLCipher connection, and SQLite's errors turned into ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from numbcompanion.errors import CompanionError, DiskFull, HomeNotWritable, NotSaved, StoreBusy, StoreDamaged
from numbcompanion.translation import tr

BUSY_PATIENCE_MS = 5_000
IMMEDIATE = "immediate"  # execution option: take the write lock at BEGIN


def raw_connection(file: Path, data_key: bytes, read_only: bool = False) -> Any:
    """Open `file` with the raw 32-byte `data_key` (no key derivation), in autocommit mode."""
    mode = "ro" if read_only else "rwc"
    connection = sqlcipher.connect(
        f"{file.as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # else it writes to the terminal
    connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_PATIENCE_MS}")
    return connection


def make_engine(file: Path, data_key: bytes) -> Engine:
    """Return an engine on the one connection to `file`: WAL, every commit synced, foreign keys on."""

    def open_one() -> Any:
        connection = raw_connection(file, data_key)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_size_limit = 4194304")
        return connection

    engine = create_engine("sqlite://", creator=open_one, module=sqlcipher, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get(IMMEDIATE, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


@contextmanager
def errors_in_words(file: Path) -> Iterator[None]:
    """Turn what SQLite says inside the block into the companion's own errors."""
    try:
        yield
    except DBAPIError as error:
        raise in_words(error.orig or error, file) from error
    except (sqlcipher.Error, sqlite3.Error) as error:
        raise in_words(error, file) from error


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
        return HomeNotWritable(
            tr(
                "The companion cannot write to its folder, {folder}. Nothing was changed. "
                "Make the folder writable, or start with --data-dir and another folder."
            ).format(folder=file.parent)
        )
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
