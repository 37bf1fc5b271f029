"""What stands on the page below the thaw, row by row."""

from ui.insights.insight_card import InsightCard
from ui.insights.lazy_row import LazyRow
from ui.kit.dialogs import Dialogs
from ui.tasks import Tasks
from ui.theme.theme import Theme


def first_cards(theme: Theme, tasks: Tasks, dialogs: Dialogs) -> list[InsightCard]:
    """Return the cards beside the year of days."""
    return []


def lazy_rows(theme: Theme, dialogs: Dialogs) -> list[LazyRow]:
    """Return the rows that are built when they come into view."""
    return []
