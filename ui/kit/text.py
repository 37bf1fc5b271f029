"""Texts that wrap, keep their line height, and follow the theme; always plain text."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from ui.kit.room import keep_room
from ui.theme import Role, TextStyle, Theme

_WIDEST = 560
_LONGEST_WORD = 240  # a longer one, such as the path of a file, is broken where the room ends
_UNBOUNDED = 1 << 24


class Text(QLabel):
    """A label in a text style and a role of colour, laid out with the style's own line height."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        style: TextStyle = TextStyle.BODY,
        role: Role = Role.INK,
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._role = role
        self._laid_out: tuple[object, QTextLayout, float] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def set_role(self, role: Role) -> None:
        """Speak in another role of colour."""
        self._role = role
        self.update()

    def set_style(self, style: TextStyle) -> None:
        """Speak in another text style."""
        self._style = style
        self._follow_theme()

    def setText(self, text: str) -> None:
        super().setText(text)
        keep_room(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = max(1, width - margins.left() - margins.right())
        return int(self._layout_for(inner)[1] + 0.999) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        natural = self._layout_for(_UNBOUNDED)[0].maximumWidth() + margins.left() + margins.right()
        width = int(min(natural + 1, self._theme.px(_WIDEST)))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        margins = self.contentsMargins()
        words = self._shown_text().split()
        metrics = QFontMetricsF(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0.0)
        widest = min(longest, float(self._theme.px(_LONGEST_WORD)))
        width = int(widest + 2) + margins.left() + margins.right()
        return QSize(width, round(self._theme.line_height(self._style)) + margins.top() + margins.bottom())

    def paintEvent(self, event: QPaintEvent) -> None:
        area = self.contentsRect()
        layout, height = self._layout_for(area.width())
        alignment = self.alignment()
        top = 0.0
        if alignment & Qt.AlignmentFlag.AlignVCenter:
            top = (area.height() - height) / 2
        elif alignment & Qt.AlignmentFlag.AlignBottom:
            top = area.height() - height
        painter = QPainter(self)
        painter.setPen(self._theme.color(self._role if self.isEnabled() else Role.SOFT_INK))
        layout.draw(painter, QPointF(area.left(), area.top() + max(0.0, top)))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        keep_room(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        keep_room(self)

    def _shown_text(self) -> str:
        text = self.text()
        return text.upper() if self._style is TextStyle.LABEL else text

    def _follow_theme(self) -> None:
        self.setFont(self._theme.font(self._style))
        self._laid_out = None
        keep_room(self)
        self.updateGeometry()
        self.update()

    def _layout_for(self, width: int) -> tuple[QTextLayout, float]:
        text = self._shown_text()
        line_height = self._theme.line_height(self._style)
        key = (text, width, line_height, self._style, int(self.alignment().value), self.layoutDirection())
        if self._laid_out is not None and self._laid_out[0] == key:
            return self._laid_out[1], self._laid_out[2]
        sideways = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        option = QTextOption(sideways & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        layout = QTextLayout(text.replace("\n", "\u2028"), self._theme.font(self._style))
        layout.setTextOption(option)
        height = _break_lines(layout, width, line_height)
        self._laid_out = (key, layout, height)
        return layout, height


def _break_lines(layout: QTextLayout, width: int, line_height: float) -> float:
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height + (line_height - line.height()) / 2))
        height += line_height
    layout.endLayout()
    return height


def title(theme: Theme, text: str) -> Text:
    """Return the title of a page."""
    return Text(theme, text, TextStyle.PAGE_TITLE)


def card_title(theme: Theme, text: str) -> Text:
    """Return the title of a card."""
    return Text(theme, text, TextStyle.CARD_TITLE)


def body(theme: Theme, text: str) -> Text:
    """Return ordinary text."""
    return Text(theme, text)


def soft(theme: Theme, text: str) -> Text:
    """Return small text that stays in the background."""
    return Text(theme, text, TextStyle.SMALL, Role.SOFT_INK)


def soft_body(theme: Theme, text: str) -> Text:
    """Return ordinary text that stays in the background."""
    return Text(theme, text, TextStyle.BODY, Role.SOFT_INK)


def label(theme: Theme, text: str) -> Text:
    """Return a small heading in capitals."""
    return Text(theme, text, TextStyle.LABEL, Role.SOFT_INK)


def reading(theme: Theme, text: str) -> Text:
    """Return text made to be read at length."""
    return Text(theme, text, TextStyle.READING)


def caption(theme: Theme, text: str) -> Text:
    """Return a caption: one sentence, large, in the serif."""
    return Text(theme, text, TextStyle.CAPTION)
