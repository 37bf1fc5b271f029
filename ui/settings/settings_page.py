"""Settings: a few sections, each of them short."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from numbcompanion.translation import tr
from ui.kit.chips import Chips
from ui.kit.page import Page
from ui.theme import Theme

Sections = dict[str, tuple[str, Callable[[], QWidget]]]


class SettingsPage(Page):
    """Shows one section at a time; each is built when it is first opened."""

    section_shown = Signal(str)

    def __init__(self, theme: Theme, sections: Sections):
        super().__init__(theme, tr("Settings"), "")
        self._sections = sections
        self._built: dict[str, QWidget] = {}
        self._chips = Chips(theme, exclusive=True, name=tr("Sections"))
        self._chips.set_items([(key, title, "") for key, (title, _) in sections.items()])
        self._chips.chosen_changed.connect(lambda chosen: self.show_section(chosen[0]) if chosen else None)
        self._stack = QStackedWidget()
        self.column.addWidget(self._chips)
        self.column.addWidget(self._stack)
        self._current = ""

    @property
    def current(self) -> str:
        """The key of the section that is shown."""
        return self._current

    def opened(self) -> None:
        """Show the section that was open, or the first."""
        self.show_section(self._current or next(iter(self._sections)))

    def leaving(self) -> None:
        """Let the section that is shown know."""
        left = getattr(self._built.get(self._current), "leaving", None)
        if callable(left):
            left()

    def show_section(self, key: str) -> None:
        """Show the section `key`."""
        if key not in self._built:
            self._built[key] = self._sections[key][1]()
            self._stack.addWidget(self._built[key])
        self._current = key
        self._chips.choose([key])
        shown = self._built[key]
        for widget in self._built.values():  # the stack is as high as the section that is shown, not the highest
            widget.setVisible(widget is shown)
        self._stack.setCurrentWidget(shown)
        opened = getattr(shown, "opened", None)
        if callable(opened):
            opened()
        self.section_shown.emit(key)
