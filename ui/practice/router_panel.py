"""How is it now? An answer shows two or three practices and why; what is offered can be changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.practice.helped import Helped
from numbcompanion.practice.router import Offer, OwnRules, Router, Suggestion
from numbcompanion.translation import tr
from ui.kit.buttons import link_button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.text import body, card_title, soft, soft_body
from ui.practice.practice_card import CardGrid, PracticeCard
from ui.theme import Space, Theme


@dataclass(frozen=True)
class Shown:
    """What a card says of a practice: its title, how long it is and what kind, a sentence, its place on the thaw."""

    title: str
    about: str
    summary: str
    warmth: float


Titles = Mapping[str, Shown]
"""Every practice by its name."""


class RouterPanel(QWidget):
    """The question as chips; below them what is offered."""

    offer_chosen = Signal(object)  # Offer
    rules_changed = Signal(str, object)  # state, OwnRules
    asked = Signal(bool)  # whether a state is chosen

    def __init__(self, theme: Theme, router: Router, titles: Titles):
        super().__init__()
        self._theme = theme
        self._router = router
        self._titles = titles
        self._helped: Mapping[str, Helped] = {}
        self.cards: list[PracticeCard] = []
        self.states = Chips(theme, exclusive=True, name=tr("How is it now?"))
        self.states.set_items([(state.key, state.title) for state in router.states])
        self.states.chosen_changed.connect(lambda _: self._choose_state())
        self.about = soft_body(theme, "")
        self.note = body(theme, "")
        self.nothing = soft_body(theme, tr("Nothing is offered here now. Below you can bring practices back."))
        self.nothing.hide()
        self.change = link_button(theme, tr("Change what is offered here"))
        self.change.clicked.connect(self._open_rules)
        self.rules = _Rules(theme)
        self.rules.changed.connect(self._changed)
        self._grid: CardGrid | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)
        self._column.addWidget(card_title(theme, tr("How is it now?")))
        for part in (self.states, self.about, self.note, self.nothing):
            self._column.addWidget(part)
        self._place = self._column.count()
        self._column.addWidget(self.change)
        self._column.addWidget(self.rules)
        self._show_state()

    @property
    def state(self) -> str:
        """The answer that is chosen, empty for none."""
        chosen = self.states.chosen()
        return chosen[0] if chosen else ""

    def show_known(self, router: Router, helped: Mapping[str, Helped]) -> None:
        """Take the person's own rules and numbers into account."""
        self._router, self._helped = router, helped
        self._show_state()

    def _choose_state(self) -> None:
        self.rules.hide()
        self._show_state()

    def _show_state(self) -> None:
        state = self.state
        if self._grid is not None:
            self._column.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
            self._grid, self.cards = None, []
        self.nothing.hide()
        found = self._router.state(state) if state else None
        self.about.setText(found.about if found else "")
        self.about.setVisible(found is not None)
        self.note.setText(found.note if found else "")
        self.note.setVisible(bool(found and found.note))
        self.change.setVisible(found is not None)
        if found is not None:
            self._show_offers(self._router.route(state, self._titles.keys(), self._helped))
        self.asked.emit(found is not None)

    def _show_offers(self, suggestions: Sequence[Suggestion]) -> None:
        self.cards = [self._card(suggestion) for suggestion in suggestions]
        self.nothing.setVisible(not suggestions)
        self._grid = CardGrid(self._theme, self.cards)
        self._column.insertWidget(self._place, self._grid)

    def _card(self, suggestion: Suggestion) -> PracticeCard:
        offer = suggestion.offer
        practice = self._titles[offer.practice]
        why = joined_sentences(offer.why or practice.summary, suggestion.helped)
        about = offer_length(offer) if offer.length else practice.about
        card = PracticeCard(self._theme, practice.title, about, why, practice.warmth)
        card.clicked.connect(lambda: self.offer_chosen.emit(offer))
        return card

    def _open_rules(self) -> None:
        if self.rules.isVisible():
            self.rules.hide()
            return
        state, own = self.state, self._router.own.get(self.state, OwnRules())
        ruled = [offer.practice for offer in self._router.state(state).offers if offer.practice in self._titles]
        names = {practice: self._titles[practice].title for practice in self._titles}
        self.rules.show_rules(names, ruled, own)
        self.rules.show()

    def _changed(self, rules: OwnRules) -> None:
        self.rules_changed.emit(self.state, rules)


class _Rules(Card):
    """Every practice as a chip: on is offered here. What the rules offer can be left out, others can be added."""

    changed = Signal(object)  # OwnRules

    def __init__(self, theme: Theme):
        super().__init__(theme, "card")
        self._ruled: list[str] = []
        self.add(card_title(theme, tr("Offered here")))
        words = tr("Switch off what does not help you, and on what does. Yours come first; the rest stays in order.")
        self.add(soft(theme, words))
        self.chips = Chips(theme, name=tr("Offered here"))
        self.chips.chosen_changed.connect(self._chosen)
        self.add(self.chips)
        self.hide()

    def show_rules(self, names: Mapping[str, str], ruled: Sequence[str], own: OwnRules) -> None:
        """Show which practices are offered."""
        self._ruled = list(ruled)
        others = sorted(set(names) - set(ruled), key=lambda practice: names[practice].casefold())
        self.chips.set_items([(practice, names[practice]) for practice in (*ruled, *others)])
        self.chips.choose([*(practice for practice in ruled if practice not in own.left_out), *own.added])

    def _chosen(self, chosen: list[str]) -> None:
        left_out = tuple(practice for practice in self._ruled if practice not in chosen)
        added = tuple(practice for practice in chosen if practice not in self._ruled)
        self.changed.emit(OwnRules(left_out, added))


def joined_sentences(first: str, second: str) -> str:
    """Return two sentences one after the other; one of them may be empty."""
    return f"{first} {second}".strip()


def offer_length(offer: Offer) -> str:
    """Return how long an offer is, in words."""
    if offer.length.isdigit():
        return tr("{n} min").format(n=offer.length)
    count, _, _breaths = offer.length.partition(" ")
    return tr("one song") if offer.length == "song" else tr("{n} breaths").format(n=count)
