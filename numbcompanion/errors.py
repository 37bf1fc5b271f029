"""Everything that can go wrong around the companion, each said in a sentence a person can use."""

from datetime import date
from pathlib import Path


class CompanionError(Exception):
    """An error of the surroundings: its text says what happened, what is safe and what to do."""


class UsageError(CompanionError):
    """What was asked for does not make sense as given (a value out of range, an unknown word)."""


class HomeNotWritable(CompanionError):
    """The folder of the home, or its disk, does not take what is written."""


class NotSaved(CompanionError):
    """A change could not be committed; nothing of it was kept."""


class DiskFull(NotSaved):
    """The disk of the home has no room left."""


class StoreBusy(NotSaved):
    """Another program held the store for longer than we wait."""


class StoreDamaged(CompanionError):
    """The store's file cannot be read although the key is right; `good_copy` is the newest copy that opens."""

    def __init__(self, text: str, file: Path, good_copy: Path | None = None, good_copy_day: date | None = None):
        super().__init__(text)
        self.file = file
        self.good_copy = good_copy
        self.good_copy_day = good_copy_day


class StoreTooNew(CompanionError):
    """The store was written by a newer version of the companion."""


class KeyUnavailable(CompanionError):
    """The key that opens the home cannot be had now (missing, wrong, or the keychain is silent or locked)."""


class CodeMistyped(CompanionError):
    """A recovery code has a slip in it; `group` is the first group (from 1) whose check letter does not fit."""

    def __init__(self, text: str, group: int | None = None):
        super().__init__(text)
        self.group = group
