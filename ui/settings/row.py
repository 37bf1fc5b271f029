"""One line of a settings card: what it is, what it means, and its control."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.text import body, soft
from ui.theme import Space, Theme


def setting(theme: Theme, name: str, about: str, control: QWidget, beside: bool = False) -> QWidget:
    """Return `control` under its words, or `beside` them."""
    holder = QWidget()
    words = QVBoxLayout()
    words.setSpacing(Space.XS)
    words.addWidget(body(theme, name))
    if about:
        words.addWidget(soft(theme, about))
    if beside:
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(control)
        return holder
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    column.addLayout(words)
    column.addWidget(control)
    return holder
