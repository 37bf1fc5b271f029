import pytest

from numbcompanion.checkins.nearer import nearer_words
from numbcompanion.checkins.words import feeling_words

WORDS = feeling_words()


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.word)
def test_neighbours_are_the_nearest_and_never_the_word_itself(word):
    def away(other):
        return (other.pleasantness - word.pleasantness) ** 2 + (other.energy - word.energy) ** 2

    near = nearer_words(WORDS, word.word)
    assert len(near) == 6
    assert word not in near
    farthest = max(away(other) for other in near)
    assert all(away(other) >= farthest for other in WORDS if other != word and other not in near)


def test_a_word_nobody_knows_has_no_neighbours():
    assert nearer_words(WORDS, "flurble") == []
