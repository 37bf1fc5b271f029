"""Makes one engine say one thing after another, and waits for none of them for ever."""

import logging
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.practice.voice import Manner
from ui.practice.voice_engine import Engine, EngineFactory, Failure
from ui.practice.voice_words import can_be_spoken, longest_s, spoken_words

OPENS_WITHIN_S = 15.0
"""speech-dispatcher with eSpeak NG takes two to three seconds to list its voices; a slow disk takes longer."""
BEGINS_WITHIN_S = 6.0
HUSHES_WITHIN_S = 0.6
_logger = logging.getLogger("numbcompanion.voice")


class _Phase(StrEnum):
    SILENT = "silent"
    WAITING = "waiting"  # for the engine to open
    HUSHING = "hushing"  # for what was said before to be silent
    ASKED = "asked"
    SPEAKING = "speaking"


class Speech(QObject):
    """Opens an engine and speaks with it; `ended` follows every `say()` that was not stopped, from the event loop."""

    ended = Signal()
    lost = Signal(object)  # Failure: nothing is said any more until it is opened again
    voices_known = Signal(list)

    def __init__(self, engines: EngineFactory, parent: QObject | None = None):
        super().__init__(parent)
        self._engines = engines
        self._engine: Engine | None = None
        self._open = False
        self._is_lost = False
        self._busy = False  # whether the engine may still be heard
        self._unended = 0
        self._phase = _Phase.SILENT
        self._text, self._manner = "", Manner()
        self._opening = self._timer(lambda: self._lose(Failure.NO_ANSWER))
        self._watch = self._timer(self._overdue)
        self._soon = self._timer(self._end)

    def _timer(self, work: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(work)
        return timer

    @property
    def is_open(self) -> bool:
        """Whether an engine is open, or is being opened."""
        return self._engine is not None

    def open(self) -> None:
        """Open the engine, unless it is; `voices_known` or `lost` follows."""
        if self._engine is not None:
            return
        self._open = self._busy = self._is_lost = False
        self._unended = 0
        try:
            engine = self._engines()
            engine.opened.connect(self._engine_opened)
            engine.failed.connect(self._lose)
            engine.speaking_changed.connect(self._speaking_changed)
            self._engine = engine
            self._opening.start(round(OPENS_WITHIN_S * 1000))
            engine.open()
        except Exception:
            _logger.exception("the voice could not be opened")
            QTimer.singleShot(0, self, lambda: self._lose(Failure.NO_ENGINE))

    def say(self, text: str, manner: Manner) -> None:
        """Say `text` as soon as that is possible; opens the engine where that was not done before."""
        self.stop()
        if not self._is_lost:
            self.open()
        self._text, self._manner = spoken_words(text), manner
        if self._engine is None or not can_be_spoken(self._text):
            self._phase = _Phase.ASKED
            self._soon.start(0)
        elif not self._open:
            self._phase = _Phase.WAITING
        elif self._busy:
            self._go_on(_Phase.HUSHING, HUSHES_WITHIN_S)
        else:
            self._begin()

    def stop(self) -> None:
        """Fall silent; no `ended` follows."""
        asked = self._phase in (_Phase.ASKED, _Phase.SPEAKING)
        self._rest()
        if asked:
            self._ask(lambda engine: engine.stop())

    def set_volume(self, volume: float) -> None:
        """Be so loud from now on, as far as the engine can."""
        self._ask(lambda engine: engine.set_volume(volume))

    def close(self) -> None:
        """Let go of the engine."""
        self.stop()
        self._is_lost = False
        self._opening.stop()
        engine, self._engine = self._engine, None
        if engine is not None:
            self._guard(engine.close)

    def _begin(self) -> None:
        self._busy = True
        self._go_on(_Phase.ASKED, BEGINS_WITHIN_S)
        self._ask(lambda engine: engine.say(self._text, self._manner))

    def _go_on(self, phase: _Phase, within_s: float) -> None:
        self._phase = phase
        self._watch.start(round(within_s * 1000))

    def _rest(self) -> None:
        self._phase = _Phase.SILENT
        self._watch.stop()
        self._soon.stop()

    def _end(self) -> None:
        if self._phase is not _Phase.SILENT:
            self._rest()
            self.ended.emit()

    def _lose(self, failure: Failure) -> None:
        self._is_lost = True
        self._opening.stop()
        engine, self._engine = self._engine, None
        if engine is not None:
            self._guard(engine.close)
        self.lost.emit(failure)
        self._end()

    def _ask(self, work: Callable[[Engine], None]) -> None:
        if self._engine is not None and self._open:
            engine = self._engine
            self._guard(lambda: work(engine))

    def _guard(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception:
            _logger.exception("the voice failed")

    @Slot(list)
    def _engine_opened(self, names: list[str]) -> None:
        self._open = True
        self._opening.stop()
        self.voices_known.emit(names)
        if self._phase is _Phase.WAITING:
            self._begin()

    @Slot(bool)
    def _speaking_changed(self, speaking: bool) -> None:
        self._busy = speaking
        if speaking and self._phase is _Phase.ASKED:
            self._go_on(_Phase.SPEAKING, longest_s(self._text))
        elif speaking and self._phase is not _Phase.SPEAKING:
            self._ask(lambda engine: engine.stop())  # begun after it was stopped
        elif not speaking and self._phase is _Phase.HUSHING:
            self._begin()
        elif not speaking and self._phase is _Phase.SPEAKING:
            self._unended = 0
            self._end()
        elif not speaking and self._phase is _Phase.ASKED:
            self._busy = True  # that was the one before

    def _overdue(self) -> None:
        """Go on without the engine: it should have said something by now."""
        if self._phase is _Phase.HUSHING:
            self._begin()
        elif self._phase is _Phase.ASKED:
            self._lose(Failure.NO_ANSWER)
        elif self._phase is _Phase.SPEAKING:
            self._unended += 1  # speech-dispatcher forgets one now and then
            if self._unended > 1:
                self._lose(Failure.NO_ANSWER)
            else:
                self._ask(lambda engine: engine.stop())
                self._end()
