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

from numbcompanion.store.plain import in_words, raw_connection, writing_connection

__all__ = ["IMMEDIATE", "engine_on", "errors_in_words", "make_engine", "raw_connection"]

IMMEDIATE = "immediate"  # execution option: take the write lock at BEGIN


def make_engine(file: Path, data_key: bytes) -> Engine:
    """Return an engine on the one connection to `file`."""
    return engine_on(writing_connection(file, data_key))


def engine_on(raw: Any) -> Engine:
    """Return an engine on the one connection `raw`, which it closes when it is disposed of."""
    engine = create_engine(
        "sqlite://", creator=lambda: raw, module=sqlcipher, poolclass=StaticPool, hide_parameters=True
    )

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
