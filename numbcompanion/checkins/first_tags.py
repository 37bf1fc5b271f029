"""The groups of tags there are at first; all of them can be renamed, and tags added or taken away."""

from numbcompanion.checkins.records import GroupKind, Unit
from numbcompanion.translation import tr


def first_tags() -> tuple[tuple[GroupKind, str, tuple[tuple[str, Unit | None], ...]], ...]:
    """Return kind, name and tags (with what an amount counts) of every first group."""
    return (
        (GroupKind.PLACE, tr("place"), _plain(tr("at home"), tr("work"), tr("outside"), tr("on the way"))),
        (GroupKind.PEOPLE, tr("people"), _plain(tr("alone"), tr("partner"), tr("family"), tr("friends"), tr("crowds"))),
        (
            GroupKind.DOING,
            tr("doing"),
            _plain(tr("music"), tr("screen"), tr("chores"), tr("cooking"), tr("medication"), tr("conflict")),
        ),
        (GroupKind.SLEEP, tr("sleep"), ((tr("hours slept"), Unit.HOURS), *_plain(tr("slept badly"), tr("nap")))),
        (GroupKind.MOVEMENT, tr("movement"), _plain(tr("walked"), tr("exercise"), tr("sat all day"))),
        (GroupKind.ALCOHOL, tr("alcohol"), ((tr("drinks"), Unit.DRINKS),)),
        (GroupKind.CYCLE, tr("cycle"), _plain(tr("before bleeding"), tr("bleeding"))),
    )


def _plain(*names: str) -> tuple[tuple[str, None], ...]:
    return tuple((name, None) for name in names)
