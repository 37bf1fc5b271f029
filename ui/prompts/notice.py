"""What a prompt looks like on the outside, and what shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from numbcompanion.translation import tr

TEST_KEY = "test"


@dataclass(frozen=True)
class Notice:
    """One prompt to be shown. Its words give nothing away on a screen that others see."""

    key: str
    title: str
    body: str
    later: bool = True

    @classmethod
    def neutral(cls, key: str, later: bool = True) -> "Notice":
        """Return the notice with the neutral words."""
        return cls(key, tr("Numb Companion"), tr("A quiet moment, if you want one."), later)


class Reply(StrEnum):
    """What the person did with a notice."""

    CHECK_IN = "check-in"
    LATER = "later"
    DISMISSED = "dismissed"


Replied = Callable[[str, Reply], None]  # key of the notice, reply; from any thread
Shown = Callable[[str, bool], None]  # key of the notice, whether it is on the screen; from any thread


class Channel(Protocol):
    """One way to show a notice; it shows one at a time, a new one in the place of the last."""

    @property
    def name(self) -> str:
        """Its key: system, tray or window."""

    def show(self, notice: Notice, shown: Shown, replied: Replied) -> None:
        """Show the notice and say at once or later whether that worked."""

    def withdraw(self) -> None:
        """Take away what is shown; no reply follows."""

    def close(self) -> None:
        """Take away what is shown and let go of everything."""


class MessageTray(Protocol):
    """The part of the tray that messages need."""

    def show_message(self, title: str, text: str) -> bool:
        """Show a message; False where that cannot be done."""
