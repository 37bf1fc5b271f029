import pytest
from sqlalchemy import text

from numbcompanion.checkins.records import CheckInDraft, Kind
from numbcompanion.companion import Companion
from numbcompanion.store import schema
from numbcompanion.store.connection import make_engine

MOMENT = "1764000000000000, 'Europe/Dublin', '2025-11-24', 1764000000000000, 1764000000000000"
ROWS = (
    "INSERT INTO home VALUES ('home', 1764000000000000, '0.1')",
    f"INSERT INTO checkins VALUES (1, 'a', {MOMENT}, NULL, 3, -1.5, 2.0, 'a line', 'page')",
    f"INSERT INTO checkins VALUES (2, 'b', {MOMENT}, NULL, NULL, NULL, NULL, '', 'tray')",
    f"INSERT INTO checkins VALUES (3, 'c', {MOMENT}, 1764000000000000, 9, NULL, NULL, '', 'tray')",
    "INSERT INTO checkin_words VALUES (1, 0, 'tired'), (1, 1, 'raw')",
    f"INSERT INTO entries VALUES (1, 'e', {MOMENT}, NULL, 'A page', 'Snow on the canal', 'Snow')",
    f"INSERT INTO sessions VALUES (1, 's', {MOMENT}, NULL, 'orienting', 180, 180.0, 'complete', '{{}}', 2, 3, '')",
    f"INSERT INTO answers VALUES (1, 'w', {MOMENT}, NULL, 1, 'why', '\"because\"')",
)


@pytest.fixture
def first_home(companion, clock, key_store):
    """A home whose file has the first schema, and something in every table."""
    companion.close()
    for file in companion.home.folder.glob("companion.db*"):
        file.unlink()
    engine = make_engine(companion.home.store_file, companion.store._data_key)
    schema.upgrade(engine, "0001")
    with engine.begin() as connection:
        for row in ROWS:
            connection.execute(text(row))
    engine.dispose()
    return Companion(companion.home, clock, [key_store])


def test_a_home_of_the_first_schema_is_brought_up_with_all_that_is_in_it(first_home, clock):
    first_home.open()
    assert [point.depth for point in first_home.checkins.depths()] == [3, None]
    kept = first_home.checkins.by_id("a")
    assert (kept.words, kept.note, kept.pleasantness, kept.energy) == (("tired", "raw"), "a line", -1.5, 2.0)
    assert (kept.kind, kept.close_people, kept.body, kept.around) == (Kind.CHECKIN, None, (), ())
    assert (kept.ladder, kept.noticed) == (None, None)
    assert [line.headline for line in first_home.journal.lines()] == ["A page"]
    assert first_home.practice_log.recent()[0].depth_after == 3
    first_home.checkins.restore("c")
    assert [point.depth for point in first_home.checkins.all_points()] == [3, None, 9]
    first_home.close()
    assert [file.name for file in first_home.home.copies_folder.glob("*before*")] == [
        "companion-2026-11-23-before-0002.db"
    ]


def test_a_home_brought_up_takes_everything_new(first_home):
    first_home.open()
    tag = first_home.tags.groups()[0].tags[0]
    assert first_home.checkins.glimmer("warm").kind is Kind.GLIMMER
    edited = first_home.checkins.edit("a", CheckInDraft(depth=5, close_self=2))
    assert first_home.checkins.by_id("a") == edited
    assert first_home.tags.names([tag.id]) == {tag.id: tag.name}
    assert first_home.markers.all() == []
    assert first_home.own_words.all() == []
    first_home.close()


def test_a_second_opening_brings_nothing_up_again(first_home, monkeypatch):
    first_home.open()
    first_home.close()

    def upgrade(*_arguments):
        raise AssertionError

    monkeypatch.setattr(schema, "upgrade", upgrade)
    first_home.open()
    assert len(first_home.checkins.depths()) == 2
    first_home.close()
