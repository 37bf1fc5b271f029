"""The last sessions as a quiet list."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.practice.records import SessionRecord
from numbcompanion.translation import tr
from ui.kit.text import Text, label, soft_body
from ui.practice.words import day_words, joined, short_length
from ui.theme import Space, Theme

MOST = 5


class Lately(QWidget):
    """At most five lines; nothing is counted."""

    def __init__(self, theme: Theme, title_of: Callable[[str], str]):
        super().__init__()
        self._title_of = title_of
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(label(theme, tr("Lately")))
        self.lines: list[Text] = [soft_body(theme, "") for _ in range(MOST)]
        for line in self.lines:
            column.addWidget(line)
        self.hide()

    def show_sessions(self, records: Sequence[SessionRecord], today: date) -> None:
        """Show these, the newest first."""
        for line, record in zip(self.lines, records, strict=False):
            parts = (
                self._title_of(record.practice),
                short_length(round(record.done_s, 1)),
                day_words(record.moment.local_date, today),
            )
            line.setText(joined(*parts))
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(records))
        self.setVisible(bool(records))
