"""The questions for a blank page, read from what is written in the resources."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import resources

_FILE = "words/nudges.toml"
_STRIDE = 17  # neighbours in the file are alike; a step prime to their number visits all of them, mixed


@dataclass(frozen=True)
class Nudge:
    """One question; `deeper` ones ask for more than a blank day may have."""

    number: int
    group: str
    text: str
    deeper: bool = False


def read_nudges() -> tuple[Nudge, ...]:
    """Return all questions in the order they are written; raises OSError or ValueError when the file is broken."""
    groups = tomllib.loads(resources.read_text(_FILE))["group"]
    return tuple(
        Nudge(one["number"], group["key"], one["text"], group.get("deeper", False))
        for group in groups
        for one in group["nudges"]
    )


class Nudges:
    """Hands out one question at a time; none comes again before all others were seen."""

    def __init__(self, nudges: Sequence[Nudge]):
        self._nudges = tuple(nudge for nudge in nudges if not nudge.deeper)

    @classmethod
    def from_resources(cls) -> "Nudges":
        """Return the questions that come with the companion; none at all when they cannot be read."""
        try:
            return cls(read_nudges())
        except (OSError, ValueError, KeyError, TypeError):
            return cls(())

    def of(self, day: date) -> Nudge | None:
        """Return the question a day begins with."""
        return self._at(day.toordinal()) if self._nudges else None

    def after(self, nudge: Nudge) -> Nudge:
        """Return the next question."""
        if nudge not in self._nudges:
            return nudge
        start = self._nudges.index(nudge)
        return self._nudges[(start + self._step) % len(self._nudges)]

    @property
    def _step(self) -> int:
        return _STRIDE if len(self._nudges) % _STRIDE else 1

    def _at(self, turn: int) -> Nudge:
        return self._nudges[turn * self._step % len(self._nudges)]
