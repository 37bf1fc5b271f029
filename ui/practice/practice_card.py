"""The cards of the practices, side by side, each pressed as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.text import body, card_title, soft
from ui.theme import Role, Space, Theme
from ui.theme.roles import Radius

_ORB = 42
_CIRCLES = ((1.0, 0.30), (0.62, 0.55), (0.30, 0.90))
_NARROWEST = 250
_MOST_COLUMNS = 3


class Orb(QWidget):
    """Three circles in a colour of the thaw, as far along it as `warmth` says."""

    def __init__(self, theme: Theme, warmth: float):
        super().__init__()
        self._theme = theme
        self._warmth = warmth
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_ORB), self._theme.px(_ORB))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self._theme.px(_ORB) / 2
        for share, strength in _CIRCLES:
            painter.setBrush(self._theme.blend(self._theme.ramp(self._warmth), Role.CARD, 1 - strength))
            painter.drawEllipse(QPointF(radius, radius), radius * share, radius * share)
        painter.end()


class PracticeCard(QAbstractButton):
    """One practice: what it is called, how long it is, what it is in one sentence."""

    def __init__(self, theme: Theme, title: str, about: str, summary: str, warmth: float):
        super().__init__()
        self._theme = theme
        self._inside = False
        self.setAccessibleName(title)
        self.setAccessibleDescription(tr("{about}. {summary}").format(about=about, summary=summary))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # all of a row are as high
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.XS)
        column.addWidget(Orb(theme, warmth))
        column.addSpacing(Space.L)
        for text in (card_title(theme, title), soft(theme, about), body(theme, summary)):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(text)
        column.addStretch(1)
        theme.changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        width = max(self._theme.px(_NARROWEST), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._inside = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._inside = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        edge = Role.FOCUS if self.hasFocus() else Role.EDGE if self._inside else Role.LINE
        painter.setPen(QPen(self._theme.color(edge), width))
        painter.setBrush(self._theme.color(Role.SUNK if self.isDown() else Role.CARD))
        half = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), int(Radius.CARD), int(Radius.CARD)
        )
        painter.end()


class CardGrid(QWidget):
    """Cards of one width, in as many columns as there is room for."""

    def __init__(self, theme: Theme, cards: Sequence[QWidget] = ()):
        super().__init__()
        self._theme = theme
        self._cards: list[QWidget] = list(cards)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.L)
        self._settle()
        theme.changed.connect(self._settle)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards in this order; those shown before are hidden, not deleted."""
        for card in self._cards:
            self._grid.removeWidget(card)
            if card not in cards:
                card.hide()
        self._cards = list(cards)
        self._columns = 0
        self._settle()
        for card in self._cards:
            card.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def minimumSizeHint(self) -> QSize:
        widest = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def _settle(self) -> None:
        narrowest = max([self._theme.px(_NARROWEST), *(card.minimumSizeHint().width() for card in self._cards)])
        columns = max(1, min(_MOST_COLUMNS, (self.width() + Space.L) // (narrowest + Space.L)))
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
            self._grid.setColumnMinimumWidth(column, narrowest if column < columns else 0)
        self.updateGeometry()
