"""What a person's own numbers before and after say of a practice: enough to put it first, never a promise."""

from collections.abc import Iterable
from dataclasses import dataclass

from numbcompanion.translation import tr, tr_n

LEAST_TIMES = 2
LEAST_CHANGE = 0.5


@dataclass(frozen=True)
class Helped:
    """The mean change (after minus before, in steps of depth 0 to 10) over `times` sessions that have both."""

    times: int
    change: float

    @property
    def counts(self) -> bool:
        """Whether it is enough to put a practice first."""
        return self.times >= LEAST_TIMES and self.change >= LEAST_CHANGE

    def words(self) -> str:
        """Return it as a sentence."""
        times = tr_n("{n} time", "{n} times", self.times)
        change = f"{self.change:.1f}".removesuffix(".0")
        return tr("This has helped you: a little more came through afterwards ({change} of 10, {times}).").format(
            change=change, times=times
        )


def helped_by(pairs: Iterable[tuple[str, int, int]]) -> dict[str, Helped]:
    """Return the change for each practice in (practice, before, after)."""
    changes: dict[str, list[int]] = {}
    for practice, before, after in pairs:
        changes.setdefault(practice, []).append(after - before)
    return {practice: Helped(len(found), sum(found) / len(found)) for practice, found in changes.items()}
