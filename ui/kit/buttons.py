"""Buttons by role; Enter and Space press them, their words wrap where there is little room."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from ui.kit.flow import FlowLayout
from ui.kit.room import keep_room
from ui.theme import Role, Space, TextStyle, Theme

_ICON_GAP = 11
_ICON = 18
_ROUNDING = 2  # whole pixels are less than the words need, where kerning leaves fractions


@dataclass(frozen=True)
class _Kind:
    sides: int
    top: int
    ink: Role
    strong: bool = True
    starts: bool = False
    chip: bool = False
    checked_ink: Role = Role.ACCENT


_KINDS = {
    "main": _Kind(19, 10, Role.ON_ACCENT, checked_ink=Role.ON_ACCENT),
    "quiet": _Kind(19, 10, Role.ACCENT),
    "care": _Kind(19, 10, Role.CARE, checked_ink=Role.CARE),
    "link": _Kind(3, 5, Role.ACCENT),
    "aside": _Kind(3, 5, Role.SOFT_INK, strong=False),
    "care-aside": _Kind(3, 5, Role.CARE, strong=False),
    "icon": _Kind(8, 8, Role.ACCENT),
    "chip": _Kind(14, 6, Role.INK, strong=False, chip=True),
    "nav": _Kind(11, 9, Role.SOFT_INK, strong=False, starts=True),
    "nav-care": _Kind(12, 9, Role.CARE, strong=False, starts=True, checked_ink=Role.CARE),
    "row": _Kind(11, 8, Role.INK, strong=False, starts=True),
}


class Button(QPushButton):
    """A button in one of the roles of the style sheet: main, quiet, care, link, chip, nav, nav-care, row, icon."""

    def __init__(self, theme: Theme, text: str, role: str = "quiet", parent: QWidget | None = None):
        super().__init__(text, parent)
        self._theme = theme
        self._kind = _KINDS[role]
        self._icon_name: str | None = None
        self._icon_roles: tuple[Role, Role | None] = (Role.SOFT_INK, None)
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        sideways = QSizePolicy.Policy.Preferred if self._kind.starts else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(sideways, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._follow_theme)

    def set_icon(self, name: str, role: Role = Role.SOFT_INK, on_role: Role | None = None) -> None:
        """Show an icon of the theme before the words, in one colour and in another where it is checked."""
        self._icon_name = name
        self._icon_roles = (role, on_role)
        self._follow_theme()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - self._around()), 1 << 20)
        words = QFontMetrics(self._font(strong=True)).boundingRect(room, self._flags(), self._plain()).height()
        line = self._theme.px(20)
        icon = self._theme.px(_ICON) if self._icon_name is not None else 0
        return max(words, line, icon) + 2 * self._theme.px(self._kind.top)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._font(strong=True)).horizontalAdvance(self._plain()) + self._around() + _ROUNDING
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font(strong=True))
        longest = max((metrics.horizontalAdvance(word) for word in self._plain().split()), default=0)
        return QSize(longest + self._around() + _ROUNDING, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        room = self._paint_icon(painter)
        painter.setFont(self._font(strong=self.isChecked()))
        ink = self._kind.checked_ink if self.isChecked() else self._kind.ink
        painter.setPen(self._theme.color(ink if self.isEnabled() else Role.SOFT_INK))
        painter.drawText(room, self._flags(), self.text())
        painter.end()

    def _paint_icon(self, painter: QStylePainter) -> QRect:
        sides = self._theme.px(self._kind.sides)
        room = self.rect().adjusted(sides, 0, -sides, 0)
        if self._icon_name is None:
            return room
        role, on_role = self._icon_roles
        side = self._theme.px(_ICON)
        spot = QRect(room.left(), room.top() + (room.height() - side) // 2, side, side)
        if not self._plain():
            spot.moveLeft(room.left() + (room.width() - side) // 2)
        state = QIcon.State.On if self.isChecked() else QIcon.State.Off
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        icon = self._theme.icon(self._icon_name, role, on_role)
        icon.paint(painter, QStyle.visualRect(self.layoutDirection(), room, spot), mode=mode, state=state)
        rest = room.adjusted(side + self._theme.px(_ICON_GAP), 0, 0, 0)
        return QStyle.visualRect(self.layoutDirection(), room, rest)

    def _plain(self) -> str:
        """Return the words as they are seen, without the marks of the short keys."""
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _flags(self) -> int:
        sideways = Qt.AlignmentFlag.AlignLeft if self._kind.starts else Qt.AlignmentFlag.AlignHCenter
        sideways = QStyle.visualAlignment(self.layoutDirection(), sideways)
        flags = sideways | Qt.AlignmentFlag.AlignVCenter
        return flags.value | Qt.TextFlag.TextWordWrap.value | Qt.TextFlag.TextHideMnemonic.value

    def _around(self) -> int:
        icon = 0
        if self._icon_name is not None:
            icon = self._theme.px(_ICON) + (self._theme.px(_ICON_GAP) if self._plain() else 0)
        return 2 * self._theme.px(self._kind.sides) + icon

    def _font(self, strong: bool) -> QFont:
        strong = self._kind.strong or (strong and self.isCheckable())
        if self._kind.chip:
            return self._theme.font(TextStyle.CHIP_STRONG if strong else TextStyle.CHIP)
        return self._theme.font(TextStyle.BODY_STRONG if strong else TextStyle.BODY)

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()


class ButtonRow(QWidget):
    """Buttons side by side, wrapping where there is little room."""

    def __init__(self, *buttons: QWidget, gap: int = Space.M):
        super().__init__()
        self._flow = FlowLayout(self, gap, gap)
        for button in buttons:
            self._flow.addWidget(button)

    def add(self, button: QWidget) -> None:
        """Put one more button at the end."""
        self._flow.addWidget(button)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            keep_room(self)
        return done


def main_button(theme: Theme, text: str) -> Button:
    """Return the one main button of a card or page."""
    return Button(theme, text, "main")


def quiet_button(theme: Theme, text: str) -> Button:
    """Return a button that stands beside the main one."""
    return Button(theme, text, "quiet")


def link_button(theme: Theme, text: str) -> Button:
    """Return a button that looks like words in a text."""
    return Button(theme, text, "link")


def aside_button(theme: Theme, text: str) -> Button:
    """Return a button that looks like words in a text and stays in the background."""
    button = Button(theme, text, "aside")
    button.setProperty("role", "link")
    return button


def care_button(theme: Theme, text: str) -> Button:
    """Return a button that leads to help, or to something that cannot be undone."""
    return Button(theme, text, "care")


def care_link(theme: Theme, text: str) -> Button:
    """Return a button that looks like words in a text and leads to help."""
    button = Button(theme, text, "care-aside")
    button.setProperty("role", "link")
    return button


def row_button(theme: Theme, text: str) -> Button:
    """Return a button that is one line of a list and can be the chosen one."""
    button = Button(theme, text, "row")
    button.setCheckable(True)
    return button


def nav_button(theme: Theme, icon: str, text: str, care: bool = False) -> Button:
    """Return a button of the sidebar, with its icon; `care` is the one for help."""
    button = Button(theme, text, "nav-care" if care else "nav")
    button.setCheckable(True)
    button.set_icon(icon, Role.CARE if care else Role.SOFT_INK, Role.CARE if care else Role.ACCENT)
    return button


def icon_button(theme: Theme, icon: str, name: str, role: Role = Role.SOFT_INK) -> Button:
    """Return a button that shows only an icon; `name` is what it is called."""
    button = Button(theme, "", "icon")
    button.set_icon(icon, role)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
