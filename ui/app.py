"""The program with a face: builds everything in order, and takes it down in reverse."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QTimer
from PySide6.QtWidgets import QApplication

from numbcompanion import __version__
from numbcompanion.companion import Companion
from numbcompanion.errors import CompanionError, HomeNotWritable
from numbcompanion.paths import APPLICATION, Home
from numbcompanion.preferences import Audience, Preferences
from numbcompanion.translation import tr
from ui.shell.ready import ready
from ui.shell.single_instance import Claim, SingleInstance
from ui.shell.window import Window
from ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from ui.kit.dialogs import Dialogs
    from ui.presence import Presence
    from ui.prompts.settings import PromptSettings
    from ui.shell.termination import Termination

_SETTLED_AFTER_MS = 1_500


def run(data_dir: str | None = None, hidden: bool = False, demo: bool = False) -> int:
    """Open the companion and stay until it is closed; returns the exit code."""
    if not _has_screen():
        print(tr("There is no screen here. “--tour DIR” draws every page into a folder without one."), file=sys.stderr)
        return 1
    if demo:
        from numbcompanion.demo import demo_home

        with demo_home() as companion:
            return _run(companion, hidden)
    return _run(Companion(Home.chosen(data_dir)), hidden)


def tour(folder: str) -> int:
    """Draw every page and state into `folder`, without a screen; returns the exit code."""
    from ui.tour import draw_tour

    return draw_tour(folder)


def application() -> QApplication:
    """Return the Qt application, named."""
    QApplication.setApplicationName(APPLICATION)
    QApplication.setApplicationDisplayName(tr("Numb Companion"))
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(APPLICATION)
    # A desktop without portals, and which sound library is used, are no news to the person.
    QLoggingCategory.setFilterRules(
        "qt.qpa.services.warning=false\nqt.multimedia.symbolsresolver*=false\nqt.multimedia.ffmpeg*.info=false"
    )
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    return app


def _run(companion: Companion, hidden: bool) -> int:
    app = application()
    program = App(app, companion)
    if not program.begin(hidden):
        return 0
    code = app.exec()
    program.end()
    return code


def _has_screen() -> bool:
    if sys.platform in {"darwin", "win32"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start_log(home: Home) -> None:
    """Begin the log; its library is loaded only now, off the way to the first window."""
    from numbcompanion import logs

    logs.start(home)


class App(QObject):
    """The running program. The window is on the screen before what fills it is loaded."""

    def __init__(self, app: QApplication, companion: Companion):
        super().__init__()
        self._app = app
        self._companion = companion
        self.theme = Theme()
        self.window = Window(self.theme)
        self.instance = SingleInstance(companion.home, self)
        self._termination: Termination | None = None
        self._hidden = False
        self._settled = False
        self._home_is_open = False

    def begin(self, hidden: bool) -> bool:
        """Show the window, or start in the tray; False when another window took over."""
        if not self._is_first():
            return False
        self._follow_preferences(self._companion.preferences.current)
        if not hidden:
            self.theme.lay_ground(self.window, self._companion.preferences.current.dark_last_time)
            self.window.show()
            self._app.processEvents()
            ready("window")
        from ui.shell.termination import Termination

        self._termination = Termination(self._end_loop, self)
        self._furnish()
        self._hidden = hidden
        QTimer.singleShot(_SETTLED_AFTER_MS, self, self._settle)
        return True

    def _furnish(self) -> None:
        from ui.facts import Facts
        from ui.navigation import Navigation
        from ui.opening import Opening
        from ui.rooms import Rooms
        from ui.tasks import Tasks, WorkerThread

        worker = WorkerThread()
        self.tasks = Tasks(worker)
        self.facts = Facts()
        self.rooms = Rooms(self._companion, self.theme, self.tasks, self.facts, self.dialogs, self._prompt_settings)
        self.opening = Opening(self._companion, self.theme, self.tasks, self.facts, self.window, self.rooms)
        self.opening.open()
        worker.start()
        self.theme.apply(self._app)
        self.window.furnish(self.rooms.specs())
        self.navigation = Navigation(self.theme, self.window, self.rooms, self.dialogs)
        self._connect()
        self.window.show_page(self._first_page())
        self.opening.ask_first_questions()
        self.tasks.run(lambda: start_log(self._companion.home))

    def _settle(self) -> None:
        """Build what is beside the window: once the first page is filled, or after a while."""
        if self._settled:
            return
        self._settled = True
        self.instance.listen()
        self._app.setWindowIcon(self.theme.app_icon())
        self.presence.start(self._hidden)
        if self._home_is_open:
            self.presence.opened()

    @cached_property
    def dialogs(self) -> Dialogs:
        """The only door to dialogs."""
        from ui.kit.dialogs import Dialogs

        return Dialogs(self.theme)

    @cached_property
    def presence(self) -> Presence:
        """Tray, prompts and all else beside the window."""
        from ui.presence import Presence

        return Presence(
            self._companion,
            self.theme,
            self.tasks,
            self.facts,
            self.dialogs,
            self.rooms,
            self.window,
            self.navigation,
            self.ask_to_quit,
        )

    def _end_loop(self) -> None:
        self._app.exit(0)  # quit() would close the window first, and that may ask a question

    def ask_to_quit(self) -> None:
        """Save what is open, then end; words that no disk took are not let go without asking."""
        self.window.leave_page()
        self.tasks.run(lambda: None, lambda _: self._quit_if_saved())

    def end(self) -> None:
        """Save what is open, then close everything in reverse."""
        self.window.leave_page()
        self.rooms.end_practice()
        self.presence.stop()
        self.tasks.run(self._companion.close)
        self.tasks.close()
        self.instance.release()
        if self._termination is not None:
            self._termination.stop()

    def _quit_if_saved(self) -> None:
        if not getattr(self.window.page_if_built("journal"), "unsaved", False):
            self._end_loop()
            return
        self.window.raise_up()
        question = tr("The last words in the journal could not be saved yet. If the companion ends now, they are gone.")
        if self.dialogs.ask(self.window, tr("Not saved yet"), question, tr("End anyway"), tr("Stay")):
            self._end_loop()

    def _first_page(self) -> str:
        partner = self._companion.preferences.current.audience is Audience.PARTNER
        return "together" if partner else "today"

    def _is_first(self) -> bool:
        try:
            self._companion.home.make()
        except HomeNotWritable:
            return True  # the opening says so, in the window
        claim = self.instance.claim(listen=False)
        if claim is Claim.SILENT:
            print(tr("The companion is open already, but does not answer."), file=sys.stderr)
        return claim is Claim.FIRST

    def _connect(self) -> None:
        rooms, window = self.rooms, self.window
        self.theme.changed.connect(self._remember_dark)
        self._remember_dark()
        rooms.said.connect(window.say)
        rooms.cover_requested.connect(window.cover_with)
        rooms.uncover_requested.connect(window.uncover)
        rooms.today_filled.connect(self._today_filled)
        window.closing.connect(self._closing)
        self.instance.show_requested.connect(lambda _: window.raise_up())
        self.facts.preferences_changed.connect(self._follow_preferences)
        self.opening.opened.connect(self._opened)
        self.opening.close_requested.connect(self.ask_to_quit)
        self._app.commitDataRequest.connect(window.leave_page)

    def _follow_preferences(self, preferences: Preferences) -> None:
        self.theme.set_choice(preferences.theme, preferences.text_scale, preferences.still)

    def _remember_dark(self) -> None:
        if self.theme.dark == self._companion.preferences.current.dark_last_time:
            return
        try:
            self._companion.preferences.change(dark_last_time=self.theme.dark)
        except CompanionError:
            return

    def _closing(self, event: QCloseEvent) -> None:
        self.presence.closing(event)

    def _opened(self) -> None:
        self._home_is_open = True
        if self._settled:
            self.presence.opened()

    def _today_filled(self) -> None:
        ready("today")
        QTimer.singleShot(0, self, self._settle)

    def _prompt_settings(self) -> PromptSettings:
        return self.presence.settings_page()
