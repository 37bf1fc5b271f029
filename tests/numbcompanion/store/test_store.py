import os
import re
import stat
from datetime import timedelta

import pytest
from fakes import MemoryKeyStore
from sqlalchemy import text

from numbcompanion.checkins.records import CheckInDraft
from numbcompanion.companion import Companion
from numbcompanion.errors import (
    DiskFull,
    HomeNotWritable,
    KeyUnavailable,
    NotSaved,
    StoreBusy,
    StoreDamaged,
    StoreTooNew,
)
from numbcompanion.store import revision, schema
from numbcompanion.store.connection import make_engine, raw_connection
from numbcompanion.store.copies import copies
from numbcompanion.store.store import Store


def depths(companion):
    return [point.depth for point in companion.checkins.depths()]


def reopened(companion, clock, key_store):
    companion.close()
    again = Companion(companion.home, clock, [key_store])
    again.open()
    return again


def test_what_was_saved_is_there_after_reopening(companion, clock, key_store):
    companion.checkins.save(CheckInDraft(depth=4, note="zwölf 🌧 שלום"))
    again = reopened(companion, clock, key_store)
    assert again.checkins.newest()[0].note == "zwölf 🌧 שלום"
    again.close()


def test_nothing_readable_is_on_the_disk(companion):
    companion.checkins.save(CheckInDraft(depth=4, note="an unmistakable sentence"))
    companion.copy_of_today()
    companion.close()
    for file in companion.home.folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"unmistakable" not in content
            assert not content.startswith(b"SQLite format 3")


@pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX matter")
def test_the_home_is_for_the_owner_alone(companion):
    companion.checkins.save(CheckInDraft(depth=4))
    assert stat.S_IMODE(companion.home.folder.stat().st_mode) == 0o700
    companion.close()
    assert stat.S_IMODE(companion.home.store_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(companion.home.keys_file.stat().st_mode) == 0o600


def test_the_file_is_written_the_safe_way(companion):
    with companion.store.reading() as rows:
        asked = {p: rows.connection.exec_driver_sql(f"PRAGMA {p}").scalar() for p in ("journal_mode", "synchronous")}
        assert asked == {"journal_mode": "wal", "synchronous": 2}
        assert rows.connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_block_that_fails_leaves_nothing_behind(companion):
    with pytest.raises(ZeroDivisionError), companion.store.writing() as rows:
        rows.connection.execute(text("INSERT INTO state VALUES ('a', '1', 0)"))
        raise ZeroDivisionError
    assert companion.store.state("a") is None


def test_small_values_are_kept(companion):
    companion.store.set_state("a", {"b": [1, None]})
    companion.store.set_state("a", {"b": [2, None]})
    assert companion.store.state("a") == {"b": [2, None]}


def test_a_full_disk_is_said_and_loses_nothing(companion):
    companion.checkins.save(CheckInDraft(depth=4))
    with companion.store.reading() as rows:
        pages = rows.connection.exec_driver_sql("PRAGMA page_count").scalar()
        rows.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull, match="disk is full"):
        companion.checkins.save(CheckInDraft(depth=5, note="x" * 500_000))
    assert depths(companion) == [4]
    with companion.store.reading() as rows:
        rows.connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    companion.checkins.save(CheckInDraft(depth=5, note="x" * 500_000))
    assert depths(companion) == [4, 5]


def test_another_writer_is_waited_for_and_then_said(companion, monkeypatch):
    other = raw_connection(companion.home.store_file, companion.store._data_key)
    with companion.store.reading() as rows:
        rows.connection.exec_driver_sql("PRAGMA busy_timeout = 20")
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(StoreBusy):
            companion.checkins.save(CheckInDraft(depth=4))
    finally:
        other.execute("ROLLBACK")
        other.close()
    companion.checkins.save(CheckInDraft(depth=4))
    assert depths(companion) == [4]


def test_a_change_of_another_process_is_noticed_and_our_own_is_not(companion, clock, key_store):
    companion.store.changed_elsewhere()
    companion.checkins.save(CheckInDraft(depth=4))
    assert not companion.store.changed_elsewhere()
    other = Companion(companion.home, clock, [key_store])
    other.open()
    other.checkins.save(CheckInDraft(depth=7))
    other.close()
    assert companion.store.changed_elsewhere()
    assert not companion.store.changed_elsewhere()
    assert depths(companion) == [4, 7]


def test_a_home_that_takes_no_writing_is_said(tmp_path, clock, key_store, home, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    from numbcompanion.paths import Home

    with pytest.raises(HomeNotWritable, match="cannot write"):
        Store(Home(blocked / "home", tmp_path / "keys"), clock, [key_store]).open()


def test_a_read_only_disk_is_said(home, clock, key_store, monkeypatch):
    home.make()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(HomeNotWritable, match="--data-dir"):
        Store(home, clock, [key_store]).open()


def test_a_wrong_key_is_told_apart_from_damage_and_nothing_is_touched(companion, clock):
    companion.checkins.save(CheckInDraft(depth=4))
    companion.close()
    before = {f: f.read_bytes() for f in companion.home.folder.rglob("*") if f.is_file()}
    stranger = MemoryKeyStore()
    stranger.kept = dict.fromkeys([companion.store.keys.home_id], b"x" * 32)
    with pytest.raises(KeyUnavailable, match="does not fit"):
        Store(companion.home, clock, [stranger]).open()
    with pytest.raises(KeyUnavailable, match="not where it was kept"):
        Store(companion.home, clock, [MemoryKeyStore()]).open()
    assert {f: f.read_bytes() for f in companion.home.folder.rglob("*") if f.is_file()} == before


def test_a_store_without_its_slots_is_never_made_anew(companion, clock, key_store):
    companion.checkins.save(CheckInDraft(depth=4))
    companion.close()
    kept = companion.home.store_file.read_bytes()
    companion.home.keys_file.unlink()
    (companion.home.copies_folder / "keys.json").unlink()
    with pytest.raises(KeyUnavailable, match="still there"):
        Store(companion.home, clock, [key_store]).open()
    assert companion.home.store_file.read_bytes() == kept


def test_the_recovery_code_opens_a_home_whose_key_is_lost_and_the_machine_has_a_key_again(companion, clock):
    companion.checkins.save(CheckInDraft(depth=4))
    code = companion.store.new_recovery_code()
    companion.close()
    elsewhere = MemoryKeyStore()
    store = Store(companion.home, clock, [elsewhere])
    with pytest.raises(KeyUnavailable):
        store.open()
    store.open(recovery_code=code)
    store.close()
    store.open()
    assert store.is_open
    store.close()


@pytest.mark.parametrize("place", ["first page", "middle", "cut short"])
def test_a_damaged_file_is_kept_and_the_good_copy_offered(companion, clock, key_store, place):
    for depth in range(8):
        companion.checkins.save(CheckInDraft(depth=depth, note="n" * 3000))
    copy = companion.copy_of_today()
    companion.close()
    data = bytearray(companion.home.store_file.read_bytes())
    if place == "first page":
        data[100:300] = os.urandom(200)
    elif place == "middle":
        for page in range(1, len(data) // 4096):
            data[page * 4096 + 50 : page * 4096 + 60] = os.urandom(10)
    else:
        data = data[:5000]
    companion.home.store_file.write_bytes(data)
    store = Store(companion.home, clock, [key_store])
    with pytest.raises(StoreDamaged, match=r"8 check-ins\) and can be put in its place") as caught:
        store.open()
    assert caught.value.good_copy == copy.file
    assert companion.home.store_file.read_bytes() == bytes(data)
    aside = store.put_back_newest_copy()
    assert (aside / "companion.db").read_bytes() == bytes(data)
    assert store.is_open
    store.close()


def test_damage_without_a_good_copy_says_so(companion, clock, key_store):
    companion.close()
    companion.home.store_file.write_bytes(b"no database at all" * 1000)
    with pytest.raises(StoreDamaged, match="no daily copy that opens") as caught:
        Store(companion.home, clock, [key_store]).open()
    assert caught.value.good_copy is None


def test_one_copy_a_day_is_kept_the_last_seven(companion, clock):
    for _ in range(9):
        companion.checkins.save(CheckInDraft(depth=5))
        assert companion.copy_of_today().good
        assert companion.copy_of_today() is None
        clock.advance(86_400)
    kept = list(copies(companion.home))
    assert len(kept) == 7
    assert kept[0].day == clock.now().date() - timedelta(days=1)
    assert not list(companion.home.copies_folder.glob("*.new"))


def test_a_copy_counts_only_when_it_opens(companion, clock):
    companion.copy_of_today()
    clock.advance(86_400)
    newest = companion.copy_of_today()
    newest.file.write_bytes(os.urandom(8192))
    from numbcompanion.store.copies import newest_good

    good = newest_good(companion.home, companion.store._data_key)
    assert good.day == newest.day - timedelta(days=1)


def test_a_newer_store_is_refused_in_a_sentence(companion, clock, key_store):
    with companion.store.writing() as rows:
        rows.connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    companion.close()
    kept = companion.home.store_file.read_bytes()
    with pytest.raises(StoreTooNew, match="newer version"):
        Store(companion.home, clock, [key_store]).open()
    assert companion.home.store_file.read_bytes() == kept


def _shape(engine):
    with engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT type, name, sql FROM sqlite_master WHERE name != 'alembic_version' AND name NOT LIKE '%alembic%'"
        )
        return {(row[0], row[1]): re.sub(r"[\s\"]+", "", row[2] or "") for row in found}


def test_a_new_home_and_a_migrated_one_have_the_same_tables(tmp_path):
    key = os.urandom(32)
    new, migrated = make_engine(tmp_path / "new.db", key), make_engine(tmp_path / "old.db", key)
    schema.prepare(new, lambda: None)
    schema.upgrade(migrated)
    assert _shape(new) == _shape(migrated)
    assert schema.revision_of(new) == schema.revision_of(migrated) == revision.REVISION
    for engine in (new, migrated):
        engine.dispose()


NEXT_REVISION = '''
"""A later revision."""
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade():
    op.get_bind().exec_driver_sql("ALTER TABLE checkins ADD COLUMN later TEXT")
'''


def test_an_older_file_is_copied_and_brought_up_with_what_is_in_it(companion, clock, key_store, tmp_path, monkeypatch):
    companion.checkins.save(CheckInDraft(depth=6))
    companion.close()
    later = tmp_path / "later"
    later.mkdir()
    (later / "r0003_later.py").write_text(NEXT_REVISION)
    upgrade = schema.upgrade
    monkeypatch.setattr(revision, "REVISION", "0003")
    monkeypatch.setattr(schema, "upgrade", lambda engine: upgrade(engine, more_versions=later))
    again = Companion(companion.home, clock, [key_store])
    again.open()
    with again.store.reading() as rows:
        assert rows.connection.exec_driver_sql("SELECT depth, later FROM checkins").all() == [(6, None)]
    again.close()
    assert [file.name for file in companion.home.copies_folder.glob("*before*")] == [
        "companion-2026-11-23-before-0003.db"
    ]


def test_a_closed_store_says_so(companion):
    companion.close()
    with pytest.raises(NotSaved, match="not open"):
        companion.checkins.save(CheckInDraft(depth=1))
