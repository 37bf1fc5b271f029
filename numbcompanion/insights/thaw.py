"""The thaw: how much could be felt over time, as a smooth line with its uncertainty.

The line is local linear regression with tricube weights (Cleveland 1979, doi:10.1080/01621459.1979.10481038) over a
window in days; the band is the line ± 1.96 standard errors of the fit, from the residual variance inside each window
(Loader 1999, Local Regression and Likelihood, section 2.3.2). Where no check-in is near, there is no line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from numbcompanion.checkins.records import DEEPEST, DepthPoint

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

ENOUGH = 5
NORMAL_95 = 1.96
DAY_S = 86_400.0
LONGEST_GAP_DAYS = 14.0
_STEPS = 240
_TINY = 1e-9
_CELLS_AT_ONCE = 200_000  # of the table of grid and dots: keeps the memory small with ten years of them


@dataclass(frozen=True)
class Thaw:
    """Dots (seconds since 1970, depth 0 to 10) and the line over them; NaN in the line is a gap."""

    ids: tuple[str, ...]
    at_s: "Numbers"
    depth: "Numbers"
    line_at_s: "Numbers"
    line: "Numbers"
    low: "Numbers"
    high: "Numbers"
    unknown: int  # answers that were "I can't tell": they are no dots


def thaw(points: Sequence[DepthPoint], window_days: float | None = None) -> Thaw:
    """Return the dots and the smooth line of `points` (any order); under five dots there is no line."""
    import numpy as np

    known = sorted((p for p in points if p.depth is not None), key=lambda p: p.moment.at)
    at = np.array([p.moment.at.timestamp() for p in known], dtype=float)
    depth = np.array([p.depth for p in known], dtype=float)
    ids = tuple(p.id for p in known)
    unknown = len(points) - len(known)
    if len(known) < ENOUGH:
        none = np.empty(0)
        return Thaw(ids, at, depth, none, none, none, none, unknown)
    grid = np.linspace(at[0], at[-1], _STEPS)
    span_days = (at[-1] - at[0]) / DAY_S
    half_s = (window_days or min(45.0, max(7.0, span_days / 6))) * DAY_S
    line, low, high = _smooth(at, depth, grid, half_s)
    _cut_gaps(at, grid, line, low, high)
    return Thaw(ids, at, depth, grid, line, low, high, unknown)


def _smooth(at: "Numbers", depth: "Numbers", grid: "Numbers", half_s: float) -> tuple["Numbers", "Numbers", "Numbers"]:
    """Return line, low and high at every point of `grid`; many points are taken a few rows of the grid at a time."""
    import numpy as np

    rows = max(1, _CELLS_AT_ONCE // len(at))
    parts = [_local_fits(at, depth, grid[first : first + rows], half_s) for first in range(0, len(grid), rows)]
    fitted = np.concatenate([part[0] for part in parts])
    error = np.concatenate([part[1] for part in parts])
    bounds = (fitted, fitted - NORMAL_95 * error, fitted + NORMAL_95 * error)
    line, low, high = (np.clip(values, 0.0, DEEPEST) for values in bounds)
    return line, low, high


def _local_fits(at: "Numbers", depth: "Numbers", grid: "Numbers", half_s: float) -> tuple["Numbers", "Numbers"]:
    """Return the weighted linear fit at each point of `grid` and its standard error; NaN where nothing is near."""
    import numpy as np

    first = np.searchsorted(at, grid[0] - half_s)
    last = np.searchsorted(at, grid[-1] + half_s, side="right")
    y = depth[first:last]
    x = (at[first:last][None, :] - grid[:, None]) / half_s
    near = np.abs(x) <= 1
    weights = np.where(near, (1 - np.abs(x) ** 3) ** 3 + _TINY, 0.0)
    count = near.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        w = weights / weights.sum(axis=1, keepdims=True)
        mean_x, mean_y = (w * x).sum(axis=1), w @ y
        away = x - mean_x[:, None]
        spread = (w * away**2).sum(axis=1)
        wide = spread > _TINY
        slope = np.where(wide, (w * away * (y[None, :] - mean_y[:, None])).sum(axis=1) / spread, 0.0)
        tilt = np.where(wide, mean_x / spread, 0.0)
        effect = w * (1 - tilt[:, None] * away)
        residual = y[None, :] - mean_y[:, None] - slope[:, None] * away
        freedom = np.maximum(1 - (w**2).sum(axis=1), 1 / np.maximum(count, 1))
        variance = (w * residual**2).sum(axis=1) / freedom
        fitted = mean_y - slope * mean_x
        error = np.sqrt(variance * (effect**2).sum(axis=1))
    fitted[count < 2] = np.nan
    return fitted, error


def _cut_gaps(at: "Numbers", grid: "Numbers", *lines: "Numbers") -> None:
    import numpy as np

    gaps = np.flatnonzero(np.diff(at) > LONGEST_GAP_DAYS * DAY_S)
    for gap in gaps:
        inside = (grid > at[gap]) & (grid < at[gap + 1])
        for line in lines:
            line[inside] = np.nan
