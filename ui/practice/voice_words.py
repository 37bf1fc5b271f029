"""What is spoken of a caption, for how long, and by which voice."""

import re
from collections.abc import Sequence

SLOWEST_WORDS_A_SECOND = 1.0
GRACE_S = 5.0
_LETTERS_A_WORD = 6
# Some engines take what looks like a tag for one; none of these characters is to be heard.
_NOT_SPOKEN = re.compile(r"[<>\x00-\x1f\x7f]+")
_HOMES = ("GB", "US")
_PLAIN = ("(Great Britain)", "(America)")  # as eSpeak NG calls those without a regional accent
_VARIANT = "+"


def spoken_words(text: str) -> str:
    """Return `text` as a plain line, free of what an engine might read as markup."""
    return " ".join(_NOT_SPOKEN.sub(" ", text.replace("&", " and ")).split())


def can_be_spoken(text: str) -> bool:
    """Return whether there is a letter or a digit in it."""
    return any(character.isalnum() for character in text)


def longest_s(text: str) -> float:
    """Return the seconds after which even the slowest voice has said `text`."""
    words = max(len(text.split()), len(text) / _LETTERS_A_WORD)
    return words / SLOWEST_WORDS_A_SECOND + GRACE_S


def without_variants(names: Sequence[str]) -> list[str]:
    """Return the names without those that only colour another voice (eSpeak NG has a hundred to each)."""
    known = set(names)
    return [name for name in names if name.partition(_VARIANT)[0] == name or name.partition(_VARIANT)[0] not in known]


def usual_voice(voices: Sequence[tuple[str, str]], territory: str) -> str:
    """Return the name that fits best of (name, territory); an engine's own order says little. Needs at least one."""
    order = [territory, *_HOMES]

    def distance(voice: tuple[str, str]) -> tuple[int, bool]:
        name, home = voice
        return (order.index(home) if home in order else len(order), not name.endswith(_PLAIN))

    return min(voices, key=distance)[0]
