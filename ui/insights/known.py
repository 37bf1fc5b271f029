"""What the page knows of a life: read once on the worker, then handed to every card."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from numbcompanion.checkins.records import Marker, Point
from numbcompanion.practice.records import SessionRecord


@dataclass(frozen=True)
class Known:
    """The points of a range of `days` (None: all), oldest first, and what stands around them.

    `read_all` reads every point there is; only for the worker thread.
    """

    today: date
    days: int | None
    points: Sequence[Point]
    read_all: Callable[[], Sequence[Point]]
    sessions: Sequence[SessionRecord] = ()
    markers: Sequence[Marker] = ()
    tag_names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def since(self) -> date | None:
        """The first day of the range, None for all."""
        return None if self.days is None else self.today - timedelta(days=self.days - 1)

    @cached_property
    def all_points(self) -> Sequence[Point]:
        """Every point there is, read when first asked for; only on the worker thread."""
        return self.points if self.days is None else self.read_all()

    @cached_property
    def sessions_in_range(self) -> list[SessionRecord]:
        """Sessions of the range."""
        return [s for s in self.sessions if self.since is None or s.moment.local_date >= self.since]
