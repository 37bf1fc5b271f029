"""Keeps the tags of what is around a check-in."""

import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from numbcompanion.checkins.first_tags import first_tags
from numbcompanion.checkins.records import GroupKind, Tag, TagGroup, Unit
from numbcompanion.clock import Clock
from numbcompanion.errors import UsageError
from numbcompanion.store.store import Rows, Store
from numbcompanion.translation import tr
from numbcompanion.written import cleaned, folded, one_line

LONGEST_TAG = 60


def _new_id() -> str:
    return str(uuid.uuid4())


class Tags:
    """Tags in their groups. A tag taken away or merged keeps its place in all that was said before."""

    def __init__(self, store: Store, clock: Clock):
        self._store = store
        self._clock = clock

    def groups(self) -> list[TagGroup]:
        """Return the groups with their tags; the first groups are made when there are none yet."""
        from numbcompanion.store import tags as rows_of_tags

        with self._store.reading() as rows:
            if rows_of_tags.any_group(rows.connection):
                return rows_of_tags.groups(rows.connection)
        with self._store.writing() as rows:
            self._make_first(rows)
            return rows_of_tags.groups(rows.connection)

    def add_group(self, name: str) -> TagGroup:
        """Add a group after the others; one with this name already is that one."""
        from numbcompanion.store import tags as rows_of_tags

        tidy = tidy_name(name)
        with self._store.writing() as rows:
            self._make_first(rows)
            for group in rows_of_tags.groups(rows.connection):
                if folded(group.name) == folded(tidy):
                    return group
            group = TagGroup(_new_id(), tidy, GroupKind.OWN)
            rows_of_tags.insert_group(rows.connection, group, self._clock.now())
        return group

    def rename_group(self, group_id: str, name: str) -> None:
        """Call a group something else."""
        from numbcompanion.store import tags as rows_of_tags

        with self._store.writing() as rows:
            rows_of_tags.rename_group(rows.connection, group_id, tidy_name(name), self._clock.now())

    def add(self, group_id: str, name: str, unit: Unit | None = None) -> Tag:
        """Add a tag to a group, or return the one with this name; one taken away before comes back with its past.

        The name of a tag that was merged gives the tag it became.
        """
        with self._store.writing() as rows:
            self._make_first(rows)
            return self._added(rows, group_id, name, unit)

    def named(self, names: Iterable[str]) -> list[Tag]:
        """Return the tags with these names, in their order; the ones that are new go to the group of doing."""
        from numbcompanion.store import tags as rows_of_tags

        with self._store.writing() as rows:
            self._make_first(rows)
            groups = rows_of_tags.groups(rows.connection)
            home = next((group for group in groups if group.kind is GroupKind.DOING), groups[0])
            return [self._added(rows, home.id, name, None) for name in names]

    def hours_slept(self) -> Tag:
        """Return the tag that counts hours of sleep, whatever it is called now."""
        with self._store.writing() as rows:
            self._make_first(rows)
            return self._hours_slept(rows)

    def _hours_slept(self, rows: Rows) -> Tag:
        from numbcompanion.store import tags as rows_of_tags

        groups = rows_of_tags.groups(rows.connection)
        for group in groups:
            for tag in group.tags:
                if tag.unit is Unit.HOURS and group.kind is GroupKind.SLEEP:
                    return tag
        sleep = next((group for group in groups if group.kind is GroupKind.SLEEP), groups[0])
        tag = Tag(_new_id(), sleep.id, tr("hours slept"), Unit.HOURS)
        found = rows_of_tags.by_name(rows.connection, folded(tag.name))
        if found is not None and found.unit == Unit.HOURS.value and found.merged_into is None:
            rows_of_tags.change(rows.connection, found.id, self._clock.now(), deleted=None)
            return rows_of_tags.record(found)
        if found is not None and found.deleted is None:
            tag = Tag(tag.id, tag.group_id, tr("hours of sleep"), Unit.HOURS)
        rows_of_tags.insert(rows.connection, tag, folded(tag.name), self._clock.now())
        return tag

    def rename(self, tag_id: str, name: str) -> Tag:
        """Call a tag something else, in the past too; raises UsageError when another one is called so."""
        from numbcompanion.store import tags as rows_of_tags

        tidy = tidy_name(name)
        with self._store.writing() as rows:
            row = _in_use(rows, tag_id)
            other = rows_of_tags.by_name(rows.connection, folded(tidy))
            if other is not None and other.deleted is None and other.id != tag_id:
                raise UsageError(
                    tr("There is a tag called “{name}” already. Merge the two to make them one.").format(
                        name=other.name
                    )
                )
            rows_of_tags.change(rows.connection, row.id, self._clock.now(), name=tidy, folded=folded(tidy))
            return rows_of_tags.record(_in_use(rows, tag_id))

    def merge(self, into: str, other: str) -> None:
        """Make the tag `other` one with the tag `into`, in the past too; `restore` of `other` parts them again."""
        from numbcompanion.store import tags as rows_of_tags

        if into == other:
            raise UsageError(tr("A tag cannot be merged with itself. Choose two tags."))
        now = self._clock.now()
        with self._store.writing() as rows:
            _in_use(rows, into)
            _in_use(rows, other)
            rows_of_tags.change(rows.connection, other, now, deleted=now, merged_into=into)

    def remove(self, tag_id: str) -> None:
        """Offer a tag no more; it stays in all that was said before."""
        from numbcompanion.store import tags as rows_of_tags

        now = self._clock.now()
        with self._store.writing() as rows:
            rows_of_tags.change(rows.connection, tag_id, now, deleted=now)

    def restore(self, tag_id: str) -> None:
        """Bring back a tag that was taken away or merged, with its own past."""
        from numbcompanion.store import tags as rows_of_tags

        with self._store.writing() as rows:
            row = rows_of_tags.by_id(rows.connection, tag_id)
            if row is None or row.deleted is None:
                return
            other = rows_of_tags.by_name(rows.connection, row.folded)
            if other is not None and other.deleted is None:
                raise UsageError(
                    tr("There is a tag called “{name}” now, so the old one cannot come back under this name.").format(
                        name=other.name
                    )
                )
            rows_of_tags.change(rows.connection, tag_id, self._clock.now(), deleted=None, merged_into=None)

    def names(self, ids: Sequence[str] | None = None) -> dict[str, str]:
        """Return what tags (all of them with None) are called, also ones taken away; a merged one as it became."""
        from numbcompanion.store import tags as rows_of_tags

        with self._store.reading() as rows:
            return rows_of_tags.names(rows.connection, ids)

    def _added(self, rows: Rows, group_id: str, name: str, unit: Unit | None) -> Tag:
        from numbcompanion.store import tags as rows_of_tags

        tidy = tidy_name(name)
        found = rows_of_tags.by_name(rows.connection, folded(tidy))
        if found is not None:
            return self._used_again(rows, found)
        if not rows_of_tags.has_group(rows.connection, group_id):
            raise UsageError(tr("This group of tags is not there any more. Choose another one."))
        tag = Tag(_new_id(), group_id, tidy, unit)
        rows_of_tags.insert(rows.connection, tag, folded(tidy), self._clock.now())
        return tag

    def _used_again(self, rows: Rows, row: Any) -> Tag:
        from numbcompanion.store import tags as rows_of_tags

        if row.merged_into is not None:
            became = rows_of_tags.successors(rows.connection)[row.id]
            row = rows_of_tags.by_id(rows.connection, became)
        if row.deleted is not None:
            rows_of_tags.change(rows.connection, row.id, self._clock.now(), deleted=None)
        return rows_of_tags.record(row)

    def _make_first(self, rows: Rows) -> None:
        from numbcompanion.store import tags as rows_of_tags

        if not rows_of_tags.any_group(rows.connection):
            make_first(rows, self._clock.now())


def make_first(rows: Rows, now: datetime, new_id: Callable[[], str] = _new_id) -> None:
    """Write the first groups into a home that has none."""
    from numbcompanion.store import tags as rows_of_tags

    for kind, name, members in first_tags():
        group = TagGroup(new_id(), name, kind)
        rows_of_tags.insert_group(rows.connection, group, now)
        for tag_name, unit in members:
            tag = Tag(new_id(), group.id, tag_name, unit)
            rows_of_tags.insert(rows.connection, tag, folded(tag_name), now)


def tidy_name(name: str) -> str:
    """Return `name` as one line, or raise the UsageError that says why a tag cannot be called so."""
    length = len(cleaned(name).strip())
    if length > LONGEST_TAG:
        raise UsageError(
            tr("The name of a tag has up to {most} characters; this one has {length}.").format(
                most=LONGEST_TAG, length=length
            )
        )
    tidy = one_line(name, LONGEST_TAG)
    if not tidy:
        raise UsageError(tr("A tag needs a name."))
    return tidy


def _in_use(rows: Rows, tag_id: str) -> Any:
    from numbcompanion.store import tags as rows_of_tags

    row = rows_of_tags.by_id(rows.connection, tag_id)
    if row is None or row.deleted is not None:
        raise UsageError(tr("This tag is not there any more."))
    return row
