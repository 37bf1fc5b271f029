"""Settings › Appearance: whether the companion starts with the computer; the switch shows what was read back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.errors import CompanionError
from numbcompanion.translation import tr
from ui.kit.card import Card
from ui.kit.switch import Switch
from ui.settings.autostart import Autostart
from ui.settings.row import setting
from ui.theme import Theme


class StartAtLogin(QWidget):
    """One switch."""

    said = Signal(str, object)

    def __init__(self, theme: Theme, autostart: Autostart):
        super().__init__()
        self._autostart = autostart
        self.switch = Switch(theme, tr("Start at login"))
        self.switch.setChecked(autostart.enabled())
        self.switch.clicked.connect(self._set)
        card = Card(theme)
        about = tr("Starts hidden in the tray. Written to {place}.").format(place=autostart.place)
        card.add(setting(theme, tr("Start at login"), about, self.switch, beside=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _set(self, wanted: bool) -> None:
        try:
            self._autostart.set(wanted)
        except CompanionError as error:
            self.said.emit(str(error), None)
        self.switch.setChecked(self._autostart.enabled())
