"""What the companion is beside its window: tray, prompts, a watch on the store, the daily copy, what closing means."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent

from numbcompanion.checkins.records import Source
from numbcompanion.companion import Companion
from numbcompanion.errors import CompanionError
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.kit.dialogs import Dialogs
from ui.navigation import Navigation
from ui.reminders import Reminders
from ui.rooms import Rooms
from ui.shell.store_watch import StoreWatch
from ui.shell.tray import Tray
from ui.shell.window import Window
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.prompts.settings import PromptSettings

_COPY_AFTER_MS = 20_000
_TRAY_PATIENCE_MS = 60_000


class Presence(QObject):
    """Built once the window is up, so that it costs the start nothing."""

    def __init__(
        self,
        companion: Companion,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        dialogs: Dialogs,
        rooms: Rooms,
        window: Window,
        navigation: Navigation,
        quit_program: Callable[[], None],
    ):
        super().__init__(window)
        self._companion = companion
        self._tasks = tasks
        self._facts = facts
        self._dialogs = dialogs
        self._window = window
        self._navigation = navigation
        self._quit = quit_program
        self._store_watch: StoreWatch | None = None
        self.tray = Tray(theme, parent=self)
        self.reminders = Reminders(companion, theme, tasks, facts, self.tray, window, lambda: rooms.playing)
        rooms.practice_ended.connect(self.reminders.desk.busy_ended)
        self._connect()

    def start(self, hidden: bool) -> None:
        """Show the tray icon; where there is none, a window that was to stay hidden is shown after a minute."""
        self.tray.start()
        if hidden and not self.tray.present:
            QTimer.singleShot(_TRAY_PATIENCE_MS, self, self._show_without_tray)

    def opened(self) -> None:
        """The home is open: wait for prompts, watch for other writers, make today's copy in a while."""
        if self._store_watch is not None:
            return
        companion, tell = self._companion, self._facts.store_changed_elsewhere.emit
        self._store_watch = StoreWatch(self._tasks, companion.home, companion.store.changed_elsewhere, tell, self)
        self.reminders.start()
        QTimer.singleShot(_COPY_AFTER_MS, self, lambda: self._tasks.run_aside(companion.copy_of_today))

    def stop(self) -> None:
        """Take everything away."""
        self.reminders.stop()
        self.tray.stop()

    def closing(self, event: QCloseEvent) -> None:
        """Keep the companion in the tray; without a tray, say once what closing does."""
        told = self._companion.preferences.current.close_to_tray_told
        if self.tray.present:
            event.accept()
            if not told:
                words = tr("The companion stays here in the tray. “Quit” in this menu ends it.")
                self.tray.show_message(tr("Numb Companion"), words)
                self._told()
        elif told or self._agreed_to_end():
            event.accept()
            self._told()
            self._quit()
        else:
            event.ignore()

    def _connect(self) -> None:
        tray, window = self.tray, self._window
        tray.open_requested.connect(window.raise_up)
        tray.help_requested.connect(lambda: self._raise_and(lambda: window.show_page("help")))
        tray.sit_requested.connect(lambda: self._raise_and(self._navigation.sit))
        tray.glimmer_requested.connect(lambda: self._navigation.glimmer(Source.TRAY))
        tray.quit_requested.connect(self._quit)
        window.page_shown.connect(lambda _: self.reminders.desk.look_again())
        self.reminders.more_requested.connect(lambda depth: self._raise_and(lambda: self._navigation.check_in(depth)))
        self.reminders.glimmer_requested.connect(lambda: self._navigation.glimmer(Source.PROMPT))
        self.reminders.said.connect(window.say)

    def settings_page(self) -> PromptSettings:
        """Return the settings page of the prompts."""
        return self.reminders.settings_page()

    def _show_without_tray(self) -> None:
        if not self.tray.present and not self._window.isVisible():
            self._window.raise_up()
            self._window.say(tr("There is no tray here, so the window is the home of the companion."), None)

    def _raise_and(self, then: Callable[[], None]) -> None:
        self._window.raise_up()
        then()

    def _agreed_to_end(self) -> bool:
        question = tr(
            "There is no tray here, so closing the window ends the companion. No prompt comes until the next start."
        )
        return self._dialogs.ask(self._window, tr("Close the companion"), question, tr("Close"), tr("Keep it open"))

    def _told(self) -> None:
        if self._companion.preferences.current.close_to_tray_told:
            return
        try:
            self._companion.preferences.change(close_to_tray_told=True)
        except CompanionError:
            return
