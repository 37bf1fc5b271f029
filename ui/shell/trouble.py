"""What is shown when the home cannot be opened: what happened, what is safe, what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.errors import CompanionError, KeyUnavailable, StoreDamaged
from numbcompanion.translation import tr
from ui.dates import day_and_year
from ui.kit.buttons import ButtonRow, care_button, main_button, quiet_button
from ui.kit.column import Column, centred
from ui.kit.field import LineField
from ui.kit.text import body, soft, title
from ui.theme import Space, Theme

_WIDEST = 620


class Trouble(QWidget):
    """Covers the window; Help now stays one button away."""

    again_requested = Signal()
    code_given = Signal(str)
    copy_requested = Signal()
    help_requested = Signal()
    close_requested = Signal()

    def __init__(self, theme: Theme, error: CompanionError):
        super().__init__()
        self._theme = theme
        self.kind = type(error)
        self.setAccessibleName(tr("The home is not open"))
        column = Column()
        column.setSpacing(theme.px(Space.L))
        column.addWidget(title(theme, tr("Your home is not open yet.")))
        column.addWidget(body(theme, str(error)))
        self._answer = soft(theme, "")
        self._answer.hide()
        if isinstance(error, KeyUnavailable):
            column.addWidget(self._code_field())
        buttons = ButtonRow()
        if isinstance(error, StoreDamaged) and error.good_copy_day is not None:
            words = tr("Use the copy of {day}").format(day=day_and_year(error.good_copy_day))
            copy = main_button(theme, words)
            copy.clicked.connect(self.copy_requested)
            buttons.add(copy)
            kept = tr("The damaged file is moved into the folder “damaged” and kept.")
            column.addWidget(soft(theme, kept))
        again = quiet_button(theme, tr("Try again"))
        again.clicked.connect(self.again_requested.emit)
        help_now = care_button(theme, tr("Help now"))
        help_now.clicked.connect(self.help_requested)
        close = quiet_button(theme, tr("Close"))
        close.clicked.connect(self.close_requested)
        for button in (again, help_now, close):
            buttons.add(button)
        column.addWidget(self._answer)
        column.addWidget(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(centred(column, theme.px(_WIDEST)))
        self._again = again

    def focus_first(self) -> None:
        """Put the keyboard on trying again."""
        self._again.setFocus()

    def say(self, text: str) -> None:
        """Say what came of the last try."""
        self._answer.setText(text)
        self._answer.show()

    def _code_field(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        field = LineField(self._theme, tr("Recovery code"), tr("Recovery code, five groups of six"))
        column.addWidget(field)
        use = main_button(self._theme, tr("Open with the code"))
        use.clicked.connect(lambda: self.code_given.emit(field.text()))
        field.returnPressed.connect(lambda: self.code_given.emit(field.text()))
        column.addWidget(ButtonRow(use))
        return holder
