"""The tables of the store. SQLAlchemy Core, not the ORM: rows become frozen records, so there is nothing to map.

Instants are integers, microseconds since 1970 UTC. Every record has a UUID (text), `created` and `changed`
instants, and the moment it was felt: instant, zone name, local date (ISO text, fixed when it is made).
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

from numbcompanion.clock import Moment

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware UTC datetime kept as whole microseconds."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> int | None:
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Any) -> datetime | None:
        return None if value is None else _EPOCH + timedelta(microseconds=value)


class Day(TypeDecorator[date]):
    """A date kept as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Any) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Any) -> date | None:
        return None if value is None else date.fromisoformat(value)


metadata = MetaData()


def _record(*columns: Any) -> list[Any]:
    """The columns every record has, then its own."""
    return [
        Column("number", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("at", Instant, nullable=False),
        Column("zone_name", Text, nullable=False),
        Column("local_date", Day, nullable=False),
        Column("created", Instant, nullable=False),
        Column("changed", Instant, nullable=False),
        Column("deleted", Instant),
        *columns,
    ]


home = Table(
    "home",
    metadata,
    Column("id", Text, primary_key=True),
    Column("created", Instant, nullable=False),
    Column("made_by", Text, nullable=False),
)

state = Table(
    "state",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
    Column("changed", Instant, nullable=False),
)

checkins = Table(
    "checkins",
    metadata,
    *_record(
        Column("depth", Integer, CheckConstraint("depth BETWEEN 0 AND 10")),  # null: "I can't tell"
        Column("pleasantness", Float, CheckConstraint("pleasantness BETWEEN -5 AND 5")),
        Column("energy", Float, CheckConstraint("energy BETWEEN -5 AND 5")),
        Column("note", Text, nullable=False, server_default=""),
        Column("source", Text, nullable=False),
    ),
)
Index("checkins_by_at", checkins.c.at)
Index("checkins_by_day", checkins.c.local_date)

checkin_words = Table(
    "checkin_words",
    metadata,
    Column("checkin", Integer, ForeignKey("checkins.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("word", Text, nullable=False),
)
Index("checkin_words_by_word", checkin_words.c.word)

entries = Table(
    "entries",
    metadata,
    *_record(
        Column("title", Text, nullable=False, server_default=""),
        Column("body", Text, nullable=False, server_default=""),
        Column("snippet", Text, nullable=False, server_default=""),
    ),
)
Index("entries_by_at", entries.c.at)
Index("entries_by_day", entries.c.local_date)

sessions = Table(
    "sessions",
    metadata,
    *_record(
        Column("practice", Text, nullable=False),
        Column("planned_s", Integer),  # null: open-ended
        Column("done_s", Float, nullable=False),
        Column("ending", Text, nullable=False),
        Column("settings", Text, nullable=False, server_default="{}"),  # JSON
        Column("depth_before", Integer, CheckConstraint("depth_before BETWEEN 0 AND 10")),
        Column("depth_after", Integer, CheckConstraint("depth_after BETWEEN 0 AND 10")),
        Column("note", Text, nullable=False, server_default=""),
    ),
)
Index("sessions_by_at", sessions.c.at)

prompt_rules = Table(
    "prompt_rules",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("enabled", Integer, nullable=False),
    Column("settings", Text, nullable=False),  # JSON
    Column("created", Instant, nullable=False),
    Column("changed", Instant, nullable=False),
)

prompt_events = Table(
    "prompt_events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("rule", Text, ForeignKey("prompt_rules.id"), nullable=False),
    Column("key", Text, nullable=False, unique=True),  # rule, local date and index: fires once
    Column("due", Instant, nullable=False),
    Column("offered", Instant),
    Column("outcome", Text, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("finished", Instant),
)
Index("prompt_events_by_due", prompt_events.c.due)

answers = Table(
    "answers",
    metadata,
    *_record(
        Column("step", Integer, nullable=False),
        Column("item", Text, nullable=False),
        Column("value", Text, nullable=False),  # JSON
    ),
)
Index("answers_by_item", answers.c.step, answers.c.item)

# Full-text search: words (diacritics folded) first, three-letter runs beside it for scripts without spaces.
SEARCH_STATEMENTS = (
    "CREATE VIRTUAL TABLE entries_words USING fts5(title, body, content='entries', content_rowid='number',"
    " tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3')",
    "CREATE VIRTUAL TABLE entries_runs USING fts5(title, body, content='entries', content_rowid='number',"
    " tokenize='trigram')",
    "CREATE TRIGGER entries_added AFTER INSERT ON entries BEGIN"
    " INSERT INTO entries_words(rowid, title, body) VALUES (new.number, new.title, new.body);"
    " INSERT INTO entries_runs(rowid, title, body) VALUES (new.number, new.title, new.body); END",
    "CREATE TRIGGER entries_removed AFTER DELETE ON entries BEGIN"
    " INSERT INTO entries_words(entries_words, rowid, title, body)"
    " VALUES ('delete', old.number, old.title, old.body);"
    " INSERT INTO entries_runs(entries_runs, rowid, title, body)"
    " VALUES ('delete', old.number, old.title, old.body); END",
    "CREATE TRIGGER entries_edited AFTER UPDATE OF title, body ON entries BEGIN"
    " INSERT INTO entries_words(entries_words, rowid, title, body)"
    " VALUES ('delete', old.number, old.title, old.body);"
    " INSERT INTO entries_words(rowid, title, body) VALUES (new.number, new.title, new.body);"
    " INSERT INTO entries_runs(entries_runs, rowid, title, body)"
    " VALUES ('delete', old.number, old.title, old.body);"
    " INSERT INTO entries_runs(rowid, title, body) VALUES (new.number, new.title, new.body); END",
)


def moment_columns(moment: Moment) -> dict[str, Any]:
    """Return the three columns of `moment`."""
    return {"at": moment.at, "zone_name": moment.zone_name, "local_date": moment.local_date}


def moment_of(row: Any) -> Moment:
    """Return the moment a row was felt at, exactly as it was stored."""
    return Moment(row.at, row.zone_name, row.local_date)
