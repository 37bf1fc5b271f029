"""Keeps check-ins."""

import uuid
from dataclasses import replace
from datetime import date, datetime

from numbcompanion.checkins.drafts import checked
from numbcompanion.checkins.records import CheckIn, CheckInDraft, DayLine, DepthPoint, Kind, Point, Source
from numbcompanion.clock import Clock, Moment, local_date
from numbcompanion.errors import UsageError
from numbcompanion.preferences import PreferencesFile
from numbcompanion.store.store import Rows, Store
from numbcompanion.translation import tr


class CheckIns:
    """Saves and finds check-ins; to be called from the worker thread."""

    def __init__(self, store: Store, clock: Clock, preferences_file: PreferencesFile):
        self._store = store
        self._clock = clock
        self._preferences_file = preferences_file

    def save(self, draft: CheckInDraft) -> CheckIn:
        """Keep what was said; it is on the disk when this returns. Raises UsageError, or NotSaved and its kin."""
        from numbcompanion.store import checkins as rows_of_checkins

        now = self._clock.now()
        with self._store.writing() as rows:
            tidy = _checked(rows, draft, now)
            moment = Moment.of(tidy.at or now, self._clock.zone_name(), self._day_start_hour)
            checkin = _made(str(uuid.uuid4()), moment, now, now, tidy)
            rows_of_checkins.insert(rows.connection, checkin)
        return checkin

    def glimmer(
        self, word: str = "", note: str = "", at: datetime | None = None, source: Source = Source.PAGE
    ) -> CheckIn:
        """Keep that something came through, with a word where there is one."""
        words = (word,) if word.strip() else ()
        return self.save(CheckInDraft(depth=None, words=words, note=note, source=source, at=at, kind=Kind.GLIMMER))

    def edit(self, checkin_id: str, draft: CheckInDraft) -> CheckIn:
        """Write `draft` over a check-in and return the new one; the zone it was felt in and its source stay.

        Raises UsageError when it is not there. `by_id` before and `put_back` after undo it.
        """
        from numbcompanion.store import checkins as rows_of_checkins

        now = self._clock.now()
        with self._store.writing() as rows:
            old = rows_of_checkins.by_id(rows.connection, checkin_id)
            if old is None or not rows_of_checkins.is_kept(rows.connection, checkin_id):
                raise UsageError(tr("This check-in is not there any more, so it cannot be changed."))
            tidy = _checked(rows, replace(draft, at=draft.at or old.moment.at, source=old.source), now)
            moment = old.moment
            if tidy.at is not None and tidy.at != moment.at:
                moment = Moment.of(tidy.at, old.moment.zone_name, self._day_start_hour)
            checkin = _made(old.id, moment, old.created, now, tidy)
            rows_of_checkins.rewrite(rows.connection, checkin)
        return checkin

    def put_back(self, old: CheckIn) -> CheckIn:
        """Write a check-in back as it was before an edit."""
        from numbcompanion.store import checkins as rows_of_checkins

        restored = replace(old, changed=self._clock.now())
        with self._store.writing() as rows:
            if not rows_of_checkins.is_kept(rows.connection, old.id):
                raise UsageError(tr("This check-in is not there any more, so it cannot be changed."))
            rows_of_checkins.rewrite(rows.connection, restored)
        return restored

    def delete(self, checkin_id: str) -> None:
        """Take a check-in away; `restore` brings it back."""
        from numbcompanion.store import checkins as rows_of_checkins

        now = self._clock.now()
        with self._store.writing() as rows:
            rows_of_checkins.set_deleted(rows.connection, checkin_id, now, now)

    def restore(self, checkin_id: str) -> None:
        """Bring back a check-in that was taken away."""
        from numbcompanion.store import checkins as rows_of_checkins

        with self._store.writing() as rows:
            rows_of_checkins.set_deleted(rows.connection, checkin_id, None, self._clock.now())

    def by_id(self, checkin_id: str) -> CheckIn | None:
        """Return one check-in or glimmer, also one that was taken away."""
        from numbcompanion.store import checkins as rows_of_checkins

        with self._store.reading() as rows:
            return rows_of_checkins.by_id(rows.connection, checkin_id)

    def newest(self, limit: int = 1, kind: Kind | None = Kind.CHECKIN) -> list[CheckIn]:
        """Return the newest check-ins, newest first; `kind` GLIMMER gives glimmers, None gives both."""
        from numbcompanion.store import checkins as rows_of_checkins

        with self._store.reading() as rows:
            return rows_of_checkins.newest(rows.connection, limit, kind)

    def on_day(self, day: date) -> list[CheckIn]:
        """Return the check-ins and glimmers of `day`, oldest first."""
        from numbcompanion.store import checkins as rows_of_checkins

        with self._store.reading() as rows:
            return rows_of_checkins.on_day(rows.connection, day)

    def days(self, limit: int = 60, before: date | None = None) -> list[DayLine]:
        """Return the days that have something, newest first, those before the day `before`."""
        from numbcompanion.store import points as rows_of_points

        with self._store.reading() as rows:
            return rows_of_points.days(rows.connection, limit, before)

    def depths(self, since: date | None = None) -> list[DepthPoint]:
        """Return moment and depth of every check-in from the day `since` on, oldest first."""
        from numbcompanion.store import plain

        with self._store.first_reading() as raw:
            return plain.depths(raw, since)

    def all_points(self, since: date | None = None) -> list[Point]:
        """Return what insights need of every check-in and glimmer from the day `since` on, oldest first."""
        from numbcompanion.store import points as rows_of_points

        with self._store.reading() as rows:
            return rows_of_points.all_points(rows.connection, since)

    def span(self) -> tuple[int, date | None]:
        """Return how many check-ins there are and the first day of them."""
        from numbcompanion.store import points as rows_of_points

        with self._store.reading() as rows:
            return rows_of_points.span(rows.connection)

    def today(self) -> date:
        """Return the person's day by the clock and the hour their day starts."""
        return local_date(self._clock.now(), self._clock.zone_name(), self._day_start_hour)

    @property
    def _day_start_hour(self) -> int:
        return self._preferences_file.current.day_start_hour


def _checked(rows: Rows, draft: CheckInDraft, now: datetime) -> CheckInDraft:
    from numbcompanion.store import tags as rows_of_tags

    return checked(draft, now, rows_of_tags.known(rows.connection) if draft.around else {})


def _made(checkin_id: str, moment: Moment, created: datetime, changed: datetime, draft: CheckInDraft) -> CheckIn:
    return CheckIn(
        id=checkin_id,
        moment=moment,
        created=created,
        changed=changed,
        depth=draft.depth,
        pleasantness=draft.pleasantness,
        energy=draft.energy,
        words=draft.words,
        note=draft.note,
        source=draft.source,
        kind=draft.kind,
        close_people=draft.close_people,
        close_self=draft.close_self,
        body=draft.body,
        around=draft.around,
        ladder=draft.ladder,
        noticed=draft.noticed,
    )
