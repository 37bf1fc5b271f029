"""The rows about bells: which one, how loud, and a stroke to hear it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.practice.plans import BellKind
from numbcompanion.translation import tr
from ui.kit.buttons import link_button
from ui.kit.chips import Chips
from ui.kit.text import label, soft
from ui.practice.bell_words import LEVELS, bell_items, level_items, level_of
from ui.practice.sounds import Speaker
from ui.theme import Space, Theme

SAMPLE_IN_S = 0.3


class SoundRows(QWidget):
    """Chips for the bell (where it can be chosen) and for how loud it is."""

    volume_chosen = Signal(float)

    def __init__(self, theme: Theme, speaker: Speaker, volume: float, kind: BellKind | None = None):
        super().__init__()
        self._theme = theme
        self._speaker = speaker
        self._fixed_kind = kind
        self.kinds = self._chips(tr("Bell"), bell_items(), BellKind.BOWL.value)
        self.levels = self._chips(tr("How loud"), level_items(), str(level_of(volume)))
        self.levels.chosen_changed.connect(lambda _: self.volume_chosen.emit(self.volume))
        self.sample = link_button(theme, tr("Hear it"))
        self.sample.clicked.connect(self._ring_once)
        self.trouble = soft(theme, "")
        self.trouble.hide()
        speaker.trouble.connect(self._say)
        self._build()

    @property
    def kind(self) -> BellKind:
        """The bell that is chosen."""
        return self._fixed_kind or BellKind(self.kinds.chosen()[0])

    @property
    def volume(self) -> float:
        """How loud it is to be, 0 to 1."""
        return LEVELS[int(self.levels.chosen()[0])]

    def show_volume(self, volume: float) -> None:
        """Show a volume that was chosen elsewhere."""
        self.levels.choose([str(level_of(volume))])

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        if self._fixed_kind is None:
            column.addWidget(label(self._theme, tr("Bell")))
            column.addWidget(self.kinds)
            column.addSpacing(Space.S)
        else:
            self.kinds.hide()
        column.addWidget(label(self._theme, tr("How loud")))
        self.levels.add_after(self.sample)
        column.addWidget(self.levels)
        column.addWidget(self.trouble)

    def _chips(self, name: str, items: list[tuple[str, str]], chosen: str) -> Chips:
        chips = Chips(self._theme, exclusive=True, name=name)
        chips.setParent(self)
        chips.set_items(items)
        chips.set_needs_one(True)
        chips.choose([chosen])
        return chips

    def _ring_once(self) -> None:
        self.trouble.hide()
        self._speaker.prepare()
        self._speaker.ring(self.kind, self.volume, SAMPLE_IN_S)
        self._speaker.close()

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
