"""The window: sidebar, the page that is shown, and what may cover both for a while."""

import logging
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from numbcompanion.translation import tr
from ui.shell.pages import PageSpec
from ui.theme.theme import Theme

SIZE = (1160, 780)
SMALLEST = (760, 520)
_logger = logging.getLogger("numbcompanion.window")


class Window(QMainWindow):
    """Shows one page at a time and builds each when it is first opened."""

    closing = Signal(object)  # the QCloseEvent, to be accepted or ignored
    page_shown = Signal(str)
    go_to_requested = Signal()

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self._pages: dict[str, PageSpec] = {}
        self._built: dict[str, QWidget] = {}
        self._current = ""
        self.setWindowTitle(tr("Numb Companion"))
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)

    def furnish(self, pages: Sequence[PageSpec]) -> None:
        """Build what is in the window; it may be on the screen already, empty."""
        from ui.kit.toast import Toasts
        from ui.shell.sidebar import Sidebar

        theme = self._theme
        theme.lift_ground(self)
        self._pages = {spec.name: spec for spec in pages}
        self._stack = QStackedWidget()
        self._sidebar = Sidebar(theme, pages)
        self._cover = QStackedWidget()
        self._cover.addWidget(self._room())
        self.setCentralWidget(self._cover)
        self.toasts = Toasts(theme, self)
        self._sidebar.page_requested.connect(self.show_page)
        self._add_shortcuts()

    @property
    def current(self) -> str:
        """The name of the page that is shown."""
        return self._current

    @property
    def pages(self) -> Sequence[PageSpec]:
        """All pages, in their order."""
        return tuple(self._pages.values())

    @property
    def covered(self) -> bool:
        """Whether something covers the pages (a practice, the first questions)."""
        return self._cover.currentIndex() != 0

    def page(self, name: str) -> QWidget:
        """Return the page `name`, built now if it was not before."""
        if name not in self._built:
            widget = self._pages[name].build()
            self._built[name] = widget
            self._stack.addWidget(widget)
        return self._built[name]

    def page_if_built(self, name: str) -> QWidget | None:
        """Return the page `name` if it was ever opened."""
        return self._built.get(name)

    def show_page(self, name: str) -> None:
        """Show the page `name`, with its sidebar button marked."""
        if name not in self._pages:
            _logger.error("no page of this name")
            return
        page = self.page(name)
        if self._current and self._current != name:
            self._tell(self._built[self._current], "leaving")
        self._current = name
        self._sidebar.show_as_current(name)
        self._stack.setCurrentWidget(page)
        self._tell(page, "opened")
        self.page_shown.emit(name)

    def leave_page(self) -> None:
        """Tell the page that is shown that it may be the last moment to save."""
        if self._current:
            self._tell(self._built[self._current], "leaving")

    def say(self, text: str, undo: object = None) -> None:
        """Say a quiet line, with a way to undo, while the window is seen."""
        if self.isVisible():
            self.toasts.say(text, undo if callable(undo) else None)

    def cover_with(self, widget: QWidget) -> None:
        """Let `widget` cover sidebar and page until `uncover`."""
        self._cover.addWidget(widget)
        self._cover.setCurrentWidget(widget)
        self._tell(widget, "focus_first")

    def uncover(self, widget: QWidget | None) -> None:
        """Take the cover `widget` away again."""
        if widget is not None and self._cover.indexOf(widget) > 0:
            self._cover.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._cover.setCurrentIndex(self._cover.count() - 1)

    def raise_up(self) -> None:
        """Bring the window before the person, also from the tray."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave_page()
        self.closing.emit(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.leave_page()

    def _room(self) -> QWidget:
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        line = QFrame()
        line.setProperty("role", "line-upright")
        row.addWidget(self._sidebar)
        row.addWidget(line)
        row.addWidget(self._stack, 1)
        return room

    def _add_shortcuts(self) -> None:
        for name, spec in self._pages.items():
            if spec.shortcut:
                self._shortcut(spec.shortcut, partial(self._go, name))
        self._shortcut("Ctrl+K", self.go_to_requested.emit)

    def _go(self, name: str) -> None:
        if not self.covered:
            self.show_page(name)
        elif name == "help":
            self._help_over_cover()

    def _help_over_cover(self) -> None:
        """Help now is reached from everywhere: a cover that must stay asks for its window, any other ends."""
        asked = getattr(self._cover.currentWidget(), "help_requested", None)
        if asked is not None:
            asked.emit()
            return
        while self.covered:
            self._leave_cover()
        self.show_page("help")

    def _leave_cover(self) -> None:
        cover = self._cover.currentWidget()
        self._tell(cover, "end")
        if self._cover.currentWidget() is cover:
            self.uncover(cover)

    def _shortcut(self, keys: str, action: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(action)

    @staticmethod
    def _tell(page: QWidget | None, what: str) -> None:
        told = getattr(page, what, None)
        if callable(told):
            told()
