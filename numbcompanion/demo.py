"""A made-up home: some years of one plausible life, for trying the companion out."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from numbcompanion.clock import Clock
from numbcompanion.companion import Companion
from numbcompanion.made_up_days import Shape
from numbcompanion.made_up_life import MadeUpLife, Teller
from numbcompanion.paths import Home

__all__ = ["MadeUpLife", "Shape", "demo_home", "empty_home", "fill"]


@contextmanager
def demo_home(clock: Clock | None = None, shape: Shape = Shape.THAW) -> Iterator[Companion]:
    """Lend a companion on a filled home in a temporary folder, encrypted by a key that is kept nowhere."""
    with empty_home(clock) as companion:
        fill(companion, MadeUpLife(shape=shape))
        companion.preferences.change(first_run_done=True, country="IE", prompts_per_day=2)
        companion.store.set_state("recovery-code-kept", True)
        yield companion


@contextmanager
def empty_home(clock: Clock | None = None) -> Iterator[Companion]:
    """Lend a companion on an empty home in a temporary folder, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="numb-companion-demo-"))
    companion = Companion(Home(folder / "home", folder / "keys"), clock, [_KeyInMemory()])
    try:
        companion.open()
        yield companion
    finally:
        companion.close()
        shutil.rmtree(folder, ignore_errors=True)


def fill(companion: Companion, life: MadeUpLife) -> None:
    """Write a made-up life that ends a moment ago into an open, empty home, in one commit."""
    from numbcompanion.checkins.tags import make_first
    from numbcompanion.store import checkins as rows_of_checkins
    from numbcompanion.store import entries as rows_of_entries
    from numbcompanion.store import markers as rows_of_markers
    from numbcompanion.store import sessions as rows_of_sessions
    from numbcompanion.store import tags as rows_of_tags
    from numbcompanion.written import folded

    teller = Teller(life, companion.clock, companion.preferences.current.day_start_hour)
    now = companion.clock.now()
    with companion.store.writing() as rows:
        make_first(rows, now, teller.new_id)
        for group in teller.groups():
            rows_of_tags.insert_group(rows.connection, group, now)
            for tag in group.tags:
                rows_of_tags.insert(rows.connection, tag, folded(tag.name), now)
        groups = rows_of_tags.groups(rows.connection)
        rows_of_checkins.insert_many(rows.connection, teller.checkins(groups))
        rows_of_entries.insert_many(rows.connection, teller.entries())
        for session in teller.sessions():
            rows_of_sessions.insert(rows.connection, session)
        rows_of_checkins.insert_many(rows.connection, teller.glimmers())
        for marker in teller.markers():
            rows_of_markers.insert(rows.connection, marker)


class _KeyInMemory:
    kind = "key-file"

    def __init__(self) -> None:
        self._key: bytes | None = None

    def fetch(self, home_id: str) -> bytes | None:
        return self._key

    def keep(self, home_id: str, key: bytes) -> bool:
        self._key = key
        return True

    def forget(self, home_id: str) -> None:
        self._key = None
