"""The gateway of the journal: rows of `entries` become entries and lines of the list."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, func, or_, select, update

from numbcompanion.journal.records import Entry, EntryLine
from numbcompanion.journal.text import HEADLINE_LENGTH, preview
from numbcompanion.store.tables import entries, moment_columns, moment_of

_OLDEST_YEARS = 130  # on-this-day looks back no further

_LINE_COLUMNS = (
    entries.c.id,
    entries.c.number,
    entries.c.local_date,
    entries.c.at,
    func.substr(entries.c.title, 1, HEADLINE_LENGTH).label("headline"),
    entries.c.snippet,
)
_NEWEST_FIRST = (entries.c.local_date.desc(), entries.c.at.desc(), entries.c.number.desc())


def insert(connection: Connection, entry: Entry) -> int:
    """Add one entry and return its number."""
    result = connection.execute(entries.insert().values(_columns(entry)))
    return int(result.inserted_primary_key[0])  # type: ignore[index]  # there is one: a plain insert


def insert_many(connection: Connection, records: Iterable[Entry]) -> None:
    """Add many entries at once (a made-up home, an import)."""
    rows = [_columns(entry) for entry in records]
    if rows:
        connection.execute(entries.insert(), rows)


def rewrite(connection: Connection, number: int, title: str, body: str, changed: datetime) -> None:
    """Put new words into the entry `number`."""
    connection.execute(update(entries).where(entries.c.number == number).values(changed=changed, **_words(title, body)))


def mark_deleted(connection: Connection, entry_id: str, deleted: datetime | None, changed: datetime) -> bool:
    """Put an entry into the trash, or with None take it out; False when there is no such entry."""
    result = connection.execute(
        update(entries).where(entries.c.id == entry_id).values(deleted=deleted, changed=changed)
    )
    return result.rowcount > 0


def remove(connection: Connection, entry_id: str) -> None:
    """Take the row itself away (only for a page that never had words that count)."""
    connection.execute(delete(entries).where(entries.c.id == entry_id))


def by_id(connection: Connection, entry_id: str) -> Entry | None:
    """Return the entry `entry_id`, also one that is in the trash."""
    row = connection.execute(select(entries).where(entries.c.id == entry_id)).one_or_none()
    return None if row is None else _entry(row)


def latest_on(connection: Connection, day: date) -> Entry | None:
    """Return the entry of `day` that was written to last."""
    row = connection.execute(
        select(entries)
        .where(entries.c.local_date == day, entries.c.deleted.is_(None))
        .order_by(entries.c.changed.desc(), entries.c.number.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else _entry(row)


def lines(connection: Connection, limit: int, before: EntryLine | None) -> list[EntryLine]:
    """Return up to `limit` lines, newest first, those after `before` in the list."""
    # The bound on the day makes SQLite walk the index of days and stop early, not sort every page there is.
    query = select(*_LINE_COLUMNS).where(entries.c.deleted.is_(None), entries.c.local_date <= date.max)
    if before is not None:
        earlier = or_(entries.c.at < before.at, and_(entries.c.at == before.at, entries.c.number < before.number))
        query = query.where(entries.c.local_date <= before.day, or_(entries.c.local_date < before.day, earlier))
    return [_line(row) for row in connection.execute(query.order_by(*_NEWEST_FIRST).limit(limit))]


def lines_by_number(connection: Connection, numbers: Sequence[int]) -> dict[int, EntryLine]:
    """Return the lines of `numbers` that are not in the trash, by number."""
    rows = connection.execute(select(*_LINE_COLUMNS).where(entries.c.number.in_(numbers), entries.c.deleted.is_(None)))
    return {row.number: _line(row) for row in rows}


def on_same_day(connection: Connection, day: date, limit: int) -> list[EntryLine]:
    """Return lines of the same day and month in earlier years, newest first."""
    earlier = [_same_day(day, day.year - years) for years in range(1, min(_OLDEST_YEARS, day.year))]
    rows = connection.execute(
        select(*_LINE_COLUMNS)
        .where(entries.c.local_date.in_([one for one in earlier if one]), entries.c.deleted.is_(None))
        .order_by(*_NEWEST_FIRST)
        .limit(limit)
    )
    return [_line(row) for row in rows]


def count(connection: Connection) -> int:
    """Return how many entries there are outside the trash."""
    query = select(func.count()).select_from(entries).where(entries.c.deleted.is_(None))
    return int(connection.execute(query).scalar_one())


def line_of(entry: Entry) -> EntryLine:
    """Return the line `entry` has in the list."""
    headline, snippet = _listed(entry.title, "\n".join(preview(entry.body)))
    return EntryLine(entry.id, entry.number, entry.moment.local_date, entry.moment.at, headline, snippet)


def _columns(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        **moment_columns(entry.moment),
        "created": entry.created,
        "changed": entry.changed,
        "deleted": entry.deleted,
        **_words(entry.title, entry.body),
    }


def _words(title: str, body: str) -> dict[str, str]:
    return {"title": title, "body": body, "snippet": "\n".join(preview(body))}


def _same_day(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None


def _entry(row: Any) -> Entry:
    return Entry(
        id=row.id,
        number=row.number,
        moment=moment_of(row),
        created=row.created,
        changed=row.changed,
        title=row.title,
        body=row.body,
        deleted=row.deleted,
    )


def _line(row: Any) -> EntryLine:
    headline, snippet = _listed(row.headline, row.snippet)
    return EntryLine(row.id, row.number, row.local_date, row.at, headline, snippet)


def _listed(title: str, stored_snippet: str) -> tuple[str, str]:
    first, _, rest = stored_snippet.partition("\n")
    title = title[:HEADLINE_LENGTH].strip()
    return (title, f"{first} {rest}".strip()) if title else (first, rest)
