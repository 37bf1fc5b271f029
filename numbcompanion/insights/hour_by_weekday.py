"""Time of day by weekday: how much could be felt when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from numbcompanion.checkins.records import Point
from numbcompanion.insights.points import Twin, only_checkins, plain
from numbcompanion.translation import tr, tr_n

HOURS_PER_CELL = 3
LEAST_NAMED = 12
_CLEAR = 1.0
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
    """Return the text twin; `say_weekday` gives the name of a weekday, 0 to 6.

    The summary speaks of hours over the whole week and of weekdays over the whole day, from 12 check-ins on each: a
    single cell has too few to be named.
    """
    heads = (tr("Day"), *(_hours(cell.hour) for cell in grid[0])) if grid else ()
    rows = tuple((say_weekday(row[0].weekday), *(_said(cell) for cell in row)) for row in grid)
    total = sum(cell.count for row in grid for cell in row)
    by_hour = _means([(_hours(column[0].hour), column) for column in zip(*grid, strict=True)])
    by_day = _means([(say_weekday(row[0].weekday), row) for row in grid])
    if len(by_hour) < 2 and len(by_day) < 2:
        return Twin(tr("Not enough yet: an hour or a weekday is named from twelve check-ins on."), heads, rows)
    sentences = [tr_n("{n} check-in has a number.", "{n} check-ins have a number.", total)]
    hours = tr("More comes through from {most} ({high} of 10) than from {least} ({low}).")
    days = tr("More comes through on {most} ({high} of 10) than on {least} ({low}).")
    parts = ((by_hour, hours), (by_day, days))
    clear = [_compared(means, sentence) for means, sentence in parts if _apart(means) >= _CLEAR]
    sentences += clear
    if not clear:
        sentences.append(tr("It is much the same all week."))
    return Twin(" ".join(sentences), heads, rows)


def _means(parts: Sequence[tuple[str, Sequence[Cell]]]) -> list[tuple[float, str]]:
    """Return the mean depth and the name of every part with enough check-ins."""
    found = []
    for name, cells in parts:
        number = sum(cell.count for cell in cells)
        if number >= LEAST_NAMED:
            found.append((sum(cell.count * cell.mean for cell in cells if cell.mean is not None) / number, name))
    return found


def _apart(means: Sequence[tuple[float, str]]) -> float:
    return max(means)[0] - min(means)[0] if means else 0.0


def _compared(means: Sequence[tuple[float, str]], sentence: str) -> str:
    (high, most), (low, least) = max(means), min(means)
    return sentence.format(most=most, high=plain(high), least=least, low=plain(low))


def _hours(hour: int) -> str:
    return f"{hour:02d}:00"


def _said(cell: Cell) -> str:
    if cell.mean is None:
        return "–"
    return tr("{mean} (of {n})").format(mean=plain(cell.mean), n=cell.count)
