"""The engine of this computer, as Qt gives it: speech-dispatcher on Linux, the system's own elsewhere."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Q_ARG, QLocale, QMetaObject, QObject, Qt, QTimer, Signal, Slot

from ui.practice.voice import Manner
from ui.practice.voice_engine import EngineFactory, Failure
from ui.practice.voice_server import SpeechServer
from ui.practice.voice_thread import VoiceThread
from ui.practice.voice_words import usual_voice, without_variants

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

_ENGINES = ("speechd", "flite", "darwin", "macos", "winrt", "sapi", "android")  # all but the one that only pretends
_HEADROOM = 0.5 if sys.platform.startswith("linux") else 0.8
"""speech-dispatcher's range goes to twice the usual loudness: eSpeak NG amplifies above its half, and clips."""


def qt_engines(language: str) -> EngineFactory:
    """Return what opens the engine of this computer, to speak `language` ("en")."""
    # Elsewhere the engines answer at once, and want the event loop of the window.
    thread = VoiceThread() if sys.platform.startswith("linux") else None
    return lambda: QtEngine(language, thread)


class QtEngine(QObject):
    """One QTextToSpeech, from its opening to its end; whatever talks to the system is queued on `thread`."""

    opened = Signal(list)
    failed = Signal(object)
    speaking_changed = Signal(bool)

    def __init__(self, language: str, thread: VoiceThread | None):
        super().__init__()
        self._language = QLocale(language).language()
        self._thread = thread
        self._speech: QTextToSpeech | None = None
        self._voices: dict[str, QVoice] = {}
        self._usual = ""
        self._named: str | None = None
        self._server = SpeechServer()
        self._closed = False

    def open(self) -> None:
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:
            self._fail_soon(Failure.NO_ENGINE)
            return
        there = QTextToSpeech.availableEngines()
        name = next((name for name in _ENGINES if name in there), None)
        if name is None:
            self._fail_soon(Failure.NO_ENGINE)
            return
        # Made without an engine, which takes no time; the engine itself is opened where it lives.
        self._speech = speech = QTextToSpeech("none")
        speech.engineChanged.connect(self._engine_changed)
        speech.stateChanged.connect(self._state_changed)
        if self._thread is not None:
            self._thread.adopt(speech)
        self._ask("setEngine", Q_ARG(str, name))

    def say(self, text: str, manner: Manner) -> None:
        self._take_voice(manner.name if manner.name in self._voices else self._usual)
        self._ask("setRate", Q_ARG(float, manner.rate))
        self._ask("setPitch", Q_ARG(float, manner.pitch))
        self.set_volume(manner.volume)
        self._ask("say", Q_ARG(str, text))

    def set_volume(self, volume: float) -> None:
        self._ask("setVolume", Q_ARG(float, volume * _HEADROOM))

    def stop(self) -> None:
        self._ask("stop")

    def close(self) -> None:
        self._closed = True
        speech, self._speech = self._speech, None
        if speech is None:
            return
        with suppress(RuntimeError):  # already gone with the program
            if self._thread is not None and self._server.lost():
                self._thread.abandon(speech)
            elif self._thread is not None:
                self._thread.release(speech)
            else:
                speech.deleteLater()

    def _ask(self, name: str, *values: Any) -> None:
        if self._speech is None:
            return
        if self._server.lost():
            self._fail_soon(Failure.BROKEN)
        else:
            QMetaObject.invokeMethod(self._speech, name, Qt.ConnectionType.QueuedConnection, *values)

    def _take_voice(self, name: str) -> None:
        if name != self._named:
            self._named = name
            self._ask("setVoice", Q_ARG("QVoice", self._voices[name]))

    def _fail_soon(self, failure: Failure) -> None:
        QTimer.singleShot(0, self, lambda: None if self._closed else self.failed.emit(failure))

    @Slot(str)
    def _engine_changed(self, _name: str) -> None:
        speech = self._speech
        if speech is None:
            return
        from PySide6.QtTextToSpeech import QTextToSpeech

        if speech.state() == QTextToSpeech.State.Error:
            self.failed.emit(Failure.NO_ENGINE)
            return
        self._server.lost()  # meets the connection while it is new
        self._learn_voices(speech)
        if self._voices:
            self.opened.emit(list(self._voices))
        else:
            self.failed.emit(Failure.NO_VOICE)

    def _learn_voices(self, speech: QTextToSpeech) -> None:
        """Find the voices of the language; asking for all at once would take long, eSpeak NG has thirteen thousand."""
        found: dict[str, QVoice] = {}
        for locale in speech.availableLocales():
            if locale.language() == self._language:
                for voice in speech.allVoices(locale):
                    found.setdefault(voice.name(), voice)
        self._voices = {name: found[name] for name in without_variants(sorted(found))}
        if not self._voices:
            return
        own = speech.voice().name()
        # On speech-dispatcher Qt's own choice is the first voice of the list, whatever it speaks.
        if speech.engine() != "speechd" and own in self._voices:
            self._usual = own
        else:
            homes = [(name, _territory(voice.locale())) for name, voice in self._voices.items()]
            self._usual = usual_voice(homes, _territory(QLocale.system()))

    @Slot(object)
    def _state_changed(self, state: QTextToSpeech.State) -> None:
        if self._speech is None or not self._voices:
            return
        kind = type(state)
        if state == kind.Error:
            self.failed.emit(Failure.BROKEN)
        elif state in (kind.Speaking, kind.Ready):
            self.speaking_changed.emit(state == kind.Speaking)


def _territory(locale: QLocale) -> str:
    return QLocale.territoryToCode(locale.territory())
