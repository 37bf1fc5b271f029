import math
import unicodedata

import pytest

from numbcompanion.checkins.words import OWN, feeling_words, words_near
from numbcompanion.errors import UsageError


def test_an_own_word_is_offered_near_its_place(companion):
    word = companion.own_words.add("  like wet   wool ", -2.0, -4.0)
    assert word.word == "like wet wool"
    assert companion.own_words.all() == [word]
    offered = words_near(companion.own_words.feeling_words(), (-2.0, -4.0), 6)
    assert (offered[0].word, offered[0].family) == ("like wet wool", OWN)
    assert all(each.gloss for each in offered)


def test_all_the_words_stay_beside_an_own_one(companion):
    assert companion.own_words.feeling_words() == feeling_words()
    companion.own_words.add("wool", 1, 1)
    assert len(companion.own_words.feeling_words()) == len(feeling_words()) + 1


def test_a_word_of_both_lies_where_the_person_put_it(companion):
    companion.own_words.add("Tired", 2.0, -3.0)
    found = [word for word in companion.own_words.feeling_words() if word.word.casefold() == "tired"]
    assert [(word.word, word.pleasantness) for word in found] == [("Tired", 2.0)]


def test_a_word_in_another_writing_moves(companion):
    word = companion.own_words.add("mélange", 0, 0)
    again = companion.own_words.add(unicodedata.normalize("NFD", "MÉLANGE"), 1, 2)
    assert (again.id, again.word) == (word.id, "mélange")
    assert companion.own_words.all() == [again]


def test_a_word_taken_away_comes_back_once(companion):
    word = companion.own_words.add("wool", 1, 1)
    companion.own_words.remove(word.id)
    assert companion.own_words.all() == []
    companion.own_words.restore(word.id)
    assert companion.own_words.all() == [word]
    companion.own_words.remove(word.id)
    other = companion.own_words.add("Wool", 2, 2)
    companion.own_words.restore(word.id)
    assert companion.own_words.all() == [other]


@pytest.mark.parametrize("word", ["", "  ", "x" * 5000])
def test_a_word_that_cannot_be_kept_gets_a_sentence(companion, word):
    with pytest.raises(UsageError) as caught:
        companion.own_words.add(word, 0, 0)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("place", [(math.nan, 0), (0, math.inf), (5.1, 0), (0, -6)])
def test_a_place_that_is_not_on_the_map_gets_a_sentence(companion, place):
    with pytest.raises(UsageError, match="-5 to 5"):
        companion.own_words.add("wool", *place)
