"""Whether speech-dispatcher is still there.

libspeechd 0.11 ends the program when it is asked for anything but to speak on a connection whose other end has gone
(measured: it reads an answer that never came). Qt does not look.
"""

from ui.practice.local_server import LocalServer, is_alive

SPEECH_DISPATCHER = LocalServer("speechd.sock", 6560, "SPEECHD_ADDRESS")


class SpeechServer:
    """The connections of this program to speech-dispatcher."""

    def __init__(self) -> None:
        self._met = False

    def lost(self) -> bool:
        """Return whether there was a connection and none is left; False where that cannot be known."""
        ours = SPEECH_DISPATCHER.connections()
        if ours is None:
            return False
        self._met = self._met or bool(ours)
        return self._met and not any(is_alive(number) for number in ours)
