"""The thread an engine lives on where asking it takes long."""

import atexit
import threading
from contextlib import suppress

from PySide6.QtCore import QEventLoop, QMetaObject, QObject, Qt, QThread
from shiboken6 import isValid

_END_S = 1.0


class VoiceThread:
    """One thread for all engines of the program, one after another; it sleeps while there is nothing to do.

    What runs here is C++ alone, called through Qt's meta-objects: Qt's calls to speech-dispatcher take seconds, and
    made from Python, on whatever thread, they would hold the interpreter and with it the window. It is a daemon and no
    QThread of ours, so that a speech-dispatcher that hangs cannot keep the program from ending.
    """

    def __init__(self) -> None:
        self._loop: QEventLoop | None = None
        self._place: QThread | None = None
        self._running = threading.Event()
        self._kept: list[QObject] = []
        self._abandoned: list[QObject] = []

    def adopt(self, engine: QObject) -> None:
        """Let `engine` live here from now on, until it is released."""
        if self._loop is None:
            self._start()
        self._kept = [one for one in self._kept if isValid(one)]
        self._kept.append(engine)
        if self._place is not None:
            engine.moveToThread(self._place)

    def release(self, engine: QObject) -> None:
        """Delete `engine`, here, as soon as it has come back from what it does."""
        engine.deleteLater()

    def abandon(self, engine: QObject) -> None:
        """Never touch `engine` again: deleting it would call what is not there any more."""
        self._kept.remove(engine)
        self._abandoned.append(engine)

    def _start(self) -> None:
        thread = threading.Thread(target=self._run, name="voice", daemon=True)
        thread.start()
        self._running.wait()
        atexit.register(self._end, thread)

    def _run(self) -> None:
        self._loop, self._place = QEventLoop(), QThread.currentThread()
        self._running.set()
        self._loop.exec()

    def _end(self, thread: threading.Thread) -> None:
        with suppress(RuntimeError):
            for engine in self._kept:
                if isValid(engine):
                    engine.deleteLater()
            if self._loop is not None:
                QMetaObject.invokeMethod(self._loop, "quit", Qt.ConnectionType.QueuedConnection)
        thread.join(_END_S)
