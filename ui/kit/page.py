"""The frame of a page: title, one line under it, and a column that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.kit.column import Column
from ui.kit.text import Text, title
from ui.theme import Role, Space, TextStyle, Theme

_WIDEST = 1000
_NARROW = 560


class Page(QWidget):
    """A scrolling page: `column` takes its content, `header` the buttons beside the title."""

    def __init__(self, theme: Theme, title_text: str, subtitle: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._title = title(theme, title_text)
        self._subtitle = Text(theme, subtitle, TextStyle.BODY, Role.SOFT_INK)
        self.header = QHBoxLayout()
        self.header.setSpacing(Space.M)
        self.column: QVBoxLayout = Column()
        self.column.setSpacing(Space.XL)
        self._content = QWidget()
        self._content.setProperty("role", "clear")
        self.scroll_area = QScrollArea(self)
        self._build_frame()
        self.set_title(title_text)
        self.set_subtitle(subtitle)
        self._set_margins()
        theme.changed.connect(self._set_margins)

    def add(self, widget: QWidget, stretch: int = 0) -> QWidget:
        """Put a widget at the end of the column; a single button keeps its own width."""
        if isinstance(widget, QPushButton):
            self.column.addWidget(widget, stretch, Qt.AlignmentFlag.AlignLeft)
        else:
            self.column.addWidget(widget, stretch)
        return widget

    def set_title(self, text: str) -> None:
        """Change the title."""
        self._title.setText(text)
        self._title.setVisible(bool(text))
        self.setAccessibleName(text)

    def set_subtitle(self, text: str) -> None:
        """Change the line under the title; empty takes it away."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def show_top(self) -> None:
        """Scroll back to the beginning."""
        self.scroll_area.verticalScrollBar().setValue(0)

    def _build_frame(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.L)
        self._head.addLayout(words, 1)
        self._header_box = QWidget()
        self._header_box.setLayout(self.header)
        self.header.setContentsMargins(0, 0, 0, 0)
        self._header_beside = True
        self._head.addWidget(self._header_box, 0, Qt.AlignmentFlag.AlignTop)
        self._outer = Column(self._content)
        self._outer.setSpacing(Space.XXL)
        self._outer.addLayout(self._head)
        self._outer.addLayout(self.column, 1)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.scroll_area.viewport().setAutoFillBackground(False)
        self.scroll_area.setWidget(self._content)
        self._content.setAutoFillBackground(False)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.scroll_area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle_head()

    def _settle_head(self) -> None:
        beside = self.width() >= self._theme.px(_NARROW) or self.header.count() == 0
        if beside == self._header_beside:
            return
        self._header_beside = beside
        if beside:
            self._outer.removeWidget(self._header_box)
            self._head.addWidget(self._header_box, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._head.removeWidget(self._header_box)
            self._outer.insertWidget(1, self._header_box, 0, Qt.AlignmentFlag.AlignLeading)

    def _set_margins(self) -> None:
        self._outer.setContentsMargins(Space.HH, Space.H, Space.HH, Space.XXL)
        self._content.setMaximumWidth(self._theme.px(_WIDEST) + 2 * Space.HH)
        self._settle_head()
