"""What a place says while there is nothing in it: one kind sentence, and at most one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.buttons import Button, quiet_button
from ui.kit.text import Text
from ui.theme import Role, Space, TextStyle, Theme


class EmptyState(QWidget):
    """One sentence and one button, in the middle of where they stand."""

    pressed = Signal()

    def __init__(self, theme: Theme, sentence: str, button_text: str | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self.sentence = Text(theme, sentence, TextStyle.CAPTION, Role.SOFT_INK)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.button: Button | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XXL, Space.H, Space.XXL, Space.H)
        column.setSpacing(Space.XL)
        column.addStretch(1)
        column.addWidget(self.sentence)
        if button_text is not None:
            self.button = quiet_button(theme, button_text)
            self.button.clicked.connect(self.pressed)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
