"""The right side: when the page was written and whether it is saved, its title, its words, a question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.clock import Moment
from numbcompanion.errors import CompanionError, DiskFull, HomeNotWritable, StoreBusy
from numbcompanion.journal.autosave import WritingState
from numbcompanion.translation import tr, tr_n
from ui import dates
from ui.journal.keeper import Leaf, Words
from ui.journal.writing import TitleField, WordsField
from ui.kit.text import Text
from ui.theme import Role, Space, TextStyle, Theme

_SIDES = 48
_TOP = 28


def state_in_words(leaf: Leaf | None) -> str:
    """Return what is true of the page's words."""
    if leaf is None:
        return ""
    if leaf.autosave.state is WritingState.WRITING:
        return tr("writing…")
    if leaf.autosave.state is WritingState.TROUBLE:
        return tr("not saved yet: {reason}").format(reason=_reason(leaf.error))
    if leaf.entry is None:
        return ""
    return tr("saved · {words}").format(words=tr_n("{n} word", "{n} words", leaf.words))


def _reason(error: CompanionError | None) -> str:
    if isinstance(error, DiskFull):
        return tr("the disk is full")
    if isinstance(error, StoreBusy):
        return tr("another program is writing")
    if isinstance(error, HomeNotWritable):
        return tr("the folder cannot be written to")
    return tr("it did not work this time")


class Sheet(QWidget):
    """The page to write on."""

    words_changed = Signal()

    def __init__(self, theme: Theme, nudge_card: QWidget, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self.when = Text(theme, "", TextStyle.SMALL, Role.SOFT_INK)
        self.state = Text(theme, "", TextStyle.SMALL, Role.SOFT_INK)
        self.title = TitleField(theme, tr("Title"), tr("A title, if you like"))
        self.body = WordsField(theme, tr("Your words"), tr("Write here, or leave it blank."))
        self._nudge_card = nudge_card
        self._build()
        theme.changed.connect(self._settle)
        self._settle()

    def words(self) -> Words:
        """Return what stands on the page."""
        return Words(self.title.words(), self.body.words())

    def show_words(self, words: Words, *, at_end: bool = True) -> None:
        """Put other words on the page."""
        self.title.fill(words.title)
        self.body.fill(words.body)
        if at_end:
            self.body.go_to_end()

    def show_moment(self, moment: Moment, this_year: int) -> None:
        """Show when the page was written."""
        day = dates.day_long(moment.local_date)
        if moment.local_date.year != this_year:
            day = tr("{day} {year}").format(day=day, year=moment.local_date.year)
        self.when.setText(tr("{day}, {time}").format(day=day, time=dates.time_of_day(moment.wall)))

    def show_state(self, leaf: Leaf | None) -> None:
        """Show in words whether the page is saved."""
        text = state_in_words(leaf)
        in_trouble = leaf is not None and leaf.autosave.state is WritingState.TROUBLE
        if text != self.state.text():
            self.state.setText(text)
            self.state.set_role(Role.CARE if in_trouble else Role.SOFT_INK)
            self.state.setToolTip(str(leaf.error) if leaf is not None and in_trouble and leaf.error else "")

    def take_keyboard(self) -> None:
        """Put the cursor into the words."""
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _build(self) -> None:
        self.when.setAccessibleName(tr("Written"))
        self.state.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addWidget(self.when, 1)
        top.addWidget(self.state, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(Space.L)
        column.addWidget(self.title)
        column.addSpacing(Space.L)
        column.addWidget(self.body, 1)
        column.addSpacing(Space.M)
        column.addWidget(self._nudge_card)
        self._inside = inside
        self._line = QHBoxLayout(self)
        self._line.addStretch(1)
        self._line.addWidget(inside, 1000)
        self._line.addStretch(1)
        self.title.words_changed.connect(self.words_changed)
        self.body.words_changed.connect(self.words_changed)
        self.title.done.connect(self.take_keyboard)
        self.body.up_pressed.connect(self.title.setFocus)

    def _settle(self) -> None:
        """Keep the lines readable: wide margins where there is room, narrow ones where there is little."""
        sides = min(_SIDES, max(Space.L, self.width() // 14))
        self._line.setContentsMargins(sides, _TOP, sides, _TOP)
        scroll_bar = self.body.verticalScrollBar().sizeHint().width()
        self._inside.setMaximumWidth(self.body.widest() + scroll_bar + Space.S)
