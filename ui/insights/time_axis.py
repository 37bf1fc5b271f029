"""An axis of days and months."""

from datetime import UTC, datetime

import numpy as np
import pyqtgraph as pg

from numbcompanion.insights.thaw import DAY_S
from ui.dates import month_short

_NEAREST_TICK_PX = 90
_DAYS_UP_TO = 62
_YEAR_STEP = 300


class TimeAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Months, or days when there are few of them; one label at most every 90 px."""

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        days = (maximum - minimum) / DAY_S
        room = max(2, int(size / _NEAREST_TICK_PX))
        if days <= 0 or not np.isfinite(days):
            return []
        if days > _DAYS_UP_TO:
            step, values = _firsts_of_months(minimum, maximum, room)
            return [(DAY_S * 30 * step, values)]
        step = max(1, round(days / room))
        return [(step * DAY_S, list(np.arange(np.ceil(minimum / DAY_S / step) * step * DAY_S, maximum, step * DAY_S)))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        days = [datetime.fromtimestamp(value, UTC).date() for value in values]
        if spacing < DAY_S * 28:
            return [f"{day.day} {month_short(day)}" for day in days]
        if spacing > DAY_S * _YEAR_STEP:
            return [str(day.year) for day in days]
        return [f"{month_short(day)} {day.year}" if day.month == 1 else month_short(day) for day in days]


def _firsts_of_months(minimum: float, maximum: float, room: int) -> tuple[int, list[float]]:
    first, last = (datetime.fromtimestamp(max(value, -2e9), UTC) for value in (minimum, maximum))
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    least = max(1, -(-count // room))
    step = next((months for months in (1, 2, 3, 6, 12) if months >= least), -(-least // 12) * 12)
    begin = (first.year * 12 + first.month - 1) // step * step
    months = range(begin, last.year * 12 + last.month, step)
    values = [datetime(m // 12, m % 12 + 1, 1, tzinfo=UTC).timestamp() for m in months if 0 < m // 12 < 9999]
    return step, [value for value in values if minimum <= value <= maximum]
