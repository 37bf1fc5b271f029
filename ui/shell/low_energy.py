"""The whole companion in three large choices, for when little is possible."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from numbcompanion.checkins.checkins import CheckIns
from numbcompanion.checkins.quiet_line import quiet_line
from numbcompanion.checkins.records import CheckIn, CheckInDraft, Source
from numbcompanion.errors import CompanionError
from numbcompanion.journal.journal import Journal
from numbcompanion.journal.records import Entry
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.kit.buttons import ButtonRow, aside_button, care_link, main_button, quiet_button
from ui.kit.column import Column, centred
from ui.kit.feeling_slider import FeelingSlider
from ui.kit.field import LineField
from ui.kit.text import Text
from ui.tasks import Tasks
from ui.theme import Radius, Role, Space, TextStyle, Theme

_WIDEST = 790
_DOOR = (250, 190)
_OUTER, _INNER = 21, 11
_STACKED_HIGH = 116
_NARROW = 700


class LowEnergy(QWidget):
    """Say how it is, three minutes, one line; Esc leads back to the whole companion."""

    left = Signal()
    practice_requested = Signal()
    help_page_requested = Signal()

    def __init__(self, theme: Theme, tasks: Tasks, facts: Facts, checkins: CheckIns, journal: Journal):
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._facts = facts
        self._checkins = checkins
        self._journal = journal
        self._part: QWidget | None = None
        name = tr("Little is enough.")
        self.setAccessibleName(name)
        self._title = Text(theme, name, TextStyle.READING_TITLE)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._said = Text(theme, "", TextStyle.BODY, Role.SOFT_INK)
        self._said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.say_door = Door(theme, tr("Say how it is"), tr("one number"), 0.2)
        self.minutes_door = Door(theme, tr("Three minutes"), tr("look around the room"), 0.5)
        self.line_door = Door(theme, tr("One line"), tr("or none"), 0.85)
        self.back = aside_button(theme, tr("Esc: the whole companion"))
        self.help = care_link(theme, tr("Help now"))
        self._doors = _Doors(theme, (self.say_door, self.minutes_door, self.line_door))
        self._number = self._build_number()
        self._line = self._build_line()
        self._build()
        self._connect()
        self._show(None)

    def focus_first(self) -> None:
        """Give the keyboard to the first choice."""
        self.say_door.setFocus()

    def end(self) -> None:
        """Go, because something else is asked for."""
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        else:
            self.go_back()

    def go_back(self) -> None:
        """Go back to the three choices, or from there to the whole companion; what was written stays."""
        if self._part is None:
            self.left.emit()
        else:
            self._show(None)

    def _connect(self) -> None:
        self.say_door.clicked.connect(lambda: self._show(self._number))
        self.minutes_door.clicked.connect(self.practice_requested)
        self.line_door.clicked.connect(lambda: self._show(self._line))
        self.back.clicked.connect(self.go_back)
        self.help.clicked.connect(self.help_page_requested)
        self.slider.save_requested.connect(self._save_number)
        self.line.returnPressed.connect(self._save_line)

    def _build(self) -> None:
        column = Column()
        column.setSpacing(Space.HH)
        column.addWidget(self._title)
        for part in (self._doors, self._number, self._line):
            column.addWidget(part)
        column.addWidget(self._said)
        column.addWidget(ButtonRow(self.back, self.help), 0, Qt.AlignmentFlag.AlignHCenter)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        holder = centred(column, self._theme.px(_WIDEST))
        self._scroll.setWidget(holder)
        holder.setAutoFillBackground(False)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._scroll)

    def _build_number(self) -> QWidget:
        theme = self._theme
        self.slider = FeelingSlider(theme, tr("How much can you feel?"), "three")
        self.save_number = main_button(theme, tr("Save"))
        self.save_number.clicked.connect(self._save_number)
        self.cant_tell = quiet_button(theme, tr("I can’t tell"))
        self.cant_tell.clicked.connect(self._save_cant_tell)
        return self._stacked(self.slider, ButtonRow(self.save_number, self.cant_tell))

    def _build_line(self) -> QWidget:
        theme = self._theme
        self.line = LineField(theme, tr("One line"), tr("one line, or none"))
        self.save_line = main_button(theme, tr("Keep it"))
        self.save_line.clicked.connect(self._save_line)
        return self._stacked(self.line, ButtonRow(self.save_line))

    def _stacked(self, *widgets: QWidget) -> QWidget:
        part = QWidget()
        column = Column(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XL)
        for widget in widgets:
            column.addWidget(widget)
        return part

    def _show(self, part: QWidget | None, said: str = "") -> None:
        before, self._part = self._part, part
        titles = {self._number: tr("How much can you feel?"), self._line: tr("One line")}
        self._title.setText(tr("Little is enough.") if part is None else titles[part])
        for one in (self._number, self._line):
            one.setVisible(one is part)
        self._doors.setVisible(part is None)
        self.back.setText(tr("Esc: the whole companion") if part is None else tr("Esc: back"))
        self._say(said)
        if part is self._number:
            self.slider.set_depth(None)
            self.slider.setFocus()
        elif part is self._line:
            self.line.setFocus()
        else:
            (self.line_door if before is self._line else self.say_door).setFocus()

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _save_number(self) -> None:
        if self.slider.depth() is None:
            self._say(tr("Choose a place on the line, or “I can’t tell”."))
            self.slider.setFocus()
        else:
            self._save(self.slider.depth())

    def _save_cant_tell(self) -> None:
        self._save(None)

    def _save(self, depth: int | None) -> None:
        draft = CheckInDraft(depth=depth, source=Source.TODAY)
        self._tasks.run(lambda: self._checkins.save(draft), self._saved, self._not_saved)

    def _saved(self, checkin: CheckIn) -> None:
        self._show(None, quiet_line(checkin.depth))
        self._facts.checkin_saved.emit(checkin)

    def _save_line(self) -> None:
        words, journal = self.line.text(), self._journal
        if not words.strip():
            self._show(None)
            return
        self._tasks.run(lambda: journal.save(journal.begin(), "", words), self._kept, self._not_saved)

    def _kept(self, entry: Entry | None) -> None:
        self.line.clear()
        self._show(None, tr("Kept in the journal."))
        if entry is not None:
            self._facts.entry_saved.emit(entry)

    def _not_saved(self, error: CompanionError) -> None:
        self._say(str(error))


class _Doors(QWidget):
    """The choices side by side, or one below the other where there is little room."""

    def __init__(self, theme: Theme, doors: "tuple[Door, ...]"):
        super().__init__()
        self._theme = theme
        self._doors = doors
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XL)
        for door in doors:
            self._row.addWidget(door)
        theme.changed.connect(self._settle)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        stacked = self.width() < self._theme.px(_NARROW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        for door in self._doors:
            door.set_low(stacked)
        self.updateGeometry()


class Door(QPushButton):
    """A large choice: a soft disc, a name, and a few words."""

    def __init__(self, theme: Theme, text: str, about: str, fraction: float):
        super().__init__(text)
        self._theme = theme
        self._about = about
        self._fraction = fraction
        self._low = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(about)
        theme.changed.connect(self._follow_theme)

    def set_low(self, low: bool) -> None:
        """Be flat, for where the choices stand one below the other."""
        if low != self._low:
            self._low = low
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_DOOR[0]), self._theme.px(_STACKED_HIGH if self._low else _DOOR[1]))

    def minimumSizeHint(self) -> QSize:
        wide = max(
            QFontMetrics(self._theme.font(TextStyle.CARD_TITLE)).horizontalAdvance(self.text()),
            QFontMetrics(self._theme.font(TextStyle.SMALL)).horizontalAdvance(self._about),
        )
        return QSize(wide + 2 * Space.L, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        role = Role.FOCUS if focused else Role.EDGE if self.underMouse() else Role.LINE
        painter.setPen(QPen(theme.color(role), 2 if focused else 1))
        painter.setBrush(theme.color(Role.ACCENT_WASH if self.isDown() else Role.CARD))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.CARD, Radius.CARD)
        title, small = round(theme.line_height(TextStyle.CARD_TITLE)), round(theme.line_height(TextStyle.SMALL))
        disc, gap = 2 * theme.px(_OUTER), theme.px(4 if self._low else 20)
        top = (self.height() - disc - gap - title - small) // 2
        self._paint_disc(painter, QPointF(self.width() / 2, top + disc / 2))
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setPen(theme.color(Role.INK))
        painter.setFont(theme.font(TextStyle.CARD_TITLE))
        painter.drawText(QRect(0, top + disc + gap, self.width(), title), centre, self.text())
        painter.setPen(theme.color(Role.SOFT_INK))
        painter.setFont(theme.font(TextStyle.SMALL))
        painter.drawText(QRect(0, top + disc + gap + title, self.width(), small), centre, self._about)
        painter.end()

    def _paint_disc(self, painter: QPainter, centre: QPointF) -> None:
        fill = self._theme.ramp(self._fraction)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.blend(fill, Role.CARD, 0.65))
        painter.drawEllipse(centre, self._theme.px(_OUTER), self._theme.px(_OUTER))
        painter.setBrush(fill)
        painter.drawEllipse(centre, self._theme.px(_INNER), self._theme.px(_INNER))

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
