"""Puts together what prompts need on the GUI thread: the desk, the ways to show one, the tray, the small window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from numbcompanion.checkins.quiet_line import quiet_line
from numbcompanion.checkins.records import CheckIn, Source
from numbcompanion.companion import Companion
from numbcompanion.prompts.plan import Next
from numbcompanion.prompts.sentences import why
from ui.checkin.small_window import SmallCheckIn
from ui.dates import time_of_day
from ui.facts import Facts
from ui.prompts.desk import PromptDesk
from ui.prompts.notifier import Notifier
from ui.prompts.prompt_card import PromptCard, WindowNotices
from ui.prompts.system_notices import SystemNotices
from ui.prompts.tray_notices import TrayNotices
from ui.shell.tray import Tray
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.prompts.settings import PromptSettings


class Reminders(QObject):
    """Built before the store opens, started after it."""

    more_requested = Signal(object)  # the depth chosen so far, or None
    glimmer_requested = Signal()
    said = Signal(str, object)

    def __init__(
        self,
        companion: Companion,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        tray: Tray,
        window: QWidget,
        busy: Callable[[], bool],
    ):
        super().__init__(window)
        self._companion = companion
        self._theme = theme
        self._tasks = tasks
        self._facts = facts
        self._tray = tray
        self._small: SmallCheckIn | None = None
        self._system = SystemNotices()
        self.card = PromptCard(theme, window)
        channels = (self._system, TrayNotices(tray, tray.message_clicked, self), WindowNotices(self.card))
        self.notifier = Notifier(channels, self)
        self.desk = PromptDesk(tasks, facts, companion.prompts, self.notifier, companion.clock, busy, self)
        self.desk.check_in_requested.connect(lambda _: self.open_small_check_in(Source.PROMPT))
        self.desk.next_changed.connect(self._tell_tray)
        tray.check_in_requested.connect(lambda: self.open_small_check_in(Source.TRAY))
        tray.pause_requested.connect(lambda length: self.desk.change(lambda: companion.prompts.pause_by(length)))
        tray.resume_requested.connect(lambda: self.desk.change(companion.prompts.resume))
        tray.menu.aboutToShow.connect(self.desk.look_again)

    def start(self) -> None:
        """Begin to wait for prompts; the store's opening goes first."""
        self.desk.start()

    def stop(self) -> None:
        """Stop waiting and take everything away."""
        self.desk.stop()
        if self._small is not None:
            self._small.close()

    def settings_page(self) -> PromptSettings:
        """Return the page that tells the truth about prompts."""
        from ui.prompts.abilities import AbilityRows
        from ui.prompts.settings import PromptSettings

        abilities = AbilityRows(self._theme, self._system, self._tray.present)
        self._tray.present_changed.connect(abilities.show_tray)
        companion = self._companion
        return PromptSettings(
            self._theme,
            self._tasks,
            self._facts,
            companion.prompts,
            self.desk,
            companion.clock,
            companion.preferences,
            abilities,
        )

    def open_small_check_in(self, source: Source) -> None:
        """Open the small window with the one question, or bring it forward."""
        if self._small is None:
            self._small = SmallCheckIn(self._theme, self._tasks, self._companion.checkins, source)
            self._small.saved.connect(self._saved)
            self._small.more_requested.connect(self.more_requested)
            self._small.glimmer_requested.connect(self.glimmer_requested)
            self._small.closed.connect(self._forget_small)
        self._small.ask(source)

    def _saved(self, checkin: CheckIn) -> None:
        self._facts.checkin_saved.emit(checkin)
        self.said.emit(quiet_line(checkin.depth), None)

    def _forget_small(self) -> None:
        if self._small is not None:
            self._small.deleteLater()
            self._small = None

    def _tell_tray(self, coming: Next) -> None:
        self._tray.set_next(why(coming, time_of_day))
        self._tray.set_paused(coming.pause is not None)
        self._tray.set_prompts_wanted(coming.rule.per_day > 0)
