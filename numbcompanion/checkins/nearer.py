"""A nearer word: the words around another one."""

from collections.abc import Sequence

from numbcompanion.checkins.words import FeelingWord


def nearer_words(words: Sequence[FeelingWord], word: str, number: int = 6) -> list[FeelingWord]:
    """Return the `number` words whose places lie nearest to that of `word`; those of its own family first where even.

    A word that is not among `words` has no neighbours.
    """
    here = next((one for one in words if one.word == word), None)
    if here is None:
        return []

    def away(other: FeelingWord) -> tuple[float, bool, str]:
        distance = (other.pleasantness - here.pleasantness) ** 2 + (other.energy - here.energy) ** 2
        return distance, other.family != here.family, other.word

    return sorted((one for one in words if one.word != word), key=away)[:number]
