"""Student's t without a statistics library: the quantile and the two-sided probability, for any degrees of freedom.

With x = sqrt(v) tan(a), the density of t with v degrees of freedom becomes proportional to cos(a)^(v - 1) on
-pi/2 < a < pi/2 ("Student" 1908, The probable error of a mean); it is summed by the trapezium rule on a fine grid.
"""

import math

_STEPS = 1000
_MOST_FREEDOM = 1e6
_NARROW = 60.0  # from here on next to nothing lies beyond t = 10


class Student:
    """The distribution of t with `freedom` degrees of freedom; below 1 counts as 1."""

    def __init__(self, freedom: float):
        import numpy as np

        self._v = min(max(freedom, 1.0), _MOST_FREEDOM)
        widest = math.pi / 2 if self._v < _NARROW else math.atan(10 / math.sqrt(self._v))
        self._angle = np.linspace(0.0, widest, _STEPS + 1)
        height = np.cos(self._angle) ** (self._v - 1)
        total = np.concatenate(([0.0], np.cumsum((height[1:] + height[:-1]) / 2)))
        self._inside = total / total[-1]

    def quantile(self, sure: float = 0.95) -> float:
        """Return the t that |T| stays below with probability `sure`."""
        import numpy as np

        return math.sqrt(self._v) * math.tan(float(np.interp(sure, self._inside, self._angle)))

    def beyond(self, t: float) -> float:
        """Return the probability that |T| is at least `t`."""
        import numpy as np

        return float(1.0 - np.interp(math.atan(abs(t) / math.sqrt(self._v)), self._angle, self._inside))
