"""The sidebar: every page by name, Help now always, Settings at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import Button, nav_button
from ui.kit.text import card_title
from ui.shell.pages import PageSpec
from ui.theme import Space, Theme

WIDTH = 204
_ROW = 41
_NAME_UNTIL = 1.6  # above, the pages need its room
_GROWTH = 0.5  # at large text the words of the page need the width more


class Sidebar(QFrame):
    """Buttons for the pages; the one that is shown is marked."""

    page_requested = Signal(str)

    def __init__(self, theme: Theme, pages: Sequence[PageSpec], parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, Button] = {}
        self.setAccessibleName(tr("Pages"))
        self._column = QVBoxLayout(self)
        self._name = card_title(theme, tr("Numb Companion"))
        self._column.addWidget(self._name)
        for spec in pages:
            if not spec.at_foot:
                self._column.addWidget(self._button(spec))
        self._column.addStretch(1)
        for spec in pages:
            if spec.at_foot:
                self._column.addWidget(self._button(spec))
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    def show_as_current(self, name: str) -> None:
        """Mark the button of the page `name`."""
        for key, button in self._buttons.items():  # no QButtonGroup: it would take all but one from the way of Tab
            button.setChecked(key == name)

    def _button(self, spec: PageSpec) -> Button:
        button = nav_button(self._theme, spec.icon, spec.title(), care=spec.name == "help")
        button.setAccessibleName(spec.title())
        button.setToolTip(spec.shortcut)
        button.clicked.connect(lambda: self._pressed(spec.name))
        self._buttons[spec.name] = button
        return button

    def _pressed(self, name: str) -> None:
        self.show_as_current(name)
        self.page_requested.emit(name)

    def _follow_theme(self) -> None:
        growth = 1 + (self._theme.scale - 1) * _GROWTH
        self.setFixedWidth(round(WIDTH * growth))
        self._column.setContentsMargins(14, Space.XXL, 14, Space.XL)
        self._column.setSpacing(Space.XS)
        for button in self._buttons.values():
            button.setMinimumHeight(round(_ROW * growth))
        self._name.setContentsMargins(10, 0, 0, Space.XL)
        self._name.setVisible(self._theme.scale < _NAME_UNTIL)
