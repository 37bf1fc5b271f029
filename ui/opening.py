"""The way from a start to an open home: the first questions, or what to do when it does not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from numbcompanion.companion import Companion
from numbcompanion.errors import CodeMistyped, CompanionError
from numbcompanion.preferences import Audience
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.rooms import Rooms
from ui.shell.window import Window
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.shell.first_run import FirstAnswers, FirstRun
    from ui.shell.trouble import Trouble


class Opening(QObject):
    """Opens the home on the worker thread, and covers the window while something is to be answered first."""

    opened = Signal()
    close_requested = Signal()

    def __init__(self, companion: Companion, theme: Theme, tasks: Tasks, facts: Facts, window: Window, rooms: Rooms):
        super().__init__(window)
        self._companion = companion
        self._theme = theme
        self._tasks = tasks
        self._facts = facts
        self._window = window
        self._rooms = rooms
        self._trouble: Trouble | None = None
        self._questions: FirstRun | None = None
        tasks.trouble.connect(self._say)

    @property
    def in_trouble(self) -> bool:
        """Whether the home could not be opened."""
        return self._trouble is not None

    def open(self, recovery_code: str | None = None) -> None:
        """Ask for the home to be opened; `opened` follows, or the window says what is wrong."""
        self._tasks.run(lambda: self._companion.open(recovery_code), lambda _: self._opened(), self._not_opened)

    def ask_first_questions(self) -> None:
        """Cover the window with the first questions, once in the life of a home."""
        if self._companion.preferences.current.first_run_done:
            return
        from numbcompanion.care.helplines import guessed_country
        from ui.shell.first_run import FirstRun

        countries = [(country.code, tr(country.country)) for country in self._rooms.helplines.countries]
        self._questions = FirstRun(self._theme, countries, guessed_country(QLocale().name()))
        self._questions.finished.connect(self._answered)
        self._questions.help_requested.connect(self._rooms.open_help_window)
        self._window.cover_with(self._questions)

    def skip_questions(self) -> None:
        """Leave the first questions with nothing chosen."""
        if self._questions is not None:
            self._questions.end()

    def _answered(self, answers: FirstAnswers) -> None:
        values: dict[str, object] = {"first_run_done": True}
        if answers.audience is not None:
            values["audience"] = answers.audience
        if answers.country is not None:
            values["country"] = answers.country
        if answers.prompts_per_day is not None:
            values["prompts_per_day"] = answers.prompts_per_day
        questions, self._questions = self._questions, None
        self._window.uncover(questions)
        self._window.show_page("together" if answers.audience is Audience.PARTNER else "today")
        try:
            self._facts.preferences_changed.emit(self._companion.preferences.change(**values))
        except CompanionError as error:
            self._say(error)

    def _opened(self) -> None:
        if self._trouble is not None:
            self._window.uncover(self._trouble)
            self._trouble = None
            self._window.show_page(self._window.current)
        kept = self._companion.preferences.broken_file_kept_at
        if kept is not None:
            words = tr(
                "The settings file could not be read, so settings are as on the first day. It is kept as {name}."
            )
            self._window.toasts.say(words.format(name=kept.name))
        self.opened.emit()

    def _not_opened(self, error: CompanionError) -> None:
        if self._trouble is not None:
            if type(error) is self._trouble.kind or isinstance(error, CodeMistyped):
                self._trouble.say(str(error))
                return
            self._window.uncover(self._trouble)
        from ui.shell.trouble import Trouble

        self._trouble = Trouble(self._theme, error)
        self._trouble.again_requested.connect(self.open)
        self._trouble.code_given.connect(self.open)
        self._trouble.copy_requested.connect(self._put_back)
        self._trouble.help_requested.connect(self._rooms.open_help_window)
        self._trouble.close_requested.connect(self.close_requested)
        self._window.cover_with(self._trouble)
        self._window.show()

    def _put_back(self) -> None:
        store = self._companion.store
        self._tasks.run(store.put_back_newest_copy, lambda _: self._opened(), self._not_opened)

    def _say(self, error: CompanionError) -> None:
        if not self.in_trouble:
            self._window.toasts.say(str(error))
