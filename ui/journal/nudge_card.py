"""One question at the foot of the page, for whoever wants one; it can be another, or out of sight."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from numbcompanion.clock import Clock, local_date
from numbcompanion.errors import CompanionError
from numbcompanion.journal.nudges import Nudge, Nudges
from numbcompanion.preferences import PreferencesFile
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.kit.buttons import aside_button
from ui.theme import Role, Space, TextStyle, Theme

_WIDE = 420  # where there is less room the question stands alone


class NudgeCard(QWidget):
    """Shows today's question first; hidden it leaves one word to bring it back."""

    def __init__(
        self,
        theme: Theme,
        facts: Facts,
        nudges: Nudges,
        preferences_file: PreferencesFile,
        clock: Clock,
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self._theme = theme
        self._facts = facts
        self._nudges = nudges
        self._preferences_file = preferences_file
        hour = preferences_file.current.day_start_hour
        self.nudge: Nudge | None = nudges.of(local_date(clock.now(), clock.zone_name(), hour))
        self.card = QFrame()
        self.text = QLabel()
        self.another_button = aside_button(theme, tr("another"))
        self.hide_button = aside_button(theme, tr("hide"))
        self.show_button = aside_button(theme, tr("a nudge"))
        self._build()
        theme.changed.connect(self._follow_theme)
        facts.preferences_changed.connect(lambda _: self._show())
        self._follow_theme()

    @property
    def _narrow(self) -> bool:
        return self.width() < self._theme.px(_WIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _build(self) -> None:
        self.card.setProperty("role", "sunk")
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._inside = QHBoxLayout(self.card)
        self._inside.setSpacing(Space.S)
        self._inside.addWidget(self.text, 1)
        self._inside.addWidget(self.another_button)
        self._inside.addWidget(self.hide_button)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(0)
        line.addWidget(self.card, 1)
        line.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignRight)
        self.another_button.setAccessibleName(tr("Another question"))
        self.hide_button.setAccessibleName(tr("Hide the questions"))
        self.show_button.setAccessibleName(tr("Show a question"))
        self.another_button.clicked.connect(self._next)
        self.hide_button.clicked.connect(lambda: self._set_hidden(True))
        self.show_button.clicked.connect(lambda: self._set_hidden(False))

    def _next(self) -> None:
        if self.nudge is not None:
            self.nudge = self._nudges.after(self.nudge)
            self._show()

    def _set_hidden(self, hidden: bool) -> None:
        try:
            preferences = self._preferences_file.change(nudge_hidden=hidden)
        except CompanionError:  # it stays as chosen while the program is open
            self._show()
            return
        self._facts.preferences_changed.emit(preferences)

    def _show(self) -> None:
        hidden = self._preferences_file.current.nudge_hidden
        if self.nudge is None:  # never show() here: without a parent yet, it would be a window of its own
            self.hide()
        self.card.setVisible(not hidden)
        self.show_button.setVisible(hidden)
        if self.nudge is not None:
            question = f"<i>{escape(tr(self.nudge.text))}</i>"
            framed = escape(tr("A nudge, if you want one: {question}")).format(question=question)
            self.text.setText(question if self._narrow else framed)
            self.text.setAccessibleName(tr(self.nudge.text))

    def _follow_theme(self) -> None:
        palette = QPalette(self.text.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(Role.SOFT_INK))
        self.text.setPalette(palette)
        self.text.setFont(self._theme.font(TextStyle.CHIP))
        self._inside.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        self._show()
