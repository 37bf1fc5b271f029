"""The log of sessions: what was done, in words; a note can be changed, a session taken out, or sat again."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.practice.records import Ending, SessionRecord
from numbcompanion.translation import tr
from ui.kit.buttons import link_button
from ui.kit.card import Card
from ui.kit.field import LineField
from ui.kit.text import Text, body, soft
from ui.practice.words import day_words, joined, length_words, short_length
from ui.theme import Space, TextStyle, Theme

PIECE = 20


class SessionRow(QWidget):
    """One session."""

    again_requested = Signal(object)  # SessionRecord
    note_changed = Signal(str, str)  # id, note
    delete_requested = Signal(str)

    def __init__(self, theme: Theme, record: SessionRecord, title: str, today: date):
        super().__init__()
        self.record = record
        words = joined(day_words(record.moment.local_date, today), title)
        self.words = Text(theme, words, TextStyle.BODY_STRONG)
        self.about = soft(theme, about_session(record))
        self.note = LineField(theme, tr("Note, {session}").format(session=words), tr("A note, if you like"))
        self.note.setText(record.note)
        self.note.editingFinished.connect(self._note_written)
        self.again = link_button(theme, tr("Again"))
        self.again.setAccessibleName(tr("Again: {session}").format(session=words))
        self.again.clicked.connect(lambda: self.again_requested.emit(record))
        self.remove = link_button(theme, tr("Take out"))
        self.remove.setAccessibleName(tr("Take out: {session}").format(session=words))
        self.remove.clicked.connect(lambda: self.delete_requested.emit(record.id))
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.again, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self.note)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._note_written()  # a field that is hidden while it is written in says nothing itself

    def _note_written(self) -> None:
        text = self.note.text().strip()
        if text != self.record.note:
            self.record = replace(self.record, note=text)
            self.note_changed.emit(self.record.id, text)


class PracticeLogList(QWidget):
    """Sessions, the newest first, twenty at a time."""

    back_requested = Signal()
    more_requested = Signal()
    again_requested = Signal(object)
    note_changed = Signal(str, str)
    delete_requested = Signal(str)

    def __init__(self, theme: Theme, title_of: Callable[[str], str]):
        super().__init__()
        self._theme = theme
        self._title_of = title_of
        self.rows: list[SessionRow] = []
        self.back = link_button(theme, tr("All practices"))
        self.back.clicked.connect(self.back_requested)
        self._card = Card(theme)
        words = tr("Nothing is here yet. What you practise is written down here, also when it is short.")
        self.empty = body(theme, words)
        self._card.add(self.empty)
        self.more = link_button(theme, tr("Earlier ones"))
        self.more.clicked.connect(self.more_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        for part in (self.back, self._card, self.more):
            column.addWidget(part)

    def show_sessions(self, records: Sequence[SessionRecord], today: date, more: bool) -> None:
        """Show these from the beginning; `more` says that there are earlier ones."""
        while self.rows:
            row = self.rows.pop()
            self._card.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for record in records:
            row = SessionRow(self._theme, record, self._title_of(record.practice), today)
            row.again_requested.connect(self.again_requested)
            row.note_changed.connect(self.note_changed)
            row.delete_requested.connect(self.delete_requested)
            self.rows.append(row)
            self._card.add(row)
        self.empty.setVisible(not records)
        self.more.setVisible(more)


def about_session(record: SessionRecord) -> str:
    """Return what is kept of a session beside its name: how long, what was planned, before and after."""
    done = length_words(round(record.done_s, 1))
    parts = [done]
    if record.planned_s is not None and record.ending is not Ending.COMPLETE:
        parts.append(tr("of {planned}").format(planned=short_length(record.planned_s)))
    if record.ending is Ending.MOVED_TO_ORIENTING:
        parts.append(tr("then looked around"))
    if record.depth_before is not None:
        parts.append(tr("before {depth}").format(depth=record.depth_before))
    if record.depth_after is not None:
        parts.append(tr("after {depth}").format(depth=record.depth_after))
    return joined(*parts)
