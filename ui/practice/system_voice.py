"""Speaks the captions with the voice of this computer, or plays the person's own recording of them."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from numbcompanion.translation import tr
from ui.practice.recording import RecordingPlayer
from ui.practice.recording_media import MediaFactory, qt_media
from ui.practice.voice import Manner
from ui.practice.voice_engine import EngineFactory, Failure
from ui.practice.voice_qt import qt_engines
from ui.practice.voice_speech import Speech

LANGUAGE = "en"
"""What the practices are written in."""


class SystemVoice(QObject):
    """Opens the engine for each session; one for the whole program, because Qt's engines hear each other."""

    trouble = Signal(str)
    fell_silent = Signal()
    voices_known = Signal(list)

    def __init__(
        self,
        parent: QObject | None = None,
        engines: EngineFactory | None = None,
        media: MediaFactory = qt_media,
        language: str = LANGUAGE,
    ):
        super().__init__(parent)
        self._speech = Speech(engines or qt_engines(language), self)
        self._recording = RecordingPlayer(media, self)
        self._manner = Manner()
        self._voices: list[str] = []
        self._text = ""
        self._saying = False
        self._told: set[str] = set()
        self._speech.ended.connect(self._end)
        self._speech.lost.connect(self._lost)
        self._speech.voices_known.connect(self._learn_voices)
        self._recording.ended.connect(self._end)
        self._recording.failed.connect(self._say_instead)

    @property
    def speaking(self) -> bool:
        return self._saying

    def voices(self) -> list[str]:
        return list(self._voices)

    def prepare(self) -> None:
        if not self._speech.is_open:
            self._told.clear()
            self._speech.open()

    def set_manner(self, manner: Manner) -> None:
        louder = manner.volume != self._manner.volume
        self._manner = manner
        if louder:
            self._speech.set_volume(manner.volume)
            self._recording.set_volume(manner.volume)

    def say(self, text: str, recording: Path | None = None) -> None:
        self.stop()
        self._text, self._saying = text, True
        if recording is None:
            self._speech.say(text, self._manner)
        else:
            self._recording.play(recording, self._manner.volume)

    def stop(self) -> None:
        self._speech.stop()
        self._recording.stop()
        if self._saying:
            self._saying = False
            QTimer.singleShot(0, self, self.fell_silent.emit)

    def close(self) -> None:
        self.stop()
        self._speech.close()
        self._recording.close()
        self._told.clear()

    def _end(self) -> None:
        if self._saying:
            self._saying = False
            self.fell_silent.emit()

    def _say_instead(self) -> None:
        """Let the voice say what the recording was to say."""
        if self._saying:
            self._tell(tr("A recording of yours could not be played; the voice says the words instead."))
            self._speech.say(self._text, self._manner)

    def _lost(self, failure: Failure) -> None:
        self._tell(_sentence(failure))

    def _learn_voices(self, names: list[str]) -> None:
        self._voices = names
        self.voices_known.emit(names)

    def _tell(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self.trouble.emit(sentence)


def _sentence(failure: Failure) -> str:
    return {
        Failure.NO_ENGINE: tr("This computer has no voice that could speak; the words stay on the screen."),
        Failure.NO_VOICE: tr("This computer has no voice for the language of the words; they stay on the screen."),
        Failure.NO_ANSWER: tr("The voice of this computer does not answer; the words stay on the screen."),
        Failure.BROKEN: tr("The voice of this computer went away; the words stay on the screen."),
    }[failure]
