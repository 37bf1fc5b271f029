"""The body: how often something was felt where."""

from typing import Any

from numbcompanion.checkins.records import Region, Sensation
from numbcompanion.insights.body import BodyCounts, body_counts, body_in_words
from numbcompanion.insights.points import Twin
from numbcompanion.translation import tr
from ui.insights.count_bars import Count, CountBars
from ui.insights.insight_card import InsightCard
from ui.insights.known import Known
from ui.kit.dialogs import Dialogs
from ui.theme.theme import Theme

_NAMED = 2


class BodyCard(InsightCard):
    """A bar for each region, with what it was most often."""

    def __init__(self, theme: Theme, dialogs: Dialogs):
        self.bars = CountBars(theme, tr("Felt in the body"))
        note = tr("how often something was felt there; “nothing” is counted in the table")
        super().__init__(theme, dialogs, tr("Felt in the body"), self.bars, note)

    def work_out(self, known: Known) -> tuple[BodyCounts, Twin]:
        counts = body_counts(known.points)
        return counts, body_in_words(counts, region_name, sensation_name)

    def show_found(self, found: Any) -> None:
        counts, twin = found
        if not counts.checkins:
            self.set_empty(tr("No check-in says anything about the body yet."))
            return
        self.set_empty(None)
        self.bars.set_counts([_count(counts, region) for region in Region])
        self.set_twin(twin)


def region_name(region: Region) -> str:
    """Return what a region is called."""
    return {
        Region.HEAD: tr("head"),
        Region.THROAT: tr("throat"),
        Region.CHEST: tr("chest"),
        Region.BELLY: tr("belly"),
        Region.HANDS: tr("hands"),
        Region.LEGS: tr("legs"),
    }[region]


def sensation_name(sensation: Sensation) -> str:
    """Return what a sensation is called."""
    return {
        Sensation.WARM: tr("warm"),
        Sensation.COLD: tr("cold"),
        Sensation.TIGHT: tr("tight"),
        Sensation.HEAVY: tr("heavy"),
        Sensation.TINGLING: tr("tingling"),
        Sensation.HOLLOW: tr("hollow"),
        Sensation.NOTHING: tr("nothing"),
    }[sensation]


def _count(counts: BodyCounts, region: Region) -> Count:
    number = counts.felt.get(region, 0)
    felt = [sensation for sensation in Sensation if sensation is not Sensation.NOTHING and counts.of(region, sensation)]
    felt.sort(key=lambda sensation: -counts.of(region, sensation))
    most = ", ".join(sensation_name(sensation) for sensation in felt[:_NAMED])
    end = tr("{n}: {most}").format(n=number, most=most) if most else str(number)
    return Count(region_name(region), number, end)
