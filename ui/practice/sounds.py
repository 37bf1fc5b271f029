"""What makes a session heard: the one thing the player knows of sound."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from numbcompanion.practice.plans import BellKind, Soundscape


class Speaker(Protocol):
    """Rings bells during a session; every call returns at once, none of them ever raises.

    `prepare()` at the beginning of every session (or a little earlier), `close()` at its end. A session ended by
    hand calls `silence()` before `close()`; otherwise the last bell rings out by itself.
    """

    @property
    def trouble(self) -> SignalInstance:
        """Says (str) why nothing is heard, once for each session."""

    @property
    def available(self) -> bool:
        """Whether a bell rung now would be heard; False until the sound device is open."""

    def prepare(self) -> None:
        """Load the bells and open the sound device, on a thread of its own."""

    def ring(self, kind: BellKind, volume: float, in_s: float = 0.0) -> None:
        """Strike a bell in `in_s` seconds, `volume` 0 to 1; what still rings goes on ringing.

        A bell asked for a fifth of a second ahead (`Session.bells_ahead`) is heard on time; one asked for at its
        time is heard as much later as the sound device takes.
        """

    def lay(self, soundscape: Soundscape | None, volume: float) -> None:
        """Let `soundscape` lie under everything from now on, or none; what lay there before fades into it.

        `volume` is 0 to 1; the same soundscape with another volume glides there.
        """

    def silence(self) -> None:
        """Fade out the bells that ring, and forget those that were asked for ahead."""

    def close(self) -> None:
        """Let bells ring out and the soundscape fade, then close the sound device; `prepare()` opens it again."""


class SilentSpeaker(QObject):
    """Rings nothing; remembers what it was asked for."""

    trouble = Signal(str)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.rung: list[BellKind] = []
        self.laid: Soundscape | None = None
        self.open = False

    @property
    def available(self) -> bool:
        return False

    def prepare(self) -> None:
        self.open = True

    def ring(self, kind: BellKind, volume: float, in_s: float = 0.0) -> None:
        self.rung.append(kind)

    def lay(self, soundscape: Soundscape | None, volume: float) -> None:
        self.laid = soundscape

    def silence(self) -> None:
        return

    def close(self) -> None:
        self.open = False


def system_speaker(parent: QObject | None = None) -> Speaker:
    """Return the speaker of this computer; nothing is loaded before its `prepare()`."""
    from ui.practice.sound_speaker import SystemSpeaker

    return SystemSpeaker(parent)
