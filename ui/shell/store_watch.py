"""Notices when another process has written to the store, without waking up in between."""

from collections.abc import Callable

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from numbcompanion.paths import Home
from ui.tasks import Tasks

_QUIET_MS = 150


class StoreWatch(QObject):
    """Watches the files of the store; asks the database itself whether the change was somebody else's."""

    def __init__(
        self, tasks: Tasks, home: Home, changed_elsewhere: Callable[[], bool], tell: Callable[[], None], parent: QObject
    ):
        super().__init__(parent)
        self._tasks = tasks
        self._home = home
        self._changed_elsewhere = changed_elsewhere
        self._tell = tell
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_QUIET_MS)
        self._pause.timeout.connect(self._ask)
        self._watcher.fileChanged.connect(self._touched)
        self._watch()

    def _watch(self) -> None:
        file = self._home.store_file
        wanted = [str(file), f"{file}-wal"]
        missing = [name for name in wanted if name not in self._watcher.files()]
        if missing:
            self._watcher.addPaths(missing)

    def _touched(self, _: str) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _ask(self) -> None:
        self._watch()
        self._tasks.run(self._changed_elsewhere, self._answer, lambda _: None)

    def _answer(self, changed: bool) -> None:
        if changed:
            self._tell()
