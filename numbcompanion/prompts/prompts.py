"""Keeps the rule of the prompts, the pause, and what became of each prompt."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from numbcompanion.clock import Clock, local_date, zone
from numbcompanion.preferences import PreferencesFile
from numbcompanion.prompts.plan import HUSH, Next, Plan
from numbcompanion.prompts.records import Hush, Outcome, Pause, PauseLength, PromptDue, PromptEvent, Reason
from numbcompanion.prompts.rules import EXPIRY, LATER, CheckInRule
from numbcompanion.store.store import Store

RULE_ID = "check-in"
KEPT_DAYS = 90
_PAUSE_STATE = "prompts.pause"
_LOOK_BACK = timedelta(days=4)


class Prompts:
    """Plans prompts and writes their lives down; to be called from the worker thread."""

    def __init__(self, store: Store, clock: Clock, preferences_file: PreferencesFile):
        self._store = store
        self._clock = clock
        self._preferences_file = preferences_file
        self._home_id = ""
        self._hush = self._hush_for(HUSH)
        self._set_back_from: datetime | None = None

    def rule(self) -> CheckInRule:
        """Return the rule in force; it is written anew, in force from now, when the preferences have changed."""
        from numbcompanion.store import prompts as rows_of_prompts

        chosen = self._preferences_file.current
        wanted = CheckInRule(
            id=RULE_ID,
            per_day=chosen.prompts_per_day,
            start=time(chosen.prompts_from_hour % 24),
            end=time(chosen.prompts_to_hour % 24),
            since=self._clock.now(),
        )
        with self._store.reading() as rows:
            kept = rows_of_prompts.rule(rows.connection, RULE_ID)
        if kept is not None and replace(wanted, since=kept.since, gap=kept.gap) == kept:
            return kept
        with self._store.writing() as rows:
            rows_of_prompts.put_rule(rows.connection, wanted)
        return wanted

    def ask_for(self, per_day: int, from_hour: int | None = None, to_hour: int | None = None) -> CheckInRule:
        """Choose how many check-ins a day, and between which hours; returns the rule that is now in force."""
        given = {"prompts_per_day": per_day, "prompts_from_hour": from_hour, "prompts_to_hour": to_hour}
        self._preferences_file.change(**{name: value for name, value in given.items() if value is not None})
        return self.rule()

    def plan(self) -> Plan:
        """Return everything the next prompt depends on."""
        from numbcompanion.store import prompts as rows_of_prompts

        rule, now = self.rule(), self._clock.now()
        with self._store.reading() as rows:
            events = tuple(rows_of_prompts.since(rows.connection, now - _LOOK_BACK))
        self._mind_a_clock_set_back(now, events)
        self._home_id = self._home_id or self._store.home_id()
        return Plan(self._home_id, rule, self._pause(now), events, self._hush)

    def next(self) -> Next:
        """Return what comes next."""
        return self.plan().next(self._clock.now(), self._clock.zone_name())

    def settle(self) -> None:
        """Close what can no longer be answered, and write down the prompts nobody could see."""
        from numbcompanion.store import prompts as rows_of_prompts

        plan, now = self.plan(), self._clock.now()
        missed = plan.missed(now, self._clock.zone_name())
        with self._store.reading() as rows:
            stale = [event for event in rows_of_prompts.still_open(rows.connection) if _is_over(event, now)]
        if not missed and not stale:
            return
        with self._store.writing() as rows:
            for event in stale:
                rows_of_prompts.change(rows.connection, _given_up(event, now))
            for due, reason in missed:
                rows_of_prompts.add(rows.connection, _new(due, Outcome.NOT_SHOWN, reason, finished=now))
            rows_of_prompts.forget_before(rows.connection, now - timedelta(days=KEPT_DAYS))

    def offer(self, due: PromptDue) -> bool:
        """Write down that `due` is being shown now; False means it was shown before and is not to be shown."""
        return self._offer(due, Outcome.SHOWN, Reason.NONE, self._clock.now())

    def hold(self, due: PromptDue, reason: Reason) -> bool:
        """Write down that `due` waits for `reason` to end; False as for `offer`."""
        return self._offer(due, Outcome.HELD, reason, None)

    def _offer(self, due: PromptDue, outcome: Outcome, reason: Reason, offered: datetime | None) -> bool:
        from numbcompanion.store import prompts as rows_of_prompts

        with self._store.writing() as rows:
            before = rows_of_prompts.by_key(rows.connection, due.key)
            if before is None:
                return rows_of_prompts.add(rows.connection, _new(due, outcome, reason, offered=offered))
            waited = before.outcome is Outcome.LATER if due.again else before.outcome is Outcome.HELD
            if not waited:
                return False
            kept = Reason.LATER if due.again else before.reason
            shown = replace(before, outcome=outcome, offered=offered or before.offered, reason=kept, finished=None)
            rows_of_prompts.change(rows.connection, shown)
            return True

    def finish(self, key: str, outcome: Outcome, reason: Reason | None = None) -> None:
        """Write down what became of an open prompt; one that is finished, or unknown, stays as it is."""
        from numbcompanion.store import prompts as rows_of_prompts

        with self._store.writing() as rows:
            event = rows_of_prompts.by_key(rows.connection, key)
            if event is not None and event.open:
                why = event.reason if reason is None else reason
                ended = replace(event, outcome=outcome, reason=why, finished=self._clock.now())
                rows_of_prompts.change(rows.connection, ended)

    def answer_open(self) -> None:
        """Count a check-in made on one's own as the answer to the prompt that is still open, if there is one."""
        from numbcompanion.store import prompts as rows_of_prompts

        now = self._clock.now()
        with self._store.reading() as rows:
            waiting = [e for e in rows_of_prompts.still_open(rows.connection) if not _is_over(e, now)]
        if waiting:
            self.finish(waiting[-1].key, Outcome.ANSWERED)

    def recent(self, limit: int = 8) -> list[PromptEvent]:
        """Return the newest prompts and what became of them, newest first."""
        from numbcompanion.store import prompts as rows_of_prompts

        with self._store.reading() as rows:
            return rows_of_prompts.newest(rows.connection, limit)

    # Pauses and quiet

    def pause_by(self, length: PauseLength) -> None:
        """Send no prompt for `length`."""
        match length:
            case PauseLength.HOUR:
                self.pause_for(3600)
            case PauseLength.TODAY:
                self.pause_today()
            case PauseLength.OPEN:
                self.pause()

    def pause_for(self, duration_s: float) -> None:
        """Send no prompt for `duration_s` from now."""
        self._set_pause(self._clock.now() + timedelta(seconds=duration_s))

    def pause_today(self) -> None:
        """Send no prompt for the rest of the person's day."""
        now, name = self._clock.now(), self._clock.zone_name()
        hour = self._preferences_file.current.day_start_hour
        tomorrow = local_date(now, name, hour) + timedelta(days=1)
        self._set_pause(datetime.combine(tomorrow, time(hour), zone(name)))

    def pause(self) -> None:
        """Send no prompt until `resume`."""
        self._set_pause(None)

    def resume(self) -> None:
        """End the pause."""
        self.settle()
        self._store.set_state(_PAUSE_STATE, None)

    def woke(self) -> Plan:
        """Keep quiet for the first minutes after the computer slept; returns the new plan."""
        self._hush = self._hush_for(HUSH)
        self.settle()
        return self.plan()

    def _set_pause(self, until: datetime | None) -> None:
        self.settle()
        began = self._clock.now()
        kept = {"began": began.timestamp(), "until": None if until is None else until.timestamp()}
        self._store.set_state(_PAUSE_STATE, kept)

    def _pause(self, now: datetime) -> Pause | None:
        kept = self._store.state(_PAUSE_STATE)
        if not isinstance(kept, Mapping):
            return None
        until = kept.get("until")
        return Pause(_instant(kept.get("began"), now), None if until is None else _instant(until, now))

    def _hush_for(self, length: timedelta) -> Hush:
        now = self._clock.now()
        return Hush(now, now + length)

    def _mind_a_clock_set_back(self, now: datetime, events: tuple[PromptEvent, ...]) -> None:
        """A prompt shown in what is now the future: keep the gap from here, once."""
        ahead = max((e.offered for e in events if e.offered is not None and e.offered > now), default=None)
        if now < self._hush.began or (ahead is not None and ahead != self._set_back_from):
            self._hush = self._hush_for(CheckInRule().gap if ahead is not None else HUSH)
        self._set_back_from = ahead


def _instant(value: Any, otherwise: datetime) -> datetime:
    return datetime.fromtimestamp(value, otherwise.tzinfo) if isinstance(value, int | float) else otherwise


def _new(
    due: PromptDue,
    outcome: Outcome,
    reason: Reason,
    offered: datetime | None = None,
    finished: datetime | None = None,
) -> PromptEvent:
    return PromptEvent(str(uuid.uuid4()), due.key, due.rule, due.due, offered, outcome, reason, finished)


def _is_over(event: PromptEvent, now: datetime) -> bool:
    """Whether the time to answer has gone by, or lies ahead only because the clock was set back."""
    asked = event.finished + LATER if event.outcome is Outcome.LATER and event.finished else event.due
    began = max(asked, event.offered or asked)
    return now > began + EXPIRY or now < began - EXPIRY - LATER


def _given_up(event: PromptEvent, now: datetime) -> PromptEvent:
    outcome = Outcome.NOT_SHOWN if event.outcome is Outcome.HELD else Outcome.EXPIRED
    reason = Reason.LATER if event.outcome is Outcome.LATER else event.reason
    return replace(event, outcome=outcome, reason=reason, finished=now)
