"""Which bell rings, and a stroke to hear it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.practice.plans import BellKind
from numbcompanion.translation import tr
from ui.kit.buttons import link_button
from ui.kit.chips import Chips
from ui.kit.text import soft
from ui.practice.bell_words import bell_items
from ui.practice.sounds import Speaker
from ui.theme import Space, Theme

SAMPLE_IN_S = 0.3


class BellRow(QWidget):
    """Chips for the bell, of which one is always chosen."""

    def __init__(self, theme: Theme, speaker: Speaker, volume: float):
        super().__init__()
        self._speaker = speaker
        self.volume = volume
        self.kinds = Chips(theme, exclusive=True, name=tr("Bell"))
        self.kinds.set_items(bell_items())
        self.kinds.set_needs_one(True)
        self.kinds.choose([BellKind.BOWL.value])
        self.sample = link_button(theme, tr("Hear it"))
        self.sample.clicked.connect(self._ring_once)
        self.kinds.add_after(self.sample)
        self.trouble = soft(theme, "")
        self.trouble.hide()
        speaker.trouble.connect(self._say)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.kinds)
        column.addWidget(self.trouble)

    @property
    def kind(self) -> BellKind:
        """The bell that is chosen."""
        return BellKind(self.kinds.chosen()[0])

    def _ring_once(self) -> None:
        self.trouble.hide()
        self._speaker.prepare()
        self._speaker.ring(self.kind, self.volume, SAMPLE_IN_S)
        self._speaker.close()

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
