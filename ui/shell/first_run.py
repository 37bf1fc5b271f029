"""The first opening: three quiet questions, each of which can be left alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from numbcompanion.preferences import Audience
from numbcompanion.translation import tr
from ui.kit.buttons import ButtonRow, link_button, main_button, quiet_button
from ui.kit.chips import Chips
from ui.kit.choice import Choice
from ui.kit.column import Column, centred
from ui.kit.text import Text, label, reading
from ui.theme import Role, Space, TextStyle, Theme

_WIDEST = 620
_ORB = 80


@dataclass(frozen=True)
class FirstAnswers:
    """What was chosen; None where a question was left alone."""

    audience: Audience | None
    country: str | None
    prompts_per_day: int | None


class FirstRun(QWidget):
    """Covers the window once."""

    finished = Signal(object)  # FirstAnswers
    help_requested = Signal()

    def __init__(self, theme: Theme, countries: Sequence[tuple[str, str]], guessed_country: str | None):
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("Welcome"))
        self._audience = Chips(theme, exclusive=True, name=tr("Who is it for?"))
        self._audience.set_items(
            [
                (Audience.ME.value, tr("me"), ""),
                (Audience.PARTNER.value, tr("someone I love"), ""),
                (Audience.BOTH.value, tr("both of us"), ""),
            ]
        )
        self._country = Choice(theme, tr("Help lines for"))
        self._country.addItem(tr("another country"), None)
        for code, name in countries:
            self._country.addItem(name, code)
        self._country.setCurrentIndex(max(0, self._country.findData(guessed_country)))
        self._prompts = Chips(theme, exclusive=True, name=tr("May it ask now and then how you are?"))
        self._prompts.set_items([("0", tr("not yet"), ""), ("2", tr("twice a day"), ""), ("1", tr("once a day"), "")])
        self._build()

    def focus_first(self) -> None:
        """Put the keyboard on the way in. (A focus proxy would keep Tab from what stands before it.)"""
        self._come_in_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Leave with nothing chosen (also Esc)."""
        self.finished.emit(FirstAnswers(None, None, None))

    def _build(self) -> None:
        theme = self._theme
        column = Column()
        column.setSpacing(theme.px(Space.M))
        column.addWidget(_Orb(theme))
        column.addSpacing(theme.px(Space.M))
        column.addWidget(Text(theme, tr("You can begin with nothing."), TextStyle.PAGE_TITLE))
        words = tr(
            "This is a quiet place to notice what is there, or that little is. It stays on this computer, locked, "
            "and it never uses the network. It does not replace care from a person."
        )
        column.addWidget(reading(theme, words))
        for question, control in (
            (tr("Who is it for?"), self._audience),
            (tr("Help lines for"), self._country),
            (tr("May it ask now and then how you are?"), self._prompts),
        ):
            column.addSpacing(theme.px(Space.L))
            column.addWidget(label(theme, question))
            column.addWidget(
                control, 0, Qt.AlignmentFlag.AlignLeft if control is self._country else Qt.AlignmentFlag(0)
            )
        column.addSpacing(theme.px(Space.XXL))
        come_in = main_button(theme, tr("Come in"))
        come_in.clicked.connect(self._come_in)
        skip = quiet_button(theme, tr("Skip"))
        skip.clicked.connect(self.end)
        help_now = link_button(theme, tr("Help now"))
        help_now.clicked.connect(self.help_requested)
        column.addWidget(ButtonRow(come_in, skip, help_now))
        column.addStretch(1)
        self._place(column)
        self._come_in_button = come_in

    def _place(self, column: Column) -> None:
        holder = centred(column, self._theme.px(_WIDEST))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _come_in(self) -> None:
        audience, prompts = self._audience.chosen(), self._prompts.chosen()
        self.finished.emit(
            FirstAnswers(
                Audience(audience[0]) if audience else None,
                self._country.currentData(),
                int(prompts[0]) if prompts else None,
            )
        )


class _Orb(QWidget):
    """Three circles, from fog to dawn."""

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_ORB), self._theme.px(_ORB))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        side = min(self.width(), self.height())
        rings = (
            (1.0, self._theme.mix(Role.PAPER, Role.FOG, 0.35)),
            (0.68, self._theme.mix(Role.PAPER, Role.HAZE, 0.55)),
            (0.36, self._theme.color(Role.DAWN)),
        )
        for share, color in rings:
            painter.setBrush(color)
            radius = side * share
            painter.drawEllipse(QRectF((side - radius) / 2, (side - radius) / 2, radius, radius))
