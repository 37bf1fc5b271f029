"""The library: pages in groups on the left, the one that is read on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from numbcompanion.errors import CompanionError
from numbcompanion.library.search import found
from numbcompanion.reading import ReadingPage, Shelf, TickKeeper, TickList
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.kit.buttons import Button, row_button
from ui.kit.column import Column
from ui.kit.reader import Reader
from ui.kit.search_field import SearchField
from ui.kit.tab_order import tab_on_to
from ui.kit.text import label, soft_body
from ui.tasks import Tasks
from ui.theme import Space, Theme

_LIST_WIDTH = 291
_LIST_SHARE = 0.42


class LibraryPage(QWidget):
    """Shows the pages of `shelf`; what is ticked in them is kept by `keeper`, on the worker thread."""

    def __init__(self, theme: Theme, tasks: Tasks, facts: Facts, keeper: TickKeeper, shelf: Shelf):
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._facts = facts
        self._keeper = keeper
        self._shelf = shelf
        self._current: ReadingPage | None = None
        self._rows: dict[str, Button] = {}
        self.setAccessibleName(tr("Library"))
        self.search = SearchField(theme, tr("Search the library"))
        self.search.textChanged.connect(self._list)
        self.search.returnPressed.connect(self._open_first)
        self._entries = Column()
        self._reader = Reader(theme)
        self._reader.ticks_changed.connect(self._keep_ticks)
        self._build()
        self._list()
        facts.path_changed.connect(self._load_ticks)
        facts.store_changed_elsewhere.connect(self._load_ticks)
        theme.changed.connect(self._follow_theme)
        if shelf.pages:
            self.open_page(shelf.pages[0].slug)

    def opened(self) -> None:
        """Look again at what was ticked."""
        self._load_ticks()

    def open_page(self, slug: str) -> None:
        """Show the page `slug` in the reader, from its beginning."""
        page = self._shelf.page(slug)
        if page is None:
            return
        self._current = page
        for name, row in self._rows.items():
            row.setChecked(name == slug)
        self._reader.show_page(page)
        self._reading_area.verticalScrollBar().setValue(0)
        self._load_ticks()

    def _build(self) -> None:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(Space.L + 2, Space.XXL + 4, Space.L + 2, Space.L)
        side.setSpacing(Space.M)
        side.addWidget(self.search)
        inner = QWidget()
        inner.setLayout(self._entries)
        self._entries.setContentsMargins(0, 0, 0, 0)
        self._entries.setSpacing(1)
        side.addWidget(_scrolling(inner), 1)
        line = QFrame()
        line.setProperty("role", "line-upright")
        ground = QWidget()
        self._ground = Column(ground)
        self._ground.addWidget(self._reader)
        self._reading_area = _scrolling(ground)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(line)
        row.addWidget(self._reading_area, 1)
        self._follow_theme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_theme()

    def _follow_theme(self) -> None:
        self._side.setFixedWidth(min(self._theme.px(_LIST_WIDTH), round(self.width() * _LIST_SHARE)))
        sides = 2 * Space.H if self.width() > self._theme.px(800) else Space.XXL
        self._ground.setContentsMargins(sides, Space.HH + Space.XS, sides, Space.HH)

    def _list(self) -> None:
        while (item := self._entries.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._rows = {}
        pages = found(self._shelf.pages, self.search.text())
        for group in dict.fromkeys(page.group for page in self._shelf.pages):
            self._list_group(group, [page for page in pages if page.group == group])
        if not pages:
            self._entries.addWidget(soft_body(self._theme, tr("No page has these words. Another word may.")))
        tab_on_to(self.search, self._rows.values())

    def _open_first(self) -> None:
        if self._rows and self.search.text().strip():
            self.open_page(next(iter(self._rows)))

    def _list_group(self, group: str, pages: Sequence[ReadingPage]) -> None:
        if not pages:
            return
        heading = label(self._theme, tr(group))
        heading.setContentsMargins(Space.XS + 2, Space.S, 0, Space.XS)
        self._entries.addWidget(heading)
        for page in pages:
            row = row_button(self._theme, page.title)
            row.setChecked(page is self._current)
            row.clicked.connect(lambda _=False, slug=page.slug: self.open_page(slug))
            self._rows[page.slug] = row
            self._entries.addWidget(row)

    def _load_ticks(self) -> None:
        if self._current is None:
            return
        for block in self._current.blocks:
            if isinstance(block, TickList):
                self._load_list(block.id)

    def _load_list(self, list_id: str) -> None:
        self._tasks.run(
            lambda: self._keeper.ticks(list_id),
            lambda keys: self._reader.set_ticks(list_id, list(keys)),
        )

    def _keep_ticks(self, list_id: str, keys: list[str]) -> None:
        self._tasks.run(
            lambda: self._keeper.keep_ticks(list_id, keys),
            lambda _: self._facts.path_changed.emit(),
            self._not_kept,
        )

    def _not_kept(self, error: CompanionError) -> None:
        self._tasks.trouble.emit(error)
        self._load_ticks()


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(widget)
    widget.setAutoFillBackground(False)
    return area
