"""Depths over time, read only as far back as anyone has looked; for the worker thread."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date

from numbcompanion.checkins.records import DepthPoint

Read = Callable[[date | None], list[DepthPoint]]


class Depths:
    """Points, oldest first, kept until `forget`; an earlier day reads again."""

    def __init__(self, read: Read):
        self._read = read
        self.forget()

    def forget(self) -> None:
        """Read anew next time: something changed."""
        self._points: list[DepthPoint] | None = None
        self._since: date | None = None
        self._times: list[float] = []

    def since(self, first: date | None) -> list[DepthPoint]:
        """Return the points from the day `first` on, None for all."""
        points = self._points
        if points is None or (self._since is not None and (first is None or first < self._since)):
            points = self._points = self._read(first)
            self._since = first
            self._times = [point.moment.at.timestamp() for point in points]
        if first is None or first == self._since:
            return points
        return [point for point in points if point.moment.local_date >= first]

    def between(self, first_s: float, last_s: float, first: date | None) -> list[DepthPoint]:
        """Return the points from one second to another; `first` is a day surely before them."""
        points = self.since(first)
        if points is self._points:
            return points[bisect_left(self._times, first_s) : bisect_right(self._times, last_s)]
        return [point for point in points if first_s <= point.moment.at.timestamp() <= last_s]
