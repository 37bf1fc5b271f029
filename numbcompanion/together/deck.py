"""A deck of things to say or ask tonight: one lies on top each day, another is always there."""

import random
from dataclasses import dataclass
from datetime import date

from numbcompanion.reading import Points, shelf_of


@dataclass(frozen=True)
class Deck:
    """Cards in the order of one day; after the last comes the first again."""

    cards: tuple[str, ...]

    def card(self, turn: int) -> str:
        """Return the card after `turn` others; empty where the deck is."""
        return self.cards[turn % len(self.cards)] if self.cards else ""


def deck_of(day: date, language: str = "en") -> Deck:
    """Return the deck of `day`: the same all day, another order tomorrow."""
    page = shelf_of("cards", language).page("tonight")
    cards = [item for block in (page.blocks if page else ()) if isinstance(block, Points) for item in block.items]
    random.Random(day.toordinal()).shuffle(cards)
    return Deck(tuple(cards))
