"""Settings, prompts: when the next one comes and why, what became of the last ones, and what can be changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from numbcompanion.clock import Clock, zone
from numbcompanion.preferences import Preferences, PreferencesFile
from numbcompanion.prompts.plan import Next
from numbcompanion.prompts.prompts import Prompts
from numbcompanion.prompts.records import PromptEvent
from numbcompanion.prompts.sentences import headline, why
from numbcompanion.translation import tr
from ui.dates import time_of_day
from ui.facts import Facts
from ui.kit.buttons import ButtonRow, link_button, quiet_button
from ui.kit.card import Card
from ui.kit.column import Column
from ui.kit.columns import Columns
from ui.kit.page import Page
from ui.kit.text import card_title, soft
from ui.prompts.abilities import AbilityRows
from ui.prompts.desk import PromptDesk
from ui.prompts.prompt_rows import LastOnes, Wishes
from ui.tasks import Tasks
from ui.theme import Space, Theme

_SHOWN_EVENTS = 6


@dataclass(frozen=True)
class _Seen:
    coming: Next
    events: Sequence[PromptEvent]


class PromptSettings(Page):
    """The page that tells the truth about every prompt."""

    back_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        prompts: Prompts,
        desk: PromptDesk,
        clock: Clock,
        preferences_file: PreferencesFile,
        abilities: AbilityRows | None = None,
    ):
        super().__init__(theme, tr("Prompts"))
        self._theme = theme
        self._tasks = tasks
        self._facts = facts
        self._prompts = prompts
        self._desk = desk
        self._clock = clock
        self._preferences_file = preferences_file
        self.not_today_button = quiet_button(theme, tr("Not today"))
        self.resume_button = quiet_button(theme, tr("Resume"))
        self.test_button = quiet_button(theme, tr("Send me a test one"))
        self.test_said = soft(theme, "")
        self.last_ones = LastOnes(theme)
        self.wishes = Wishes(theme)
        self.back_button = link_button(theme, tr("All settings"))
        self._build(abilities)
        self._connect()

    def opened(self) -> None:
        """Show what is true now."""
        self.wishes.show_preferences(self._preferences_file.current)
        self.test_said.hide()
        self._reload()

    def _build(self, abilities: AbilityRows | None) -> None:
        head = QWidget()
        column = Column(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(ButtonRow(self.not_today_button, self.resume_button, self.test_button))
        column.addWidget(self.test_said)
        self.header.addWidget(self.back_button)
        self.add(head)
        sides = Columns(self._theme)
        sides.left.addWidget(self._card(tr("What became of the last ones"), self.last_ones), 1)
        sides.right.addWidget(self._card(tr("My prompts"), self.wishes))
        if abilities is not None:
            sides.right.addWidget(self._card(tr("What this computer can tell us"), abilities))
        sides.right.addStretch(1)
        self.add(sides, 1)
        self.resume_button.hide()
        self.test_said.hide()

    def _card(self, heading: str, content: QWidget) -> Card:
        card = Card(self._theme)
        card.add(card_title(self._theme, heading))
        card.add_line()
        card.add(content)
        card.column.addStretch(1)
        return card

    def _connect(self) -> None:
        self.not_today_button.clicked.connect(lambda: self._desk.change(self._prompts.pause_today))
        self.resume_button.clicked.connect(lambda: self._desk.change(self._prompts.resume))
        self.test_button.clicked.connect(self._desk.send_test)
        self.back_button.clicked.connect(self.back_requested)
        self._desk.test_shown.connect(self._say_where)
        self._facts.prompts_changed.connect(self._reload_if_seen)
        self.wishes.number_chosen.connect(lambda n: self._change(lambda: self._prompts.ask_for(n)))
        self.wishes.window_chosen.connect(self._change_window)

    def _change_window(self, from_hour: int, to_hour: int) -> None:
        number = self._preferences_file.current.prompts_per_day
        self._change(lambda: self._prompts.ask_for(number, from_hour, to_hour))

    def _change(self, change: Callable[[], object]) -> None:
        def changed() -> Preferences:
            change()
            return self._preferences_file.current

        self._tasks.run(changed, self._facts.preferences_changed.emit)

    def _reload_if_seen(self) -> None:
        if self.isVisible():
            self.wishes.show_preferences(self._preferences_file.current)
            self._reload()

    def _reload(self) -> None:
        self._tasks.run(lambda: _Seen(self._prompts.next(), self._prompts.recent(_SHOWN_EVENTS)), self._show)

    def _show(self, seen: _Seen) -> None:
        coming = seen.coming
        paused = coming.pause is not None
        self.set_title(headline(coming, time_of_day))
        self.set_subtitle(why(coming, time_of_day))
        self.resume_button.setVisible(paused)
        self.not_today_button.setVisible(not paused and coming.rule.per_day > 0)
        self.last_ones.show_events(seen.events, self._clock.zone_name(), self._when)

    def _when(self, instant: datetime) -> str:
        there = zone(self._clock.zone_name())
        wall, today = instant.astimezone(there), self._clock.now().astimezone(there).date()
        time = time_of_day(wall)
        if wall.date() == today:
            return tr("Today {time}").format(time=time)
        if wall.date() == today - timedelta(days=1):
            return tr("Yesterday {time}").format(time=time)
        from ui.dates import day_short

        return tr("{day} {time}").format(day=day_short(wall.date()), time=time)

    def _say_where(self, channel: str) -> None:
        words = {
            "system": tr("Sent as a notification."),
            "tray": tr("Sent as a message at the tray icon: there are no notifications here."),
            "window": tr("Shown as a card in this window: there are no notifications here, and no tray messages."),
        }
        self.test_said.setText(words.get(channel, tr("There was nothing to show it with.")))
        self.test_said.show()
