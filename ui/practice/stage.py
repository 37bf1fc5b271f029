"""What is seen of a session: name, ring, caption, and a few quiet controls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import aside_button, quiet_button
from ui.kit.flow import FlowLayout
from ui.kit.ring import SessionRing
from ui.kit.switch import Switch
from ui.kit.text import Text, soft
from ui.practice.bell_words import level_of, level_words
from ui.theme import Role, Space, TextStyle, Theme

_CAPTION_LINES = 2
_RING_SHARE = 4
_FOOT_SHARE = 1


class Stage(QScrollArea):
    """Shows what the player tells it; scrolls where the text is very large and the window small."""

    def __init__(self, theme: Theme, title: str, bells: tuple[bool, float]):
        super().__init__()
        self._theme = theme
        self._said = ""
        self.name = soft(theme, title)
        self.end_button = quiet_button(theme, tr("End here"))
        self.ring = SessionRing(theme)
        self.caption = _centred(theme, TextStyle.CAPTION, Role.INK)
        self.trouble = _centred(theme, TextStyle.SMALL, Role.SOFT_INK)
        self.time_button = aside_button(theme, "")
        self.main = quiet_button(theme, tr("Pause"))
        self.bells_switch = Switch(theme, tr("Bells"))
        self.bells_switch.setChecked(bells[0])
        self.level_button = aside_button(theme, "")
        self.controls = QWidget()
        self._build()
        self.show_level(level_of(bells[1]))
        self.trouble.hide()
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def say(self, title: str, hint: str, caption: str) -> None:
        """Show words in the ring and the sentence below it."""
        self.ring.set_phase(title, hint)
        if caption != self.caption.text():
            self.caption.setText(caption)
        spoken = caption or title
        if spoken != self._said:
            self._said = spoken
            self._announce(spoken)

    def show_time(self, words: str, hidden: bool) -> None:
        """Show the time, or only the way to bring it back."""
        self.time_button.setText(tr("Show the time") if hidden else words)
        about = tr("Show the time") if hidden else tr("{time}, press to hide the time").format(time=words)
        self.time_button.setAccessibleName(about)
        self.time_button.setToolTip(tr("T"))

    def show_paused(self, paused: bool) -> None:
        """Offer to go on, or to pause."""
        words = tr("Go on") if paused else tr("Pause")
        if words != self.main.text():
            self.main.setText(words)

    def show_level(self, level: int) -> None:
        """Show how loud the bells are."""
        self.level_button.setText(level_words(level))
        about = tr("Bells are {level}, press for the next level").format(level=level_words(level))
        self.level_button.setAccessibleName(about)
        self.level_button.setToolTip(about)

    def show_trouble(self, words: str) -> None:
        """Say in small words what does not work."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def show_over(self, words: str, progress: float | None) -> None:
        """Show that it has ended, and the one way on."""
        for control in (self.time_button, self.bells_switch, self.bells_words, self.level_button, self.end_button):
            control.setVisible(False)
        self.ring.set_progress(progress)
        self.ring.set_phase("", "")
        self.main.setText(tr("Back"))
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say_outcome(words)

    def say_outcome(self, words: str, trouble: str = "") -> None:
        """Say what was done and what became of it."""
        self.caption.setText(words)
        self.show_trouble(trouble)
        self._announce(words)

    def _build(self) -> None:
        theme = self._theme
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.H, Space.XXL, Space.H, Space.XXL)
        column.setSpacing(Space.L)
        policy = self.end_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the ring stays where it is when the practice is over
        self.end_button.setSizePolicy(policy)
        head = QHBoxLayout()
        head.addWidget(self.name, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.end_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.ring, _RING_SHARE)
        self._caption_room = QWidget()
        room = QVBoxLayout(self._caption_room)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._caption_room)
        column.addLayout(_middle(self.trouble))
        self.bells_words = soft(theme, tr("Bells"))
        flow = FlowLayout(self.controls, Space.L, Space.S)
        for control in (self.time_button, self.main, self.bells_words, self.bells_switch, self.level_button):
            flow.addWidget(control)
        column.addLayout(_middle(self.controls))
        column.addStretch(_FOOT_SHARE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def _follow_theme(self) -> None:
        lines = round(self._theme.line_height(TextStyle.CAPTION) * _CAPTION_LINES)
        self._caption_room.setMinimumHeight(lines)

    def _announce(self, text: str) -> None:
        if not text:
            return
        try:
            from PySide6.QtGui import QAccessibleAnnouncementEvent
        except ImportError:  # before Qt 6.8
            QAccessible.updateAccessibility(QAccessibleEvent(self.caption, QAccessible.Event.Alert))
            return
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.caption, text))


def _centred(theme: Theme, style: TextStyle, role: Role) -> Text:
    text = Text(theme, "", style, role)
    text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return text


def _middle(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 1000 if isinstance(widget, Text) else 0)
    row.addStretch(1)
    return row
