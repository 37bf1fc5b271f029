"""Saves the words of the open page by itself, and keeps those of a page that was left until they are on the disk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from numbcompanion.clock import Clock, Moment
from numbcompanion.errors import CompanionError
from numbcompanion.journal.autosave import Autosave
from numbcompanion.journal.journal import Journal
from numbcompanion.journal.records import Entry
from numbcompanion.journal.text import word_count
from ui.tasks import Tasks


class Words(NamedTuple):
    """What stands on a page."""

    title: str
    body: str

    @property
    def blank(self) -> bool:
        """Whether nothing of it can be seen."""
        return not (self.title.strip() or self.body.strip())


@dataclass
class Leaf:
    """A page that is, or was, open for writing; `read` gives its words as they are now."""

    id: str
    autosave: Autosave
    read: Callable[[], Words]
    moment: Moment | None = None  # of a page that is not in the journal yet, once something is on it
    entry: Entry | None = None
    new: bool = True
    words: int = 0
    error: CompanionError | None = field(default=None, repr=False)


class Keeper(QObject):
    """Owns the timer of the autosave; one open leaf, and those left behind with words that are not saved yet."""

    kept = Signal(object, object)  # Leaf, Entry: committed
    dropped = Signal(str)  # id of a new page that was emptied again and left
    state_changed = Signal()

    def __init__(self, tasks: Tasks, journal: Journal, clock: Clock, parent: QObject | None = None):
        super().__init__(parent)
        self._tasks = tasks
        self._journal = journal
        self._clock = clock
        self.leaf: Leaf | None = None
        self._left: dict[str, Leaf] = {}
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    @property
    def unsaved(self) -> bool:
        """Whether any page, open or left, has words that are not on the disk."""
        return any(leaf.autosave.unsaved for leaf in self._leaves())

    def take_up(self, read: Callable[[], Words], entry: Entry | None = None, words: int = 0) -> Leaf:
        """Open a leaf for `entry`, or for a new page; the one before must have been left."""
        entry_id = self._journal.begin() if entry is None else entry.id
        self.leaf = Leaf(entry_id, Autosave(self._clock), read, entry=entry, new=entry is None, words=words)
        self.state_changed.emit()
        return self.leaf

    def take_up_again(self, entry_id: str, read: Callable[[], Words]) -> Words | None:
        """Open a leaf that was left before its words were saved; returns those words, or None when all are."""
        leaf = self._left.pop(entry_id, None)
        if leaf is None:
            return None
        words = leaf.read()
        leaf.read = read
        self.leaf = leaf
        self.state_changed.emit()
        return words

    def changed(self) -> None:
        """The words of the open leaf changed."""
        leaf = self.leaf
        if leaf is None:
            return
        if leaf.moment is None and leaf.entry is None:
            leaf.moment = self._journal.moment()
        before = leaf.autosave.state
        leaf.autosave.changed()
        if leaf.autosave.state is not before:
            self.state_changed.emit()
        if not self._timer.isActive():
            self._arm()

    def flush(self) -> None:
        """Save at once what no attempt under way has; its words are read now."""
        for leaf in self._leaves():
            if leaf.autosave.worth_an_attempt:
                self._save(leaf)

    def leave(self) -> None:
        """The open leaf is turned over: save it, and hold on to its words until that has worked."""
        leaf, self.leaf = self.leaf, None
        if leaf is None:
            return
        words = leaf.read()
        leaf.read = lambda: words
        if leaf.autosave.unsaved:
            self._left[leaf.id] = leaf
            if leaf.autosave.worth_an_attempt:
                self._save(leaf)
        if leaf.new and words.blank and (leaf.entry is not None or leaf.autosave.unsaved):
            self._drop_if_blank(leaf.id)

    def look(self) -> None:
        """Save whatever is due."""
        for leaf in self._leaves():
            wait_s = leaf.autosave.wait_s()
            if wait_s is not None and wait_s <= 0:
                self._save(leaf)
        self._arm()

    def _save(self, leaf: Leaf) -> None:
        title, body = leaf.read()
        ticket = leaf.autosave.attempt()
        moment = leaf.moment

        def work() -> tuple[Entry | None, int]:
            entry = self._journal.save(leaf.id, title, body, moment)
            return entry, word_count(title) + word_count(body)

        def done(outcome: tuple[Entry | None, int]) -> None:
            leaf.autosave.succeeded(ticket)
            leaf.error = None
            entry, leaf.words = outcome
            if entry is not None:
                leaf.entry = entry
                self.kept.emit(leaf, entry)
            self._settled(leaf)

        def failed(error: CompanionError) -> None:
            leaf.autosave.failed(ticket, str(error))
            leaf.error = error
            self._settled(leaf)

        self._tasks.run(work, done, failed)

    def _settled(self, leaf: Leaf) -> None:
        if leaf is not self.leaf and not leaf.autosave.unsaved:
            self._left.pop(leaf.id, None)
        self.state_changed.emit()
        self._arm()

    def _drop_if_blank(self, entry_id: str) -> None:
        def done(gone: bool) -> None:
            if gone:
                self.dropped.emit(entry_id)

        # A blank page that cannot be taken away now does no harm; there is nothing to say.
        self._tasks.run(lambda: self._journal.drop_if_blank(entry_id), done, lambda error: None)

    def _leaves(self) -> list[Leaf]:
        return [*self._left.values(), *([self.leaf] if self.leaf is not None else [])]

    def _arm(self) -> None:
        waits = [wait for leaf in self._leaves() if (wait := leaf.autosave.wait_s()) is not None]
        if waits:
            self._timer.start(int(min(waits) * 1000))
        else:
            self._timer.stop()
