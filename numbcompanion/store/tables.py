"""The tables of the store. SQLAlchemy Core, not the ORM: rows become frozen records, so there is nothing to map.

Instants are integers, microseconds since 1970 UTC. Every record has a UUID (text), `created` and `changed`
instants, and the moment it was felt: instant, zone name, local date (ISO text, fixed when it is made).
"""

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

from numbcompanion.clock import Moment
from numbcompanion.store.columns import Day, Instant

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
        Column("kind", Text, nullable=False, server_default="checkin"),
        Column("close_people", Integer, CheckConstraint("close_people BETWEEN 1 AND 5")),
        Column("close_self", Integer, CheckConstraint("close_self BETWEEN 1 AND 5")),
        Column("noticed", Instant),  # when it was noticed; `at` is when it was
        Column("ladder", Text),  # JSON
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

checkin_body = Table(
    "checkin_body",
    metadata,
    Column("checkin", Integer, ForeignKey("checkins.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("region", Text, nullable=False),
    Column("sensation", Text, nullable=False),
)

tag_groups = Table(
    "tag_groups",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("created", Instant, nullable=False),
    Column("changed", Instant, nullable=False),
    Column("deleted", Instant),
    Column("name", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
)

tags = Table(
    "tags",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("created", Instant, nullable=False),
    Column("changed", Instant, nullable=False),
    Column("deleted", Instant),
    Column("group_id", Text, ForeignKey("tag_groups.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("unit", Text),  # what an amount of it counts
    Column("merged_into", Text, ForeignKey("tags.id")),
)
Index("tags_by_name", tags.c.folded, unique=True, sqlite_where=tags.c.deleted.is_(None))
Index("tags_by_past_name", tags.c.folded)
Index("tags_by_group", tags.c.group_id, tags.c.position)

checkin_tags = Table(
    "checkin_tags",
    metadata,
    Column("checkin", Integer, ForeignKey("checkins.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("tag", Text, ForeignKey("tags.id"), nullable=False),
    Column("amount", Float),
)
Index("checkin_tags_by_tag", checkin_tags.c.tag)

markers = Table(
    "markers",
    metadata,
    *_record(
        Column("kind", Text, nullable=False),
        Column("line", Text, nullable=False),
    ),
)
Index("markers_by_at", markers.c.at)

own_words = Table(
    "own_words",
    metadata,
    *_record(
        Column("word", Text, nullable=False),
        Column("folded", Text, nullable=False),
        Column("pleasantness", Float, CheckConstraint("pleasantness BETWEEN -5 AND 5"), nullable=False),
        Column("energy", Float, CheckConstraint("energy BETWEEN -5 AND 5"), nullable=False),
    ),
)
Index("own_words_by_word", own_words.c.folded, unique=True, sqlite_where=own_words.c.deleted.is_(None))

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


def moment_columns(moment: Moment) -> dict[str, Any]:
    """Return the three columns of `moment`."""
    return {"at": moment.at, "zone_name": moment.zone_name, "local_date": moment.local_date}


def moment_of(row: Any) -> Moment:
    """Return the moment a row was felt at, exactly as it was stored."""
    return Moment(row.at, row.zone_name, row.local_date)
