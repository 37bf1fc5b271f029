"""Fields for an amount with halves, and for a day with its time."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit, QDoubleSpinBox, QSizePolicy, QWidget

from numbcompanion.translation import tr
from ui.theme import TextStyle, Theme

_INSET = 10
_FIRST = QDate(1900, 1, 1)


class AmountField(QDoubleSpinBox):
    """An amount from nothing up, in halves, with its unit after it."""

    def __init__(self, theme: Theme, name: str, most: float, suffix: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setRange(0, most)
        self.setDecimals(1)
        self.setSingleStep(0.5)
        self.setSuffix(suffix)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; a wheel never answers for someone

    def _follow_theme(self) -> None:
        self.setFont(self._theme.font(TextStyle.BODY))
        self.updateGeometry()


class MomentField(QDateTimeEdit):
    """A day and a time on the wall, never of the future."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setDisplayFormat(tr("d MMM yyyy  HH:mm"))
        self.setMinimumDate(_FIRST)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def set_latest(self, wall: datetime) -> None:
        """Let nothing after this be chosen."""
        self.setMaximumDateTime(_qt(wall))

    def set_wall(self, wall: datetime) -> None:
        """Show this moment; its zone is not looked at."""
        self.setDateTime(_qt(wall))

    def wall(self) -> datetime:
        """Return the moment as it stands on the wall, without a zone."""
        moment = self.dateTime()
        day, time = moment.date(), moment.time()
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _follow_theme(self) -> None:
        self.setFont(self._theme.font(TextStyle.BODY))
        self.updateGeometry()


def _qt(wall: datetime) -> QDateTime:
    return QDateTime(QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute))
