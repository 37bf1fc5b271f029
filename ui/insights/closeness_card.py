"""Close or far: from people and from oneself."""

from datetime import date, timedelta
from typing import Any

import numpy as np

from numbcompanion.insights.closeness import Closeness, closeness, closeness_in_words
from numbcompanion.insights.points import Twin, plain
from numbcompanion.translation import tr
from ui.dates import month_and_year
from ui.insights.insight_card import InsightCard
from ui.insights.known import Known
from ui.insights.moments import Moments, Series, dated
from ui.insights.week_cards import ENOUGH_FOR_LINES
from ui.kit.dialogs import Dialogs
from ui.theme.roles import Role
from ui.theme.theme import Theme

_MIDDLE = timedelta(days=14)
_MOST_DOTS = 300
_FAR, _CLOSE = 1.0, 5.0
_EPOCH = date(1970, 1, 1).toordinal()


class ClosenessCard(InsightCard):
    """Two lines of monthly means over pale dots."""

    def __init__(self, theme: Theme, dialogs: Dialogs):
        self.moments = Moments(theme, tr("Close or far"))
        super().__init__(theme, dialogs, tr("Close or far"), self.moments, tr("dots are check-ins, lines their months"))

    def work_out(self, known: Known) -> tuple[list[Series], int, Twin]:
        found = closeness(known.points)
        series = [
            _series(tr("from people"), Role.ACCENT, found, found.people, own=False),
            _series(tr("from myself"), Role.DAWN_MARK, found, found.own, own=True),
        ]
        return series, len(found.ids), closeness_in_words(found, month_and_year)

    def show_found(self, found: Any) -> None:
        series, number, twin = found
        if number < ENOUGH_FOR_LINES:
            self.set_empty(tr("Not enough yet: five check-ins that say how close or far make a line."))
            return
        self.set_empty(None)
        self.moments.set_series([one for one in series if one.dots], (tr("far"), _FAR), (tr("close"), _CLOSE))
        self.set_twin(twin)


def _series(name: str, role: Role, found: Closeness, values: Any, own: bool) -> Series:
    known = np.flatnonzero(~np.isnan(values))[-_MOST_DOTS:]
    dots = []
    for place in known:
        day = date.fromordinal(_EPOCH + int(found.at_s[place] // 86_400))
        value = float(values[place])
        words = tr("{name}: {value} of 5").format(name=name, value=plain(value))
        dots.append((day, value, dated(day, words)))
    months = [(m.month + _MIDDLE, m.own if own else m.people) for m in found.months]
    line = [(day, mean) for day, mean in months if mean is not None]
    return Series(name, role, dots, line, dashed=own)
