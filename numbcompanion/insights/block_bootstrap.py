"""Days drawn again in blocks of neighbours: how much differences vary from one resample to the next.

Days in a row resemble each other, so whole blocks are drawn: the moving-block bootstrap (Künsch 1989, The jackknife
and the bootstrap for general stationary observations, doi:10.1214/aos/1176347265), wrapped round so that the first and
last days are drawn as often as the others (Politis & Romano 1992, A circular block-resampling procedure for stationary
data). A block is the cube root of the number of days a difference is about, rounded up, which is the order that
estimates a variance best (Hall, Horowitz & Jing 1995, doi:10.1093/biomet/82.3.561).
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

_AT_ONCE = 100


def block_length(days: int) -> int:
    """Return the days in a block: the cube root of `days`, rounded up."""
    length = 1
    while length**3 < days:
        length += 1
    return length


def resampled_spread(
    sums: "Numbers",
    resamples: int,
    seed: int,
    cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> "Numbers | None":
    """Return the standard deviation of each column's difference over the resamples; None when cancelled.

    `sums` has, for each day and column: days with, depth with, days without, depth without. Columns about as many days
    are resampled together, over the days that any of them is about, so what a tag of a month says does not depend on
    the years before it.
    """
    import numpy as np

    columns = sums.shape[2]
    about = (sums[:, 0] + sums[:, 2]).sum(axis=0)
    lengths = np.array([block_length(round(days)) for days in about.tolist()])
    spread, done = np.zeros(columns), 0
    for length in np.unique(lengths).tolist():
        these = np.flatnonzero(lengths == length)
        group = sums[:, :, these]
        group = group[(group[:, 0] + group[:, 2]).any(axis=1)]
        told = partial(_tell, progress, done / columns, len(these) / columns)
        found = _spread_of(group, length, resamples, seed, cancelled, told)
        if found is None:
            return None
        spread[these] = found
        done += len(these)
    return spread


def _tell(progress: Callable[[float], None], before: float, share: float, part: float) -> None:
    progress(min(before + share * part, 1.0))


def _spread_of(
    sums: "Numbers",
    length: int,
    resamples: int,
    seed: int,
    cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> "Numbers | None":
    """Return the spread of columns that share their days and the length of a block.

    A resample is the sum of the blocks that were drawn, and what a block sums up to is known beforehand: so a day is
    never touched again, and all columns are summed at once. Single precision holds such sums to a millionth. A
    resample that drew no day with, or none without, has no difference and is left out.
    """
    import numpy as np

    days, _, columns = sums.shape
    blocks = -(-days // length)
    rows = sums.reshape(days, -1)
    ends = np.cumsum(np.concatenate([np.zeros((1, 4 * columns)), rows, rows[: length - 1]]), axis=0)
    block_sums = (ends[length : length + days] - ends[:days]).astype(np.float32)
    chance, ones = np.random.default_rng(seed), np.ones(blocks, np.float32)
    drawn, room = np.empty((_AT_ONCE, 4 * columns), np.float32), np.empty((blocks, 4 * columns), np.float32)
    number, total, total_of_squares = (np.zeros(columns) for _ in range(3))
    for first in range(0, resamples, _AT_ONCE):
        if cancelled():
            return None
        many = min(_AT_ONCE, resamples - first)
        for i, starts in enumerate(chance.integers(0, days, size=(many, blocks))):
            np.dot(ones, np.take(block_sums, starts, axis=0, out=room, mode="clip"), out=drawn[i])
        difference, sound = _differences(drawn[:many].reshape(many, 4, columns))
        number += sound.sum(axis=0)
        total += difference.sum(axis=0)
        total_of_squares += (difference**2).sum(axis=0)
        progress((first + many) / resamples)
    mean = total / np.maximum(number, 1)
    variance = np.maximum(total_of_squares / np.maximum(number, 1) - mean**2, 0.0)
    variance *= number / np.maximum(number - 1, 1)
    return np.asarray(np.sqrt(variance * blocks * length / days))  # whole blocks draw a few days too many


def _differences(drawn: "NDArray[np.float32]") -> tuple["Numbers", "NDArray[np.bool_]"]:
    """Return the difference of each resample and column, 0 where it has none, and whether it has one."""
    import numpy as np

    n_with, y_with, n_without, y_without = drawn.astype(float).swapaxes(0, 1)
    sound = (n_with > 0.5) & (n_without > 0.5)
    difference = y_with / np.where(sound, n_with, 1.0) - y_without / np.where(sound, n_without, 1.0)
    return np.where(sound, difference, 0.0), sound
