"""Rows of prompt rules and of what became of prompts, as records."""

import json
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from numbcompanion.prompts.records import OPEN_OUTCOMES, Outcome, PromptEvent, Reason
from numbcompanion.prompts.rules import CheckInRule
from numbcompanion.store.tables import prompt_events, prompt_rules


def rule(connection: Connection, rule_id: str) -> CheckInRule | None:
    """Return the rule in force, or None where there is none yet or it cannot be read."""
    row = connection.execute(select(prompt_rules).where(prompt_rules.c.id == rule_id)).first()
    if row is None:
        return None
    try:
        settings = json.loads(row.settings)
        return CheckInRule(
            id=row.id,
            per_day=int(settings["per_day"]),
            start=time.fromisoformat(settings["start"]),
            end=time.fromisoformat(settings["end"]),
            gap=timedelta(seconds=float(settings["gap_s"])),
            since=row.changed,
        )
    except (ValueError, KeyError, TypeError, OverflowError):
        return None


def put_rule(connection: Connection, rule: CheckInRule) -> None:
    """Write the rule; `since` is when it came into force."""
    settings = {
        "per_day": rule.per_day,
        "start": rule.start.isoformat("minutes"),
        "end": rule.end.isoformat("minutes"),
        "gap_s": rule.gap.total_seconds(),
    }
    values: dict[str, Any] = {
        "kind": rule.kind.value,
        "enabled": int(rule.per_day > 0),
        "settings": json.dumps(settings),
        "changed": rule.since,
    }
    statement = insert(prompt_rules).values(id=rule.id, created=rule.since, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def add(connection: Connection, event: PromptEvent) -> bool:
    """Write a prompt down; False where one with its key is there already, which then stays as it is."""
    statement = insert(prompt_events).values(**_columns(event)).on_conflict_do_nothing(index_elements=["key"])
    return connection.execute(statement).rowcount == 1


def change(connection: Connection, event: PromptEvent) -> None:
    """Write what became of a prompt over what stood there."""
    connection.execute(update(prompt_events).where(prompt_events.c.id == event.id).values(**_columns(event)))


def by_key(connection: Connection, key: str) -> PromptEvent | None:
    """Return what is written down under `key`."""
    row = connection.execute(select(prompt_events).where(prompt_events.c.key == key)).first()
    return None if row is None else _event(row)


def since(connection: Connection, due: datetime) -> list[PromptEvent]:
    """Return every prompt due from `due` on, oldest first."""
    query = select(prompt_events).where(prompt_events.c.due >= due).order_by(prompt_events.c.due)
    return _events(connection.execute(query))


def still_open(connection: Connection) -> list[PromptEvent]:
    """Return the prompts of which something can still become, oldest first."""
    outcomes = [outcome.value for outcome in OPEN_OUTCOMES]
    query = select(prompt_events).where(prompt_events.c.outcome.in_(outcomes)).order_by(prompt_events.c.due)
    return _events(connection.execute(query))


def newest(connection: Connection, limit: int) -> list[PromptEvent]:
    """Return the newest prompts, newest first."""
    query = select(prompt_events).order_by(prompt_events.c.due.desc()).limit(limit)
    return _events(connection.execute(query))


def forget_before(connection: Connection, due: datetime) -> None:
    """Remove what is written down about prompts due before `due`."""
    connection.execute(delete(prompt_events).where(prompt_events.c.due < due))


def _columns(event: PromptEvent) -> dict[str, Any]:
    return {
        "id": event.id,
        "rule": event.rule,
        "key": event.key,
        "due": event.due,
        "offered": event.offered,
        "outcome": event.outcome.value,
        "reason": event.reason.value,
        "finished": event.finished,
    }


def _events(rows: Iterable[Any]) -> list[PromptEvent]:
    return [_event(row) for row in rows]


def _event(row: Any) -> PromptEvent:
    outcome, reason = Outcome(row.outcome), Reason(row.reason)
    return PromptEvent(row.id, row.key, row.rule, row.due, row.offered, outcome, reason, row.finished)
