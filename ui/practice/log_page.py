"""Loads the log of sessions in pieces, and carries out what is asked of it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.practice.practice_log import PracticeLog
from numbcompanion.practice.records import SessionRecord
from ui.practice.practice_log_list import PIECE, PracticeLogList
from ui.tasks import Tasks
from ui.theme import Theme


class LogPage(QWidget):
    """The list, twenty more at each wish."""

    back_requested = Signal()
    again_requested = Signal(object)
    taken_out = Signal(str)  # the id of a session that can be brought back
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        practice_log: PracticeLog,
        title_of: Callable[[str], str],
        today: Callable[[], date],
    ):
        super().__init__()
        self._tasks = tasks
        self._log = practice_log
        self._today = today
        self._wanted = PIECE
        self.list = PracticeLogList(theme, title_of)
        self.list.back_requested.connect(self.back_requested)
        self.list.again_requested.connect(self.again_requested)
        self.list.more_requested.connect(self._more)
        self.list.note_changed.connect(self._describe)
        self.list.delete_requested.connect(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addStretch(1)

    def load(self) -> None:
        """Look at what is kept."""
        wanted = self._wanted
        self._tasks.run(lambda: self._log.recent(wanted + 1), self._show)

    def restore(self, session_id: str) -> None:
        """Bring back what was taken out."""
        self._tasks.run(lambda: self._log.restore(session_id), lambda _: self._changed())

    def _show(self, records: list[SessionRecord]) -> None:
        self.list.show_sessions(records[: self._wanted], self._today(), len(records) > self._wanted)

    def _more(self) -> None:
        self._wanted += PIECE
        self.load()

    def _describe(self, session_id: str, note: str) -> None:
        self._tasks.run(lambda: self._log.describe(session_id, note=note), lambda _: self.changed.emit())

    def _delete(self, session_id: str) -> None:
        def done(_: None) -> None:
            self._changed()
            self.taken_out.emit(session_id)

        self._tasks.run(lambda: self._log.delete(session_id), done)

    def _changed(self) -> None:
        self.load()
        self.changed.emit()
