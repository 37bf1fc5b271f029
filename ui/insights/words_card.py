"""Feeling words: most used, met for the first time, and how many different ones month by month."""

from typing import Any

from numbcompanion.insights.feeling_words import (
    FeelingWords,
    feeling_words_in_words,
    feeling_words_used,
    word_months_in_words,
)
from numbcompanion.insights.points import Twin
from numbcompanion.translation import tr, tr_n
from ui.dates import day_and_year, month_and_year
from ui.insights.count_bars import Count, CountBars
from ui.insights.insight_card import InsightCard
from ui.insights.known import Known
from ui.kit.chips import Chips
from ui.kit.dialogs import Dialogs
from ui.theme.theme import Theme

_MOST_LINES = 8
_USED, _NEW, _MONTHS = "used", "new", "months"
_PER_USE, _WARMEST = 0.03, 1.0


class WordsCard(InsightCard):
    """One list of bars with three things it can show."""

    def __init__(self, theme: Theme, dialogs: Dialogs):
        self.bars = CountBars(theme, tr("Words"))
        super().__init__(theme, dialogs, tr("Words"), self.bars)
        self._shown: dict[str, tuple[list[Count], Twin]] = {}
        self.what = Chips(theme, exclusive=True, name=tr("What about the words"))
        self.what.set_items([(_USED, tr("Most used"), ""), (_NEW, tr("New"), ""), (_MONTHS, tr("By month"), "")])
        self.what.set_needs_one(True)
        self.what.choose([_USED])
        self.what.chosen_changed.connect(lambda _: self._show())
        self.add_above(self.what)

    def work_out(self, known: Known) -> dict[str, tuple[list[Count], Twin]]:
        used = feeling_words_used(known.points)
        ever = feeling_words_used(known.all_points)
        twin = feeling_words_in_words(used, day_and_year)
        new = ever.words if known.since is None else ever.met_since(known.since)
        newest = FeelingWords(tuple(sorted(new, key=lambda word: word.first, reverse=True)), ())
        return {
            _USED: ([Count(word.word, word.count) for word in used.words[:_MOST_LINES]], twin),
            _NEW: (_new_counts(newest), feeling_words_in_words(newest, day_and_year)),
            _MONTHS: (_month_counts(used), word_months_in_words(used, month_and_year)),
        }

    def show_found(self, found: Any) -> None:
        self._shown = found
        self._show()

    def _show(self) -> None:
        if not self._shown:
            return
        used, _ = self._shown[_USED]
        self.what.setVisible(bool(used))
        counts, twin = self._shown[(self.what.chosen() or [_USED])[0]]
        if not used:
            self.set_empty(tr("No word has been named yet. A check-in is whole without one."))
        elif not counts:
            self.set_empty(tr("No word was met for the first time in this time."))
        else:
            self.set_empty(None)
            self.bars.set_counts(counts)
            self.set_twin(twin)


def _new_counts(newest: FeelingWords) -> list[Count]:
    return [
        Count(word.word, word.count, tr("since {day}").format(day=day_and_year(word.first)))
        for word in newest.words[:_MOST_LINES]
    ]


def _month_counts(used: FeelingWords) -> list[Count]:
    counts = []
    for month in used.months[-_MOST_LINES:]:
        different = tr_n("{n} different", "{n} different", month.distinct)
        end = tr("{different}, {n} new").format(different=different, n=month.new)
        counts.append(Count(month_and_year(month.month), month.distinct, end, min(_WARMEST, month.distinct * _PER_USE)))
    return counts
