from datetime import date

from numbcompanion.together.deck import Deck, deck_of


def test_the_same_card_lies_on_top_all_day() -> None:
    assert deck_of(date(2026, 11, 23)) == deck_of(date(2026, 11, 23))


def test_the_next_day_has_another_order_of_the_same_cards() -> None:
    today, tomorrow = deck_of(date(2026, 11, 23)), deck_of(date(2026, 11, 24))
    assert today != tomorrow
    assert sorted(today.cards) == sorted(tomorrow.cards)


def test_another_goes_through_the_whole_deck_before_one_comes_back() -> None:
    deck = deck_of(date(2026, 11, 23))
    drawn = [deck.card(turn) for turn in range(len(deck.cards))]
    assert len(set(drawn)) == len(drawn) >= 20
    assert deck.card(len(drawn)) == drawn[0]


def test_an_empty_deck_has_an_empty_card() -> None:
    assert Deck(()).card(3) == ""
