"""Time of day by weekday: how much could be felt when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from numbcompanion.checkins.records import Point
from numbcompanion.insights.points import Twin, only_checkins, plain
from numbcompanion.translation import tr, tr_n

HOURS_PER_CELL = 3
LEAST_IN_CELL = 3
DAY_BEGINS = 4


@dataclass(frozen=True)
class Cell:
    """One weekday (0 Monday to 6) from `hour` on: the mean depth of `count` check-ins with a number, or None."""

    weekday: int
    hour: int
    count: int
    mean: float | None


def hour_by_weekday(
    points: Sequence[Point], hours: int = HOURS_PER_CELL, begins: int = DAY_BEGINS
) -> tuple[tuple[Cell, ...], ...]:
    """Return seven rows of cells of `hours` hours each, the first of a row at the hour the day begins.

    The hour is the one on the wall where it was felt (in its own zone, so a change of the clocks or a flight does not
    shift it); the weekday that of the person's day, so 2 at night after Sunday is still Sunday. The mean is the
    arithmetic mean of depth, 0 to 10.
    """
    cells = 24 // hours
    depths: list[list[list[int]]] = [[[] for _ in range(cells)] for _ in range(7)]
    for point in only_checkins(points):
        if point.depth is not None:
            part = (point.moment.wall.hour - begins) % 24 // hours
            depths[point.moment.local_date.weekday()][min(part, cells - 1)].append(point.depth)
    return tuple(
        tuple(
            Cell(weekday, (begins + part * hours) % 24, len(felt), sum(felt) / len(felt) if felt else None)
            for part, felt in enumerate(row)
        )
        for weekday, row in enumerate(depths)
    )


def hour_by_weekday_in_words(grid: Sequence[Sequence[Cell]], say_weekday: Callable[[int], str]) -> Twin:
    """Return the text twin; `say_weekday` gives the name of a weekday, 0 to 6."""
    cells = [cell for row in grid for cell in row]
    heads = (tr("Day"), *(_hours(cell.hour) for cell in grid[0])) if grid else ()
    rows = tuple((say_weekday(row[0].weekday), *(_said(cell) for cell in row)) for row in grid)
    enough = [cell for cell in cells if cell.mean is not None and cell.count >= LEAST_IN_CELL]
    total = sum(cell.count for cell in cells)
    if len(enough) < 2:
        return Twin(tr("Not enough yet: a time of the week needs three check-ins before it is named."), heads, rows)
    most, least = max(enough, key=_mean), min(enough, key=_mean)
    if _mean(most) - _mean(least) < 1:
        summary = tr_n("{n} check-in; it is much the same all week.", "{n} check-ins; much the same all week.", total)
        return Twin(summary, heads, rows)
    summary = tr("Most comes through on {day} from {hour} ({mean} of 10), least on {day2} from {hour2} ({mean2}).")
    return Twin(
        summary.format(
            day=say_weekday(most.weekday),
            hour=_hours(most.hour),
            mean=plain(_mean(most)),
            day2=say_weekday(least.weekday),
            hour2=_hours(least.hour),
            mean2=plain(_mean(least)),
        ),
        heads,
        rows,
    )


def _mean(cell: Cell) -> float:
    return cell.mean if cell.mean is not None else 0.0


def _hours(hour: int) -> str:
    return f"{hour:02d}:00"


def _said(cell: Cell) -> str:
    if cell.mean is None:
        return "–"
    return tr("{mean} (of {n})").format(mean=plain(cell.mean), n=cell.count)
