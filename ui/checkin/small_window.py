"""The small window with the one question, opened by a prompt or from the tray."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.checkins.checkins import CheckIns
from numbcompanion.checkins.quiet_line import how_to_choose
from numbcompanion.checkins.records import CheckIn, CheckInDraft, Source
from numbcompanion.errors import CompanionError
from numbcompanion.translation import tr
from ui.kit.buttons import link_button, main_button, quiet_button
from ui.kit.feeling_slider import FeelingSlider
from ui.kit.text import card_title, soft
from ui.tasks import Tasks
from ui.theme import Space, Theme

_SIZE = (460, 205)
_MARGIN = 28


class SmallCheckIn(QWidget):
    """Asks how much can be felt; Enter saves, Esc closes, "I can’t tell" is saved at once."""

    saved = Signal(object)  # CheckIn
    more_requested = Signal(object)  # the depth chosen so far, or None
    glimmer_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, tasks: Tasks, checkins: CheckIns, source: Source = Source.PROMPT):
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._theme = theme
        self._tasks = tasks
        self._checkins = checkins
        self._source = source
        self._saving = False
        question = tr("How much can you feel right now?")
        self.setWindowTitle(tr("Numb Companion"))
        self.setAccessibleName(question)
        self.setProperty("role", "window")
        self.question = card_title(theme, question)
        self.slider = FeelingSlider(theme, question, "three")
        self.save_button = main_button(theme, tr("Save"))
        self.cant_tell_button = quiet_button(theme, tr("I can’t tell"))
        self.more_button = link_button(theme, tr("more…"))
        self.more_button.setAccessibleName(tr("Open the whole check-in"))
        self.glimmer_button = link_button(theme, tr("a glimmer…"))
        self.glimmer_button.setAccessibleName(tr("A glimmer: something came through"))
        self.hint = soft(theme, "")
        self._build()
        self.slider.save_requested.connect(self.save)
        self.slider.depth_chosen.connect(lambda _: self._say(""))
        self.save_button.clicked.connect(self.save)
        self.cant_tell_button.clicked.connect(lambda: self._save(None))
        self.more_button.clicked.connect(self._more)
        self.glimmer_button.clicked.connect(self._glimmer)

    def ask(self, source: Source = Source.PROMPT) -> None:
        """Show the question anew on the screen the pointer is on."""
        self._source = source
        if not self.isVisible():
            self.slider.set_depth(None)
            self._say("")
            self.resize(self._theme.px(_SIZE[0]), self._theme.px(_SIZE[1]))
            self._centre()
        self.setWindowIcon(self._theme.app_icon())
        self.show()
        self.raise_()
        self.activateWindow()
        self.slider.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def save(self) -> None:
        """Save the depth that is chosen; without one, say how to choose."""
        if self.slider.depth() is None:
            self._say(how_to_choose())
            self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._save(self.slider.depth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _save(self, depth: int | None) -> None:
        if self._saving:
            return
        self._saving = True
        draft = CheckInDraft(depth=depth, source=self._source)
        self._tasks.run(lambda: self._checkins.save(draft), self._was_saved, self._was_not_saved)

    def _was_saved(self, checkin: CheckIn) -> None:
        self._saving = False
        self.saved.emit(checkin)
        self.close()

    def _was_not_saved(self, error: CompanionError) -> None:
        self._saving = False
        self._say(str(error))

    def _more(self) -> None:
        depth = self.slider.depth()
        self.close()
        self.more_requested.emit(depth)

    def _say(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        layout = self.layout()
        if words and layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.M)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cant_tell_button)
        buttons.addStretch(1)
        buttons.addWidget(self.glimmer_button)
        buttons.addWidget(self.more_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, Space.XXL, _MARGIN, Space.XXL)
        column.setSpacing(Space.M)
        column.addWidget(self.question)
        column.addWidget(self.slider)
        column.addWidget(self.hint)
        column.addStretch(1)
        column.addLayout(buttons)
        self.hint.hide()

    def _glimmer(self) -> None:
        self.close()
        self.glimmer_requested.emit()

    def _centre(self) -> None:
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        if screen is not None:
            area = screen.availableGeometry()
            spot = area.center() - self.rect().center()
            self.move(spot.x(), max(area.top(), spot.y()))
