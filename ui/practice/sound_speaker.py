"""Rings the bells, and plays the soundscapes, on the sound device of this computer."""

from PySide6.QtCore import QObject, Signal, Slot

from numbcompanion.practice.plans import BellKind, Soundscape
from ui.practice.sound_server import SoundServer
from ui.practice.sound_stream import SoundStream


class SystemSpeaker(QObject):
    """Opens a stream for each session; between sessions nothing is open and nothing runs."""

    trouble = Signal(str)
    _lost = Signal(str)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._stream: SoundStream | None = None
        self._ringing_out: list[SoundStream] = []
        self._server = SoundServer()
        self._lost.connect(self._say)

    @property
    def available(self) -> bool:
        return self._stream is not None and self._stream.open

    def prepare(self) -> None:
        self._forget_ended()
        if self._stream is None:
            self._stream = SoundStream(self._tell, self._server)

    def ring(self, kind: BellKind, volume: float, in_s: float = 0.0) -> None:
        if self._stream is not None:
            self._stream.strike(kind, volume, in_s)

    def lay(self, soundscape: Soundscape | None, volume: float) -> None:
        if self._stream is not None:
            self._stream.lay(soundscape, volume)

    def silence(self) -> None:
        for stream in (self._stream, *self._ringing_out):
            if stream is not None:
                stream.silence()

    def close(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._ringing_out.append(self._stream)
            self._stream = None
        self._forget_ended()

    def _forget_ended(self) -> None:
        self._ringing_out = [stream for stream in self._ringing_out if stream.alive]

    def _tell(self, sentence: str) -> None:
        """Hand a sentence of the sound thread over to this one."""
        try:
            self._lost.emit(sentence)
        except RuntimeError:  # the program ended meanwhile
            return

    @Slot(str)
    def _say(self, sentence: str) -> None:
        self.trouble.emit(sentence)
