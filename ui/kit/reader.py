"""The reader: one page of a guide, set to be read at length."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayoutItem, QVBoxLayout, QWidget

from numbcompanion.reading import (
    Block,
    Heading,
    Paragraph,
    Points,
    Quote,
    ReadingPage,
    Source,
    Things,
    TickList,
    Tonight,
    TryLeave,
)
from numbcompanion.translation import tr, tr_n
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.text import Text, label, reading, soft
from ui.theme import Role, Space, TextStyle, Theme

_CHARACTERS = 65
# Measured instead of the font's average width, which counts every capital and sign as often as an e.
_SAMPLE = "when the room is quiet there is time to notice what is here and what is not"
_POINT = "•"
_BESIDE_FROM = 400


class Reader(QWidget):
    """Lays out a reading page; what is ticked in it is told, never added up."""

    ticks_changed = Signal(str, list)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._page: ReadingPage | None = None
        self._ticks: dict[str, Chips] = {}
        self._sheet = QWidget()
        self._sheet.setProperty("role", "clear")
        self.column = QVBoxLayout(self._sheet)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.M)
        frame = QHBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._sheet, 1, Qt.AlignmentFlag.AlignTop)
        frame.addStretch(0)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    @property
    def page(self) -> ReadingPage | None:
        """The page that is shown."""
        return self._page

    def show_page(
        self,
        page: ReadingPage,
        above: str | None = None,
        chosen: Callable[[str], Iterable[str]] | None = None,
    ) -> None:
        """Show `page`; `above` stands over its title, `chosen` tells what is ticked in a list by its id."""
        self._page = page
        self._clear()
        self._add(
            Text(self._theme, minutes_and_review(page) if above is None else above, TextStyle.SMALL, Role.SOFT_INK)
        )
        self._add(Text(self._theme, page.title, TextStyle.READING_TITLE), after=Space.XS)
        for block in page.blocks:
            self._add_block(block)
        if page.sources:
            self._add_sources(page.sources)
        for list_id, chips in self._ticks.items():
            chips.choose(chosen(list_id) if chosen is not None else [])
        self.setAccessibleName(page.title)

    def set_ticks(self, list_id: str, keys: Iterable[str]) -> None:
        """Show these as ticked in a list; says nothing to anyone."""
        if list_id in self._ticks:
            self._ticks[list_id].choose(keys)

    def ticks(self, list_id: str) -> list[str]:
        """Return what is ticked in a list; a list that is not on the page has nothing ticked."""
        return self._ticks[list_id].chosen() if list_id in self._ticks else []

    def _add_block(self, block: Block) -> None:
        theme = self._theme
        match block:
            case Paragraph(text):
                self._add(reading(theme, text), after=Space.S)
            case Heading(text):
                self._add(Text(theme, text, TextStyle.CAPTION), before=Space.M)
            case Points(items):
                for item in items:
                    self._add(_point(theme, item))
            case Quote(text):
                self._add(_quote(theme, text), before=Space.XS, after=Space.S)
            case TryLeave(to_try, to_leave):
                self._add(_TryLeavePanel(theme, to_try, to_leave), before=Space.XS, after=Space.S)
            case TickList(list_id, name, ticks):
                self._add_ticks(list_id, name, [(tick.key, tick.text) for tick in ticks])
            case Tonight(text):
                self._add(_tonight(theme, text), before=Space.XS, after=Space.S)
            case Things():
                pass  # the path shows these with its own controls

    def _add_ticks(self, list_id: str, name: str, items: list[tuple[str, str]]) -> None:
        chips = Chips(self._theme, name=name)
        chips.set_items(items)
        chips.chosen_changed.connect(lambda keys: self.ticks_changed.emit(list_id, keys))
        self._ticks[list_id] = chips
        if name:
            self._add(label(self._theme, name), before=Space.XS)
        self._add(chips, after=Space.S)

    def _add_sources(self, sources: tuple[Source, ...]) -> None:
        line = QFrame()
        line.setProperty("role", "line")
        self._add(line, before=Space.L, after=Space.XS)
        self._add(label(self._theme, tr("Where this comes from")))
        for source in sources:
            words = f"{source.name} · {source.reference}" if source.reference else source.name
            self._add(soft(self._theme, words))

    def _add(self, widget: QWidget, before: int = 0, after: int = 0) -> None:
        if before:
            self.column.addSpacing(before)
        self.column.addWidget(widget)
        if after:
            self.column.addSpacing(after)

    def _clear(self) -> None:
        self._ticks = {}
        while (item := self.column.takeAt(0)) is not None:
            _discard(item)

    def _follow_theme(self) -> None:
        sample = QFontMetricsF(self._theme.font(TextStyle.READING)).horizontalAdvance(_SAMPLE)
        self._sheet.setMaximumWidth(round(sample / len(_SAMPLE) * _CHARACTERS))


class _TryLeavePanel(Card):
    """Sentences to try beside sentences to leave out; one above the other where there is little room."""

    def __init__(self, theme: Theme, to_try: tuple[str, ...], to_leave: tuple[str, ...]):
        super().__init__(theme, "sunk")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(Space.XXL)
        for heading, role, sentences in (
            (tr("Try"), Role.ACCENT, to_try),
            (tr("Leave out"), Role.CARE, to_leave),
        ):
            half = QVBoxLayout()
            half.setSpacing(Space.S)
            half.addWidget(Text(theme, heading, TextStyle.LABEL, role))
            for sentence in sentences:
                half.addWidget(Text(theme, sentence))
            half.addStretch(1)
            self._halves.addLayout(half, 1)
        self.column.addLayout(self._halves)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width() if self._stacked() else hint.width() // 2, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_BESIDE_FROM)
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _stacked(self) -> bool:
        return self._halves.direction() == QBoxLayout.Direction.TopToBottom


def minutes_and_review(page: ReadingPage) -> str:
    """Return the line over a title: how long it takes, when it was reviewed, how many sources it has."""
    month = QLocale().toString(QDate(page.reviewed.year, page.reviewed.month, page.reviewed.day), "MMM yyyy")
    parts = [tr("{n} min").format(n=page.minutes), tr("reviewed {month}").format(month=month)]
    if page.sources:
        parts.append(tr_n("{n} source", "{n} sources", len(page.sources)))
    return " · ".join(parts)


def _point(theme: Theme, text: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(Space.XS, 0, 0, 0)
    line.setSpacing(Space.M)
    mark = Text(theme, _POINT, TextStyle.READING, Role.SOFT_INK)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(reading(theme, text), 1)
    return row


def _quote(theme: Theme, text: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(Space.XS, 0, 0, 0)
    line.setSpacing(Space.L)
    rule = QFrame()
    rule.setProperty("role", "line-upright")
    line.addWidget(rule)
    line.addWidget(Text(theme, text, TextStyle.READING, Role.SOFT_INK), 1)
    return row


def _tonight(theme: Theme, text: str) -> QWidget:
    card = Card(theme, "sunk")
    card.add(label(theme, tr("For tonight")))
    card.add(Text(theme, text, TextStyle.READING))
    return card


def _discard(item: QLayoutItem) -> None:
    widget = item.widget()
    if widget is not None:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()
