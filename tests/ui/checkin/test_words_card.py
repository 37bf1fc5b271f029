import pytest
from PySide6.QtCore import Qt

from numbcompanion.checkins.records import Ladder, Sensation
from numbcompanion.checkins.words import MUTED, FeelingWord, feeling_words
from ui.checkin.words_card import WordsCard

WORDS = feeling_words()
FAMILY = {word.word: word.family for word in WORDS}


@pytest.fixture
def card(theme, qtbot):
    card = WordsCard(theme)
    qtbot.addWidget(card)
    card.resize(500, 500)
    card.show()
    card.set_words(WORDS)
    return card


def offered(card):
    return [chip.key for chip in card.chips.chips]


@pytest.mark.parametrize("point", [None, (-1.5, -1.4), (5.0, 5.0), (-5.0, 5.0), (4.0, -4.0), (0.0, 0.0)])
def test_six_words_are_near_and_two_are_always_muted(card, point):
    card.set_point(point)
    muted = [word for word in offered(card) if FAMILY[word] == MUTED]
    assert (len(offered(card)), len(muted)) == (8, 2)


def test_what_is_chosen_stays_while_the_point_moves(card):
    card.set_point((-3.0, -2.0))
    card.choose(["lonely"])
    card.set_point((4.0, 4.0))
    assert card.chosen() == ("lonely",)
    assert len(offered(card)) == 9


def test_every_word_says_what_it_means_when_the_keyboard_is_at_it(card, qtbot):
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    chip = card.chips.chips[0]
    chip.setFocus()
    gloss = next(word.gloss for word in WORDS if word.word == chip.key)
    assert card._about.text() == f"{chip.key}: {gloss}"
    card.no_words.setFocus()
    assert card._about.text() == "Choose up to three, or none."


def test_a_nearer_word_steps_from_neighbour_to_neighbour(card):
    assert card.nearer.isHidden()
    card.choose(["sad"])
    card.nearer.click()
    neighbours = offered(card)
    assert (neighbours[0], len(neighbours)) == ("sad", 7)
    card.chips.chips[3].click()
    card.chips.chips[0].click()
    card.nearer.click()
    assert offered(card)[0] == neighbours[3]
    assert len(offered(card)) == 7
    card.set_point((4.0, 4.0))
    assert len(offered(card)) == 9


def test_three_words_at_most(card, qtbot):
    for place in range(5):
        qtbot.mouseClick(card.chips.chips[place], Qt.MouseButton.LeftButton)
    assert len(card.chosen()) == 3


def test_search_finds_words_and_what_they_mean(card):
    card.toggle_all()
    assert len(offered(card)) == len(WORDS)
    card.search.setText("MISSING")
    assert 0 < len(offered(card)) < len(WORDS)
    assert card.keep.isVisible()
    card.search.setText("Lonely")
    assert card.keep.isHidden()
    card.toggle_all()
    assert len(offered(card)) == 8


def test_ten_thousand_words_of_ones_own_are_searched(card):
    own = [FeelingWord(f"own {n}", "own", 0.0, 0.0, "") for n in range(200)]
    card.set_words([*WORDS, *own])
    card.toggle_all()
    card.search.setText("own 199")
    assert offered(card) == ["own 199"]


@pytest.mark.parametrize("rung", range(5))
def test_any_rung_from_below_is_a_whole_answer(card, rung):
    below = card.from_below
    card.no_words.click()
    assert below.isVisible()
    for _ in range(rung):
        below.further.click()
    chips = (below.contact, below.sensation, below.colour, below.not_these, below.word)[rung]
    chips.chips[1].click()
    below.enough.click()
    answers = (
        Ladder(contact=("back",)),
        Ladder(sensation=Sensation.COLD),
        Ladder(colour="violet"),
        Ladder(not_these=("sad",)),
        Ladder(word="sad"),
    )
    assert below.ladder() == answers[rung]
    assert card.no_words.text().startswith("From below words: ")
    assert card.chosen() == (("sad",) if rung == 4 else ())


def test_the_next_rung_comes_only_when_asked_for_and_a_word_that_it_is_not_goes(card):
    below = card.from_below
    card.open_below()
    assert [rung.isVisible() for rung in below._rungs] == [True, False, False, False, False]
    for _ in range(4):
        below.further.click()
    assert below.further.isHidden()
    below.word.chips[0].click()
    below.not_these.chips[0].click()
    assert below.ladder() == Ladder(not_these=("angry",))
    assert [chip.isVisible() for chip in below.word.chips[:2]] == [False, True]


def test_nothing_said_below_is_no_answer(card):
    card.open_below()
    card.from_below.enough.click()
    assert card.from_below.ladder() is None
    assert card.no_words.text() == "No words for it…"
