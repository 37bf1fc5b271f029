"""Keeps the days something changed: medication, an event."""

import uuid
from dataclasses import replace
from datetime import date, datetime

from numbcompanion.checkins.drafts import checked_instant
from numbcompanion.checkins.records import Marker, MarkerKind
from numbcompanion.clock import Clock, Moment
from numbcompanion.errors import UsageError
from numbcompanion.preferences import PreferencesFile
from numbcompanion.store.store import Store
from numbcompanion.translation import tr
from numbcompanion.written import one_line

LONGEST_LINE = 500


class Markers:
    """Saves and finds markers; to be called from the worker thread."""

    def __init__(self, store: Store, clock: Clock, preferences_file: PreferencesFile):
        self._store = store
        self._clock = clock
        self._preferences_file = preferences_file

    def add(self, kind: MarkerKind, line: str, at: datetime | None = None) -> Marker:
        """Keep a marker of now, or of `at`."""
        from numbcompanion.store import markers as rows_of_markers

        now = self._clock.now()
        moment = self._moment(at or now, now, self._clock.zone_name())
        marker = Marker(str(uuid.uuid4()), moment, now, now, MarkerKind(kind), _tidy_line(line))
        with self._store.writing() as rows:
            rows_of_markers.insert(rows.connection, marker)
        return marker

    def edit(
        self, marker_id: str, kind: MarkerKind | None = None, line: str | None = None, at: datetime | None = None
    ) -> Marker:
        """Change what is given and return the new marker."""
        from numbcompanion.store import markers as rows_of_markers

        now = self._clock.now()
        with self._store.writing() as rows:
            old = rows_of_markers.by_id(rows.connection, marker_id)
            if old is None:
                raise UsageError(tr("This marker is not there any more, so it cannot be changed."))
            moment = old.moment
            if at is not None and at != moment.at:
                moment = self._moment(at, now, old.moment.zone_name)
            new = replace(
                old,
                moment=moment,
                changed=now,
                kind=old.kind if kind is None else MarkerKind(kind),
                line=old.line if line is None else _tidy_line(line),
            )
            rows_of_markers.rewrite(rows.connection, new)
        return new

    def remove(self, marker_id: str) -> None:
        """Take a marker away; `restore` brings it back."""
        from numbcompanion.store import markers as rows_of_markers

        now = self._clock.now()
        with self._store.writing() as rows:
            rows_of_markers.set_deleted(rows.connection, marker_id, now, now)

    def restore(self, marker_id: str) -> None:
        """Bring back a marker that was taken away."""
        from numbcompanion.store import markers as rows_of_markers

        with self._store.writing() as rows:
            rows_of_markers.set_deleted(rows.connection, marker_id, None, self._clock.now())

    def all(self, since: date | None = None) -> list[Marker]:
        """Return the markers from the day `since` on, oldest first."""
        from numbcompanion.store import markers as rows_of_markers

        with self._store.reading() as rows:
            return rows_of_markers.all_markers(rows.connection, since)

    def _moment(self, at: datetime, now: datetime, zone_name: str) -> Moment:
        return Moment.of(checked_instant(at, now), zone_name, self._preferences_file.current.day_start_hour)


def _tidy_line(line: str) -> str:
    length = len(line)
    if length > LONGEST_LINE:
        raise UsageError(
            tr("The line of a marker has up to {most} characters; this one has {length}.").format(
                most=LONGEST_LINE, length=length
            )
        )
    return one_line(line, LONGEST_LINE)
