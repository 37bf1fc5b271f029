"""What is said before a practice begins: what it is for, when to leave it out, how long it is, its bells."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.practice.plans import Bell, BellKind, Plan
from numbcompanion.practice.scripts import Eyes, Script
from numbcompanion.translation import tr
from ui.kit.buttons import link_button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.column import Column
from ui.kit.switch import Switch
from ui.kit.text import body, card_title, label, soft, soft_body
from ui.practice.sound_rows import SoundRows
from ui.practice.sounds import Speaker
from ui.practice.words import minutes_words
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
                    "open your eyes and look round the room. Orienting is there for that."
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
    """The frame of it: a way back, and the safety note the first time."""

    back_requested = Signal()

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self.back = link_button(theme, tr("All practices"))
        self.back.clicked.connect(self.back_requested)
        self.safety = SafetyNote(theme)
        self.card = Card(theme)
        self._column: QVBoxLayout = Column(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.L)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.safety)
        self._column.addWidget(self.card)

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


class BeforeScript(Before):
    """Before a guided practice."""

    def __init__(self, theme: Theme, script: Script, speaker: Speaker, volume: float):
        super().__init__(theme)
        self._script = script
        self._tell()
        lengths = [(str(minutes), minutes_words(minutes)) for minutes in script.minutes]
        self.lengths = self.chips(tr("How long"), lengths, lengths[-1][0])
        self.row(tr("How long"), self.lengths)
        self.bells = self.switch_row(tr("Bells at the beginning and the end"), True)
        self.sound = SoundRows(theme, speaker, volume, _bell_of(self.plan()))
        self.bells.toggled.connect(self.sound.setVisible)
        self.card.add(self.sound)

    def plan(self) -> Plan:
        """Return the plan as it is set now."""
        return self._script.plan(int(self.lengths.chosen()[0]))

    def _tell(self) -> None:
        theme, script, card = self._theme, self._script, self.card
        card.add(body(theme, script.purpose))
        card.add(soft_body(theme, _eyes_words(script.eyes)))
        for caution in script.cautions:
            card.add(body(theme, caution))
        card.add(soft(theme, tr("Evidence {letter}: {words}").format(letter=script.evidence, words=_evidence(script))))
        for source in script.sources:
            card.add(soft(theme, source))


def _bell_of(plan: Plan) -> BellKind:
    return next((cue.kind for cue in plan.cues if isinstance(cue, Bell)), BellKind.BOWL)


def _eyes_words(eyes: Eyes) -> str:
    return {
        Eyes.OPEN: tr("Eyes open. You can stop at any moment with Esc."),
        Eyes.SOFT: tr("Eyes half open, resting on one spot; open is fine too. You can stop at any moment with Esc."),
        Eyes.CLOSED: tr("Eyes closed, if you like that; open is fine too. You can stop at any moment with Esc."),
    }[eyes]


def _evidence(script: Script) -> str:
    return {
        "A": tr("many studies of this practice together, none of them on numbness."),
        "B": tr("tested in a trial, not on numbness."),
        "C": tr("used by clinicians; not tested on numbness."),
    }[script.evidence]
