"""What goes with feeling more: differences in depth, with their uncertainty; worked out aside."""

from collections.abc import Callable, Mapping
from threading import Event
from typing import Any

from PySide6.QtCore import Signal

from numbcompanion.errors import CompanionError
from numbcompanion.insights.associations import LEAST_DAYS, LEAST_PAIRS, Association, When, associations
from numbcompanion.insights.associations_in_words import association_in_words, associations_in_words
from numbcompanion.insights.factors import practice_factors, tag_factors
from numbcompanion.translation import tr, tr_n
from ui.insights.insight_card import InsightCard
from ui.insights.intervals import Interval, Intervals
from ui.insights.known import Known
from ui.kit.chips import Chips
from ui.kit.dialogs import Dialogs
from ui.kit.text import soft
from ui.tasks import Tasks
from ui.theme.theme import Theme

_MOST_LINES = 5


class GoesWithCard(InsightCard):
    """One line for each tag and practice that has enough days, the surest first."""

    progressed = Signal(int, float)  # which reckoning, and how far it is (0 to 1)

    def __init__(self, theme: Theme, tasks: Tasks, dialogs: Dialogs, practice_names: Callable[[], Mapping[str, str]]):
        self.intervals = Intervals(theme, tr("What goes with feeling more"))
        super().__init__(theme, dialogs, tr("What goes with feeling more"), self.intervals)
        self._practice_names = practice_names
        self._found: list[Association] | None = None
        self._stop = Event()
        self._going_on = False
        self.add_above(soft(theme, tr("difference in “how much”, with its uncertainty")))
        self.when = Chips(theme, exclusive=True, name=tr("Which day"))
        self.when.set_items([(When.SAME_DAY, tr("Same day"), ""), (When.NEXT_DAY, tr("Day after"), "")])
        self.when.set_needs_one(True)
        self.when.choose([When.SAME_DAY])
        self.when.chosen_changed.connect(lambda _: self._show())
        self.add_above(self.when)
        self.progressed.connect(self._show_progress)
        self.set_empty(tr("A moment …"))

    @property
    def going_on(self) -> bool:
        """Whether it is being worked out."""
        return self._going_on

    def refresh(self, tasks: Tasks, known: Known) -> None:
        self.leaving()
        self._asked += 1
        number, stop = self._asked, Event()
        self._stop, self._going_on = stop, True
        tasks.run_aside(
            lambda: self._work_out(number, known, stop),
            lambda found: self._answered(number, found),
            lambda error: self._failed(number, error),
        )

    def leaving(self) -> None:
        self._stop.set()

    def opened_again(self, tasks: Tasks, known: Known) -> None:
        if self._going_on:
            self.refresh(tasks, known)

    def show_found(self, found: Any) -> None:
        if found is None:  # stopped on the way
            return
        self._going_on = False
        self._found = found
        self._show()

    def _work_out(self, number: int, known: Known, stop: Event) -> list[Association] | None:
        names = self._practice_names()
        factors = tag_factors(known.points, known.tag_names)
        factors += practice_factors(known.sessions_in_range, lambda key: names.get(key, key))
        return associations(
            known.points, factors, cancelled=stop.is_set, progress=lambda share: self._say_progress(number, share)
        )

    def _say_progress(self, number: int, share: float) -> None:
        try:
            self.progressed.emit(number, share)
        except RuntimeError:  # the page is gone
            self._stop.set()

    def _show_progress(self, number: int, share: float) -> None:
        if number == self._asked and self._found is None and self._going_on:
            self.set_empty(tr("Working it out: {percent} %").format(percent=round(share * 100)))

    def _failed(self, number: int, error: CompanionError) -> None:
        if number == self._asked:
            self._going_on = False
            self.set_empty(str(error))

    def _show(self) -> None:
        if self._found is None:
            return
        chosen = (self.when.chosen() or [When.SAME_DAY])[0]
        found = [one for one in self._found if one.when == chosen]
        self.when.setVisible(bool(self._found))
        if not found:
            sentence = tr(
                "Not enough yet: a tag or practice needs {few} days with it, {few} without, and {pairs} in all."
            )
            self.set_empty(sentence.format(few=LEAST_DAYS, pairs=LEAST_PAIRS))
            return
        self.set_empty(None)
        self.intervals.set_lines([_line(one) for one in found[:_MOST_LINES]])
        more = len(found) - _MOST_LINES
        self.set_note(tr_n("{n} more is under “In words”.", "{n} more are under “In words”.", more) if more > 0 else "")
        self.set_twin(associations_in_words(found))


def _line(one: Association) -> Interval:
    days = one.days_with + one.days_without
    end = tr("{some} of {n} days").format(some=one.days_with, n=days)
    faint = tr("could be chance") if one.could_be_chance else ""
    return Interval(one.name, one.difference, one.low, one.high, end, faint, association_in_words(one))
