"""All practices side by side, and the last sessions underneath."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.practice.scripts import Script, Shelf
from numbcompanion.practice.timer import TIMER
from numbcompanion.translation import tr
from ui.kit.text import soft
from ui.practice.lately import Lately
from ui.practice.practice_card import CardGrid, PracticeCard
from ui.practice.words import joined, minutes_words
from ui.theme import Space, Theme

_TIMER_WARMTH = 0.15


class PracticeShelf(QWidget):
    """A card for each script and one for silence; a file that cannot be used is named with its line."""

    practice_chosen = Signal(str)

    def __init__(self, theme: Theme, scripts: Shelf):
        super().__init__()
        self._theme = theme
        self._scripts = scripts
        self.cards: dict[str, PracticeCard] = {}
        for script in scripts.scripts:
            about = joined(_lengths(script), script.kind)
            self._add_card(script.slug, about, script.summary, script.warmth)
        words = tr("A silent timer with bells, for sitting or just being.")
        self._add_card(TIMER, tr("1–180 min · silence"), words, _TIMER_WARMTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXL)
        column.addWidget(CardGrid(theme, list(self.cards.values())))
        for broken in scripts.broken:
            column.addWidget(soft(theme, tr("A practice file cannot be used: {reason}").format(reason=broken)))
        self.lately = Lately(theme, self.title_of)
        column.addWidget(self.lately)
        column.addStretch(1)

    def title_of(self, name: str) -> str:
        """Return what the practice `name` is called."""
        if name == TIMER:
            return tr("Just sit")
        script = self._scripts.find(name)
        return name if script is None else script.title

    def _add_card(self, name: str, about: str, summary: str, warmth: float) -> None:
        card = PracticeCard(self._theme, self.title_of(name), about, summary, warmth)
        card.clicked.connect(lambda: self.practice_chosen.emit(name))
        self.cards[name] = card


def _lengths(script: Script) -> str:
    shortest, longest = min(script.minutes), max(script.minutes)
    if shortest == longest:
        return minutes_words(shortest)
    return tr("{shortest}–{longest} min").format(shortest=shortest, longest=longest)
