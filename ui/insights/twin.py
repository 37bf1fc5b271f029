"""The text twin of a chart: one or two sentences and a table that say what it shows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from numbcompanion.insights.points import Twin
from numbcompanion.translation import tr
from ui.kit.text import body
from ui.theme import Space, TextStyle, Theme

_MOST_LINES = 9
Index = QModelIndex | QPersistentModelIndex


class TwinRows(QAbstractTableModel):
    """The rows of a twin; read only."""

    def __init__(self) -> None:
        super().__init__()
        self._twin = Twin("")

    def set_twin(self, twin: Twin) -> None:
        """Show the table of `twin`."""
        self.beginResetModel()
        self._twin = twin
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt calls it
        return 0 if parent.isValid() else len(self._twin.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._twin.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self._twin.rows[index.row()]
            return row[index.column()] if index.column() < len(row) else ""
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._twin.heads[section]
        return None


class TwinView(QWidget):
    """The sentences of a twin and its table, in which the arrow keys move; Tab goes on."""

    def __init__(self, theme: Theme, name: str):
        super().__init__()
        self._theme = theme
        self.summary = body(theme, "")
        self.table = QTableView()
        self._rows = TwinRows()
        self.table.setModel(self._rows)
        self.table.setAccessibleName(tr("{title}, as a table").format(title=name))
        self._plain_look()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.summary)
        column.addWidget(self.table)
        theme.changed.connect(self._settle)

    def set_twin(self, twin: Twin) -> None:
        """Say what `twin` says."""
        self.summary.setText(twin.summary)
        self._rows.set_twin(twin)
        self.table.setVisible(bool(twin.rows))
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()

    def texts(self) -> list[list[str]]:
        """Return the cells of the table as they are shown."""
        model = self._rows
        cells: Sequence[Sequence[Any]] = [
            [model.data(model.index(row, column)) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
        return [[str(cell) for cell in row] for row in cells]

    def _plain_look(self) -> None:
        table = self.table
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _settle(self) -> None:
        font = self._theme.font(TextStyle.SMALL)
        self.table.setFont(font)
        self.table.horizontalHeader().setFont(font)
        line = round(self._theme.line_height(TextStyle.SMALL)) + Space.S
        self.table.verticalHeader().setDefaultSectionSize(line)
        head = self.table.horizontalHeader().sizeHint().height()
        lines = min(self._rows.rowCount(), _MOST_LINES)
        room_for_bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(head + lines * line + room_for_bar)
