"""The one quiet line after a check-in."""

from numbcompanion.translation import tr

_LOW = 3


def quiet_line(depth: int | None) -> str:
    """Return what is said once a check-in is on the disk; it never praises and never worries."""
    if depth is None:
        return tr("Kept: “I can’t tell”. That is an answer.")
    if depth <= _LOW:
        return tr("Kept. A {depth} is information, not a failure.").format(depth=depth)
    return tr("Kept: {depth} of 10.").format(depth=depth)


def how_to_choose() -> str:
    """Return what is said when "Save" comes before an answer."""
    return tr("Choose a place on the line, or “I can’t tell”.")
