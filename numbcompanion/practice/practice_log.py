"""The log of what was practised."""

import uuid
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from numbcompanion.clock import Clock, Moment
from numbcompanion.practice.helped import Helped, helped_by
from numbcompanion.practice.records import SessionDone, SessionRecord
from numbcompanion.practice.timer import TIMER, TimerSettings

if TYPE_CHECKING:
    from numbcompanion.preferences import PreferencesFile
    from numbcompanion.store.store import Store

LEAST_KEPT_S = 1.0


class PracticeLog:
    """Keeps every session, also one that was stopped early. Called from the worker thread only."""

    def __init__(self, store: "Store", clock: Clock, preferences_file: "PreferencesFile"):
        self._store = store
        self._clock = clock
        self._preferences_file = preferences_file

    def keep(self, done: SessionDone) -> SessionRecord | None:
        """Commit what was done and return the record; None, and nothing kept, below one second."""
        from numbcompanion.store import sessions

        if done.done_s + done.oriented_s < LEAST_KEPT_S:
            return None
        now = self._clock.now()
        day_start_hour = self._preferences_file.current.day_start_hour
        record = SessionRecord(
            id=str(uuid.uuid4()),
            moment=Moment.of(done.began_at, self._clock.zone_name(), day_start_hour),
            created=now,
            changed=now,
            practice=done.practice,
            planned_s=done.planned_s,
            done_s=done.done_s,
            ending=done.ending,
            settings=dict(done.settings),
            depth_before=done.depth_before,
            depth_after=done.depth_after,
            note=done.note,
        )
        with self._store.writing() as rows:
            sessions.insert(rows.connection, record)
        return record

    def describe(
        self,
        session_id: str,
        note: str | None = None,
        depth_before: int | None = None,
        depth_after: int | None = None,
        says_depth_after: bool = False,
    ) -> SessionRecord | None:
        """Add what was said afterwards to a kept session; what is None stays as it was.

        With `says_depth_after` a depth of None is an answer too: what was said before is taken back.
        """
        from numbcompanion.store import sessions

        with self._store.writing() as rows:
            record = sessions.by_id(rows.connection, session_id)
            if record is None:
                return None
            record = replace(
                record,
                changed=self._clock.now(),
                note=record.note if note is None else note,
                depth_before=record.depth_before if depth_before is None else depth_before,
                depth_after=depth_after if says_depth_after or depth_after is not None else record.depth_after,
            )
            sessions.describe(rows.connection, record)
        return record

    def recent(self, limit: int = 10, skip: int = 0) -> list[SessionRecord]:
        """Return the last sessions, the newest first, after leaving out the `skip` newest."""
        from numbcompanion.store import sessions

        with self._store.reading() as rows:
            return sessions.recent(rows.connection, limit, skip=skip)

    def delete(self, session_id: str) -> None:
        """Take a session out of the log; `restore` brings it back."""
        self._set_deleted(session_id, self._clock.now())

    def restore(self, session_id: str) -> None:
        """Bring back a session that was taken out."""
        self._set_deleted(session_id, None)

    def _set_deleted(self, session_id: str, at: datetime | None) -> None:
        from numbcompanion.store import sessions

        with self._store.writing() as rows:
            sessions.set_deleted(rows.connection, session_id, at)

    def helped(self) -> dict[str, Helped]:
        """Return what the person's own numbers say of each practice that has both, before and after."""
        from numbcompanion.store import sessions

        with self._store.reading() as rows:
            pairs = sessions.pairs(rows.connection)
        return helped_by(pairs)

    def last_timer(self) -> TimerSettings | None:
        """Return how the last silent session was set; None when there was none yet."""
        from numbcompanion.store import sessions

        with self._store.reading() as rows:
            last = sessions.recent(rows.connection, 1, practice=TIMER)
        return TimerSettings.from_kept(last[0].settings) if last else None

    def count(self) -> int:
        """Return how many sessions are kept."""
        from numbcompanion.store import sessions

        with self._store.reading() as rows:
            return sessions.count(rows.connection)
