"""The small window for a glimmer: something came through, with a word if one is wanted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from numbcompanion.checkins.checkins import CheckIns
from numbcompanion.checkins.records import CheckIn, Source
from numbcompanion.errors import CompanionError
from numbcompanion.translation import tr
from ui.kit.buttons import ButtonRow, main_button, quiet_button
from ui.kit.chips import Chips
from ui.kit.column import Column
from ui.kit.field import LineField
from ui.kit.text import card_title, soft
from ui.tasks import Tasks
from ui.theme import Space, Theme

_WIDE = 460
_MARGIN = 28


class GlimmerWindow(QWidget):
    """Enter keeps it, with or without a word; Esc closes."""

    saved = Signal(object)  # CheckIn
    closed = Signal()

    def __init__(self, theme: Theme, tasks: Tasks, checkins: CheckIns):
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._theme = theme
        self._tasks = tasks
        self._checkins = checkins
        self._source = Source.PAGE
        self._saving = False
        name = tr("Something came through")
        self.setWindowTitle(tr("Numb Companion"))
        self.setAccessibleName(name)
        self.setProperty("role", "window")
        self.word = LineField(theme, tr("A word for it"), tr("a word, if there is one"))
        self.word.returnPressed.connect(self.save)
        self.chips = Chips(theme, exclusive=True, name=tr("Words that may fit"))
        words = (tr("warmth"), tr("interest"), tr("a laugh"), tr("tears"), tr("relief"), tr("irritation"))
        self.chips.set_items([(word, word) for word in words])
        self.chips.chosen_changed.connect(self._take)
        self.hint = soft(theme, tr("However faint, however short. Irritation counts too."))
        self.save_button = main_button(theme, tr("Keep it"))
        self.save_button.clicked.connect(self.save)
        close = quiet_button(theme, tr("Close"))
        close.clicked.connect(self.close)
        self._column = column = Column(self)
        column.setContentsMargins(_MARGIN, Space.XXL, _MARGIN, Space.XXL)
        column.setSpacing(Space.M)
        for widget in (card_title(theme, name), self.hint, self.word, self.chips, ButtonRow(self.save_button, close)):
            column.addWidget(widget)

    def ask(self, source: Source) -> None:
        """Show the window anew on the screen the pointer is on, or bring it forward."""
        self._source = source
        if not self.isVisible():
            self.word.clear()
            self.chips.choose([])
            wide = self._theme.px(_WIDE)
            self.resize(wide, self._column.totalHeightForWidth(wide))
            self._centre()
        self.setWindowIcon(self._theme.app_icon())
        self.show()
        self.raise_()
        self.activateWindow()
        self.word.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def save(self) -> None:
        """Keep it."""
        if self._saving:
            return
        self._saving = True
        word, source = self.word.text(), self._source
        self._tasks.run(lambda: self._checkins.glimmer(word, source=source), self._was_saved, self._was_not_saved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _take(self, chosen: list[str]) -> None:
        self.word.setText(chosen[0] if chosen else "")

    def _was_saved(self, glimmer: CheckIn) -> None:
        self._saving = False
        self.saved.emit(glimmer)
        self.close()

    def _was_not_saved(self, error: CompanionError) -> None:
        self._saving = False
        self.hint.setText(str(error))

    def _centre(self) -> None:
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        if screen is not None:
            area = screen.availableGeometry()
            spot = area.center() - self.rect().center()
            self.move(spot.x(), max(area.top(), spot.y()))
