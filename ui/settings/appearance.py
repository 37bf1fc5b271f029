"""Settings › General: theme, text size, still mode, who it is for, the day, start at login."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.errors import CompanionError
from numbcompanion.preferences import PreferencesFile, StillChoice, ThemeChoice
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.settings.autostart import Autostart
from ui.settings.row import setting
from ui.settings.start_at_login import StartAtLogin
from ui.settings.you import You
from ui.theme import Space, Theme

_SCALES = (100, 125, 150, 175, 200)


class Appearance(QWidget):
    """Writes each choice at once."""

    said = Signal(str, object)

    def __init__(self, theme: Theme, facts: Facts, preferences_file: PreferencesFile, autostart: Autostart):
        super().__init__()
        self._facts = facts
        self._file = preferences_file
        now = preferences_file.current
        card = Card(theme)
        themes = (
            (ThemeChoice.SYSTEM, tr("like the system")),
            (ThemeChoice.LIGHT, tr("light")),
            (ThemeChoice.DARK, tr("dark")),
        )
        card.add(
            setting(theme, tr("Light or dark"), "", self._chips(theme, tr("Light or dark"), "theme", themes, now.theme))
        )
        card.add_line()
        scales = [(str(scale), tr("{n} %").format(n=scale)) for scale in _SCALES]
        scale = str(round(now.text_scale * 100))
        card.add(setting(theme, tr("Text size"), "", self._chips(theme, tr("Text size"), "text_scale", scales, scale)))
        card.add_line()
        stills = (
            (StillChoice.SYSTEM, tr("like the system")),
            (StillChoice.ON, tr("still")),
            (StillChoice.OFF, tr("moving")),
        )
        about = tr("Still mode shows text and steps instead of motion.")
        card.add(setting(theme, tr("Motion"), about, self._chips(theme, tr("Motion"), "still", stills, now.still)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(card)
        you = You(theme, facts, preferences_file)
        you.said.connect(self.said)
        column.addWidget(you)
        login = StartAtLogin(theme, autostart)
        login.said.connect(self.said)
        column.addWidget(login)
        column.addStretch(1)

    def _chips(self, theme: Theme, name: str, field: str, items: Sequence[tuple[str, str]], now: str) -> Chips:
        chips = Chips(theme, exclusive=True, name=name)
        chips.set_items([(str(key), text, "") for key, text in items])
        chips.choose([str(now)])
        chips.chosen_changed.connect(lambda chosen: self._change(field, chosen[0]) if chosen else None)
        return chips

    def _change(self, field: str, key: str) -> None:
        value: object = int(key) / 100 if field == "text_scale" else key
        try:
            self._facts.preferences_changed.emit(self._file.change(**{field: value}))
        except CompanionError as error:
            self.said.emit(str(error), None)
