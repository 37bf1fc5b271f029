"""The first schema, as it was shipped: kept as plain statements, so that it never changes with the code."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
CREATE TABLE answers (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    zone_name TEXT NOT NULL,
    local_date TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER,
    step INTEGER NOT NULL,
    item TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
)
""",
    """
CREATE INDEX answers_by_item ON answers (step, item)
""",
    """
CREATE TABLE checkins (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    zone_name TEXT NOT NULL,
    local_date TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER,
    depth INTEGER CHECK (depth BETWEEN 0 AND 10),
    pleasantness FLOAT CHECK (pleasantness BETWEEN -5 AND 5),
    energy FLOAT CHECK (energy BETWEEN -5 AND 5),
    note TEXT DEFAULT '' NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
)
""",
    """
CREATE INDEX checkins_by_at ON checkins (at)
""",
    """
CREATE INDEX checkins_by_day ON checkins (local_date)
""",
    """
CREATE TABLE entries (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    zone_name TEXT NOT NULL,
    local_date TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER,
    title TEXT DEFAULT '' NOT NULL,
    body TEXT DEFAULT '' NOT NULL,
    snippet TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
)
""",
    """
CREATE INDEX entries_by_at ON entries (at)
""",
    """
CREATE INDEX entries_by_day ON entries (local_date)
""",
    """
CREATE TABLE home (
    id TEXT NOT NULL,
    created INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (id)
)
""",
    """
CREATE TABLE prompt_rules (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    settings TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    PRIMARY KEY (id)
)
""",
    """
CREATE TABLE sessions (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    zone_name TEXT NOT NULL,
    local_date TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER,
    practice TEXT NOT NULL,
    planned_s INTEGER,
    done_s FLOAT NOT NULL,
    ending TEXT NOT NULL,
    settings TEXT DEFAULT '{}' NOT NULL,
    depth_before INTEGER CHECK (depth_before BETWEEN 0 AND 10),
    depth_after INTEGER CHECK (depth_after BETWEEN 0 AND 10),
    note TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
)
""",
    """
CREATE INDEX sessions_by_at ON sessions (at)
""",
    """
CREATE TABLE state (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    changed INTEGER NOT NULL,
    PRIMARY KEY (name)
)
""",
    """
CREATE TABLE checkin_words (
    checkin INTEGER NOT NULL,
    position INTEGER NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (checkin, position),
    FOREIGN KEY(checkin) REFERENCES checkins (number) ON DELETE CASCADE
)
""",
    """
CREATE INDEX checkin_words_by_word ON checkin_words (word)
""",
    """
CREATE TABLE prompt_events (
    id TEXT NOT NULL,
    rule TEXT NOT NULL,
    "key" TEXT NOT NULL,
    due INTEGER NOT NULL,
    offered INTEGER,
    outcome TEXT NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    finished INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(rule) REFERENCES prompt_rules (id),
    UNIQUE ("key")
)
""",
    """
CREATE INDEX prompt_events_by_due ON prompt_events (due)
""",
    """CREATE VIRTUAL TABLE entries_words
USING fts5(title, body,
content='entries', content_rowid='number', tokenize="unicode61 remove_diacritics 2", prefix='2 3')""",
    """CREATE VIRTUAL TABLE entries_runs
USING fts5(title, body,
content='entries', content_rowid='number', tokenize='trigram')""",
    """CREATE TRIGGER entries_added AFTER INSERT ON entries BEGIN
INSERT INTO entries_words(rowid, title, body)
VALUES (new.number, new.title, new.body);
INSERT INTO entries_runs(rowid, title, body)
VALUES (new.number, new.title, new.body);
END""",
    """CREATE TRIGGER entries_removed AFTER DELETE ON entries BEGIN
INSERT INTO entries_words(entries_words, rowid, title, body)
VALUES ('delete', old.number, old.title, old.body);
INSERT INTO entries_runs(entries_runs, rowid, title, body)
VALUES ('delete', old.number, old.title, old.body);
END""",
    """CREATE TRIGGER entries_edited AFTER UPDATE OF title, body ON entries BEGIN
INSERT INTO entries_words(entries_words, rowid, title, body)
VALUES ('delete', old.number, old.title, old.body);
INSERT INTO entries_words(rowid, title, body)
VALUES (new.number, new.title, new.body);
INSERT INTO entries_runs(entries_runs, rowid, title, body)
VALUES ('delete', old.number, old.title, old.body);
INSERT INTO entries_runs(rowid, title, body)
VALUES (new.number, new.title, new.body);
END""",
)


def upgrade() -> None:
    """Make every table of the first schema."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
