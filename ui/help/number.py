"""A number to call: large, to be selected with mouse or keys, and to be copied with one press."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import link_button
from ui.kit.flow import FlowLayout
from ui.theme import Radius, Role, Space, TextStyle, Theme


class SelectableText(QLabel):
    """A short text in a text style that can be selected; it says where the keyboard is."""

    def __init__(self, theme: Theme, text: str, style: TextStyle):
        super().__init__()
        self._theme = theme
        self._style = style
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)
        self.setAccessibleName(text)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color(Role.FOCUS), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.SMALL, Radius.SMALL)
            painter.end()

    def _follow_theme(self) -> None:
        font = self._theme.font(self._style)
        self.setFont(font)
        self.setMinimumWidth(min(self.fontMetrics().horizontalAdvance(self.text()) + 4, self._theme.px(200)))


class Number(QWidget):
    """A number (or an address to type in) with a copy button; `spoken_name` says whose it is.

    `copied` is what the button copies where several numbers are shown as one text.
    """

    def __init__(
        self,
        theme: Theme,
        number: str,
        spoken_name: str,
        style: TextStyle = TextStyle.NUMBER,
        copied: str | None = None,
    ):
        super().__init__()
        self.copied = copied or number
        self._words = SelectableText(theme, number, style)
        self._words.setAccessibleName(tr("{name}: {number}").format(name=spoken_name, number=number))
        self._words.setWordWrap(False)
        self._copy = link_button(theme, tr("copy"))
        self._copy.setAccessibleName(tr("Copy {number}").format(number=self.copied))
        self._copy.clicked.connect(self.copy)
        row = FlowLayout(self, Space.M, Space.XS)
        row.addWidget(self._words)
        row.addWidget(self._copy)

    def copy(self) -> None:
        """Put the number on the clipboard, and say so on the button."""
        QGuiApplication.clipboard().setText(self.copied)
        self._copy.setText(tr("copied"))
