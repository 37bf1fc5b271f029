"""Settings: a few sections, each of them short; a section with a page of its own has a way back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.chips import Chips
from ui.kit.page import Page
from ui.theme import Theme


@dataclass(frozen=True)
class Section:
    """One section: its title, how it is built, and whether it is a page of its own."""

    title: str
    build: Callable[[], QWidget]
    own_page: bool = False


class SettingsPage(QWidget):
    """Shows one section at a time; each is built when it is first opened."""

    section_shown = Signal(str)

    def __init__(self, theme: Theme, sections: Mapping[str, Section]):
        super().__init__()
        self._sections = sections
        self._built: dict[str, QWidget] = {}
        self._current = ""
        self.setAccessibleName(tr("Settings"))
        self._page = Page(theme, tr("Settings"))
        self._chips = Chips(theme, exclusive=True, name=tr("Sections"))
        self._chips.set_items([(key, section.title, "") for key, section in sections.items()])
        self._chips.set_needs_one(True)
        self._chips.chosen_changed.connect(lambda chosen: self.show_section(chosen[0]))
        self._page.add(self._chips)
        self._outer = QStackedWidget()
        self._outer.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._outer)

    @property
    def current(self) -> str:
        """The key of the section that is shown."""
        return self._current

    def section(self, key: str) -> QWidget:
        """Return the section `key`, built now if it was not before."""
        if key not in self._built:
            built = self._sections[key].build()
            self._built[key] = built
            if self._sections[key].own_page:
                self._outer.addWidget(built)
            else:
                self._page.add(built)
        return self._built[key]

    def opened(self) -> None:
        """Show the section that was open, or the first."""
        self.show_section(self._current or self._first)

    def leaving(self) -> None:
        """Let the section that is shown know."""
        self._tell("leaving")

    def back(self) -> None:
        """Leave a section's own page."""
        self.show_section(self._first)

    def show_section(self, key: str) -> None:
        """Show the section `key`."""
        if self._current and self._current != key:
            self._tell("leaving")
        shown = self.section(key)
        self._current = key
        self._chips.choose([key])
        if self._sections[key].own_page:
            self._outer.setCurrentWidget(shown)
        else:
            self._outer.setCurrentWidget(self._page)
            for name, widget in self._built.items():
                if not self._sections[name].own_page:
                    widget.setVisible(widget is shown)
        self._tell("opened")
        self.section_shown.emit(key)

    @property
    def _first(self) -> str:
        return next(iter(self._sections))

    def _tell(self, what: str) -> None:
        told = getattr(self._built.get(self._current), what, None)
        if callable(told):
            told()
