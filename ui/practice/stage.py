"""What is seen of a session: name, ring, caption, and a few quiet controls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import aside_button, care_link, quiet_button
from ui.kit.flow import FlowLayout
from ui.kit.ring import SessionRing
from ui.kit.text import Text, soft
from ui.practice.after import After
from ui.practice.ask_row import AskRow, Words
from ui.practice.mark_pad import MarkPad
from ui.practice.session_sound import SessionSound
from ui.practice.sound_controls import SoundControls
from ui.theme import Role, Space, TextStyle, Theme

_CAPTION_LINES = 2
_CHIP_HIGH = 36


class Stage(QScrollArea):
    """Shows what the player tells it; scrolls where the text is very large and the window small."""

    def __init__(self, theme: Theme, sound: SessionSound, words: Words, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._said = ""
        self.name = soft(theme, "")
        self.help_button = care_link(theme, tr("Help now"))
        self.help_button.setToolTip(tr("Ctrl+Shift+H"))
        self.orient_button = quiet_button(theme, tr("Further away?"))
        self.orient_button.setToolTip(tr("Look around the room instead (F)"))
        self.end_button = quiet_button(theme, tr("End here"))
        self.end_button.setToolTip(tr("Esc"))
        self.ring = SessionRing(theme)
        self._pad: MarkPad | None = None
        self.middle = QStackedWidget()
        self.caption = _centred(theme, TextStyle.CAPTION, Role.INK)
        self.ask = AskRow(theme, words)
        self.trouble = _centred(theme, TextStyle.SMALL, Role.SOFT_INK)
        self._after: After | None = None
        self.time_button = aside_button(theme, "")
        self.main = quiet_button(theme, tr("Pause"))
        self.sound = SoundControls(theme, sound)
        self.skip_button = aside_button(theme, tr("Next part"))
        self.small_button = aside_button(theme, tr("Small window"))
        self.full_button = aside_button(theme, tr("Full screen"))
        for button, key in ((self.skip_button, "N"), (self.small_button, "M"), (self.full_button, "F11")):
            button.setToolTip(key)
        self.controls, self.more = QWidget(), QWidget()
        self._build()
        self.trouble.hide()
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    @property
    def pad(self) -> MarkPad:
        """The place to draw; made when it is first needed, as little as possible stands between click and session."""
        if self._pad is None:
            self._pad = MarkPad(self._theme)
            self.middle.addWidget(self._pad)
        return self._pad

    @property
    def after(self) -> After:
        """What can be said afterwards; made when it is first needed."""
        if self._after is None:
            self._after = After(self._theme)
            self._column.insertLayout(self._after_at, _middle(self._after))
            self._after.hide()
        return self._after

    def show_session(self, title: str, sound: SessionSound) -> None:
        """Show what a session is called and what is heard of it."""
        self.name.setText(title)
        self.sound.show_sound(sound)

    def say(self, title: str, hint: str, caption: str) -> None:
        """Show words in the ring and the sentence below it."""
        self.ring.set_phase(title, hint, self.ring.openness)
        if caption != self.caption.text():
            self.caption.setText(caption)
        spoken = caption or title
        if spoken != self._said:
            self._said = spoken
            self._announce(spoken)

    def show_time(self, words: str, hidden: bool) -> None:
        """Show the time, or only the way to bring it back."""
        shown = tr("Show the time") if hidden else words
        if shown != self.time_button.text():
            self.time_button.setText(shown)
            about = shown if hidden else tr("{time}, press to hide the time").format(time=words)
            self.time_button.setAccessibleName(about)
            self.time_button.setToolTip(tr("T"))

    def show_paused(self, paused: bool) -> None:
        """Offer to go on, or to pause."""
        words = tr("Go on") if paused else tr("Pause")
        if words != self.main.text():
            self.main.setText(words)

    def show_middle(self, drawing: bool) -> None:
        """Let the middle be for drawing, or for the ring."""
        shown: QWidget = self.pad if drawing else self.ring
        if self.middle.currentWidget() is not shown:
            self.pad.clear()
            self.middle.setCurrentWidget(shown)
            if drawing:
                self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_room_to_ask(self) -> None:
        """Let the ring stay where it is when something to choose comes and goes."""
        policy = self.ask.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.ask.setSizePolicy(policy)
        self.ask.setMinimumHeight(self._theme.px(_CHIP_HIGH))

    def show_trouble(self, words: str) -> None:
        """Say in small words what does not work."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def show_over(self, words: str, progress: float | None) -> None:
        """Show that it has ended, what can be said of it, and the one way on."""
        self.show_middle(False)
        self.ask.show_ask(None)
        for control in (self.time_button, self.sound, self.end_button, self.orient_button, self.more):
            control.setVisible(False)
        self.ring.set_progress(progress)
        self.ring.set_phase("", "")
        self.after.show()
        self.main.setText(tr("Back"))
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say_outcome(words)

    def say_outcome(self, words: str, trouble: str = "") -> None:
        """Say what was done and what became of it."""
        self.caption.setText(words)
        self.show_trouble(trouble)
        self._announce(words)

    def _build(self) -> None:
        content = QWidget()
        content.setProperty("role", "clear")
        self._column = column = QVBoxLayout(content)
        column.setContentsMargins(Space.H, Space.XXL, Space.H, Space.XXL)
        column.setSpacing(Space.L)
        for button in (self.end_button, self.orient_button):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # the ring stays where it is when the practice is over
            button.setSizePolicy(policy)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.name, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.orient_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.end_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.middle.addWidget(self.ring)
        column.addWidget(self.middle, 1)
        self._caption_room = QWidget()
        room = QVBoxLayout(self._caption_room)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._caption_room)
        for row in (self.ask, self.trouble):
            column.addLayout(_middle(row))
        self._after_at = column.count()
        self._build_controls()
        column.addLayout(_middle(self.controls))
        column.addLayout(_middle(self.more))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def _build_controls(self) -> None:
        sound = FlowLayout(self.sound, Space.XL, Space.S)
        for part in self.sound.parts:
            sound.addWidget(part)
        flow = FlowLayout(self.controls, Space.XL, Space.S)
        for control in (self.time_button, self.main, self.sound):
            flow.addWidget(control)
        more = FlowLayout(self.more, Space.XL, Space.S)
        for control in (self.skip_button, self.small_button, self.full_button):
            more.addWidget(control)

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
