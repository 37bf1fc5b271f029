"""The journal: pages are written, kept, found, put away and brought back."""

import uuid
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from numbcompanion.clock import Clock, Moment
from numbcompanion.journal import query as search_query
from numbcompanion.journal.records import Entry, EntryLine, Hit
from numbcompanion.journal.text import cleaned, cleaned_line

if TYPE_CHECKING:
    from numbcompanion.preferences import PreferencesFile
    from numbcompanion.store.store import Store

PAGE_OF_LINES = 100
MOST_HITS = 50
MOST_MEMORIES = 3


class Journal:
    """The person's pages. Every method but `begin` and `moment` reads the store: call it on the worker thread."""

    def __init__(self, store: "Store", clock: Clock, preferences_file: "PreferencesFile"):
        self._store = store
        self._clock = clock
        self._preferences_file = preferences_file

    def begin(self) -> str:
        """Return the id of a page that is not there yet; nothing is written before `save` gets words for it."""
        return str(uuid.uuid4())

    def moment(self) -> Moment:
        """Return the present moment, as a page begun now would carry it."""
        return Moment.now(self._clock, self._preferences_file.current.day_start_hour)

    def save(self, entry_id: str, title: str, body: str, moment: Moment | None = None) -> Entry | None:
        """Keep the words of a page; when this returns they are on the disk.

        A page that is new and blank is not kept (None). `moment` is when a new page was begun; now without it.
        """
        from numbcompanion.store import entries as rows_of_entries

        title, body = cleaned_line(title), cleaned(body)
        now = self._clock.now()
        with self._store.writing() as rows:
            known = rows_of_entries.by_id(rows.connection, entry_id)
            if known is not None:
                if (known.title, known.body) == (title, body):
                    return known
                rows_of_entries.rewrite(rows.connection, known.number, title, body, now)
                return replace(known, title=title, body=body, changed=now)
            entry = Entry(entry_id, 0, moment or self.moment(), now, now, title, body)
            if entry.blank:
                return None
            return replace(entry, number=rows_of_entries.insert(rows.connection, entry))

    def drop_if_blank(self, entry_id: str) -> bool:
        """Take a page that was emptied again out of the journal; True when it was blank and is gone."""
        from numbcompanion.store import entries as rows_of_entries

        with self._store.writing() as rows:
            entry = rows_of_entries.by_id(rows.connection, entry_id)
            if entry is None or not entry.blank:
                return False
            rows_of_entries.remove(rows.connection, entry_id)
            return True

    def entry(self, entry_id: str) -> Entry | None:
        """Return the page `entry_id`, also from the trash (`deleted` says so)."""
        from numbcompanion.store import entries as rows_of_entries

        with self._store.reading() as rows:
            return rows_of_entries.by_id(rows.connection, entry_id)

    def last_of_today(self) -> Entry | None:
        """Return the page of this day that was written to last."""
        from numbcompanion.store import entries as rows_of_entries

        with self._store.reading() as rows:
            return rows_of_entries.latest_on(rows.connection, self.moment().local_date)

    def lines(self, limit: int = PAGE_OF_LINES, before: EntryLine | None = None) -> list[EntryLine]:
        """Return lines of the list, newest day first; `before` is the last line already had."""
        from numbcompanion.store import entries as rows_of_entries

        with self._store.reading() as rows:
            return rows_of_entries.lines(rows.connection, limit, before)

    def line(self, entry: Entry) -> EntryLine:
        """Return the line of the list for `entry`."""
        from numbcompanion.store import entries as rows_of_entries

        return rows_of_entries.line_of(entry)

    def on_this_day(self, day: date, limit: int = MOST_MEMORIES) -> list[EntryLine]:
        """Return lines of the same day in earlier years, newest first."""
        from numbcompanion.store import entries as rows_of_entries

        with self._store.reading() as rows:
            return rows_of_entries.on_same_day(rows.connection, day, limit)

    def search(self, words: str, limit: int = MOST_HITS) -> list[Hit]:
        """Find pages: every word has to be there, the last may be a beginning; "phrases" and -words work."""
        from numbcompanion.store import entry_search

        query = search_query.parse(cleaned_line(words).strip())
        with self._store.reading() as rows:
            return entry_search.search(rows.connection, query, limit)

    def delete(self, entry_id: str) -> bool:
        """Put a page into the trash; False when there is none."""
        from numbcompanion.store import entries as rows_of_entries

        now = self._clock.now()
        with self._store.writing() as rows:
            return rows_of_entries.mark_deleted(rows.connection, entry_id, now, now)

    def restore(self, entry_id: str) -> bool:
        """Take a page out of the trash; False when there is none."""
        from numbcompanion.store import entries as rows_of_entries

        with self._store.writing() as rows:
            return rows_of_entries.mark_deleted(rows.connection, entry_id, None, self._clock.now())

    def count(self) -> int:
        """Return how many pages there are outside the trash."""
        from numbcompanion.store import entries as rows_of_entries

        with self._store.reading() as rows:
            return rows_of_entries.count(rows.connection)
