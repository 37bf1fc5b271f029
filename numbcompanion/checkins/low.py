"""What is offered when little can be felt: small things after a low number, and the companion in three choices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from numbcompanion.translation import tr

LOW = 3
VERY_LOW = 1
ANSWERS = 3
_NIGHT, _MORNING = 23, 5


@dataclass(frozen=True)
class SmallThing:
    """Something to do. `goes_to` is a practice, or nothing where `text` is all there is."""

    title: str
    goes_to: str
    text: str = ""


def small_things(depth: int | None) -> tuple[SmallThing, ...]:
    """Return up to three small things to offer after a low number, senses and movement only; else none.

    The breath is never first: for a person who feels little it is harder to find than a room.
    """
    if depth is None or depth > LOW:
        return ()
    walk = tr("Twenty steps, anywhere. Notice the feet, then one thing you see. That is the whole walk.")
    return (
        SmallThing(tr("Look around the room, 3 minutes"), "orienting"),
        SmallThing(tr("Five senses, 2 minutes"), "five-senses"),
        SmallThing(tr("A short walk"), "", walk),
    )


def little_is_enough(latest: Sequence[int | None], wall: datetime) -> bool:
    """Whether to offer the companion in three choices: after three very low answers, or from 23:00 to 5:00.

    `latest` are the newest depths, newest first; "I can't tell" is not a low number.
    """
    if wall.hour >= _NIGHT or wall.hour < _MORNING:
        return True
    newest = latest[:ANSWERS]
    return len(newest) == ANSWERS and all(depth is not None and depth <= VERY_LOW for depth in newest)
