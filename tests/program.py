"""The whole program in the test's own process: real store, real worker thread; only its edges are played."""

from __future__ import annotations

import gc
import logging
import signal
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from numbcompanion.companion import Companion
from ui.app import App
from ui.kit.dialogs import Dialogs
from ui.practice.sounds import SilentSpeaker
from ui.prompts.notice import Reply
from ui.prompts.system_notices import SystemAbilities
from ui.theme import Theme

SIZE = (1160, 780)
_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")


class FakeTrayHost(QObject):
    """A desktop with a tray, or without one."""

    came = Signal()
    changed = Signal()
    there = False

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)

    def available(self) -> bool:
        return type(self).there

    def watch(self) -> None:
        return

    def stop(self) -> None:
        return


class FakeSystemNotices:
    """The system's notifications, whose buttons a test can press."""

    name = "system"

    def __init__(self) -> None:
        self.works = True
        self.shown: list = []
        self.notice = None
        self._replied = None

    def show(self, notice, shown, replied) -> None:
        self.notice = notice if self.works else None
        self._replied = replied
        if self.works:
            self.shown.append(notice)
        shown(notice.key, self.works)

    def withdraw(self) -> None:
        self.notice = None

    def close(self) -> None:
        self.notice = None

    def tell_abilities(self, told) -> None:
        told(SystemAbilities(self.works, self.works))

    def press(self, reply: Reply) -> None:
        """Press a button of the notification that is shown."""
        self._replied(self.notice.key, reply)


class FakeDialogs(Dialogs):
    """Answers at once, and remembers what was asked."""

    def __init__(self, theme: Theme):
        super().__init__(theme)
        self.asked: list[str] = []
        self.answer = True
        self.file: Path | None = None
        self.in_dialog = lambda dialog: dialog.reject()

    def ask(self, parent, title, text, yes, no) -> bool:
        self.asked.append(text)
        return self.answer

    def show(self, dialog) -> bool:
        dialog.show()
        self.in_dialog(dialog)
        return dialog.result() == dialog.DialogCode.Accepted

    def tell(self, parent, title, text) -> None:
        self.asked.append(text)

    def choose_file_to_save(self, parent, title, suggested_name, filter="") -> Path | None:
        return self.file

    choose_file_to_open = choose_folder = choose_file_to_save


def play_edges(monkeypatch, folder: Path) -> type[FakeTrayHost]:
    """Put what is played in the place of tray, notifications, loudspeaker and the person's settings folder."""
    monkeypatch.setattr("ui.shell.tray.TrayHost", FakeTrayHost)
    monkeypatch.setattr("ui.reminders.SystemNotices", FakeSystemNotices)
    monkeypatch.setattr("ui.practice.sounds.system_speaker", SilentSpeaker)
    monkeypatch.setattr(FakeTrayHost, "there", False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    return FakeTrayHost


class Program:
    """The program, begun as a start begins it."""

    def __init__(self, app: QApplication, companion: Companion):
        self.companion = companion
        self.quits: list[bool] = []
        self._qapp = app
        app.exit = lambda code=0: self.quits.append(True)
        self._signals = {name: signal.getsignal(getattr(signal, name)) for name in _SIGNALS if hasattr(signal, name)}
        self._logging = _Logging()
        self.app = App(app, companion)
        self.dialogs = self.app.dialogs = FakeDialogs(self.app.theme)
        self.ended = False

    def begin(self, hidden: bool = False) -> Program:
        """Start, and wait until the home is open and the page filled."""
        assert self.app.begin(hidden)
        self.reminders.desk._scheduler.start = lambda: None  # the test says when time has come
        if not hidden:
            self.window.resize(*SIZE)
            self.window.activateWindow()
        self.settle()
        return self

    @property
    def window(self):
        return self.app.window

    @property
    def reminders(self):
        return self.app.presence.reminders

    @property
    def notices(self) -> FakeSystemNotices:
        return self.reminders._system

    @property
    def toast(self) -> str:
        """What the toast says; nothing when there is none."""
        toasts = self.window.toasts
        return toasts.text.text() if toasts.isVisible() else ""

    def page(self, name: str):
        """Show a page and wait until it is filled."""
        self.window.show_page(name)
        self.settle()
        return self.window.page(name)

    def section(self, name: str):
        """Show a section of the settings."""
        self.app.navigation.settings(name)
        self.settle()
        return self.window.page("settings").section(name)

    def settle(self, rounds: int = 4) -> None:
        """Wait until the worker has nothing to do, and what it found is shown."""
        for _ in range(rounds):
            came: list[None] = []
            self.app.tasks.run(lambda: None, came.append)
            wait_until(lambda came=came: bool(came))
        lay_out()

    def key(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            where = QApplication.focusWidget() or QApplication.activeWindow() or self.window
            if isinstance(key, str):
                QTest.keyClicks(where, key)
            else:
                QTest.keyClick(where, key, modifier)
        QApplication.processEvents()

    def press(self, text: str, within: QWidget | None = None) -> None:
        """Press the visible button with these words, or this name."""
        button(within or self.window, text).click()
        self.settle()

    def end(self) -> None:
        """End as the program ends, and leave nothing behind for the next test."""
        if self.ended:
            return
        self.ended = True
        if hasattr(self.app, "window"):
            self.app.end()
            self.window.hide()
            for _ in range(3):
                QApplication.processEvents()
            help_window = self.app.rooms._help_window
            if help_window is not None:
                help_window.deleteLater()
            for part in (self.window, self.app.rooms, self.app.facts, self.app.tasks):
                part.deleteLater()
        else:
            self.app.instance.release()
            self.companion.close()
        for part in (self.app.theme, self.app):
            part.deleteLater()
        del self.app, self.dialogs
        settle_deletions()
        Theme().apply(self._qapp)
        vars(self._qapp).pop("exit", None)  # another program may have given it back
        for name, handler in self._signals.items():
            signal.signal(getattr(signal, name), handler)
        self._logging.restore()


class _Logging:
    """The logger of the companion as it was before a program began its log."""

    def __init__(self) -> None:
        self._logger = logging.getLogger("numbcompanion")
        self._before = (self._logger.level, self._logger.propagate, list(self._logger.handlers))
        self._raises = logging.raiseExceptions

    def restore(self) -> None:
        level, propagate, handlers = self._before
        for handler in list(self._logger.handlers):
            if handler not in handlers:
                self._logger.removeHandler(handler)
                handler.close()
        self._logger.setLevel(level)
        self._logger.propagate = propagate
        logging.raiseExceptions = self._raises


def lay_out() -> None:
    """Let every layout find its place."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()


def wait_until(true: Callable[[], bool], patience_s: float = 20.0) -> None:
    """Let the program live until `true`."""
    end = time.monotonic() + patience_s
    while not true():
        assert time.monotonic() < end, "waited in vain"
        QApplication.processEvents()
        time.sleep(0.001)


def settle_deletions() -> None:
    """Let everything that was to be deleted be deleted now."""
    for collect in (False, True, False):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        if collect:
            gc.collect()


def buttons(within: QWidget) -> list:
    """Return the visible buttons inside `within`."""
    from PySide6.QtWidgets import QAbstractButton

    return [one for one in within.findChildren(QAbstractButton) if one.isVisible()]


def button(within: QWidget, text: str):
    """Return the visible button with these words, or this name."""
    found = [one for one in buttons(within) if text in (one.text(), one.accessibleName())]
    assert found, f"no button “{text}” among {[one.text() or one.accessibleName() for one in buttons(within)]}"
    return found[0]


def texts(within: QWidget) -> list[str]:
    """Return the words of the visible labels inside `within`."""
    from PySide6.QtWidgets import QLabel

    return [one.text() for one in within.findChildren(QLabel) if one.isVisible() and one.text()]
