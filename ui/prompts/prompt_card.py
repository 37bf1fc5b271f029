"""A prompt as a small card in the corner of the window; it takes no focus and covers little."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import ButtonRow, link_button, main_button, quiet_button
from ui.kit.card import Card
from ui.kit.text import body, card_title
from ui.prompts.notice import Notice, Replied, Reply, Shown
from ui.theme import Space, Theme

_WIDTH = 380


class PromptCard(Card):
    """The way of last resort: always there while the window is."""

    def __init__(self, theme: Theme, window: QWidget):
        super().__init__(theme, parent=window)
        self._window = window
        self._waiting: tuple[str, Replied] | None = None
        self._title = card_title(theme, "")
        self._body = body(theme, "")
        self.check_in_button = main_button(theme, tr("Check in"))
        self.later_button = quiet_button(theme, tr("Later"))
        self.not_now_button = link_button(theme, tr("Not now"))
        self.setAccessibleName(tr("A prompt"))
        self.column.setSpacing(Space.M)
        self.add(self._title)
        self.add(self._body)
        self.add(ButtonRow(self.check_in_button, self.later_button, self.not_now_button))
        for button, reply in (
            (self.check_in_button, Reply.CHECK_IN),
            (self.later_button, Reply.LATER),
            (self.not_now_button, Reply.DISMISSED),
        ):
            button.clicked.connect(lambda _=False, reply=reply: self._reply(reply))
        window.installEventFilter(self)
        theme.changed.connect(self._place)
        self.hide()

    def show_notice(self, notice: Notice, replied: Replied) -> None:
        """Show the card over the window's corner."""
        self._waiting = (notice.key, replied)
        self._title.setText(notice.title)
        self._body.setText(notice.body)
        self.later_button.setVisible(notice.later)
        self.show()
        self._place()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def take_away(self) -> None:
        """Hide the card without a reply."""
        self._waiting = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _reply(self, reply: Reply) -> None:
        waiting = self._waiting
        self.take_away()
        if waiting is not None:
            key, replied = waiting
            replied(key, reply)

    def _place(self) -> None:
        margin = Space.XXL
        width = min(self._theme.px(_WIDTH), self._window.width() - 2 * margin)
        self.resize(width, max(self.heightForWidth(width), self.sizeHint().height()))
        corner = self._window.rect().bottomRight()
        left = corner.x() - self.width() - margin
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = margin
        self.move(max(0, left), max(0, corner.y() - self.height() - margin))


class WindowNotices:
    """Shows notices on the prompt card."""

    name = "window"

    def __init__(self, card: PromptCard):
        self._card = card

    def show(self, notice: Notice, shown: Shown, replied: Replied) -> None:
        """Show the card; it counts as shown where the window is on the screen."""
        self._card.show_notice(notice, replied)
        shown(notice.key, self._card.window().isVisible() and not self._card.window().isMinimized())

    def withdraw(self) -> None:
        """Take the card away."""
        self._card.take_away()

    def close(self) -> None:
        """Take the card away."""
        self._card.take_away()
