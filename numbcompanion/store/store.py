"""The store: opens the home's encrypted file, lends its rows, and says "saved" only after the commit.

All methods are called from one thread at a time (the worker thread of the window, or the command line).
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from numbcompanion.clock import Clock
from numbcompanion.errors import CompanionError, KeyUnavailable, NotSaved, StoreDamaged
from numbcompanion.paths import Home
from numbcompanion.store import keys as key_slots
from numbcompanion.store import plain, revision
from numbcompanion.store.key_stores import KeyStore
from numbcompanion.translation import tr

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from numbcompanion.store.copies import StoreCopy


class Rows:
    """What a block of `reading()` or `writing()` works on: one transaction."""

    def __init__(self, connection: Connection):
        self.connection = connection


class Store:
    """One home's encrypted file."""

    def __init__(self, home: Home, clock: Clock, key_stores: Sequence[KeyStore]):
        self.home = home
        self._clock = clock
        self._key_stores = key_stores
        self._raw: Any = None
        self._engine: Engine | None = None
        self._data_key = b""
        self._keys: key_slots.Keys | None = None
        self._data_version = 0

    @property
    def is_open(self) -> bool:
        """Whether the file is open."""
        return self._raw is not None

    @property
    def keys(self) -> key_slots.Keys:
        """The slots of the open home."""
        if self._keys is None:
            raise KeyUnavailable(tr("The home is not open."))
        return self._keys

    def open(self, recovery_code: str | None = None) -> None:
        """Open the home, making it on first use; raises the CompanionError that says why it cannot be opened.

        With `recovery_code` the key is taken from its slot, and the machine's own slot is made anew.
        """
        if self.is_open:
            return
        self.home.make()
        keys, data_key = self._unlocked(recovery_code)
        self._open_file(data_key)
        self._keys, self._data_key = keys, data_key
        if not key_slots.spare(self.home).exists():
            key_slots.write(self.home, keys)

    def _unlocked(self, recovery_code: str | None) -> tuple[key_slots.Keys, bytes]:
        if not self.home.keys_file.exists() and not key_slots.spare(self.home).exists():
            if self.home.store_file.exists() and self.home.store_file.stat().st_size:
                return key_slots.read(self.home), b""  # raises: a store without its slots is never made anew
            return key_slots.create(self.home, self._key_stores)
        keys = key_slots.read(self.home)
        if recovery_code is None:
            return keys, key_slots.unlock(keys, self._key_stores)
        data_key = key_slots.unlock_with_code(keys, recovery_code)
        renewed = key_slots.with_machine_slot(keys, data_key, self._key_stores)
        key_slots.write(self.home, renewed)
        return renewed, data_key

    def _open_file(self, data_key: bytes) -> None:
        file = self.home.store_file
        raw: Any = None
        try:
            with plain.plain_errors_in_words(file):
                raw = plain.writing_connection(file, data_key)
                if plain.revision_of(raw) != revision.REVISION:
                    self._prepare(raw, data_key)
                self._data_version = plain.data_version(raw)
            file.chmod(0o600)
        except StoreDamaged as error:
            _close(raw)
            raise self._with_good_copy(error, data_key) from error
        except BaseException:
            _close(raw)
            raise
        self._raw = raw

    def _prepare(self, raw: Any, data_key: bytes) -> None:
        """Make a new file's tables, bring up an older one's, refuse a newer one."""
        from numbcompanion.store import schema
        from numbcompanion.store.connection import engine_on, errors_in_words

        engine = engine_on(raw)
        with errors_in_words(self.home.store_file):
            schema.prepare(engine, lambda: self._copy(data_key, f"-before-{revision.REVISION}"))
            self._mark_home(engine)

    def _with_good_copy(self, error: StoreDamaged, data_key: bytes) -> StoreDamaged:
        from numbcompanion.store.copies import newest_good

        copy = newest_good(self.home, data_key)
        if copy is None:
            return StoreDamaged(f"{error} {tr('There is no daily copy that opens.')}", error.file)
        about = tr(
            "The copy of {day} opens well ({entries} entries, {checkins} check-ins) and can be put in its place."
        ).format(day=copy.day.isoformat(), entries=copy.entries, checkins=copy.checkins)
        return StoreDamaged(f"{error} {about}", error.file, copy.file, copy.day)

    def _mark_home(self, engine: Engine) -> None:
        from numbcompanion import __version__
        from numbcompanion.store.connection import IMMEDIATE
        from numbcompanion.store.tables import home as home_table

        with engine.connect() as connection:
            if connection.execute(home_table.select()).first() is not None:
                return
        with engine.connect().execution_options(**{IMMEDIATE: True}) as connection, connection.begin():
            if connection.execute(home_table.select()).first() is None:
                made = {"id": str(uuid.uuid4()), "created": self._clock.now(), "made_by": __version__}
                connection.execute(home_table.insert().values(**made))

    def close(self) -> None:
        """Close the file; what was saved is in it."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
        _close(self._raw)
        self._raw = None

    @contextmanager
    def reading(self) -> Iterator[Rows]:
        """Lend the rows for reading, as one snapshot."""
        from numbcompanion.store.connection import errors_in_words

        engine = self._opened()
        with errors_in_words(self.home.store_file), engine.connect() as connection, connection.begin():
            yield Rows(connection)

    @contextmanager
    def writing(self) -> Iterator[Rows]:
        """Lend the rows for writing; when the block has been left without an error, all of it is on the disk.

        Raises NotSaved or a kin of it when nothing was kept.
        """
        from numbcompanion.store.connection import IMMEDIATE, errors_in_words

        engine = self._opened()
        with (
            errors_in_words(self.home.store_file),
            engine.connect().execution_options(**{IMMEDIATE: True}) as connection,
            connection.begin(),
        ):
            yield Rows(connection)

    @property
    def raw(self) -> Any:
        """The one connection itself, for what is read before SQLAlchemy is loaded; raises NotSaved when closed."""
        if self._raw is None:
            raise NotSaved(tr("The home is not open, so nothing can be read or saved just now."))
        return self._raw

    @contextmanager
    def first_reading(self) -> Iterator[Any]:
        """Lend the raw connection for one plain SELECT, its errors in words."""
        raw = self.raw
        with plain.plain_errors_in_words(self.home.store_file):
            yield raw

    def _opened(self) -> Engine:
        raw = self.raw
        if self._engine is None:
            from numbcompanion.store.connection import engine_on

            self._engine = engine_on(raw)
        return self._engine

    def changed_elsewhere(self) -> bool:
        """Return whether another process has committed since this was last asked."""
        with self.first_reading() as raw:
            before, self._data_version = self._data_version, plain.data_version(raw)
        return before != self._data_version

    def home_id(self) -> str:
        """Return the id of this home, the seed of what is drawn by chance in it."""
        from sqlalchemy import select

        from numbcompanion.store.tables import home as home_table

        with self.reading() as rows:
            return str(rows.connection.execute(select(home_table.c.id)).scalar_one())

    def state(self, name: str) -> Any:
        """Return the small value kept under `name`, or None."""
        with self.first_reading() as raw:
            return plain.state(raw, name)

    def set_state(self, name: str, value: Any) -> None:
        """Keep the small JSON value under `name`."""
        from sqlalchemy.dialects.sqlite import insert

        from numbcompanion.store.tables import state

        values = {"name": name, "value": json.dumps(value), "changed": self._clock.now()}
        statement = insert(state).values(**values)
        with self.writing() as rows:
            rows.connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_=values))

    # Copies and keys

    def copy_of(self, day: date) -> StoreCopy | None:
        """Make the copy of `day` unless there is one already; may run on a thread of its own."""
        from numbcompanion.store.copies import copies

        if any(copy.day == day for copy in copies(self.home)):
            return None
        return self._copy(self._data_key, "", day)

    def _copy(self, data_key: bytes, label: str, day: date | None = None) -> StoreCopy:
        from numbcompanion.clock import local_date
        from numbcompanion.store.copies import make_copy

        today = day or local_date(self._clock.now(), self._clock.zone_name())
        return make_copy(self.home, data_key, today, label)

    def put_back_newest_copy(self) -> Path:
        """Put the newest good copy in the place of a damaged file and open it; returns where that one was moved."""
        from numbcompanion.store.copies import newest_good, put_back

        self.close()
        keys = key_slots.read(self.home)
        data_key = key_slots.unlock(keys, self._key_stores)
        copy = newest_good(self.home, data_key)
        if copy is None:
            raise CompanionError(tr("There is no daily copy that opens. Nothing was changed."))
        aside = put_back(self.home, copy, self._clock.now())
        self.open()
        return aside

    def new_recovery_code(self) -> str:
        """Make a recovery slot and return its code, which is kept nowhere; an older code stops working."""
        self._keys, code = key_slots.with_recovery_slot(self.keys, self._data_key)
        key_slots.write(self.home, self._keys)
        return code


def _close(raw: Any) -> None:
    if raw is not None:
        raw.close()
