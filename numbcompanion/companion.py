"""The companion: one home, its store and the services that keep what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from numbcompanion.clock import Clock, SystemClock, local_date
from numbcompanion.paths import Home
from numbcompanion.preferences import PreferencesFile

if TYPE_CHECKING:
    from numbcompanion.checkins.checkins import CheckIns
    from numbcompanion.checkins.markers import Markers
    from numbcompanion.checkins.own_words import OwnWords
    from numbcompanion.checkins.tags import Tags
    from numbcompanion.journal.journal import Journal
    from numbcompanion.path.path import Path
    from numbcompanion.practice.practice_choices import PracticeChoices
    from numbcompanion.practice.practice_log import PracticeLog
    from numbcompanion.practice.script_shelf import Scripts
    from numbcompanion.prompts.prompts import Prompts
    from numbcompanion.store.copies import StoreCopy
    from numbcompanion.store.key_stores import KeyStore
    from numbcompanion.store.store import Store


class Companion:
    """Builds the services of one home; they may be handed out before `open`, and used after it.

    `open`, `close` and every service belong to one thread at a time.
    """

    def __init__(self, home: Home, clock: Clock | None = None, key_stores: Sequence[KeyStore] | None = None):
        self.home = home
        self.clock: Clock = clock or SystemClock()
        self.preferences = PreferencesFile(home)
        self._key_stores = key_stores

    @cached_property
    def store(self) -> Store:
        """The encrypted file of the home."""
        from numbcompanion.store.key_stores import Keychain, KeyFile
        from numbcompanion.store.store import Store

        usual: Sequence[KeyStore] = (Keychain(), KeyFile(self.home.key_folder))
        return Store(self.home, self.clock, usual if self._key_stores is None else self._key_stores)

    @cached_property
    def checkins(self) -> CheckIns:
        """Keeps check-ins."""
        from numbcompanion.checkins.checkins import CheckIns

        return CheckIns(self.store, self.clock, self.preferences)

    @cached_property
    def tags(self) -> Tags:
        """Keeps the tags of what is around a check-in."""
        from numbcompanion.checkins.tags import Tags

        return Tags(self.store, self.clock)

    @cached_property
    def markers(self) -> Markers:
        """Keeps the days something changed."""
        from numbcompanion.checkins.markers import Markers

        return Markers(self.store, self.clock, self.preferences)

    @cached_property
    def own_words(self) -> OwnWords:
        """Keeps the person's own feeling words."""
        from numbcompanion.checkins.own_words import OwnWords

        return OwnWords(self.store, self.clock, self.preferences)

    @cached_property
    def journal(self) -> Journal:
        """Keeps journal entries."""
        from numbcompanion.journal.journal import Journal

        return Journal(self.store, self.clock, self.preferences)

    @cached_property
    def practice_log(self) -> PracticeLog:
        """Keeps what was practised."""
        from numbcompanion.practice.practice_log import PracticeLog

        return PracticeLog(self.store, self.clock, self.preferences)

    @cached_property
    def scripts(self) -> Scripts:
        """Finds the guided practices, the person's own among them."""
        from numbcompanion.practice.script_shelf import Scripts

        return Scripts.shipped(own=self.home.practices_folder)

    @cached_property
    def practice_choices(self) -> PracticeChoices:
        """Keeps presets and what else was chosen about practices."""
        from numbcompanion.practice.practice_choices import PracticeChoices

        return PracticeChoices(self.store)

    @cached_property
    def prompts(self) -> Prompts:
        """Keeps the rules of prompts and what became of them."""
        from numbcompanion.prompts.prompts import Prompts

        return Prompts(self.store, self.clock, self.preferences)

    @cached_property
    def path(self) -> Path:
        """Keeps what was done on the seven steps."""
        from numbcompanion.path.path import Path

        return Path(self.store, self.clock, self.preferences)

    def open(self, recovery_code: str | None = None) -> None:
        """Open the home; raises the CompanionError that says why it cannot be opened."""
        self.store.open(recovery_code)

    def close(self) -> None:
        """Close the home."""
        self.store.close()

    def copy_of_today(self) -> StoreCopy | None:
        """Make today's copy of the store unless there is one; may run on a thread of its own."""
        hour = self.preferences.current.day_start_hour
        return self.store.copy_of(local_date(self.clock.now(), self.clock.zone_name(), hour))
