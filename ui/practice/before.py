"""The frame of what is said before a practice begins: a way back, cautions, how much can be felt, what is heard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.practice.plans import Plan
from numbcompanion.translation import tr
from ui.kit.buttons import link_button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.column import Column
from ui.kit.flow import FlowLayout
from ui.kit.switch import Switch
from ui.kit.text import body, card_title, label
from ui.practice.after import DepthChips
from ui.practice.session_sound import SessionSound
from ui.practice.sound_controls import SoundControls
from ui.theme import Space, Theme


class SafetyNote(Card):
    """Said once, before the first practice."""

    def __init__(self, theme: Theme):
        super().__init__(theme, "care-card")
        self.add(card_title(theme, tr("Once, before the first practice")))
        self.add(
            body(
                theme,
                tr(
                    "If a practice makes things less real, or brings panic or more feeling than you can hold: stop, "
                    "open your eyes and look round the room. The key F leads to orienting, which is there for that."
                ),
            )
        )
        self.add(
            body(
                theme,
                tr(
                    "If you live with trauma, psychosis, mania, epilepsy, or heart or lung disease, or if you are "
                    "pregnant, ask a professional before you hold your breath, breathe strongly or use cold."
                ),
            )
        )


class Before(QWidget):
    """What every practice has before it; `fill` adds rows, `finish` the two that come last."""

    back_requested = Signal()
    sound_changed = Signal(object)  # fields of SessionSound

    def __init__(self, theme: Theme, sound: SessionSound):
        super().__init__()
        self._theme = theme
        self.back = link_button(theme, tr("All practices"))
        self.back.clicked.connect(self.back_requested)
        self.safety = SafetyNote(theme)
        self.card = Card(theme)
        self.felt = DepthChips(theme, tr("How much can you feel right now? You can leave this out."))
        self.sound = SoundControls(theme, sound)
        flow = FlowLayout(self.sound, Space.XL, Space.S)
        for part in self.sound.parts:
            flow.addWidget(part)
        self.sound.changed.connect(self.sound_changed)
        self._column: QVBoxLayout = Column(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.L)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.safety)
        self._column.addWidget(self.card)

    def plan(self) -> Plan | None:
        """Return the plan as it is set now; None, and the reason is shown, where it cannot be."""
        raise NotImplementedError

    def finish(self) -> None:
        """Put what comes last at the end of the card."""
        self.row(tr("Sound"), self.sound)
        self.card.column.addSpacing(Space.S)
        self.card.add(self.felt)

    def show_sound(self, sound: SessionSound) -> None:
        """Show what is to be heard."""
        self.sound.show_sound(sound)

    def row(self, name: str, control: QWidget) -> None:
        """Put a control under its small heading."""
        self.card.column.addSpacing(Space.S)
        self.card.add(label(self._theme, name))
        self.card.add(control)

    def switch_row(self, name: str, on: bool) -> Switch:
        """Put a switch beside its words and return it."""
        switch = Switch(self._theme, name)
        switch.setChecked(on)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(switch)
        row.addWidget(body(self._theme, name), 1, Qt.AlignmentFlag.AlignVCenter)
        self.card.column.addSpacing(Space.S)
        self.card.add(holder)
        return switch

    def chips(self, name: str, items: list[tuple[str, str]], chosen: str) -> Chips:
        """Return chips of which one is always chosen."""
        chips = Chips(self._theme, exclusive=True, name=name)
        chips.set_items(items)
        chips.set_needs_one(True)
        chips.choose([chosen])
        return chips
