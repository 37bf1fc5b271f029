"""Keeps what wraps from being clipped, also in layouts that ask for its height before they know its width."""

from PySide6.QtWidgets import QWidget


def keep_room(widget: QWidget) -> None:
    """Hold a shown widget at least as high as its present width needs."""
    if not widget.isVisible():
        return
    needed = widget.heightForWidth(widget.width())
    if needed != widget.minimumHeight():
        widget.setMinimumHeight(needed)
