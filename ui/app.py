"""The program with a face: builds everything in order, and takes it down in reverse."""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QLoggingCategory, QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from numbcompanion import __version__, logs
from numbcompanion.companion import Companion
from numbcompanion.errors import CompanionError, HomeNotWritable
from numbcompanion.paths import APPLICATION, Home
from numbcompanion.preferences import Preferences
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.kit.dialogs import Dialogs
from ui.navigation import Navigation
from ui.opening import Opening
from ui.reminders import Reminders
from ui.rooms import Rooms
from ui.shell.ready import ready
from ui.shell.single_instance import Claim, SingleInstance
from ui.shell.store_watch import StoreWatch
from ui.shell.termination import Termination
from ui.shell.tray import Tray
from ui.shell.window import Window
from ui.tasks import Tasks, WorkerThread
from ui.theme import Theme

_AFTER_START_MS = 300
_COPY_AFTER_MS = 20_000
_TRAY_PATIENCE_MS = 60_000


def run(data_dir: str | None = None, hidden: bool = False, demo: bool = False) -> int:
    """Open the companion and stay until it is closed; returns the exit code."""
    if not _has_screen():
        print(tr("There is no screen here. “--tour DIR” draws every page into a folder without one."), file=sys.stderr)
        return 1
    if demo:
        from numbcompanion.demo import demo_home

        with demo_home() as companion:
            return _run(companion, hidden)
    home = Home.chosen(data_dir)
    logs.start(home)
    return _run(Companion(home), hidden)


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
    # A desktop without portals is no news to the person.
    QLoggingCategory.setFilterRules("qt.qpa.services.warning=false")
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


class App(QObject):
    """The running program."""

    def __init__(self, app: QApplication, companion: Companion):
        super().__init__()
        self._app = app
        self._companion = companion
        self._worker = WorkerThread()
        self.tasks = Tasks(self._worker)
        self.facts = Facts()
        self.theme = Theme()
        self.dialogs = Dialogs(self.theme)
        self.instance = SingleInstance(companion.home, self)
        self._store_watch: StoreWatch | None = None
        self._termination: Termination | None = None

    def begin(self, hidden: bool) -> bool:
        """Show the window, or start in the tray; False when another window took over."""
        if not self._is_first():
            return False
        self._follow_preferences(self._companion.preferences.current)
        self.theme.apply(self._app)
        self._build()
        self._connect()
        self.opening.open()
        self.window.show_page("today")
        self.opening.ask_first_questions()
        if not hidden:
            self.window.show()
            self._app.processEvents()
            ready("window")
        self._worker.start()
        self._termination = Termination(self._app.quit, self)
        QTimer.singleShot(_AFTER_START_MS, self, lambda: self._settle(hidden))
        return True

    def end(self) -> None:
        """Save what is open, then close everything in reverse."""
        self.window.leave_page()
        self.reminders.stop()
        self.tray.stop()
        self.tasks.run(self._companion.close)
        self.tasks.close()
        self.instance.release()
        if self._termination is not None:
            self._termination.stop()

    def _is_first(self) -> bool:
        try:
            self._companion.home.make()
        except HomeNotWritable:
            return True  # the opening says so, in the window
        claim = self.instance.claim()
        if claim is Claim.SILENT:
            print(tr("The companion is open already, but does not answer."), file=sys.stderr)
        return claim is Claim.FIRST

    def _build(self) -> None:
        self.tray = Tray(self.theme, parent=self)
        self.rooms = Rooms(self._companion, self.theme, self.tasks, self.facts, self.dialogs, self._prompt_settings)
        self.window = Window(self.theme, self.rooms.specs())
        self.reminders = Reminders(
            self._companion, self.theme, self.tasks, self.facts, self.tray, self.window, lambda: self.rooms.playing
        )
        self.navigation = Navigation(self.theme, self.window, self.rooms, self.dialogs)
        self.opening = Opening(self._companion, self.theme, self.tasks, self.facts, self.window, self.rooms)

    def _connect(self) -> None:
        rooms, window, tray = self.rooms, self.window, self.tray
        rooms.said.connect(self._say)
        rooms.cover_requested.connect(window.cover_with)
        rooms.uncover_requested.connect(window.uncover)
        rooms.today_filled.connect(lambda: ready("today"))
        rooms.practice_ended.connect(self.reminders.desk.busy_ended)
        window.closing.connect(self._closing)
        window.page_shown.connect(lambda _: self.reminders.desk.look_again())
        tray.open_requested.connect(window.raise_up)
        tray.help_requested.connect(lambda: self._raise_and(lambda: window.show_page("help")))
        tray.sit_requested.connect(lambda: self._raise_and(lambda: self.navigation.practise("timer")))
        tray.quit_requested.connect(self._app.quit)
        self.instance.show_requested.connect(lambda _: window.raise_up())
        self.reminders.more_requested.connect(lambda depth: self._raise_and(lambda: self.navigation.check_in(depth)))
        self.reminders.said.connect(self._say)
        self.facts.preferences_changed.connect(self._follow_preferences)
        self.opening.opened.connect(self._opened)
        self.opening.close_requested.connect(self._app.quit)
        self._app.commitDataRequest.connect(lambda _: window.leave_page())

    def _opened(self) -> None:
        companion = self._companion
        self._store_watch = StoreWatch(
            self.tasks,
            companion.home,
            companion.store.changed_elsewhere,
            self.facts.store_changed_elsewhere.emit,
            self,
        )
        self.reminders.start()
        QTimer.singleShot(_COPY_AFTER_MS, self, lambda: self.tasks.run_aside(companion.copy_of_today))

    def _settle(self, hidden: bool) -> None:
        """What can wait until the window is up: the tray, and showing a window where there is no tray."""
        self.tray.start()
        if hidden and not self.tray.present:
            self.tray.present_changed.connect(self._hidden_tray_came)
            QTimer.singleShot(_TRAY_PATIENCE_MS, self, self._show_without_tray)

    def _hidden_tray_came(self, present: bool) -> None:
        if present:
            self.tray.present_changed.disconnect(self._hidden_tray_came)

    def _show_without_tray(self) -> None:
        if not self.tray.present and not self.window.isVisible():
            self.window.raise_up()
            self._say(tr("There is no tray here, so the window is the home of the companion."), None)

    def _follow_preferences(self, preferences: Preferences) -> None:
        self.theme.set_choice(preferences.theme, preferences.text_scale, preferences.still)

    def _say(self, text: str, undo: object) -> None:
        if self.window.isVisible():
            self.window.toasts.say(text, undo if callable(undo) else None)

    def _raise_and(self, then: Callable[[], None]) -> None:
        self.window.raise_up()
        then()

    def _prompt_settings(self) -> QWidget:
        return self.reminders.settings_page()

    def _closing(self, event: QCloseEvent) -> None:
        told = self._companion.preferences.current.close_to_tray_told
        if self.tray.present:
            event.accept()
            if not told:
                words = tr("The companion stays here in the tray. “Quit” in this menu ends it.")
                self.tray.show_message(tr("Numb Companion"), words)
                self._told_of_closing()
            return
        question = tr(
            "There is no tray here, so closing the window ends the companion. No prompt comes until the next start."
        )
        if told or self.dialogs.ask(self.window, tr("Close the companion"), question, tr("Close"), tr("Keep it open")):
            if not told:
                self._told_of_closing()
            event.accept()
            self._app.quit()
        else:
            event.ignore()

    def _told_of_closing(self) -> None:
        try:
            self._companion.preferences.change(close_to_tray_told=True)
        except CompanionError:
            return
