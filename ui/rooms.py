"""Builds every page from the services, when it is first opened. Together with app.py the only place that knows all."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from numbcompanion.companion import Companion
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.kit.dialogs import Dialogs
from ui.shell.pages import PageSpec
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from numbcompanion.care.helplines import Helplines
    from ui.practice.sounds import Speaker
    from ui.prompts.reminders import Reminders
    from ui.settings.settings_page import SettingsPage
    from ui.today.today_page import NextStep

RECOVERY_CODE_KEPT = "recovery-code-kept"
Said = Callable[[str, object], None]


class Rooms(QObject):
    """Hands each page exactly what it needs."""

    said = Signal(str, object)  # a quiet line for the toast, and how to undo it (or None)
    page_requested = Signal(str)
    practice_requested = Signal(str)
    player_requested = Signal(object)
    player_closed = Signal(object)
    today_filled = Signal()

    def __init__(
        self,
        companion: Companion,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        dialogs: Dialogs,
        reminders: Reminders | None = None,
        speaker: Speaker | None = None,
    ):
        super().__init__()
        self._companion = companion
        self._theme = theme
        self._tasks = tasks
        self._facts = facts
        self._dialogs = dialogs
        self._reminders = reminders
        self._given_speaker = speaker

    def specs(self) -> list[PageSpec]:
        """Return the pages in their order."""
        return [
            PageSpec("today", lambda: tr("Today"), "today", "Ctrl+1", self._today),
            PageSpec("checkin", lambda: tr("Check in"), "check-in", "Ctrl+2", self._checkin),
            PageSpec("practice", lambda: tr("Practice"), "practice", "Ctrl+3", self._practice),
            PageSpec("journal", lambda: tr("Journal"), "journal", "Ctrl+4", self._journal),
            PageSpec("insights", lambda: tr("Insights"), "insights", "Ctrl+5", self._insights),
            PageSpec("path", lambda: tr("Path"), "path", "Ctrl+6", self._path),
            PageSpec("together", lambda: tr("Together"), "together", "Ctrl+7", self._together),
            PageSpec("library", lambda: tr("Library"), "library", "Ctrl+8", self._library),
            PageSpec("help", lambda: tr("Help now"), "help", "Ctrl+Shift+H", self._help, at_foot=True),
            PageSpec("settings", lambda: tr("Settings"), "settings", "Ctrl+,", self._settings, at_foot=True),
        ]

    @cached_property
    def helplines(self) -> Helplines:
        """The help lines, read once."""
        from numbcompanion.care.helplines import load_helplines

        return load_helplines()

    @cached_property
    def speaker(self) -> Speaker:
        """What rings the bells."""
        from ui.practice.sounds import system_speaker

        return self._given_speaker or system_speaker()

    def _today(self) -> QWidget:
        from ui.today.today_page import TodayPage

        companion = self._companion
        page = TodayPage(
            self._theme,
            self._tasks,
            self._facts,
            companion.checkins,
            companion.clock,
            self._next_step,
            self._wants_recovery_offer,
        )
        page.page_requested.connect(self.page_requested)
        page.practice_requested.connect(self.practice_requested)
        page.recovery_code_requested.connect(self._to_recovery_code)
        page.said.connect(self.said)
        page.filled.connect(self.today_filled)
        return page

    def _next_step(self) -> NextStep | None:
        from ui.today.today_page import NextStep

        state = self._companion.path.state()
        step = next((s.step for s in state.steps if not s.tried), None)
        if step is None:
            return None
        from numbcompanion.path.steps import load_steps

        told = next((s for s in load_steps().steps if s.number == step), None)
        if told is None:
            return None
        about = tr("Step {step} of 7").format(step=step)
        return NextStep(about, told.title, told.summary)

    def _wants_recovery_offer(self) -> bool:
        return not self._companion.store.state(RECOVERY_CODE_KEPT)

    def _to_recovery_code(self) -> None:
        self._make_code_next = True
        self.page_requested.emit("settings")

    def _checkin(self) -> QWidget:
        from ui.checkin.checkin_page import CheckInPage

        page = CheckInPage(self._theme, self._tasks, self._facts, self._companion.checkins)
        page.said.connect(self.said)
        return page

    def _insights(self) -> QWidget:
        from ui.insights.insights_page import InsightsPage

        page = InsightsPage(self._theme, self._tasks, self._facts, self._companion.checkins)
        page.page_requested.connect(self.page_requested)
        return page

    def _help(self) -> QWidget:
        from ui.help.page import HelpPage

        page = HelpPage(
            self._theme, self.helplines, self._companion.preferences, self._companion.clock, QLocale().name()
        )
        page.practice_requested.connect(self.practice_requested)
        return page

    def _practice(self) -> QWidget:
        from ui.practice.page import PracticePage

        return PracticePage()

    def _journal(self) -> QWidget:
        from ui.journal.page import JournalPage

        return JournalPage()

    def _path(self) -> QWidget:
        from ui.path.page import PathPage

        return PathPage()

    def _together(self) -> QWidget:
        from ui.together.page import TogetherPage

        return TogetherPage()

    def _library(self) -> QWidget:
        from ui.library.page import LibraryPage

        return LibraryPage()

    def _settings(self) -> QWidget:
        from ui.settings.settings_page import SettingsPage

        return SettingsPage(self._theme, {})
