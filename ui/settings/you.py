"""Settings › General: who the companion is for, and when a new day begins."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.errors import CompanionError
from numbcompanion.preferences import Audience, PreferencesFile
from numbcompanion.translation import tr
from ui.dates import time_of_day
from ui.facts import Facts
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.choice import Choice
from ui.settings.row import setting
from ui.theme import Theme

_LATEST_DAY_START = 12


class You(QWidget):
    """Two choices, each written at once."""

    said = Signal(str, object)

    def __init__(self, theme: Theme, facts: Facts, preferences_file: PreferencesFile):
        super().__init__()
        self._facts = facts
        self._file = preferences_file
        self.audience = Chips(theme, exclusive=True, name=tr("Who it is for"))
        self.audience.set_items(
            [
                (Audience.ME.value, tr("me"), ""),
                (Audience.PARTNER.value, tr("someone I love"), ""),
                (Audience.BOTH.value, tr("both of us"), ""),
            ]
        )
        self.day_start = Choice(theme, tr("A new day begins at"))
        hours = range(_LATEST_DAY_START + 1)
        self.day_start.set_items([(str(hour), time_of_day(datetime(2026, 1, 1, hour))) for hour in hours])
        now = preferences_file.current
        self.audience.choose([] if now.audience is None else [now.audience.value])
        self.day_start.choose(str(now.day_start_hour))
        self.audience.chosen_changed.connect(lambda chosen: self._change("audience", chosen[0]) if chosen else None)
        self.day_start.chosen_changed.connect(lambda hour: self._change("day_start_hour", int(hour)))
        card = Card(theme)
        who = tr("For someone beside, the companion opens at Together.")
        card.add(setting(theme, tr("Who it is for"), who, self.audience))
        card.add_line()
        day = tr("What is said before that hour belongs to the evening before. What was kept stays on its day.")
        card.add(setting(theme, tr("A new day begins at"), day, self.day_start, beside=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _change(self, field: str, value: object) -> None:
        try:
            self._facts.preferences_changed.emit(self._file.change(**{field: value}))
        except CompanionError as error:
            self.said.emit(str(error), None)
