"""The frame around every chart: its title, the chart or a kind sentence, its words, and its picture."""

from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAction, QGuiApplication, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from numbcompanion.errors import CompanionError
from numbcompanion.insights.points import Twin
from numbcompanion.translation import tr
from ui.insights.pictures import Picture
from ui.insights.twin import TwinView
from ui.kit.buttons import ButtonRow, aside_button
from ui.kit.card import Card
from ui.kit.dialogs import Dialogs
from ui.kit.tab_order import tab_on_to
from ui.kit.text import card_title, soft
from ui.theme import Space, Theme


class Drawn(Protocol):
    """What a chart can do besides being a widget."""

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Draw itself into a part of any picture."""

    def size(self) -> QSize:
        """Its size on the screen."""


class ChartCard(Card):
    """One chart with all that belongs to it. `said` carries a quiet line for the toast."""

    said = Signal(str, object)

    def __init__(self, theme: Theme, dialogs: Dialogs, title: str, chart: QWidget, note: str = ""):
        super().__init__(theme)
        self._dialogs = dialogs
        self._name = title
        self._twin = Twin("")
        self._view: TwinView | None = None
        self.chart = chart
        self._empty = soft(theme, "")
        self.note = soft(theme, note)
        self._above: list[QWidget] = []
        self._build()
        self.set_empty(None)

    def add_above(self, widget: QWidget) -> None:
        """Put a control between the title and the chart."""
        self.column.insertWidget(1 + len(self._above), widget)
        self._above.append(widget)

    def set_empty(self, sentence: str | None) -> None:
        """Say `sentence` in the place of the chart; None shows the chart."""
        self._empty.setText(sentence or "")
        self._empty.setVisible(sentence is not None)
        self.chart.setVisible(sentence is None)
        self.note.setVisible(sentence is None and bool(self.note.text()))
        self._foot.setVisible(sentence is None)
        if sentence is not None:
            self.words_button.setChecked(False)
            self._fold()

    def set_note(self, text: str) -> None:
        """Change the small line under the chart."""
        self.note.setText(text)
        self.note.setVisible(bool(text) and self._empty.isHidden())

    def set_twin(self, twin: Twin) -> None:
        """Keep what the chart says in words; the fold shows it."""
        self._twin = twin
        self.chart.setAccessibleDescription(twin.summary)
        if self._view is not None:
            self._view.set_twin(twin)

    @property
    def twin(self) -> Twin:
        """What the chart says in words."""
        return self._twin

    @property
    def words(self) -> TwinView | None:
        """The open fold, None before it was first opened."""
        return self._view

    def copy_picture(self) -> None:
        """Put the chart on the clipboard."""
        QGuiApplication.clipboard().setImage(self._picture().image())
        self.said.emit(tr("The picture is on the clipboard."), None)

    def save_picture(self, kind: str) -> None:
        """Ask where to, and write the chart there as `kind`: png or svg."""
        kinds = tr("Pictures (*.{kind})").format(kind=kind)
        name = f"{self._name.split(':')[0]}.{kind}".replace("/", "-")
        file = self._dialogs.choose_file_to_save(self.window(), tr("Save the picture"), name, kinds)
        if file is None:
            return
        if file.suffix.lower() != f".{kind}":
            file = file.with_name(f"{file.name}.{kind}")
        try:
            kept = self._picture().save(file)
        except CompanionError as error:
            self._dialogs.tell(self.window(), tr("Not saved"), str(error))
            return
        self.said.emit(tr("Saved as {name}.").format(name=kept.name), None)

    def _build(self) -> None:
        theme = self._theme
        self.add(card_title(theme, self._name))
        self.add(self.chart)
        self.add(self._empty)
        self.add(self.note)
        self.words_button = aside_button(theme, tr("In words"))
        self.words_button.setCheckable(True)
        self.words_button.setAccessibleName(tr("{title}: in words").format(title=self._name))
        self.words_button.clicked.connect(self._fold)
        self.picture_button = aside_button(theme, tr("Picture"))
        self.picture_button.setAccessibleName(tr("{title}: picture").format(title=self._name))
        self.picture_button.clicked.connect(self._offer_picture)
        self._foot = ButtonRow(self.words_button, self.picture_button, gap=Space.L)
        self.add(self._foot)
        self.column.addStretch(1)

    def _fold(self) -> None:
        unfolded = self.words_button.isChecked()
        if unfolded and self._view is None:
            self._view = TwinView(self._theme, self._name)
            self._view.set_twin(self._twin)
            self.column.insertWidget(self.column.indexOf(self._foot) + 1, self._view)
            tab_on_to(self.picture_button, [self._view.table])
        if self._view is not None:
            self._view.setVisible(unfolded)

    def _offer_picture(self) -> None:
        menu = self.picture_menu()
        menu.popup(self.picture_button.mapToGlobal(self.picture_button.rect().bottomLeft()))

    def picture_menu(self) -> QMenu:
        """Return the menu of what can be done with the picture."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        choices = (
            (tr("Copy picture"), self.copy_picture),
            (tr("Save as PNG…"), lambda: self.save_picture("png")),
            (tr("Save as SVG…"), lambda: self.save_picture("svg")),
        )
        for words, work in choices:
            action = QAction(words, menu)
            action.triggered.connect(work)
            menu.addAction(action)
        return menu

    def _picture(self) -> Picture:
        chart: Drawn = self.chart  # type: ignore[assignment]  # every chart of this room can draw itself
        return Picture(self._theme, self._name, chart.draw, chart.size())
