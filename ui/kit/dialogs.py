"""The only door to dialogs, so that a test replaces one object."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import main_button, quiet_button
from ui.kit.text import Text
from ui.theme import Space, TextStyle, Theme

_WIDE = 460


class Dialogs:
    """Asks, tells, and lets a file or folder be chosen."""

    def __init__(self, theme: Theme):
        self._theme = theme

    def ask(self, parent: QWidget | None, title: str, text: str, yes: str, no: str) -> bool:
        """Ask a question; Esc and closing mean `no`."""
        return Question(self._theme, parent, title, text, yes, no).exec() == QDialog.DialogCode.Accepted

    def show(self, dialog: QDialog) -> bool:
        """Show a dialog of a room's own until it is answered; True when it was accepted."""
        return dialog.exec() == QDialog.DialogCode.Accepted

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """Say something that waits until it was read."""
        Question(self._theme, parent, title, text, tr("Close"), None).exec()

    def choose_file_to_save(
        self, parent: QWidget | None, title: str, suggested_name: str, filter: str = ""
    ) -> Path | None:
        """Let a place and name for a new file be chosen; None when it was put off."""
        name, _ = QFileDialog.getSaveFileName(parent, title, suggested_name, filter)
        return Path(name) if name else None

    def choose_file_to_open(self, parent: QWidget | None, title: str, filter: str = "") -> Path | None:
        """Let a file be chosen; None when it was put off."""
        name, _ = QFileDialog.getOpenFileName(parent, title, "", filter)
        return Path(name) if name else None

    def choose_folder(self, parent: QWidget | None, title: str) -> Path | None:
        """Let a folder be chosen; None when it was put off."""
        name = QFileDialog.getExistingDirectory(parent, title)
        return Path(name) if name else None


class Question(QDialog):
    """A small window with a title, a text and one or two answers."""

    def __init__(self, theme: Theme, parent: QWidget | None, title: str, text: str, yes: str, no: str | None):
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self.setFixedWidth(theme.px(_WIDE))
        self.yes_button = main_button(theme, yes)
        self.yes_button.clicked.connect(self.accept)
        answers = QHBoxLayout()
        answers.setSpacing(Space.M)
        answers.addStretch(1)
        if no is not None:
            no_button = quiet_button(theme, no)
            no_button.clicked.connect(self.reject)
            answers.addWidget(no_button)
            no_button.setFocus()
        answers.addWidget(self.yes_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XXL)
        column.setSpacing(Space.M)
        column.addWidget(Text(theme, title, TextStyle.CARD_TITLE))
        column.addWidget(Text(theme, text))
        column.addSpacing(Space.S)
        column.addLayout(answers)
        self.adjustSize()
        self.setFixedHeight(max(column.heightForWidth(self.width()), self.sizeHint().height()))
