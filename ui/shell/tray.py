"""The tray icon and its menu: when the next prompt comes, a way in, and a way to have quiet."""

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from numbcompanion.prompts.records import PauseLength
from numbcompanion.translation import tr
from ui.shell.tray_host import TrayHost
from ui.theme.theme import Theme


def pause_words() -> tuple[tuple[PauseLength, str], ...]:
    """Return the choices with their words."""
    return (
        (PauseLength.HOUR, tr("For an hour")),
        (PauseLength.TODAY, tr("For the rest of today")),
        (PauseLength.OPEN, tr("Until I say so")),
    )


class Tray(QObject):
    """Shows the icon wherever there is a tray, also one that appears later.

    The menu is attached before the icon is shown: some panels show no icon without one.
    """

    present_changed = Signal(bool)
    open_requested = Signal()
    check_in_requested = Signal()
    glimmer_requested = Signal()
    sit_requested = Signal()
    help_requested = Signal()
    pause_requested = Signal(object)  # PauseLength
    resume_requested = Signal()
    quit_requested = Signal()
    message_clicked = Signal()
    menu_opened = Signal()

    def __init__(self, theme: Theme, host: TrayHost | None = None, parent: QObject | None = None):
        super().__init__(parent)
        self._theme = theme
        self._host = host or TrayHost(parent=self)
        self._icon: QSystemTrayIcon | None = None
        self._present = False
        self._made_with_tray = False
        self._line = tr("Numb Companion")
        self._menu = QMenu()
        self._next = QAction(self._line, self)
        self._pause_menu = QMenu(tr("Pause prompts"), self._menu)
        self._resume = QAction(tr("Resume prompts"), self)
        self._fill_menu()
        self._host.came.connect(self._dock)
        self._host.changed.connect(self._look)
        theme.changed.connect(self._follow_theme)

    @property
    def present(self) -> bool:
        """Whether the icon is in a tray now."""
        return self._present

    @property
    def menu(self) -> QMenu:
        """The menu of the icon."""
        return self._menu

    def start(self) -> None:
        """Show the icon, and watch for a tray that comes later."""
        self._dock()
        self._host.watch()

    def stop(self) -> None:
        """Take the icon away."""
        self._host.stop()
        self._let_go()
        self._menu.close()

    def set_next(self, line: str) -> None:
        """Say when the next prompt comes and why, or why none comes."""
        self._line = line
        self._next.setText(line.replace("&", "&&"))
        if self._icon is not None:
            self._icon.setToolTip(line)

    def set_paused(self, paused: bool) -> None:
        """Offer Resume instead of Pause whenever prompts are paused."""
        self._resume.setVisible(paused)
        self._pause_menu.menuAction().setVisible(not paused)

    def set_prompts_wanted(self, wanted: bool) -> None:
        """Offer Pause only where there is something to pause."""
        self._pause_menu.setEnabled(wanted)

    def show_message(self, title: str, text: str) -> bool:
        """Show a message at the icon; False where there is no tray or it takes none."""
        if self._icon is None or not self._look() or not QSystemTrayIcon.supportsMessages():
            return False
        self._icon.showMessage(title, text, self._theme.app_icon())
        return True

    def _dock(self) -> None:
        if self._icon is not None and not self._made_with_tray and self._host.available():
            self._let_go()  # Qt chooses the kind of tray when an icon is made; this one was made for none
        if self._icon is None:
            self._icon = self._new_icon()
        self._icon.show()
        QTimer.singleShot(0, self, self._look)

    def _new_icon(self) -> QSystemTrayIcon:
        self._made_with_tray = self._host.available()
        icon = QSystemTrayIcon(self._theme.tray_icon(), self)
        icon.setContextMenu(self._menu)
        icon.setToolTip(self._line)
        icon.activated.connect(self._activated)
        icon.messageClicked.connect(self.message_clicked)
        return icon

    def _let_go(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.setContextMenu(None)  # type: ignore[arg-type]
            self._icon.deleteLater()
            self._icon = None

    def _look(self) -> bool:
        """Notice whether there is a tray, and say so when that has changed."""
        present = self._icon is not None and self._icon.isVisible() and self._host.available()
        if present is not self._present:
            self._present = present
            self.present_changed.emit(present)
        return present

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.MiddleClick:
            self.check_in_requested.emit()
        elif reason is not QSystemTrayIcon.ActivationReason.Context:
            self.open_requested.emit()

    def _fill_menu(self) -> None:
        self._menu.aboutToShow.connect(self.menu_opened)
        self._next.setEnabled(False)
        self._menu.addAction(self._next)
        self._menu.addSeparator()
        self._add(tr("Check in"), self.check_in_requested)
        self._add(tr("Something came through"), self.glimmer_requested)
        self._add(tr("Just sit with me"), self.sit_requested)
        self._menu.addSeparator()
        for choice, words in pause_words():
            action = QAction(words, self)
            action.triggered.connect(lambda _=False, choice=choice: self.pause_requested.emit(choice))
            self._pause_menu.addAction(action)
        self._menu.addMenu(self._pause_menu)
        self._resume.triggered.connect(self.resume_requested)
        self._menu.addAction(self._resume)
        self.set_paused(False)
        self._menu.addSeparator()
        self._add(tr("Open Numb Companion"), self.open_requested)
        self._add(tr("Help now"), self.help_requested)
        self._menu.addSeparator()
        self._add(tr("Quit"), self.quit_requested)

    def _add(self, words: str, signal: SignalInstance) -> None:
        action = QAction(words, self)
        action.triggered.connect(signal)
        self._menu.addAction(action)

    def _follow_theme(self) -> None:
        if self._icon is not None:
            self._icon.setIcon(self._theme.tray_icon())
