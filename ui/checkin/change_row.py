"""A change to mark: medication or an event, with a line and its time."""

from datetime import UTC

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.checkins.records import MarkerKind
from numbcompanion.clock import Clock, zone
from numbcompanion.translation import tr
from ui.kit.amounts import MomentField
from ui.kit.buttons import ButtonRow, quiet_button
from ui.kit.chips import Chips
from ui.kit.field import LineField
from ui.kit.text import soft
from ui.theme import Space, Theme


def marker_words() -> dict[str, str]:
    """Return the name of every kind of marker."""
    return {MarkerKind.MEDICATION.value: tr("medication"), MarkerKind.EVENT.value: tr("an event")}


class ChangeRow(QWidget):
    """Kind, line, moment; nothing is marked before it is asked for."""

    change_requested = Signal(object, str, object)  # MarkerKind, the line, when

    def __init__(self, theme: Theme, clock: Clock):
        super().__init__()
        self._clock = clock
        self.kind = Chips(theme, exclusive=True, name=tr("What kind of change"))
        self.kind.set_needs_one(True)
        self.kind.set_items(list(marker_words().items()))
        self.line = LineField(theme, tr("What changed"), tr("What changed, in a line"))
        self.line.returnPressed.connect(self._ask)
        self.at = MomentField(theme, tr("When it changed"))
        mark = quiet_button(theme, tr("Mark it"))
        mark.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(soft(theme, tr("A mark stands above the thaw in Insights, so that you see what was when.")))
        for widget in (self.kind, self.line, ButtonRow(self.at, mark)):
            column.addWidget(widget)
        self.clear()

    def clear(self) -> None:
        """Begin anew, with now."""
        wall = self._clock.now().astimezone(zone(self._clock.zone_name()))
        self.kind.choose([MarkerKind.MEDICATION.value])
        self.line.clear()
        self.at.set_latest(wall)
        self.at.set_wall(wall)

    def _ask(self) -> None:
        when = self.at.wall().replace(tzinfo=zone(self._clock.zone_name())).astimezone(UTC)
        self.change_requested.emit(MarkerKind(self.kind.chosen()[0]), self.line.text(), when)
