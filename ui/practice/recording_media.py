"""What plays a sound file: the one thing recordings and songs know of it, and how Qt does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QFile, QIODevice, QObject, QTimer, QUrl, Signal, SignalInstance

from ui.practice.sound_server import SoundServer

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer


class Media(Protocol):
    """Plays one file at a time; every call returns at once."""

    @property
    def length_known(self) -> SignalInstance:
        """How long the file is, in seconds (float)."""

    @property
    def moved(self) -> SignalInstance:
        """It plays: comes several times a second."""

    @property
    def ended(self) -> SignalInstance:
        """The file was played to its end."""

    @property
    def failed(self) -> SignalInstance:
        """The file cannot be played; comes once for each `load()`."""

    def load(self, file: Path) -> None:
        """Get `file` ready; `length_known` or `failed` follows."""

    def play(self) -> None:
        """Play, or play on."""

    def pause(self) -> None:
        """Stand still."""

    def rewind(self) -> None:
        """Stand still at the beginning."""

    def unload(self) -> None:
        """Let go of the file."""

    def set_volume(self, volume: float) -> None:
        """Be so loud, 0 to 1; at once."""

    def close(self) -> None:
        """Let go of the sound device; nothing can be played afterwards."""


MediaFactory = Callable[[QObject], Media]


def qt_media(parent: QObject) -> Media:
    """Return what plays files on this computer; loads QtMultimedia, which may raise ImportError."""
    return QtMedia(parent)


class QtMedia(QObject):
    """A QMediaPlayer, which reads and decodes on threads of its own.

    It is given an open file, not a path: Qt prints the path of what it plays.
    """

    length_known = Signal(float)
    moved = Signal()
    ended = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        self._player = QMediaPlayer(self)
        self._output = QAudioOutput(self)
        self._player.setAudioOutput(self._output)
        self._server = SoundServer()
        self._file: QFile | None = None
        self._player.errorOccurred.connect(self._fail)
        self._player.mediaStatusChanged.connect(self._status_changed)
        self._player.positionChanged.connect(self._position_changed)

    def load(self, file: Path) -> None:
        self.unload()
        self._file = opened = QFile(str(file), self)
        if self._server.lost or not file.is_file() or not opened.open(QIODevice.OpenModeFlag.ReadOnly):
            self._fail()
        else:
            self._player.setSourceDevice(opened, QUrl())

    def play(self) -> None:
        if self._file is None:
            return
        if self._server.lost:  # Qt would end the program
            self._fail()
        else:
            self._player.play()

    def pause(self) -> None:
        self._player.pause()

    def rewind(self) -> None:
        self._player.stop()

    def unload(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            self._player.stop()
            self._player.setSource(QUrl())
            file.close()
            file.deleteLater()

    def set_volume(self, volume: float) -> None:
        self._output.setVolume(volume)

    def close(self) -> None:
        self.unload()
        self.deleteLater()

    def _tell_soon(self, tell: Callable[[], None]) -> None:
        """Tell it from the event loop, unless another file is there by then; Qt must not be stopped by its own call."""
        file = self._file
        QTimer.singleShot(0, self, lambda: tell() if self._file is file is not None else None)

    def _fail(self, *_: object) -> None:
        self._tell_soon(self._fail_now)

    def _fail_now(self) -> None:
        self.unload()
        self.failed.emit()

    def _position_changed(self, position_ms: int) -> None:
        if self._file is not None and position_ms > 0:
            self.moved.emit()

    def _status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._file is None:
            return
        kind = type(status)
        empty = not self._player.hasAudio() or self._player.duration() <= 0
        if status == kind.InvalidMedia or (status == kind.LoadedMedia and empty):
            self._fail()
        elif status == kind.LoadedMedia:
            self._tell_soon(lambda: self.length_known.emit(self._player.duration() / 1000))
        elif status == kind.EndOfMedia:
            self._tell_soon(self.ended.emit)
