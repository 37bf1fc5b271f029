"""Whether this program still has its connection to the sound server (PulseAudio, or PipeWire speaking its language).

Qt 6.11 connects once for the whole program and, when the server went away, once more three seconds later. If that
fails too, the next stream to be opened ends the program inside libpulse. Qt says none of this.
"""

from ui.practice.local_server import LocalServer

PULSE = LocalServer("pulse/native", 4713, "PULSE_SERVER")


class SoundServer:
    """The connection of this program; one for the whole program, whatever thread asks."""

    def __init__(self) -> None:
        self._met = False

    @property
    def lost(self) -> bool:
        """Whether there was a connection and there is none now: no stream may be opened."""
        ours = PULSE.connections()
        self._met = self._met or bool(ours)
        return self._met and ours == []
