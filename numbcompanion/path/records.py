"""What is kept of the seven steps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from numbcompanion.clock import Moment

SENTENCE = "sentence"
TRIED = "tried:"
TICKS = "ticks:"
LONGEST_SENTENCE = 2000


@dataclass(frozen=True)
class Answer:
    """What a person said to one item of a step, on one day; `value` is what JSON can hold."""

    id: str
    moment: Moment
    created: datetime
    changed: datetime
    step: int
    item: str
    value: Any


@dataclass(frozen=True)
class StepState:
    """How it stands with one step: which of its things were tried. Never a score."""

    step: int
    tried: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PathState:
    """All that the path page shows of what was kept."""

    steps: tuple[StepState, ...]
    ticks: dict[str, tuple[str, ...]]
    sentence: str = ""

    def tried(self, step: int) -> frozenset[str]:
        """Return the keys of the things tried on `step`."""
        return next((state.tried for state in self.steps if state.step == step), frozenset())
