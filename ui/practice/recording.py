"""Plays the person's own recording of a caption, and waits for none of them for ever."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ui.practice.recording_media import Media, MediaFactory

BEGINS_WITHIN_S = 4.0
"""Some sound servers take up to two seconds for their first sound."""
STANDS_STILL_S = 5.0
_logger = logging.getLogger("numbcompanion.voice")


class RecordingPlayer(QObject):
    """Plays one recording; `ended` or `failed` follows every `play()` that was not stopped, from the event loop."""

    ended = Signal()
    failed = Signal()

    def __init__(self, media: MediaFactory, parent: QObject | None = None):
        super().__init__(parent)
        self._make = media
        self._media: Media | None = None
        self._playing = False
        self._heard = False
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._stands_still)

    def play(self, file: Path, volume: float) -> None:
        """Play `file`, 0 to 1 loud."""
        self.stop()
        self._playing, self._heard = True, False
        # From the event loop, because loading QtMultimedia takes a moment the first time.
        QTimer.singleShot(0, self, lambda: self._start(file, volume))

    def stop(self) -> None:
        """Fall silent."""
        self._playing = False
        self._watch.stop()
        if self._media is not None:
            self._media.unload()

    def set_volume(self, volume: float) -> None:
        """Be so loud, 0 to 1."""
        if self._media is not None:
            self._media.set_volume(volume)

    def close(self) -> None:
        """Fall silent and let go of the sound device."""
        self.stop()
        media, self._media = self._media, None
        if media is not None:
            media.close()

    def _start(self, file: Path, volume: float) -> None:
        if not self._playing:
            return
        self._watch.start(round(BEGINS_WITHIN_S * 1000))
        try:
            media = self._media = self._media or self._made()
            media.set_volume(volume)
            media.load(file)
            media.play()
        except Exception:
            _logger.exception("recordings cannot be played")
            self._fail()

    def _made(self) -> Media:
        media = self._make(self)
        media.moved.connect(self._move)
        media.ended.connect(self._end)
        media.failed.connect(self._fail)
        return media

    def _move(self) -> None:
        if self._playing:
            self._heard = True
            self._watch.start(round(STANDS_STILL_S * 1000))

    def _stands_still(self) -> None:
        self._end() if self._heard else self._fail()

    def _end(self) -> None:
        if self._playing:
            self.stop()
            self.ended.emit()

    def _fail(self) -> None:
        if self._playing:
            self.stop()
            self.failed.emit()
