"""Feeling words with their own places on the map of pleasantness and energy."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import resources

MUTED = "muted"
OWN = "own"  # the family of the person's own words


@dataclass(frozen=True)
class FeelingWord:
    """A word, its family, its place (each -5 to 5) and what it means in a few words."""

    word: str
    family: str
    pleasantness: float
    energy: float
    gloss: str


def feeling_words() -> tuple[FeelingWord, ...]:
    """Return all the words; their places were judged by hand for this product."""
    rows = csv.DictReader(io.StringIO(resources.read_text("words/feelings.csv")))
    return tuple(
        FeelingWord(r["word"], r["family"], float(r["pleasantness"]), float(r["energy"]), r["gloss"]) for r in rows
    )


def words_near(
    words: Sequence[FeelingWord], point: tuple[float, float] | None, number: int = 12, muted: int = 2
) -> list[FeelingWord]:
    """Return `number` words to offer: the nearest to `point` (pleasantness, energy), always `muted` muted ones.

    Without a point the muted words come first, for a person who came because little can be felt.
    """
    if point is None:
        point = (-1.0, -2.5)

    def away(word: FeelingWord) -> tuple[float, bool, str]:
        distance = (word.pleasantness - point[0]) ** 2 + (word.energy - point[1]) ** 2
        return (distance, word.family != OWN, word.word)

    nearest = sorted((word for word in words if word.family != MUTED), key=away)
    nearest_muted = sorted((word for word in words if word.family == MUTED), key=away)
    chosen = nearest_muted[:muted] + nearest
    return sorted(chosen[:number], key=away)
