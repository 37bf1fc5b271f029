"""The bells and how loud they are, in words."""

from numbcompanion.practice.plans import BellKind
from numbcompanion.translation import tr

LEVELS = (0.35, 0.7, 1.0)


def bell_items() -> list[tuple[str, str]]:
    """Return each bell with its name."""
    return [
        (BellKind.BOWL.value, tr("Bowl")),
        (BellKind.SMALL_BOWL.value, tr("Small bowl")),
        (BellKind.BAR.value, tr("Bar")),
    ]


def level_of(volume: float) -> int:
    """Return which of the three levels a volume is nearest to."""
    return min(range(len(LEVELS)), key=lambda level: abs(LEVELS[level] - volume))


def level_items() -> list[tuple[str, str]]:
    """Return each level with its name."""
    return [("0", tr("Soft")), ("1", tr("Medium")), ("2", tr("Clear"))]


def level_words(level: int) -> str:
    """Return what a level is called."""
    return (tr("soft"), tr("medium"), tr("clear"))[level]
