"""Glimmers, and how long after a feeling it was noticed."""

import math
from typing import Any

from numbcompanion.insights.glimmers import glimmers, glimmers_in_words
from numbcompanion.insights.noticing import hours_in_words, noticing, noticing_in_words
from numbcompanion.insights.points import Twin
from numbcompanion.translation import tr, tr_n
from ui.dates import day_and_year
from ui.insights.insight_card import InsightCard
from ui.insights.known import Known
from ui.insights.moments import Moments, Series, dated
from ui.kit.dialogs import Dialogs
from ui.theme.roles import Role
from ui.theme.theme import Theme

_AROUND = 3
_LEAST_TOP_DAYS = 7.0


class GlimmersCard(InsightCard):
    """When something came through: each dot as high as the days since the one before."""

    def __init__(self, theme: Theme, dialogs: Dialogs):
        self.moments = Moments(theme, tr("Glimmers"))
        super().__init__(theme, dialogs, tr("Glimmers"), self.moments)

    def work_out(self, known: Known) -> tuple[Series, float, str, Twin]:
        found = glimmers(known.points)
        gaps = [0.0, *(gap.days for gap in found.gaps)]
        dots = []
        for point, gap in zip(found.glimmers, gaps, strict=False):
            day = point.moment.local_date
            words = dated(day, ", ".join(point.words) or tr("something came through"))
            dots.append((day, gap, words))
        names = [known.tag_names[tag] for tag, _ in found.around if tag in known.tag_names][:_AROUND]
        around = tr("most often around: {names}").format(names=", ".join(names)) if names else ""
        series = Series(tr("Glimmers"), Role.DAWN_MARK, dots)
        return series, max(gaps), around, glimmers_in_words(found, known.tag_names, day_and_year)

    def show_found(self, found: Any) -> None:
        series, longest, around, twin = found
        if not series.dots:
            self.set_empty(tr("No glimmer is kept here yet. When something comes through, Ctrl+G keeps it."))
            return
        self.set_empty(None)
        top = max(longest, _LEAST_TOP_DAYS)
        high = tr_n("{n} day later", "{n} days later", math.ceil(top))
        self.moments.set_series([series], (tr("soon after"), 0.0), (high, top))
        self.set_note(around)
        self.set_twin(twin)


class NoticingCard(InsightCard):
    """How long after a feeling it was noticed; the scale is wider where times are short."""

    def __init__(self, theme: Theme, dialogs: Dialogs):
        self.moments = Moments(theme, tr("Noticed later"))
        note = tr("how long after the feeling it was noticed")
        super().__init__(theme, dialogs, tr("Noticed later"), self.moments, note)

    def work_out(self, known: Known) -> tuple[Series, float, Twin]:
        found = noticing(known.points)
        dots = [
            (lag.day, math.log1p(lag.hours), dated(lag.day, tr("after {time}").format(time=hours_in_words(lag.hours))))
            for lag in found.lags
        ]
        longest = max((lag.hours for lag in found.lags), default=0.0)
        return Series(tr("Noticed later"), Role.HAZE_MARK, dots), longest, noticing_in_words(found, day_and_year)

    def show_found(self, found: Any) -> None:
        series, longest, twin = found
        if not series.dots:
            self.set_empty(tr("Nothing is kept yet as noticed later."))
            return
        self.set_empty(None)
        top = max(longest, 1.0)
        self.moments.set_series([series], (tr("at once"), 0.0), (hours_in_words(top), math.log1p(top)))
        self.set_twin(twin)
