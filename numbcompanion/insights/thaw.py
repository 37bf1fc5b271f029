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
    import numpy as np

    line, low, high = (np.full(len(grid), np.nan) for _ in range(3))
    for i, centre in enumerate(grid):
        first, last = np.searchsorted(at, (centre - half_s, centre + half_s))
        x, y = (at[first:last] - centre) / half_s, depth[first:last]
        if len(x) < 2:
            continue
        weights = (1 - np.abs(x) ** 3) ** 3 + _TINY
        fitted, error = _local_fit(x, y, weights)
        line[i] = min(max(fitted, 0.0), DEEPEST)
        low[i] = min(max(fitted - NORMAL_95 * error, 0.0), DEEPEST)
        high[i] = min(max(fitted + NORMAL_95 * error, 0.0), DEEPEST)
    return line, low, high


def _local_fit(x: "Numbers", y: "Numbers", weights: "Numbers") -> tuple[float, float]:
    """Return the weighted linear fit at x = 0 and its standard error."""
    import numpy as np

    w = weights / weights.sum()
    mean_x, mean_y = float(w @ x), float(w @ y)
    spread = float(w @ (x - mean_x) ** 2)
    slope = float(w @ ((x - mean_x) * (y - mean_y))) / spread if spread > _TINY else 0.0
    fitted = mean_y - slope * mean_x
    effect = w * (1 - mean_x * (x - mean_x) / spread) if spread > _TINY else w
    residual = y - mean_y - slope * (x - mean_x)
    freedom = 1 - float((w**2).sum())
    variance = float(w @ residual**2) / max(freedom, 1 / len(x))
    return fitted, float(np.sqrt(variance * (effect**2).sum()))


def _cut_gaps(at: "Numbers", grid: "Numbers", *lines: "Numbers") -> None:
    import numpy as np

    gaps = np.flatnonzero(np.diff(at) > LONGEST_GAP_DAYS * DAY_S)
    for gap in gaps:
        inside = (grid > at[gap]) & (grid < at[gap + 1])
        for line in lines:
            line[inside] = np.nan
