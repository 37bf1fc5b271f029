"""Check-ins get closeness, body, tags, the ladder and glimmers; markers and own words; as plain statements."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    "ALTER TABLE checkins ADD COLUMN kind TEXT DEFAULT 'checkin' NOT NULL",
    "ALTER TABLE checkins ADD COLUMN close_people INTEGER CHECK (close_people BETWEEN 1 AND 5)",
    "ALTER TABLE checkins ADD COLUMN close_self INTEGER CHECK (close_self BETWEEN 1 AND 5)",
    "ALTER TABLE checkins ADD COLUMN noticed INTEGER",
    "ALTER TABLE checkins ADD COLUMN ladder TEXT",
    """
CREATE TABLE checkin_body (
    checkin INTEGER NOT NULL,
    position INTEGER NOT NULL,
    region TEXT NOT NULL,
    sensation TEXT NOT NULL,
    PRIMARY KEY (checkin, position),
    FOREIGN KEY(checkin) REFERENCES checkins (number) ON DELETE CASCADE
)
""",
    """
CREATE TABLE tag_groups (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
)
""",
    """
CREATE TABLE tags (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER,
    group_id TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    position INTEGER NOT NULL,
    unit TEXT,
    merged_into TEXT,
    PRIMARY KEY (number),
    UNIQUE (id),
    FOREIGN KEY(group_id) REFERENCES tag_groups (id),
    FOREIGN KEY(merged_into) REFERENCES tags (id)
)
""",
    """
CREATE UNIQUE INDEX tags_by_name ON tags (folded) WHERE deleted IS NULL
""",
    """
CREATE INDEX tags_by_past_name ON tags (folded)
""",
    """
CREATE INDEX tags_by_group ON tags (group_id, position)
""",
    """
CREATE TABLE checkin_tags (
    checkin INTEGER NOT NULL,
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    amount FLOAT,
    PRIMARY KEY (checkin, position),
    FOREIGN KEY(checkin) REFERENCES checkins (number) ON DELETE CASCADE,
    FOREIGN KEY(tag) REFERENCES tags (id)
)
""",
    """
CREATE INDEX checkin_tags_by_tag ON checkin_tags (tag)
""",
    """
CREATE TABLE markers (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    zone_name TEXT NOT NULL,
    local_date TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER,
    kind TEXT NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
)
""",
    """
CREATE INDEX markers_by_at ON markers (at)
""",
    """
CREATE TABLE own_words (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    zone_name TEXT NOT NULL,
    local_date TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER,
    word TEXT NOT NULL,
    folded TEXT NOT NULL,
    pleasantness FLOAT NOT NULL CHECK (pleasantness BETWEEN -5 AND 5),
    energy FLOAT NOT NULL CHECK (energy BETWEEN -5 AND 5),
    PRIMARY KEY (number),
    UNIQUE (id)
)
""",
    """
CREATE UNIQUE INDEX own_words_by_word ON own_words (folded) WHERE deleted IS NULL
""",
)


def upgrade() -> None:
    """Add the columns and tables; what is kept stays as it is."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
