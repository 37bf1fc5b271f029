"""A row of the page that is built when it comes near to being seen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.insights.insight_card import InsightCard
from ui.kit.column import Column
from ui.kit.columns import Columns
from ui.kit.text import label
from ui.theme.roles import Space
from ui.theme.theme import Theme

_PLACE_HELD = 300
Build = Callable[[], tuple[list[InsightCard], list[InsightCard]]]


class LazyRow(QWidget):
    """A quiet heading and two columns of cards; before `build` only the room they will need."""

    def __init__(self, theme: Theme, heading: str, build: Build):
        super().__init__()
        self._theme = theme
        self._make = build
        self._heading = heading
        self._column = Column(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(Space.M))
        self.cards: list[InsightCard] = []
        self.setMinimumHeight(theme.px(_PLACE_HELD))

    @property
    def built(self) -> bool:
        """Whether the cards are there."""
        return bool(self.cards)

    def build(self) -> list[InsightCard]:
        """Make the cards and return them; once only."""
        if self.built:
            return []
        self.setMinimumHeight(0)
        left, right = self._make()
        self._column.addWidget(label(self._theme, self._heading))
        if right:
            self._column.addWidget(two_columns(self._theme, left, right))
        else:
            for card in left:
                self._column.addWidget(card)
        self.cards = [*left, *right]
        return self.cards


def two_columns(theme: Theme, left: Sequence[QWidget], right: Sequence[QWidget]) -> Columns:
    """Return cards in two columns of one width, which stand one below the other where there is little room."""
    columns = Columns(theme, (1, 1))
    for side, cards in ((columns.left, left), (columns.right, right)):
        for card in cards:
            side.addWidget(card)
    return columns


def last_control(above: QWidget, before: Sequence["LazyRow"], rows: Sequence["LazyRow"]) -> QWidget:
    """Return the last control of `above` that lies in no row, or in one of those `before`."""
    later = [row for row in rows if row not in before]
    controls = [
        control
        for control in above.findChildren(QWidget)
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and not any(row.isAncestorOf(control) for row in later)
    ]
    return controls[-1]
