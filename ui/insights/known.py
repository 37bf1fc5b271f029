"""What the page knows of a life: read once on the worker, then handed to every card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from numbcompanion.checkins.records import Kind, Marker, Point
from numbcompanion.practice.records import SessionRecord


@dataclass(frozen=True)
class Known:
    """All points, oldest first, and what stands around them; `days` is how far back the person wants to look."""

    today: date
    days: int | None
    all_points: Sequence[Point]
    sessions: Sequence[SessionRecord] = ()
    markers: Sequence[Marker] = ()
    tag_names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def since(self) -> date | None:
        """The first day of the range, None for all."""
        return None if self.days is None else self.today - timedelta(days=self.days - 1)

    @cached_property
    def points(self) -> list[Point]:
        """Check-ins and glimmers of the range."""
        if self.since is None:
            return list(self.all_points)
        return [point for point in self.all_points if point.moment.local_date >= self.since]

    @cached_property
    def checkins(self) -> list[Point]:
        """Check-ins of the range, without glimmers."""
        return [point for point in self.points if point.kind is Kind.CHECKIN]

    @cached_property
    def all_checkins(self) -> list[Point]:
        """Every check-in there is, without glimmers."""
        return [point for point in self.all_points if point.kind is Kind.CHECKIN]

    @cached_property
    def sessions_in_range(self) -> list[SessionRecord]:
        """Sessions of the range."""
        return [s for s in self.sessions if self.since is None or s.moment.local_date >= self.since]
