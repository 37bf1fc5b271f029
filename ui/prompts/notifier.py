"""Shows a notice in the first way that works: the system's notifications, the tray's message, the window's card."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ui.prompts.notice import Channel, Notice, Reply


class Notifier(QObject):
    """Shows one notice at a time and says what became of it; keys are those of the notices."""

    shown = Signal(str, str)  # key, name of the channel
    nowhere_shown = Signal(str)
    check_in_requested = Signal(str)
    later_requested = Signal(str)
    dismissed = Signal(str)
    _answered = Signal(int, str, bool)
    _replied = Signal(str, str)

    def __init__(self, channels: Sequence[Channel], parent: QObject | None = None):
        super().__init__(parent)
        self._channels = tuple(channels)
        self._notice: Notice | None = None
        self._place = 0
        self._answered.connect(self._take_answer)  # from other threads these two arrive on this one
        self._replied.connect(self._take_reply)

    @property
    def notice(self) -> Notice | None:
        """The notice that is shown now."""
        return self._notice

    def offer(self, notice: Notice) -> None:
        """Show the notice in the place of the one before."""
        self.withdraw()
        self._notice = notice
        self._try(0)

    def withdraw(self, key: str | None = None) -> None:
        """Take away what is shown, or only the notice `key`."""
        if self._notice is None or key not in (None, self._notice.key):
            return
        self._notice = None
        for channel in self._channels:
            channel.withdraw()

    def close(self) -> None:
        """Take away what is shown and let go of every channel."""
        self._notice = None
        for channel in self._channels:
            channel.close()

    def _try(self, place: int) -> None:
        notice = self._notice
        if notice is None:
            return
        self._place = place
        if place == len(self._channels):
            self._notice = None
            self.nowhere_shown.emit(notice.key)
            return
        self._channels[place].show(
            notice,
            lambda key, there: self._say(self._answered, place, key, there),
            lambda key, reply: self._say(self._replied, key, reply.value),
        )

    def _say(self, signal: object, *values: object) -> None:
        try:
            signal.emit(*values)  # type: ignore[attr-defined]
        except RuntimeError:  # the program has ended meanwhile
            return

    def _take_answer(self, place: int, key: str, there: bool) -> None:
        if self._notice is None or self._notice.key != key or self._place != place:
            return
        if there:
            self.shown.emit(key, self._channels[place].name)
        else:
            self._channels[place].withdraw()
            self._try(place + 1)

    def _take_reply(self, key: str, reply: str) -> None:
        if self._notice is None or self._notice.key != key:
            return
        self.withdraw()
        if reply == Reply.CHECK_IN:
            self.check_in_requested.emit(key)
        elif reply == Reply.LATER:
            self.later_requested.emit(key)
        else:
            self.dismissed.emit(key)
