"""Keeps a session that is over, and goes on trying where it cannot be kept at once."""

from PySide6.QtCore import QObject, QTimer, Signal

from numbcompanion.errors import CompanionError
from numbcompanion.practice.practice_log import PracticeLog
from numbcompanion.practice.records import SessionDone, SessionRecord
from ui.facts import Facts
from ui.tasks import Tasks

AGAIN_AFTER_MS = 5000


class Keeping(QObject):
    """One session on its way into the log; it may outlive the player it was played in."""

    kept = Signal(object)  # SessionRecord, or None where there was nothing to keep
    failed = Signal(object)  # the CompanionError; it is tried again

    def __init__(self, tasks: Tasks, facts: Facts, log: PracticeLog, done: SessionDone, parent: QObject):
        super().__init__(parent)
        self._tasks = tasks
        self._facts = facts
        self._log = log
        self._done = done
        self._is_kept = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN_AFTER_MS)
        self._again.timeout.connect(self.keep)

    @property
    def is_kept(self) -> bool:
        """Whether it is on disk."""
        return self._is_kept

    def keep(self) -> None:
        """Try to keep it, now."""
        self._tasks.run(lambda: self._log.keep(self._done), self._was_kept, self._was_not_kept)

    def _was_kept(self, record: SessionRecord | None) -> None:
        self._is_kept = True
        if record is not None:
            self._facts.session_kept.emit(record)
        self.kept.emit(record)

    def _was_not_kept(self, error: CompanionError) -> None:
        self._again.start()
        self.failed.emit(error)
