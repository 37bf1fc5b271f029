"""Where the device is in what it was given: its own clock, read off from what it has taken."""

from collections import deque

LOOKS = 48
"""How many of the last looks count, about a second and a half: long against the steps in which a device takes."""


class Playhead:
    """Tells which frame is taken at which moment.

    A device takes frames in steps, and a look finds it somewhere between two of them. The look soonest after a step
    is the one that says most was taken for its time; so of the last looks the furthest is right, within a
    millisecond or two, however late the others came.
    """

    def __init__(self, rate: int):
        self._rate = rate
        self._ahead_s: deque[float] = deque(maxlen=LOOKS)

    def look(self, now_s: float, taken: int, waiting: int) -> None:
        """Note that at `now_s` the device had taken so many frames, and so many more waited for it."""
        if not waiting:  # it may have had to go without: what was known no longer holds
            self._ahead_s.clear()
        if taken:
            self._ahead_s.append(taken / self._rate - now_s)

    def frame_at(self, moment_s: float, now_s: float) -> int:
        """Return the number of the frame that is taken at that moment; a device not yet going is taken to begin now."""
        ahead_s = max(self._ahead_s, default=-now_s)
        return round((moment_s + ahead_s) * self._rate)
