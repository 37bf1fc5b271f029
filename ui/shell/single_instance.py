"""One window for each home: a second start hands over to the first and ends."""

from __future__ import annotations

import contextlib
import os
import time
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from numbcompanion.paths import Home

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

SHOW = "show"
HELLO = "hello"
_LOCK_FILE = "companion.lock"
_ANSWER = b"ok\n"
_LONGEST_MESSAGE = 4096
_TRY_MS = 500
_PAUSE_S = 0.05


class Claim(Enum):
    """What came of a start: it is the first, the first one answered, or the first one is silent."""

    FIRST = "first"
    HANDED_OVER = "handed-over"
    SILENT = "silent"


class SingleInstance(QObject):
    """Holds the home's lock and listens for later starts.

    The lock belongs to the system and goes with the process, so nothing is left behind by a kill; of two starts
    at the same moment exactly one gets it.
    """

    show_requested = Signal(str)  # the activation token of the later start, or ""

    def __init__(self, home: Home, parent: QObject | None = None):
        super().__init__(parent)
        self._home = home
        self._lock = _Lock(home.folder / _LOCK_FILE)
        self._server: QLocalServer | None = None

    @property
    def address(self) -> str:
        """The local socket of the home."""
        name = f"numb-companion-{os.getuid() if hasattr(os, 'getuid') else 'user'}-{self._home.short_name}"
        if os.name == "nt":
            return name
        from PySide6.QtCore import QDir

        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        folder = runtime if runtime and Path(runtime).is_dir() else QDir.tempPath()
        return str(Path(folder) / name)

    def claim(self, message: str = SHOW, patience_s: float = 5.0, listen: bool = True) -> Claim:
        """Become the first, or give `message` (SHOW, HELLO) to the one that is.

        With `listen` False the first one calls `listen()` itself, a little later; who comes meanwhile tries again.
        """
        end = time.monotonic() + patience_s
        while True:
            if self._lock.take():
                if listen:
                    self.listen()
                return Claim.FIRST
            if self._hand_over(message):
                return Claim.HANDED_OVER
            if time.monotonic() > end:
                return Claim.SILENT
            time.sleep(_PAUSE_S)

    def release(self) -> None:
        """Stop listening and let the next start be the first."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        self._lock.free()

    def listen(self) -> None:
        """Begin to hear later starts."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self.address)  # what a killed one left; the lock says that nobody is behind it
        server.newConnection.connect(self._greet)
        server.listen(self.address)
        self._server = server

    def _greet(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST_MESSAGE:
                socket.abort()
            return
        words = bytes(socket.readLine(_LONGEST_MESSAGE).data()).decode("utf-8", "replace").split()
        socket.write(_ANSWER)
        socket.flush()
        if words and words[0] == SHOW:
            self.show_requested.emit(words[1] if len(words) > 1 else "")

    def _hand_over(self, message: str) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self.address)
        if not socket.waitForConnected(_TRY_MS):
            return False
        token = os.environ.get("XDG_ACTIVATION_TOKEN", "") or os.environ.get("DESKTOP_STARTUP_ID", "")
        socket.write(f"{message} {token.strip()[:1000]}".strip().encode() + b"\n")
        socket.flush()
        answered = socket.waitForReadyRead(2 * _TRY_MS) and bytes(socket.readAll().data()) == _ANSWER
        socket.disconnectFromServer()
        return answered


class _Lock:
    """A lock that ends with the process; where the home takes no file, everybody gets it."""

    def __init__(self, file: Path):
        self._file = file
        self._descriptor: int | None = None
        self._elsewhere: QLockFile | None = None

    def take(self) -> bool:
        if self._descriptor is not None or self._elsewhere is not None:
            return True
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return self._take_posix() if os.name == "posix" else self._take_elsewhere()
        except OSError:
            return True

    def free(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
        if self._elsewhere is not None:
            self._elsewhere.unlock()
            self._elsewhere = None

    def _take_posix(self) -> bool:
        import fcntl

        descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with contextlib.ExitStack() as undo:
            undo.callback(os.close, descriptor)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            undo.pop_all()
        self._descriptor = descriptor
        return True

    def _take_elsewhere(self) -> bool:
        lock = QLockFile(str(self._file))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            return lock.error() is not QLockFile.LockError.LockFailedError
        self._elsewhere = lock
        return True
