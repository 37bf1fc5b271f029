"""The last sessions as a quiet list; each can be sat again."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.practice.records import SessionRecord
from numbcompanion.translation import tr
from ui.kit.buttons import link_button
from ui.kit.text import label, soft_body
from ui.practice.words import day_words, joined, short_length
from ui.theme import Space, Theme

MOST = 5


class _Line(QWidget):
    """One session: what it was, and a way to do it again."""

    def __init__(self, theme: Theme):
        super().__init__()
        self.words = soft_body(theme, "")
        self.again = link_button(theme, tr("Again"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.words, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.again, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.record: SessionRecord | None = None

    def text(self) -> str:
        return self.words.text()


class Lately(QWidget):
    """At most five lines; nothing is counted."""

    again_requested = Signal(object)  # SessionRecord
    all_requested = Signal()

    def __init__(self, theme: Theme, title_of: Callable[[str], str]):
        super().__init__()
        self._title_of = title_of
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(label(theme, tr("Lately")))
        self.lines: list[_Line] = [_Line(theme) for _ in range(MOST)]
        for line in self.lines:
            column.addWidget(line)
            line.again.clicked.connect(lambda _=False, line=line: self.again_requested.emit(line.record))
        self.all = link_button(theme, tr("All sessions"))
        self.all.clicked.connect(self.all_requested)
        column.addWidget(self.all)
        self.hide()

    def show_sessions(self, records: Sequence[SessionRecord], today: date) -> None:
        """Show these, the newest first."""
        for line, record in zip(self.lines, records, strict=False):
            parts = (
                self._title_of(record.practice),
                short_length(round(record.done_s, 1)),
                day_words(record.moment.local_date, today),
            )
            line.record = record
            line.words.setText(joined(*parts))
            line.again.setAccessibleName(tr("Again: {session}").format(session=joined(*parts)))
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(records))
        self.setVisible(bool(records))
