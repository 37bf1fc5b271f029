"""Fields to write in: one line, a few lines, a number, a time of day."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QTimeEdit, QWidget

from ui.theme import Space, TextStyle, Theme

_INSET = 10
_LONGEST_LINE = 10_000_000  # Qt would cut what is pasted at 32767 characters, and say nothing


class LineField(QLineEdit):
    """One line to write in; `name` is what it is called aloud."""

    def __init__(self, theme: Theme, name: str, placeholder: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self.setMaxLength(_LONGEST_LINE)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), super().minimumSizeHint().height())

    def _follow_theme(self) -> None:
        self.setFont(self._theme.font(TextStyle.BODY))
        self.updateGeometry()


class NoteField(QPlainTextEdit):
    """A few lines to write in; Tab goes on to the next control."""

    def __init__(self, theme: Theme, name: str, placeholder: str = "", lines: int = 3, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(self._theme.px(320), line * self._lines + 2 * self._theme.px(Space.M) + Space.L)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def _follow_theme(self) -> None:
        self.setFont(self._theme.font(TextStyle.BODY))
        self.updateGeometry()


class NumberField(QSpinBox):
    """A whole number between two ends, with its unit after it."""

    def __init__(self, theme: Theme, name: str, low: int, high: int, suffix: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setSuffix(suffix)
        self.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; a wheel never changes a number


class TimeField(QTimeEdit):
    """A time of day."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)
