"""The plan as an APScheduler trigger; this module and its library are loaded when the scheduler starts."""

from collections.abc import Callable
from datetime import datetime

from apscheduler.triggers.base import BaseTrigger

from numbcompanion.prompts.plan import Next


class PlanTrigger(BaseTrigger):  # type: ignore[misc]
    """Fires when the plan's next prompt comes.

    After a firing it gives the prompt after that one; whoever takes the prompt makes the plan anew anyway.
    """

    def __init__(self, next_by: Callable[[bool], Next]):
        self._next_by = next_by

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime | None:
        """Return the moment of the next prompt, or None while none is coming."""
        return self._next_by(previous_fire_time is not None).at
