"""Hands out the cues of one stream, each once, in their order."""

from collections.abc import Callable, Iterator

from numbcompanion.practice.plans import Cue


class CueReader:
    """Reads a stream of cues that may have no end."""

    def __init__(self, stream: Iterator[Cue]):
        self._stream = stream
        self._next = next(stream, None)

    @property
    def next(self) -> Cue | None:
        """The cue that comes next; None when there is no more."""
        return self._next

    def until(self, at_s: float, stop: Callable[[Cue], bool] = lambda cue: False) -> list[Cue]:
        """Return what is due up to `at_s`; a cue that `stop` is true of stays, and all behind it."""
        due = []
        while self._next is not None and self._next.at_s <= at_s and not stop(self._next):
            due.append(self._next)
            self._next = next(self._stream, None)
        return due

    def drop_before(self, at_s: float) -> None:
        """Leave out everything before `at_s`."""
        while self._next is not None and self._next.at_s < at_s:
            self._next = next(self._stream, None)
