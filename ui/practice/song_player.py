"""Plays one song of the person's own choosing; its name is written nowhere."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from numbcompanion.translation import tr
from ui.practice.recording_media import Media, MediaFactory, qt_media

STANDS_STILL_S = 8.0
_logger = logging.getLogger("numbcompanion.song")


def system_song(parent: QObject | None = None) -> "SongPlayer":
    """Return what plays a song on this computer; nothing is loaded before its `load()`."""
    return SongPlayer(parent)


class SongPlayer(QObject):
    """A loaded file; every call returns at once, none of them ever raises."""

    length_known = Signal(float)  # seconds
    ended = Signal()
    trouble = Signal(str)

    def __init__(self, parent: QObject | None = None, media: MediaFactory = qt_media):
        super().__init__(parent)
        self._make = media
        self._media: Media | None = None
        self._volume = 1.0
        self._loaded = False
        self._playing = False
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._stands_still)

    @property
    def loaded(self) -> bool:
        """Whether there is a song that could be played, as far as is known."""
        return self._loaded

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._playing

    def load(self, file: Path) -> None:
        """Get a file ready; `length_known` follows, or `trouble` where it is none that can be heard."""
        self._rest()
        self._loaded = True
        try:
            media = self._media = self._media or self._made()
            media.set_volume(self._volume)
            media.load(file)
        except Exception as error:
            _logger.error("songs cannot be played: %s", type(error).__name__)  # nothing that could hold the name
            QTimer.singleShot(0, self, self._fail)

    def play(self) -> None:
        """Play, or play on."""
        if self._media is not None and self._loaded:
            self._playing = True
            self._watch.start(round(STANDS_STILL_S * 1000))
            self._media.play()

    def pause(self) -> None:
        """Stand still."""
        self._rest()
        if self._media is not None and self._loaded:
            self._media.pause()

    def stop(self) -> None:
        """Fall silent and go back to the beginning."""
        self._rest()
        if self._media is not None and self._loaded:
            self._media.rewind()

    def set_volume(self, volume: float) -> None:
        """Be so loud, 0 to 1; at once."""
        self._volume = volume
        if self._media is not None:
            self._media.set_volume(volume)

    def close(self) -> None:
        """Let go of the file and the sound device."""
        self._rest()
        self._loaded = False
        media, self._media = self._media, None
        if media is not None:
            media.close()

    def _made(self) -> Media:
        media = self._make(self)
        media.length_known.connect(self._learn_length)
        media.moved.connect(self._move)
        media.ended.connect(self._end)
        media.failed.connect(self._fail)
        return media

    def _rest(self) -> None:
        self._playing = False
        self._watch.stop()

    def _learn_length(self, length_s: float) -> None:
        if self._loaded:
            self.length_known.emit(length_s)

    def _move(self) -> None:
        if self._playing:
            self._watch.start(round(STANDS_STILL_S * 1000))

    def _end(self) -> None:
        if self._playing:
            self._rest()
            self.ended.emit()

    def _fail(self) -> None:
        if not self._loaded:
            return
        self._rest()
        self._loaded = False
        self.trouble.emit(tr("This file cannot be played as music. Choose another one; nothing was kept of it."))

    def _stands_still(self) -> None:
        self._rest()
        self.trouble.emit(tr("The music stands still: the sound of this computer takes it no more."))
        self.ended.emit()
