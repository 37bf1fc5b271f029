"""The daily copies of the store: one for each day of use, the last seven, each opened before it counts."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from numbcompanion.paths import Home, sync_file, sync_folder
from numbcompanion.store.connection import errors_in_words, raw_connection

KEPT = 7
_NAME = re.compile(r"companion-(\d{4}-\d{2}-\d{2})\.db")
_SIDE_FILES = ("-wal", "-shm")


@dataclass(frozen=True)
class StoreCopy:
    """One copy: its file, the day it was made on, what was found when it was opened (None: does not open)."""

    file: Path
    day: date
    entries: int | None = None
    checkins: int | None = None

    @property
    def good(self) -> bool:
        """Whether it opened and passed its checks."""
        return self.entries is not None


def make_copy(home: Home, data_key: bytes, day: date, label: str = "") -> StoreCopy:
    """Copy the store as one snapshot, check the copy, and let the oldest ones go; raises NotSaved and its kin.

    Opens connections of its own, so it may run beside the worker thread.
    """
    home.copies_folder.mkdir(mode=0o700, exist_ok=True)
    final = home.copies_folder / f"companion-{day.isoformat()}{label}.db"
    new = final.with_suffix(".db.new")
    new.unlink(missing_ok=True)
    with errors_in_words(home.store_file):
        source = raw_connection(home.store_file, data_key)
        try:
            source.execute("VACUUM INTO ?", (str(new),))
        finally:
            source.close()
    new.chmod(0o600)
    checked = check_copy(StoreCopy(new, day), data_key)
    if not checked.good:
        new.unlink()
        with errors_in_words(home.store_file):
            raise _unreadable()
    sync_file(new)
    new.replace(final)
    sync_folder(home.copies_folder)
    _let_go(home)
    return StoreCopy(final, day, checked.entries, checked.checkins)


def _unreadable() -> Exception:
    import sqlite3

    return sqlite3.DatabaseError("the copy does not open: database disk image is malformed")


def check_copy(copy: StoreCopy, data_key: bytes) -> StoreCopy:
    """Open `copy`, check every page and count; return it with the counts, or without when it is not good."""
    import sqlcipher3.dbapi2 as sqlcipher

    try:
        connection = raw_connection(copy.file, data_key, read_only=True)
        try:
            torn = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            told = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if torn or told != ("ok",):
                return StoreCopy(copy.file, copy.day)
            count = "SELECT count(*) FROM {} WHERE deleted IS NULL"
            entries = connection.execute(count.format("entries")).fetchone()[0]
            checkins = connection.execute(count.format("checkins")).fetchone()[0]
        finally:
            connection.close()
    except sqlcipher.Error:
        return StoreCopy(copy.file, copy.day)
    return StoreCopy(copy.file, copy.day, entries, checkins)


def copies(home: Home) -> Iterator[StoreCopy]:
    """Yield the copies there are, newest first, not yet opened."""
    found = []
    if home.copies_folder.is_dir():
        for file in home.copies_folder.iterdir():
            match = _NAME.fullmatch(file.name)
            if match:
                found.append(StoreCopy(file, date.fromisoformat(match[1])))
    yield from sorted(found, key=lambda copy: copy.day, reverse=True)


def newest_good(home: Home, data_key: bytes) -> StoreCopy | None:
    """Return the newest copy that opens and passes its checks."""
    return next((checked for c in copies(home) if (checked := check_copy(c, data_key)).good), None)


def put_back(home: Home, copy: StoreCopy, now: datetime) -> Path:
    """Put `copy` in the place of the store; the store there now is moved aside whole. Returns where to."""
    aside = home.damaged_folder / now.strftime("%Y-%m-%d-%H%M%S-%f")
    aside.mkdir(mode=0o700, parents=True)
    new = home.store_file.with_suffix(".db.new")
    shutil.copyfile(copy.file, new)
    new.chmod(0o600)
    sync_file(new)
    for ending in ("", *_SIDE_FILES):
        file = home.store_file.with_name(home.store_file.name + ending)
        if file.exists():
            file.replace(aside / file.name)
    new.replace(home.store_file)
    sync_folder(home.folder)
    return aside


def _let_go(home: Home) -> None:
    for old in list(copies(home))[KEPT:]:
        old.file.unlink(missing_ok=True)
