"""Rows of tags and their groups, as records.

A merged tag stays where it is in every check-in and points to the one it became, so nothing is lost by merging.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from numbcompanion.checkins.records import Around, GroupKind, Tag, TagGroup, Unit
from numbcompanion.store.tables import tag_groups, tags


def insert_group(connection: Connection, group: TagGroup, now: datetime) -> None:
    """Add a group after the others, without its tags."""
    last = connection.execute(select(func.coalesce(func.max(tag_groups.c.position), -1))).scalar_one()
    values = {"id": group.id, "created": now, "changed": now, "name": group.name, "kind": group.kind.value}
    connection.execute(tag_groups.insert().values(position=last + 1, **values))


def insert(connection: Connection, tag: Tag, folded: str, now: datetime) -> None:
    """Add a tag as the last one of its group."""
    last = select(func.coalesce(func.max(tags.c.position), -1)).where(tags.c.group_id == tag.group_id)
    connection.execute(
        tags.insert().values(
            id=tag.id,
            created=now,
            changed=now,
            group_id=tag.group_id,
            name=tag.name,
            folded=folded,
            position=connection.execute(last).scalar_one() + 1,
            unit=None if tag.unit is None else tag.unit.value,
        )
    )


def any_group(connection: Connection) -> bool:
    """Return whether there has ever been a group."""
    return connection.execute(select(tag_groups.c.number).limit(1)).first() is not None


def groups(connection: Connection) -> list[TagGroup]:
    """Return the groups with their tags, in their order."""
    found: dict[str, list[Tag]] = {}
    query = select(tags).where(tags.c.deleted.is_(None)).order_by(tags.c.position, tags.c.number)
    for row in connection.execute(query):
        found.setdefault(row.group_id, []).append(_tag(row))
    query = select(tag_groups).where(tag_groups.c.deleted.is_(None))
    rows = connection.execute(query.order_by(tag_groups.c.position, tag_groups.c.number))
    return [TagGroup(row.id, row.name, GroupKind(row.kind), tuple(found.get(row.id, ()))) for row in rows]


def has_group(connection: Connection, group_id: str) -> bool:
    """Return whether there is such a group."""
    query = select(tag_groups.c.number).where(tag_groups.c.id == group_id, tag_groups.c.deleted.is_(None))
    return connection.execute(query).first() is not None


def rename_group(connection: Connection, group_id: str, name: str, now: datetime) -> None:
    """Call a group something else."""
    connection.execute(update(tag_groups).where(tag_groups.c.id == group_id).values(name=name, changed=now))


def by_id(connection: Connection, tag_id: str) -> Any:
    """Return the row of a tag, also of a removed one, or None."""
    return connection.execute(select(tags).where(tags.c.id == tag_id)).first()


def by_name(connection: Connection, folded: str) -> Any:
    """Return the row of the tag with this folded name, one in use before a removed one, or None."""
    query = select(tags).where(tags.c.folded == folded)
    return connection.execute(query.order_by(tags.c.deleted.is_not(None), tags.c.deleted.desc()).limit(1)).first()


def record(row: Any) -> Tag:
    """Return the record of a row."""
    return _tag(row)


def change(connection: Connection, tag_id: str, now: datetime, **values: Any) -> None:
    """Write `values` into the tag."""
    connection.execute(update(tags).where(tags.c.id == tag_id).values(changed=now, **values))


def names(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, str]:
    """Return the names of tags (of all with None), removed ones too; a merged one is called as what it became."""
    called = {row.id: row.name for row in connection.execute(select(tags.c.id, tags.c.name))}
    merged = successors(connection)
    asked = called if ids is None else ids
    return {tag_id: called[merged.get(tag_id, tag_id)] for tag_id in asked if tag_id in called}


def known(connection: Connection) -> dict[str, Unit | None]:
    """Return the id of every tag there is or was, and what its amount counts."""
    rows = connection.execute(select(tags.c.id, tags.c.unit))
    return {row.id: None if row.unit is None else Unit(row.unit) for row in rows}


def successors(connection: Connection) -> dict[str, str]:
    """Return, for every merged tag, the tag it has become in the end."""
    query = select(tags.c.id, tags.c.merged_into).where(tags.c.merged_into.is_not(None))
    step = {row.id: row.merged_into for row in connection.execute(query)}
    found = {}
    for tag_id in step:
        last, seen = tag_id, {tag_id}
        while step.get(last) is not None and step[last] not in seen:
            last = step[last]
            seen.add(last)
        found[tag_id] = last
    return found


def resolved(around: Iterable[Around], merged: Mapping[str, str]) -> tuple[Around, ...]:
    """Return `around` with merged tags as what they became, each once, with the first amount given."""
    found: dict[str, float | None] = {}
    for near in around:
        tag_id = merged.get(near.tag_id, near.tag_id)
        if found.get(tag_id) is None:
            found[tag_id] = near.amount
    return tuple(Around(tag_id, amount) for tag_id, amount in found.items())


def _tag(row: Any) -> Tag:
    return Tag(row.id, row.group_id, row.name, None if row.unit is None else Unit(row.unit))
