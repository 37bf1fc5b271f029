"""Keeps check-ins."""

import math
import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from numbcompanion.checkins.records import DEEPEST, MAP_REACH, MOST_WORDS, CheckIn, CheckInDraft, DepthPoint
from numbcompanion.clock import Clock, Moment, local_date
from numbcompanion.errors import UsageError
from numbcompanion.preferences import PreferencesFile
from numbcompanion.store.store import Store
from numbcompanion.translation import tr
from numbcompanion.written import cleaned, one_line

LONGEST_WORD = 60
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(minutes=5)  # clocks differ a little; a check-in is never of the future


class CheckIns:
    """Saves and finds check-ins; to be called from the worker thread."""

    def __init__(self, store: Store, clock: Clock, preferences_file: PreferencesFile):
        self._store = store
        self._clock = clock
        self._preferences_file = preferences_file

    def save(self, draft: CheckInDraft) -> CheckIn:
        """Keep what was said; it is on the disk when this returns. Raises UsageError, or NotSaved and its kin."""
        from numbcompanion.store import checkins as rows_of_checkins

        checkin = self._checked(draft)
        with self._store.writing() as rows:
            rows_of_checkins.insert(rows.connection, checkin)
        return checkin

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

    def newest(self, limit: int = 1) -> list[CheckIn]:
        """Return the newest check-ins, newest first."""
        from numbcompanion.store import checkins as rows_of_checkins

        with self._store.reading() as rows:
            return rows_of_checkins.newest(rows.connection, limit)

    def depths(self, since: date | None = None) -> list[DepthPoint]:
        """Return moment and depth of every check-in from the day `since` on, oldest first."""
        from numbcompanion.store import plain

        with self._store.first_reading() as raw:
            return plain.depths(raw, since)

    def today(self) -> date:
        """Return the person's day by the clock and the hour their day starts."""
        hour = self._preferences_file.current.day_start_hour
        return local_date(self._clock.now(), self._clock.zone_name(), hour)

    def _checked(self, draft: CheckInDraft) -> CheckIn:
        now = self._clock.now()
        at = draft.at or now
        if at.tzinfo is None or not EARLIEST <= at.astimezone(UTC) <= now + _AHEAD:
            raise UsageError(tr("A check-in can be of now or of any time since 1900, not of the future."))
        if draft.depth is not None and not 0 <= draft.depth <= DEEPEST:
            raise UsageError(tr("How much can be felt goes from 0 (nothing) to 10, or it is unknown."))
        for value in (draft.pleasantness, draft.energy):
            if value is not None and not (math.isfinite(value) and abs(value) <= MAP_REACH):
                raise UsageError(tr("A place on the map goes from -5 to 5 in both directions."))
        hour = self._preferences_file.current.day_start_hour
        return CheckIn(
            id=str(uuid.uuid4()),
            moment=Moment.of(at, self._clock.zone_name(), hour),
            created=now,
            changed=now,
            depth=draft.depth,
            pleasantness=draft.pleasantness,
            energy=draft.energy,
            words=_tidy(draft.words),
            note=cleaned(draft.note),
            source=draft.source,
        )


def _tidy(words: Sequence[str]) -> tuple[str, ...]:
    tidy = tuple(dict.fromkeys(word for raw in words if (word := one_line(raw, LONGEST_WORD))))
    if len(tidy) > MOST_WORDS:
        raise UsageError(tr("Up to {number} words go with a check-in.").format(number=MOST_WORDS))
    return tidy
