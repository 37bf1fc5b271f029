"""The gateway of the path: rows of the table `answers` become answer records here."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from numbcompanion.path.records import Answer
from numbcompanion.store.tables import answers, moment_columns, moment_of


def insert(connection: Connection, answer: Answer) -> None:
    """Add `answer`."""
    connection.execute(
        answers.insert().values(
            id=answer.id,
            **moment_columns(answer.moment),
            created=answer.created,
            changed=answer.changed,
            step=answer.step,
            item=answer.item,
            value=json.dumps(answer.value, ensure_ascii=False),
        )
    )


def replace_value(connection: Connection, answer_id: str, value: Any, changed: datetime) -> None:
    """Write another value into the answer with this id."""
    values = {"value": json.dumps(value, ensure_ascii=False), "changed": changed}
    connection.execute(update(answers).where(answers.c.id == answer_id).values(**values))


def newest(connection: Connection, step: int, item: str) -> Answer | None:
    """Return the answer kept last to one item (whatever the clock said then), or None."""
    c = answers.c
    query = select(answers).where(c.deleted.is_(None), c.step == step, c.item == item)
    row = connection.execute(query.order_by(c.number.desc()).limit(1)).first()
    return None if row is None else _record(row)


def history(connection: Connection, step: int, item: str) -> list[Answer]:
    """Return every answer to one item, oldest first: one for each day it was changed on."""
    c = answers.c
    query = select(answers).where(c.deleted.is_(None), c.step == step, c.item == item)
    return [_record(row) for row in connection.execute(query.order_by(c.at, c.number))]


def all_newest(connection: Connection) -> list[Answer]:
    """Return the answer kept last to every item of every step."""
    c = answers.c
    query = select(answers).where(c.deleted.is_(None)).order_by(c.number)
    found = {(row.step, row.item): row for row in connection.execute(query)}
    return [_record(row) for row in found.values()]


def count(connection: Connection) -> int:
    """Return how many answers are kept."""
    return int(connection.execute(select(func.count()).where(answers.c.deleted.is_(None))).scalar_one())


def _record(row: Any) -> Answer:
    return Answer(
        id=row.id,
        moment=moment_of(row),
        created=row.created,
        changed=row.changed,
        step=row.step,
        item=row.item,
        value=json.loads(row.value),
    )
