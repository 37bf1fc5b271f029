"""The words for regions and sensations."""

from numbcompanion.checkins.records import Region, Sensation
from numbcompanion.translation import tr


def region_words() -> dict[str, str]:
    """Return the name of every region of the body."""
    return {
        Region.HEAD.value: tr("head"),
        Region.THROAT.value: tr("throat"),
        Region.CHEST.value: tr("chest"),
        Region.BELLY.value: tr("belly"),
        Region.HANDS.value: tr("hands"),
        Region.LEGS.value: tr("legs"),
    }


def sensation_words() -> dict[str, str]:
    """Return the name of every sensation."""
    return {
        Sensation.WARM.value: tr("warm"),
        Sensation.COLD.value: tr("cold"),
        Sensation.TIGHT.value: tr("tight"),
        Sensation.HEAVY.value: tr("heavy"),
        Sensation.TINGLING.value: tr("tingling"),
        Sensation.HOLLOW.value: tr("hollow"),
        Sensation.NOTHING.value: tr("nothing"),
    }
