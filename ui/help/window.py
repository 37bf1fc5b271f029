"""Help now as a window of its own, for when the companion itself cannot open."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from numbcompanion.care.helplines import Helplines
from numbcompanion.clock import Clock
from numbcompanion.preferences import PreferencesFile
from numbcompanion.translation import tr
from ui.help.help_page import HelpPage
from ui.theme import Theme

_SIZE = (960, 720)


class HelpWindow(QMainWindow):
    """The help page alone: no store, no tasks, no practices to open."""

    def __init__(
        self,
        theme: Theme,
        helplines: Helplines,
        preferences_file: PreferencesFile,
        clock: Clock,
        locale_name: str = "",
    ):
        super().__init__()
        self.setWindowTitle(tr("Help now"))
        self.setWindowIcon(theme.app_icon())
        self.resize(*_SIZE)
        self.page = HelpPage(theme, helplines, preferences_file, clock, locale_name, with_practices=False)
        self.setCentralWidget(self.page)
        close = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        close.activated.connect(self.close)
