"""All practices side by side, what fits now, and the last sessions underneath."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.practice.helped import Helped
from numbcompanion.practice.router import Router
from numbcompanion.practice.script_head import KINDS
from numbcompanion.practice.script_shelf import Shelf
from numbcompanion.practice.scripts import BREATH, LengthKind, Script
from numbcompanion.practice.timer import TIMER
from numbcompanion.translation import tr
from ui.kit.buttons import link_button
from ui.kit.chips import Chips
from ui.kit.text import soft
from ui.practice.lately import Lately
from ui.practice.practice_card import CardGrid, PracticeCard
from ui.practice.router_panel import RouterPanel, Shown, Titles
from ui.practice.script_words import about_words
from ui.theme import Space, Theme

SUGGESTED, ALL, SHORT, MEDIUM = "suggested", "all", "short", "medium"
_TIMER_WARMTH, _BREATH_WARMTH = 0.15, 0.4
_HEART = ("heart", "listening", "feelings", "meaning")
_SHORT_MIN, _MEDIUM_MIN = 3, 10


class PracticeShelf(QWidget):
    """Chips that choose which cards are shown; a file that cannot be used is named with its line."""

    practice_chosen = Signal(str)
    folder_requested = Signal()

    def __init__(self, theme: Theme, scripts: Shelf, router: Router):
        super().__init__()
        self._theme = theme
        self._scripts = scripts
        self._suggested = router.suggested
        self._known_titles = scripts.titles()
        self.cards: dict[str, PracticeCard] = {}
        self.filters = Chips(theme, exclusive=True, name=tr("Which practices"))
        self.filters.set_items(_filters())
        self.filters.set_needs_one(True)
        self.filters.choose([SUGGESTED])
        self.filters.chosen_changed.connect(lambda _: self._show_cards())
        self.router = RouterPanel(theme, router, self._titles())
        self.router.asked.connect(lambda _: self._show_cards())
        self._grid = CardGrid(theme)
        self.lately = Lately(theme, self.title_of)
        self.folder = link_button(theme, tr("Your own practices…"))
        self.folder.clicked.connect(self.folder_requested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XXL)
        for part in (self.filters, self.router, self._grid, self.lately):
            self._column.addWidget(part)
        for broken in scripts.broken:
            self._column.addWidget(soft(theme, tr("A practice file cannot be used: {reason}").format(reason=broken)))
        self._column.addWidget(self.folder)
        self._column.addStretch(1)
        self._show_cards()

    @property
    def shown(self) -> list[str]:
        """The practices whose cards are shown, in their order."""
        key = self.filters.chosen()[0]
        if key == SUGGESTED:
            return [] if self.router.state else [name for name in self._suggested if self._scripts.find(name)]
        if key == ALL:
            return self._names()
        if key in (SHORT, MEDIUM):
            most = _SHORT_MIN if key == SHORT else _MEDIUM_MIN
            return [name for name in self._names() if self._shortest_min(name) <= most]
        kinds = _HEART if key == "heart" else (key,)
        return [name for name in self._names() if self._kind(name) in kinds]

    def choose(self, key: str) -> None:
        """Show the practices of a filter."""
        self.filters.choose([key])
        self._show_cards()

    def show_known(self, router: Router, helped: Mapping[str, Helped]) -> None:
        """Take the person's own rules and numbers into account."""
        self.router.show_known(router, helped)

    def title_of(self, name: str) -> str:
        """Return what the practice `name` is called."""
        return self._known_titles.get(name, name)

    def focus_card(self, name: str) -> None:
        """Put the keyboard on a card, or on the filters where it is not shown."""
        if name in self.cards and self.cards[name].isVisible():
            self.cards[name].setFocus()
        elif name:
            next(chip for chip in self.filters.chips if chip.isChecked()).setFocus()

    def _show_cards(self) -> None:
        self.router.setVisible(self.filters.chosen() == [SUGGESTED])
        self._grid.show_cards([self._card(name) for name in self.shown])

    def _card(self, name: str) -> PracticeCard:
        if name not in self.cards:
            about, summary, warmth = self._about(name)
            card = PracticeCard(self._theme, self.title_of(name), about, summary, warmth)
            card.clicked.connect(lambda: self.practice_chosen.emit(name))
            self.cards[name] = card
        return self.cards[name]

    def _about(self, name: str) -> tuple[str, str, float]:
        if name == TIMER:
            return tr("1–180 min · silence"), tr("A silent timer with bells."), _TIMER_WARMTH
        if name == BREATH:
            return tr("1–60 min · breath"), tr("A rhythm of your own, or you lead."), _BREATH_WARMTH
        script = self._scripts.find(name)
        assert script is not None
        return about_words(script), script.summary, script.warmth

    def _names(self) -> list[str]:
        def place(script: Script) -> tuple[int, bool, str]:
            return (KINDS.index(script.kind), script.slug not in self._suggested, script.title.casefold())

        names = [script.slug for script in sorted(self._scripts.scripts, key=place)]
        return [*names, BREATH, TIMER]

    def _kind(self, name: str) -> str:
        if name == BREATH:
            return "breath"
        script = self._scripts.find(name)
        return "" if script is None else script.kind

    def _shortest_min(self, name: str) -> float:
        script = self._scripts.find(name)
        if script is None:
            return 1
        shortest = script.lengths[0]
        if shortest.kind is LengthKind.BREATHS:
            pacing = script.pacing(script.usual().variant)
            return 0 if pacing is None else shortest.count * pacing.pattern.period_s / 60
        return _MEDIUM_MIN if shortest.kind is LengthKind.SONG else shortest.count

    def _titles(self) -> Titles:
        names = [*(script.slug for script in self._scripts.scripts), TIMER, BREATH]
        return {name: Shown(self.title_of(name), *self._about(name)) for name in names}


def _filters() -> Sequence[tuple[str, str]]:
    return (
        (SUGGESTED, tr("Suggested")),
        ("grounding", tr("Grounding")),
        ("breath", tr("Breath")),
        ("body", tr("Body")),
        ("heart", tr("Heart")),
        ("movement", tr("Movement")),
        (SHORT, tr("≤ 3 min")),
        (MEDIUM, tr("≤ 10 min")),
        (ALL, tr("All")),
    )
