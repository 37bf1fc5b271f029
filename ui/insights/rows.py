"""What stands on the page below the thaw, row by row."""

from collections.abc import Mapping

from numbcompanion.translation import tr
from ui.insights.insight_card import InsightCard
from ui.insights.lazy_row import LazyRow
from ui.kit.dialogs import Dialogs
from ui.tasks import Tasks
from ui.theme.theme import Theme


def first_cards(theme: Theme, tasks: Tasks, dialogs: Dialogs) -> list[InsightCard]:
    """Return the cards beside the year of days."""
    from ui.insights.goes_with_card import GoesWithCard

    return [GoesWithCard(theme, tasks, dialogs, practice_titles)]


def lazy_rows(theme: Theme, dialogs: Dialogs) -> list[LazyRow]:
    """Return the rows that are built when they come into view."""

    def week() -> tuple[list[InsightCard], list[InsightCard]]:
        from ui.insights.week_cards import MapCard, WeekCard

        return [WeekCard(theme, dialogs)], [MapCard(theme, dialogs)]

    def beyond() -> tuple[list[InsightCard], list[InsightCard]]:
        from ui.insights.measures_card import MeasuresCard

        return [MeasuresCard(theme, dialogs)], []

    def words_and_body() -> tuple[list[InsightCard], list[InsightCard]]:
        from ui.insights.body_card import BodyCard
        from ui.insights.words_card import WordsCard

        return [WordsCard(theme, dialogs)], [BodyCard(theme, dialogs)]

    def through() -> tuple[list[InsightCard], list[InsightCard]]:
        from ui.insights.closeness_card import ClosenessCard
        from ui.insights.glimmer_cards import GlimmersCard

        return [ClosenessCard(theme, dialogs)], [GlimmersCard(theme, dialogs)]

    def after() -> tuple[list[InsightCard], list[InsightCard]]:
        from ui.insights.before_after_card import BeforeAfterCard
        from ui.insights.glimmer_cards import NoticingCard

        return [BeforeAfterCard(theme, dialogs, practice_titles)], [NoticingCard(theme, dialogs)]

    return [
        LazyRow(theme, tr("When and where"), week),
        LazyRow(theme, tr("Words and body"), words_and_body),
        LazyRow(theme, tr("Near, and coming through"), through),
        LazyRow(theme, tr("How it moves"), beyond),
        LazyRow(theme, tr("After"), after),
    ]


def practice_titles() -> Mapping[str, str]:
    """Return the titles of practices by the names they are kept under."""
    from numbcompanion.practice.script_shelf import load_scripts

    return load_scripts().titles()
