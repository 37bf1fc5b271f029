"""Where on the map."""

from PySide6.QtCore import Signal

from numbcompanion.translation import tr
from ui.checkin.depth_card import titled
from ui.kit.buttons import link_button
from ui.kit.card import Card
from ui.kit.mood_map import MoodMap
from ui.theme import Theme


class MapCard(Card):
    """The map, and a way to leave it empty."""

    point_changed = Signal()

    def __init__(self, theme: Theme):
        super().__init__(theme)
        self.cant_tell = link_button(theme, tr("can’t tell"))
        self.cant_tell.setAccessibleName(tr("I can’t tell where on the map"))
        self.cant_tell.clicked.connect(self._clear)
        self.add(titled(theme, tr("Where on the map?"), self.cant_tell))
        self.map = MoodMap(theme)
        self.map.point_chosen.connect(lambda _: self.point_changed.emit())
        self.add(self.map)

    def _clear(self) -> None:
        self.map.set_point(None)
        self.point_changed.emit()
