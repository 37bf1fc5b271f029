"""Before and after practices, where both were given."""

from collections.abc import Callable, Mapping
from typing import Any

from numbcompanion.insights.before_after import BeforeAfter, before_after, before_after_in_words, pairs_of
from numbcompanion.insights.points import Twin, plain, signed
from numbcompanion.translation import tr, tr_n
from ui.insights.insight_card import InsightCard
from ui.insights.intervals import Interval, Intervals
from ui.insights.known import Known
from ui.kit.dialogs import Dialogs
from ui.theme.theme import Theme


class BeforeAfterCard(InsightCard):
    """The mean change after each thing, with its uncertainty."""

    def __init__(self, theme: Theme, dialogs: Dialogs, names: Callable[[], Mapping[str, str]]):
        self.intervals = Intervals(theme, tr("Before and after"))
        note = tr("how much more, or less, came through after it than before")
        super().__init__(theme, dialogs, tr("Before and after"), self.intervals, note)
        self._names = names

    def work_out(self, known: Known) -> tuple[list[Interval], Twin]:
        titles = self._names()

        def name_of(key: str) -> str:
            return titles.get(key, key)

        found = before_after(pairs_of(known.sessions_in_range))
        return [_line(one, name_of(one.what)) for one in found], before_after_in_words(found, name_of)

    def show_found(self, found: Any) -> None:
        lines, twin = found
        if not lines:
            self.set_empty(tr("Nothing has a number both before and after yet. Both are always optional."))
            return
        self.set_empty(None)
        self.intervals.set_lines(lines)
        self.set_twin(twin)


def _line(one: BeforeAfter, name: str) -> Interval:
    times = tr_n("{n} time", "{n} times", len(one.pairs))
    words = tr("{name}: from {before} to {after} of 10 on average").format(
        name=name, before=plain(one.before), after=plain(one.after)
    )
    if one.low is None or one.high is None:
        return Interval(name, one.change, one.change, one.change, times, tr("too few to say"), words)
    faint = tr("could be chance") if one.could_be_chance else ""
    words = tr("{words}; {change}, between {low} and {high}").format(
        words=words, change=signed(one.change), low=signed(one.low), high=signed(one.high)
    )
    return Interval(name, one.change, one.low, one.high, times, faint, words)
