"""Puts the parts of prompting together: channels, desk, tray, and the page that tells about them."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from numbcompanion.clock import Clock
from numbcompanion.preferences import PreferencesFile
from numbcompanion.prompts.plan import Next
from numbcompanion.prompts.prompts import Prompts
from numbcompanion.prompts.records import PauseLength
from numbcompanion.prompts.sentences import why
from ui.dates import time_of_day
from ui.facts import Facts
from ui.prompts.desk import PromptDesk
from ui.prompts.notifier import Notifier
from ui.prompts.prompt_card import PromptCard, WindowNotices
from ui.prompts.settings import PromptSettings
from ui.prompts.system_notices import SystemNotices
from ui.prompts.tray_notices import TrayNotices
from ui.tasks import Tasks
from ui.theme import Theme


class PromptTray(Protocol):
    """The part of the tray that prompts need."""

    @property
    def present(self) -> bool:
        """Whether there is a tray."""

    @property
    def present_changed(self) -> SignalInstance: ...
    @property
    def message_clicked(self) -> SignalInstance: ...
    @property
    def menu_opened(self) -> SignalInstance: ...
    @property
    def pause_requested(self) -> SignalInstance: ...
    @property
    def resume_requested(self) -> SignalInstance: ...

    def show_message(self, title: str, text: str) -> bool:
        """Show a message; False where that cannot be done."""

    def set_next(self, line: str) -> None:
        """Say when the next prompt comes."""

    def set_paused(self, paused: bool) -> None:
        """Offer Resume, or Pause."""

    def set_prompts_wanted(self, wanted: bool) -> None:
        """Offer Pause only where there is something to pause."""


class Reminders(QObject):
    """All of prompting for one window and one tray.

    `start` once the store is open (or opening: it goes through tasks), `stop` before the program ends.
    """

    check_in_requested = Signal(str)  # key of the prompt: show the small window

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        prompts: Prompts,
        clock: Clock,
        preferences_file: PreferencesFile,
        tray: PromptTray,
        window: QWidget,
        busy: Callable[[], bool] = lambda: False,
    ):
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._facts = facts
        self._prompts = prompts
        self._clock = clock
        self._preferences_file = preferences_file
        self._tray = tray
        self._system = SystemNotices()
        self.card = PromptCard(theme, window)
        channels = (self._system, TrayNotices(tray, tray.message_clicked, self), WindowNotices(self.card))
        self.notifier = Notifier(channels, self)
        self.desk = PromptDesk(tasks, facts, prompts, self.notifier, clock, busy, self)
        self.desk.check_in_requested.connect(self.check_in_requested)
        self.desk.next_changed.connect(self._tell_tray)
        tray.pause_requested.connect(lambda length: self.pause(PauseLength(length)))
        tray.resume_requested.connect(self.resume)
        tray.menu_opened.connect(self.desk.look_again)

    def start(self) -> None:
        """Begin to wait for prompts."""
        self.desk.start()

    def stop(self) -> None:
        """End everything, threads included."""
        self.desk.stop()

    def pause(self, length: PauseLength) -> None:
        """Send no prompt for `length`."""
        self.desk.change(lambda: self._prompts.pause_by(length))

    def resume(self) -> None:
        """End the pause."""
        self.desk.change(self._prompts.resume)

    def settings_page(self) -> PromptSettings:
        """Return a new page Settings, prompts."""
        from ui.prompts.abilities import AbilityRows

        rows = AbilityRows(self._theme, self._system, self._tray.present)
        self._tray.present_changed.connect(rows.show_tray)
        return PromptSettings(
            self._theme,
            self._tasks,
            self._facts,
            self._prompts,
            self.desk,
            self._clock,
            self._preferences_file,
            rows,
        )

    def _tell_tray(self, coming: Next) -> None:
        self._tray.set_next(why(coming, time_of_day))
        self._tray.set_paused(coming.pause is not None)
        self._tray.set_prompts_wanted(coming.rule.per_day > 0)
