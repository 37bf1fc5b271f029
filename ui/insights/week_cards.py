"""When in the week, and where on the map."""

from datetime import date, timedelta
from typing import Any

from numbcompanion.checkins.records import DEEPEST
from numbcompanion.insights.hour_by_weekday import Cell as Hours
from numbcompanion.insights.hour_by_weekday import hour_by_weekday, hour_by_weekday_in_words
from numbcompanion.insights.map_trail import MapTrail, map_trail, map_trail_in_words
from numbcompanion.insights.points import Twin, plain
from numbcompanion.translation import tr
from ui.dates import weekday_short
from ui.insights.cells import Cell, Cells
from ui.insights.insight_card import InsightCard
from ui.insights.known import Known
from ui.insights.map_field import MapField
from ui.kit.dialogs import Dialogs
from ui.theme.theme import Theme

ENOUGH_FOR_LINES = 5
_A_MONDAY = date(2024, 1, 1)


class WeekCard(InsightCard):
    """Time of day by weekday."""

    def __init__(self, theme: Theme, dialogs: Dialogs):
        self.cells = Cells(theme, tr("Time of day and weekday"))
        super().__init__(
            theme, dialogs, tr("Time of day and weekday"), self.cells, tr("fog to sun: how much you could feel")
        )

    def work_out(self, known: Known) -> tuple[tuple[tuple[Hours, ...], ...], Twin]:
        grid = hour_by_weekday(known.points)
        return grid, hour_by_weekday_in_words(grid, weekday_name)

    def show_found(self, found: Any) -> None:
        grid, twin = found
        number = sum(cell.count for row in grid for cell in row)
        if number < ENOUGH_FOR_LINES:
            self.set_empty(tr("Not enough yet: a week shows itself from five check-ins on."))
            return
        self.set_empty(None)
        heads = [f"{cell.hour:02d}" for cell in grid[0]]
        rows = [(weekday_name(row[0].weekday), [_cell(cell) for cell in row]) for row in grid]
        self.cells.set_cells(heads, rows)
        self.set_twin(twin)


class MapCard(InsightCard):
    """Where check-ins lay on the map of pleasantness and energy."""

    def __init__(self, theme: Theme, dialogs: Dialogs):
        self.field = MapField(theme)
        note = tr("stronger dots are newer; the shade says how often")
        super().__init__(theme, dialogs, tr("Where on the map"), self.field, note)

    def work_out(self, known: Known) -> tuple[MapTrail, Twin]:
        trail = map_trail(known.points)
        return trail, map_trail_in_words(trail)

    def show_found(self, found: Any) -> None:
        trail, twin = found
        if not trail.ids:
            self.set_empty(tr("No check-in has a place on the map yet."))
            return
        self.set_empty(None)
        self.field.set_trail(trail)
        self.set_twin(twin)


def weekday_name(weekday: int) -> str:
    """Return the short name of a weekday, 0 is Monday."""
    return weekday_short(_A_MONDAY + timedelta(days=weekday))


def _cell(hours: Hours) -> Cell:
    values = {"day": weekday_name(hours.weekday), "hour": f"{hours.hour:02d}:00", "n": hours.count}
    if hours.mean is None:
        return Cell(None, tr("{day}, from {hour}: nothing was said").format(**values))
    words = tr("{day}, from {hour}: {mean} of 10, of {n} check-ins").format(**values, mean=plain(hours.mean))
    return Cell(hours.mean / DEEPEST, words)
