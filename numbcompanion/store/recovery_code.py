"""The recovery code: 125 random bits a person can copy by hand, with a check letter in every group.

Five groups of six letters of Crockford's base 32 alphabet (no I, L, O, U; read case-blind, with I and L as 1 and O
as 0). The sixth letter of a group is a check over GF(32), sum of a^k times the k-th letter plus the group's place, so
that one wrong letter, two neighbours swapped or two groups swapped are found, and in which group.
"""

import secrets

from numbcompanion.errors import CodeMistyped
from numbcompanion.translation import tr

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 5
LETTERS = 5  # of a group that carry the secret; a sixth one checks them
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)


def _times_a(value: int) -> int:
    value <<= 1
    return value ^ _POLYNOMIAL if value & 0b100000 else value


def _times_a_power(value: int, power: int) -> int:
    for _ in range(power):
        value = _times_a(value)
    return value


def _check(letters: list[int], group: int) -> int:
    check = group + 1
    for position, letter in enumerate(letters):
        check ^= _times_a_power(letter, position + 1)
    return check


def new_code() -> str:
    """Return a new code as it is printed: XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX."""
    groups = []
    for group in range(GROUPS):
        letters = [secrets.randbelow(len(ALPHABET)) for _ in range(LETTERS)]
        groups.append("".join(ALPHABET[value] for value in [*letters, _check(letters, group)]))
    return "-".join(groups)


def secret_of(code: str) -> bytes:
    """Return the secret bytes of a code as typed by a person; raises CodeMistyped naming the group with a slip."""
    typed = "".join(code.upper().translate(_READ_AS).replace("-", "").split())
    wanted = GROUPS * (LETTERS + 1)
    unknown = next((letter for letter in typed if letter not in ALPHABET), None)
    if unknown is not None:
        raise CodeMistyped(tr("A recovery code has no “{letter}” in it.").format(letter=unknown))
    if len(typed) != wanted:
        raise CodeMistyped(
            tr("A recovery code has {wanted} letters and digits; these are {typed}.").format(
                wanted=wanted, typed=len(typed)
            )
        )
    for group in range(GROUPS):
        start = group * (LETTERS + 1)
        values = [ALPHABET.index(letter) for letter in typed[start : start + LETTERS + 1]]
        if _check(values[:LETTERS], group) != values[LETTERS]:
            raise CodeMistyped(
                tr("There is a slip in group {group} of the recovery code.").format(group=group + 1),
                group + 1,
            )
    return typed.encode("ascii")
