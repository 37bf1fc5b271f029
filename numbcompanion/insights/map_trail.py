"""The map trail: where on the map of pleasantness and energy check-ins lay, and how densely."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from numbcompanion.checkins.records import MAP_REACH, Point
from numbcompanion.insights.points import Twin, only_checkins, plain
from numbcompanion.translation import tr, tr_n

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

STEPS = 41
LEAST_WIDTH = 0.4


@dataclass(frozen=True)
class MapTrail:
    """Dots in the order of time, and the density on a grid: `density[i, j]` at pleasantness i, energy j of `axis`."""

    ids: tuple[str, ...]
    pleasantness: "Numbers"
    energy: "Numbers"
    axis: "Numbers"
    density: "Numbers"  # share of the dots per square step; zero without a dot
    without: int  # check-ins that are not on the map


def map_trail(points: Sequence[Point], steps: int = STEPS) -> MapTrail:
    """Return the dots and a Gaussian kernel density of them on a grid of `steps` × `steps` over -5 to 5.

    density(x, y) = mean over dots of N(x; xi, hx) N(y; yi, hy), with Scott's widths h = s n^(-1/6) per axis (Scott
    1992, Multivariate Density Estimation), at least 0.4 so that dots all in one place still make a patch.
    """
    import numpy as np

    checkins = only_checkins(points)
    placed = [p for p in checkins if p.pleasantness is not None and p.energy is not None]
    x = np.array([p.pleasantness for p in placed], dtype=float)
    y = np.array([p.energy for p in placed], dtype=float)
    axis = np.linspace(-MAP_REACH, MAP_REACH, steps)
    density = _kernels(axis, x) @ _kernels(axis, y).T / max(len(placed), 1)
    return MapTrail(tuple(p.id for p in placed), x, y, axis, density, len(checkins) - len(placed))


def _kernels(axis: "Numbers", at: "Numbers") -> "Numbers":
    """Return the normal density of every dot (columns) at every place of `axis` (rows)."""
    import numpy as np

    spread = float(np.std(at, ddof=1)) if len(at) > 1 else 0.0
    width = max(spread * max(len(at), 1) ** (-1 / 6), LEAST_WIDTH)
    away = (axis[:, None] - at[None, :]) / width
    return np.asarray(np.exp(-(away**2) / 2) / (width * np.sqrt(2 * np.pi)))


def map_trail_in_words(trail: MapTrail) -> Twin:
    """Return the text twin: how many lie in each quarter of the map, and where their middle is."""
    import numpy as np

    number = len(trail.ids)
    heads = (tr("Where on the map"), tr("Check-ins"))
    if not number:
        return Twin(tr("No check-in has a place on the map yet."), heads)
    right, up = trail.pleasantness > 0, trail.energy > 0
    left, down = trail.pleasantness < 0, trail.energy < 0
    quarters = (
        (tr("pleasant, much energy"), right & up),
        (tr("pleasant, little energy"), right & down),
        (tr("unpleasant, much energy"), left & up),
        (tr("unpleasant, little energy"), left & down),
    )
    rows = [(name, int(inside.sum())) for name, inside in quarters]
    rows.append((tr("on a middle line"), number - sum(count for _, count in rows)))
    summary = tr_n("{n} check-in has a place on the map.", "{n} check-ins have a place on the map.", number)
    middle = tr("Their middle is at pleasantness {x}, energy {y}, from −5 to 5.").format(
        x=plain(float(np.median(trail.pleasantness))), y=plain(float(np.median(trail.energy)))
    )
    sentences = [summary, middle]
    if trail.without:
        sentences.append(tr_n("{n} has none.", "{n} have none.", trail.without))
    return Twin(" ".join(sentences), heads, tuple((name, str(count)) for name, count in rows))
