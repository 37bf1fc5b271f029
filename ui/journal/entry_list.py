"""The list of pages as it is seen and walked through."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QSizePolicy, QWidget

from numbcompanion.translation import tr
from ui.journal.entry_delegate import EntryDelegate
from ui.journal.entry_model import ROW_ROLE, EntryModel, line_of
from ui.theme import Theme


class EntryList(QListView):
    """A list that is as high as its rows where there is room; Enter opens, Delete puts into the trash."""

    open_requested = Signal(str)
    delete_requested = Signal(str)
    left = Signal()  # Esc
    left_at_top = Signal()  # Up on the first row

    def __init__(self, theme: Theme, model: EntryModel, name: str, parent: QWidget | None = None):
        super().__init__(parent)
        self._rows = model
        self._delegate = EntryDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.clicked.connect(self._open)
        theme.changed.connect(self._follow)
        for change in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            change.connect(self._follow)

    def show_open(self, entry_id: str) -> None:
        """Mark the page that is open on the right."""
        self._delegate.open_id = entry_id
        self.viewport().update()

    def current_id(self) -> str:
        """Return the id of the page the keyboard is on, or nothing."""
        line = line_of(self._rows.row(self.currentIndex().row()))
        return "" if line is None else line.id

    def enter(self, entry_id: str = "") -> None:
        """Take the keyboard, on the row of `entry_id`, else of the open page, else on the first."""
        at = self._rows.place(entry_id)
        at = at if at >= 0 else self._rows.place(self._delegate.open_id)
        first = next((n for n in range(self._rows.rowCount()) if line_of(self._rows.row(n))), -1)
        index = self._rows.index(at if at >= 0 else first)
        if index.isValid():
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def sizeHint(self) -> QSize:
        self.executeDelayedItemsLayout()
        return QSize(super().sizeHint().width(), self.contentsSize().height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), self.sizeHintForRow(0) * 2 if self._rows.rowCount() else 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(current)
        elif key == Qt.Key.Key_Delete:
            self._delete(current)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Up and not any(line_of(self._rows.row(n)) for n in range(max(0, current.row()))):
            self.left_at_top.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if line_of(self._rows.row(self.currentIndex().row())) is None:
            self.enter()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if line_of(index.data(ROW_ROLE)) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open"), lambda: self._open(index))
        menu.addAction(tr("Move to the trash"), lambda: self._delete(index))
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).center()) if keyboard else event.globalPos())

    def _open(self, index: QModelIndex) -> None:
        line = line_of(index.data(ROW_ROLE))
        if line is not None:
            self.open_requested.emit(line.id)

    def _delete(self, index: QModelIndex) -> None:
        line = line_of(index.data(ROW_ROLE))
        if line is not None:
            self.delete_requested.emit(line.id)

    def _follow(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
