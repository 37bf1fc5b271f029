"""What this computer can do for prompts, and how to mend what it cannot."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.column import Column
from ui.kit.text import Text, body, soft
from ui.prompts.system_notices import SystemAbilities, SystemNotices
from ui.theme import Space, Theme


class AbilityRows(QWidget):
    """One row for each ability, asked for anew whenever it is shown."""

    _told = Signal(object)

    def __init__(self, theme: Theme, system: SystemNotices, tray_present: bool = False):
        super().__init__()
        self._theme = theme
        self._system = system
        self._column = Column(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self.notices = self._row(tr("Notifications"))
        self.buttons = self._row(tr("Buttons on them"))
        self.tray = self._row(tr("Tray"))
        self.mending = soft(theme, "")
        self._column.addWidget(self.mending)
        self.mending.hide()
        self._told.connect(self._show)
        self.show_tray(tray_present)

    def show_tray(self, present: bool) -> None:
        """Say whether there is a tray."""
        self.tray.setText(tr("yes") if present else tr("not found"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._ask)

    def _ask(self) -> None:
        self._system.tell_abilities(self._hear)

    def _hear(self, abilities: SystemAbilities) -> None:
        try:
            self._told.emit(abilities)
        except RuntimeError:  # the page has gone meanwhile
            return

    def _show(self, abilities: SystemAbilities) -> None:
        self.notices.setText(tr("yes") if abilities.notices else tr("not found"))
        self.buttons.setText(tr("yes") if abilities.buttons else tr("no"))
        words = ""
        if not abilities.notices:
            words = tr(
                "No program here shows notifications. A prompt comes as a message at the tray, or in the window."
            )
        elif not abilities.buttons:
            words = tr("Notifications here have no buttons. Click one, or use the tray, to check in.")
        self.mending.setText(words)
        self.mending.setVisible(bool(words))

    def _row(self, words: str) -> Text:
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        said = soft(self._theme, "…")
        row.addWidget(body(self._theme, words), 1)
        row.addWidget(said, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(row)
        return said
