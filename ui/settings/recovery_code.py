"""The recovery code, shown once: to be printed, saved as a file, or copied by hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.paths import write_private
from numbcompanion.translation import tr
from ui.kit.buttons import ButtonRow, main_button, quiet_button
from ui.kit.dialogs import Dialogs
from ui.kit.text import Text, soft
from ui.theme import Space, TextStyle, Theme


class RecoveryCode(QWidget):
    """Says `kept` once the person has it."""

    kept = Signal()
    said = Signal(str, object)

    def __init__(self, theme: Theme, code: str, dialogs: Dialogs):
        super().__init__()
        self._code = code
        self._dialogs = dialogs
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.M)
        shown = Text(theme, code, TextStyle.NUMBER)
        shown.setAccessibleName(tr("Recovery code: {code}").format(code=" ".join(code)))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(shown)
        words = tr("Five groups; the last letter of each checks the ones before it, so that a slip is found.")
        column.addWidget(soft(theme, words))
        copied = main_button(theme, tr("I have copied it by hand"))
        copied.clicked.connect(self.kept)
        printed = quiet_button(theme, tr("Print…"))
        printed.clicked.connect(self._print)
        saved = quiet_button(theme, tr("Save as a file…"))
        saved.clicked.connect(self._save)
        column.addWidget(ButtonRow(copied, printed, saved))
        self._copied = copied

    def focus_first(self) -> None:
        """Put the keyboard on the first answer."""
        self._copied.setFocus()

    def _text(self) -> str:
        about = tr(
            "Recovery code of Numb Companion. It opens your words when the computer has lost the key. "
            "Keep it where you keep papers that matter."
        )
        return f"{about}\n\n{self._code}\n"

    def _save(self) -> None:
        file = self._dialogs.choose_file_to_save(
            self, tr("Save the recovery code"), tr("recovery-code.txt"), tr("Text (*.txt)")
        )
        if file is None:
            return
        try:
            write_private(file, self._text().encode("utf-8"))
        except OSError:
            self.said.emit(
                tr("The file could not be written there. The code is still shown; choose another place."), None
            )
            return
        self.kept.emit()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setPlainText(self._text())
            document.print_(printer)
            self.kept.emit()
