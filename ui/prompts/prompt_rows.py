"""The lists of the prompts' page: the last ones, and what the person asked for."""

from collections.abc import Callable, Sequence
from datetime import datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.preferences import Preferences
from numbcompanion.prompts.records import PromptEvent
from numbcompanion.prompts.rules import MOST_PER_DAY
from numbcompanion.prompts.sentences import detail, in_words, outcome
from numbcompanion.translation import tr
from ui.dates import time_of_day
from ui.kit.choice import Choice
from ui.kit.column import Column
from ui.kit.text import body, soft
from ui.theme import Space, Theme

_WHEN_WIDTH = 126
_GAP_NOTE_FROM = 2


class LastOnes(QWidget):
    """The last prompts with what became of each and why."""

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self._column = Column(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)

    def show_events(self, events: Sequence[PromptEvent], zone_name: str, say_when: Callable[[datetime], str]) -> None:
        """Show these, the first on top."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not events:
            self._column.addWidget(soft(self._theme, tr("Nothing yet. What becomes of each prompt is told here.")))
        for place, event in enumerate(events):
            if place:
                self._column.addWidget(_line())
            self._column.addWidget(self._row(event, zone_name, say_when))

    def _row(self, event: PromptEvent, zone_name: str, say_when: Callable[[datetime], str]) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.L)
        when = soft(self._theme, say_when(event.due))
        when.setFixedWidth(self._theme.px(_WHEN_WIDTH))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(body(self._theme, tr("Check in · {outcome}").format(outcome=outcome(event))))
        said = detail(event, zone_name, time_of_day)
        if said:
            words.addWidget(soft(self._theme, said))
        across.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        return row


class Wishes(QWidget):
    """How many check-ins a day, and between which hours."""

    number_chosen = Signal(int)
    window_chosen = Signal(int, int)

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self.number = Choice(theme, tr("Check-ins a day"))
        self.from_hour = Choice(theme, tr("Not before"))
        self.to_hour = Choice(theme, tr("Not after"))
        self._note = soft(theme, tr("At random moments, at least three hours apart. One waits for 45 minutes."))
        self._note.setContentsMargins(0, 0, 0, 0)
        self._column = Column(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)
        self._fill()
        self.number.chosen_changed.connect(lambda key: self.number_chosen.emit(int(key)))
        for choice in (self.from_hour, self.to_hour):
            choice.chosen_changed.connect(lambda _: self._choose_window())

    def show_preferences(self, chosen: Preferences) -> None:
        """Show what is asked for now."""
        self.number.choose(str(chosen.prompts_per_day))
        self._fill_hours(chosen.prompts_from_hour)
        self.from_hour.choose(str(chosen.prompts_from_hour))
        self.to_hour.choose(str(chosen.prompts_to_hour))
        asked = chosen.prompts_per_day > 0
        self.from_hour.setEnabled(asked)
        self.to_hour.setEnabled(asked)
        self._note.setVisible(chosen.prompts_per_day >= _GAP_NOTE_FROM)

    def _fill(self) -> None:
        self.number.set_items([(str(n), in_words(n)) for n in range(MOST_PER_DAY + 1)])
        self._fill_hours(0)
        for words, choice in (
            (tr("Check-ins a day"), self.number),
            (tr("Not before"), self.from_hour),
            (tr("Not after"), self.to_hour),
        ):
            row = QHBoxLayout()
            row.setSpacing(Space.M)
            row.addWidget(body(self._theme, words), 1, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(choice)
            self._column.addLayout(row)
        self._column.addWidget(self._note)

    def _fill_hours(self, from_hour: int) -> None:
        self.from_hour.set_items([(str(hour), _hour(hour)) for hour in range(24)])
        self.to_hour.set_items([(str(hour), _hour(hour)) for hour in range(from_hour + 1, 25)])

    def _choose_window(self) -> None:
        begins = int(self.from_hour.chosen() or 0)
        ends = max(int(self.to_hour.chosen() or 0), begins + 1)
        self.window_chosen.emit(begins, ends)


def _hour(hour: int) -> str:
    if hour == 24:
        return tr("midnight")
    return time_of_day(datetime.combine(datetime.min.date(), time(hour)))


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    return line
