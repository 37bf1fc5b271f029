"""The greeting on Today."""

from datetime import datetime

from numbcompanion.translation import tr

_MORNING, _NOON, _EVENING, _NIGHT = 5, 12, 18, 23


def greeting(wall: datetime) -> str:
    """Return the greeting for the wall-clock time."""
    if _MORNING <= wall.hour < _NOON:
        return tr("Good morning.")
    if _NOON <= wall.hour < _EVENING:
        return tr("Good afternoon.")
    if _EVENING <= wall.hour < _NIGHT:
        return tr("Good evening.")
    return tr("A quiet hour.")
