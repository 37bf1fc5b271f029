"""What comes next, and why: worked out from the rule, the pause and what was already shown; nothing else."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from numbcompanion.clock import zone
from numbcompanion.prompts.records import Hush, Outcome, Pause, PromptDue, PromptEvent, Reason
from numbcompanion.prompts.rules import (
    EXPIRY,
    LATER,
    CheckInRule,
    day_of_key,
    due_moments,
)

HUSH = timedelta(minutes=5)
_DAY = timedelta(days=1)
_DAYS_AHEAD = 9


@dataclass(frozen=True)
class Next:
    """The next prompt and the moment it comes; `due` is None while none is coming."""

    now: datetime
    zone_name: str
    rule: CheckInRule
    pause: Pause | None
    due: PromptDue | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Plan:
    """Everything the next prompt depends on, as it was read from the store."""

    home_id: str
    rule: CheckInRule
    pause: Pause | None = None
    events: tuple[PromptEvent, ...] = ()
    hush: Hush | None = None
    claimed: frozenset[str] = frozenset()

    def next(self, now: datetime, zone_name: str) -> Next:
        """Return what comes next after `now` for a person in `zone_name`."""
        pause = self.pause if self.pause is not None and self.pause.holds(now) else None
        nothing = Next(now, zone_name, self.rule, pause)
        if self.rule.per_day == 0 or (pause is not None and pause.until is None):
            return nothing
        earliest = self._earliest(now, pause)
        coming = [*self._again(now, earliest), *self._fresh(now, earliest, zone_name)]
        if not coming:
            return nothing
        at, due = min(coming, key=lambda one: (one[0], -one[1].due.timestamp()))
        return replace(nothing, due=due, at=at)

    def claim(self, key: str) -> "Plan":
        """Return the plan with `key` taken: it does not come again, whatever else happens."""
        return replace(self, claimed=self.claimed | {key})

    def shown(self, due: PromptDue, at: datetime) -> "Plan":
        """Return the plan as it is once `due` has been shown at `at`."""
        others = tuple(event for event in self.events if event.key != due.key)
        event = PromptEvent("", due.key, due.rule, due.due, at, Outcome.SHOWN, Reason.NONE, None)
        return replace(self, events=(*others, event))

    def hushed(self, hush: Hush) -> "Plan":
        """Return the plan with at least the quiet of `hush`."""
        return self if self.hush is not None and self.hush.until >= hush.until else replace(self, hush=hush)

    def missed(self, now: datetime, zone_name: str, days: int = 2) -> tuple[tuple[PromptDue, Reason], ...]:
        """Return the prompts of the last `days` whose time has gone by unseen, each with the reason."""
        today = _today(now, zone_name)
        known = {event.key for event in self.events}
        return tuple(
            (due, self._reason(due))
            for day in (today - _DAY * back for back in range(days))
            for due in due_moments(self.rule, day, zone_name, self.home_id)
            if due.latest < now and due.due >= self.rule.since and due.key not in known
        )

    def _reason(self, due: PromptDue) -> Reason:
        if self.pause is not None and self.pause.began <= due.latest and self.pause.holds(due.due):
            return Reason.PAUSED
        last = self._last_offer(due.latest)
        if last is not None and due.latest < last + self.rule.gap:
            return Reason.TOO_CLOSE
        return Reason.AWAY

    def _earliest(self, now: datetime, pause: Pause | None) -> datetime:
        earliest = now
        if pause is not None and pause.until is not None:
            earliest = max(earliest, pause.until)
        if self.hush is not None and self.hush.began <= now:
            earliest = max(earliest, self.hush.until)
        return earliest

    def _again(self, now: datetime, earliest: datetime) -> Iterator[tuple[datetime, PromptDue]]:
        for event in self.events:
            if event.outcome is not Outcome.LATER or event.finished is None or event.finished > now:
                continue
            due = event.finished + LATER
            again = PromptDue(event.key, event.rule, self.rule.kind, due, due + EXPIRY, again=True)
            at = max(due, earliest)
            if at <= again.latest and again_key(again) not in self.claimed:
                yield at, again

    def _fresh(self, now: datetime, earliest: datetime, zone_name: str) -> Iterator[tuple[datetime, PromptDue]]:
        last = self._last_offer(now)
        newest_due = max((e.due for e in self.events if _was_offered_by(e, now)), default=None)
        used = Counter(day_of_key(e.key) for e in self.events if e.offered is not None)
        taken = self.claimed | {event.key for event in self.events}
        first_day = _today(earliest, zone_name) - _DAY
        for day in (first_day + _DAY * ahead for ahead in range(_DAYS_AHEAD)):
            if used[day.isoformat()] >= self.rule.per_day:
                continue
            for due in due_moments(self.rule, day, zone_name, self.home_id):
                at = max(due.due, earliest, last + self.rule.gap if last is not None else earliest)
                passed_over = newest_due is not None and due.due <= newest_due
                if due.key in taken or due.due < self.rule.since or passed_over or at > due.latest:
                    continue
                yield at, due

    def _last_offer(self, now: datetime) -> datetime | None:
        return max((e.offered for e in self.events if e.offered is not None and e.offered <= now), default=None)


def again_key(due: PromptDue) -> str:
    """Return the name under which a prompt is claimed; asking again after "Later" is a claim of its own."""
    return f"{due.key}:again" if due.again else due.key


def _was_offered_by(event: PromptEvent, now: datetime) -> bool:
    return event.offered is not None and event.offered <= now


def _today(now: datetime, zone_name: str) -> date:
    return now.astimezone(zone(zone_name)).date()
