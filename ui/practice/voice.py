"""What speaks the captions of a session: the one thing the player knows of a voice."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance


@dataclass(frozen=True)
class Manner:
    """How the voice speaks. `name` empty is the system's own; rate and pitch from -1 (slow, low) to 1."""

    name: str = ""
    rate: float = -0.3
    pitch: float = -0.1
    volume: float = 0.7


class Voice(Protocol):
    """Speaks one caption after another; every call returns at once, none of them ever raises.

    `prepare()` at the beginning of every session (or a little earlier), `close()` at its end. Signals come from the
    event loop, never from inside a call.
    """

    @property
    def trouble(self) -> SignalInstance:
        """Says (str) why nothing is spoken, once for each session and reason."""

    @property
    def fell_silent(self) -> SignalInstance:
        """What was being said has come to its end, or will never come; exactly once for every `say()`.

        Where a caption was cut off by the next, it tells of the first while the next is being said: ask `speaking`.
        """

    @property
    def voices_known(self) -> SignalInstance:
        """The names (list[str]) of the voices that can be chosen are there; some time after `prepare()`."""

    def voices(self) -> list[str]:
        """Return the names of the voices that can be chosen; none while they are not known."""

    @property
    def speaking(self) -> bool:
        """Whether something is being said, or is about to be."""

    def prepare(self) -> None:
        """Get the system's voices ready."""

    def set_manner(self, manner: Manner) -> None:
        """Speak like this from the next caption on; the volume counts at once."""

    def say(self, text: str, recording: Path | None = None) -> None:
        """Say `text`, or play `recording` in its place; what is being said is cut off.

        A recording that cannot be played is said by the voice instead.
        """

    def stop(self) -> None:
        """Fall silent now."""

    def close(self) -> None:
        """Fall silent and let go of the system's voices; `prepare()` gets them again."""


class MuteVoice(QObject):
    """Says nothing; remembers what it was asked for."""

    trouble = Signal(str)
    fell_silent = Signal()
    voices_known = Signal(list)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.said: list[str] = []
        self.manner = Manner()

    @property
    def speaking(self) -> bool:
        return False

    def voices(self) -> list[str]:
        return []

    def prepare(self) -> None:
        return

    def set_manner(self, manner: Manner) -> None:
        self.manner = manner

    def say(self, text: str, recording: Path | None = None) -> None:
        self.said.append(text)

    def stop(self) -> None:
        return

    def close(self) -> None:
        return


def system_voice(parent: QObject | None = None) -> Voice:
    """Return the voice of this computer; nothing is loaded before its `prepare()`."""
    from ui.practice.system_voice import SystemVoice

    return SystemVoice(parent)
