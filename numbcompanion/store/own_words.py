"""Rows of the person's own feeling words, as records."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from numbcompanion.checkins.records import OwnWord
from numbcompanion.clock import Moment
from numbcompanion.store.tables import moment_columns, own_words


def insert(connection: Connection, word: OwnWord, folded: str, moment: Moment) -> None:
    """Add one word."""
    connection.execute(
        own_words.insert().values(
            id=word.id,
            **moment_columns(moment),
            created=moment.at,
            changed=moment.at,
            word=word.word,
            folded=folded,
            pleasantness=word.pleasantness,
            energy=word.energy,
        )
    )


def change(connection: Connection, word_id: str, now: datetime, **values: Any) -> None:
    """Write `values` into the word."""
    connection.execute(update(own_words).where(own_words.c.id == word_id).values(changed=now, **values))


def by_name(connection: Connection, folded: str) -> OwnWord | None:
    """Return the word in use with this folded name."""
    c = own_words.c
    row = connection.execute(select(own_words).where(c.folded == folded, c.deleted.is_(None))).first()
    return None if row is None else _record(row)


def folded_of(connection: Connection, word_id: str) -> str | None:
    """Return the folded name of a word, also of a removed one."""
    return connection.execute(select(own_words.c.folded).where(own_words.c.id == word_id)).scalar()


def all_words(connection: Connection) -> list[OwnWord]:
    """Return the words in use, in the order of the alphabet."""
    query = select(own_words).where(own_words.c.deleted.is_(None)).order_by(own_words.c.folded)
    return [_record(row) for row in connection.execute(query)]


def _record(row: Any) -> OwnWord:
    return OwnWord(row.id, row.word, row.pleasantness, row.energy)
