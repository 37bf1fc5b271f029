"""Sleeps until the next prompt is due, then says so; APScheduler does the sleeping."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from numbcompanion.clock import Clock
from numbcompanion.prompts.plan import HUSH, Next, Plan, again_key
from numbcompanion.prompts.records import Hush, PromptDue

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler

_JOB = "next-prompt"
_EARLY = timedelta(milliseconds=500)
_SLEPT = timedelta(seconds=60)  # later than this, the computer was asleep or its clock was set
_logger = logging.getLogger("numbcompanion.prompts")


class PromptScheduler:
    """Calls `on_due` with each prompt that is due, once, on a thread of its own; `on_woke` when time has jumped.

    Between prompts it makes no wake-ups. The memory job store holds one job, the next prompt, rebuilt from the
    plan at each change. Whether a late job is still worth showing is judged by the plan and the wall clock.
    """

    def __init__(self, clock: Clock, on_due: Callable[[PromptDue], None], on_woke: Callable[[], None] = lambda: None):
        self._clock = clock
        self._on_due = on_due
        self._on_woke = on_woke
        self._lock = threading.RLock()
        self._arming = threading.Lock()
        self._plan: Plan | None = None
        self._claimed: frozenset[str] = frozenset()
        self._armed_for: datetime | None = None
        self._scheduler: BackgroundScheduler | None = None

    def start(self) -> None:
        """Begin to watch the time; not on the way to the first window, for it loads a library."""
        from apscheduler.executors.pool import ThreadPoolExecutor
        from apscheduler.jobstores.memory import MemoryJobStore
        from apscheduler.schedulers.background import BackgroundScheduler

        logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a late job is nothing to warn of
        with self._lock:
            if self._scheduler is not None:
                return
            self._scheduler = BackgroundScheduler(
                timezone="UTC",
                jobstores={"default": MemoryJobStore()},
                executors={"default": ThreadPoolExecutor(1)},
                job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1},
            )
        self._scheduler.start()
        self.refresh()

    def stop(self) -> None:
        """Stop watching."""
        with self._lock:
            scheduler, self._scheduler = self._scheduler, None
        if scheduler is not None:
            scheduler.shutdown(wait=False)

    def follow(self, plan: Plan) -> None:
        """Follow `plan` from now on."""
        with self._lock:
            hush = self._plan.hush if self._plan is not None else None
            self._plan = plan if hush is None or hush.began > self._clock.now() else plan.hushed(hush)
            self._claimed = frozenset(sorted(self._claimed)[-50:])
        self.refresh()

    def next(self) -> Next | None:
        """Return what comes next by the plan it follows, or None before the first plan."""
        with self._lock:
            if self._plan is None:
                return None
            plan = replace(self._plan, claimed=self._plan.claimed | self._claimed)
            return plan.next(self._clock.now(), self._clock.zone_name())

    def refresh(self) -> None:
        """Work the next moment out anew: after a change of plan, zone or clock."""
        with self._arming:
            self._arm()

    def _arm(self) -> None:
        coming = self.next()
        with self._lock:
            scheduler = self._scheduler
            self._armed_for = coming.at if coming is not None else None
        if scheduler is None:
            return
        if coming is None or coming.at is None:
            self._disarm(scheduler)
            return
        from numbcompanion.prompts.trigger import PlanTrigger

        trigger = PlanTrigger(self._next_for_trigger)
        scheduler.add_job(self.fire, trigger, id=_JOB, replace_existing=True, next_run_time=coming.at)

    def woke(self) -> None:
        """Keep quiet for the first minutes after a sleep, and work the next moment out anew."""
        now = self._clock.now()
        with self._lock:
            if self._plan is not None:
                self._plan = self._plan.hushed(Hush(now, now + HUSH))
        self.refresh()
        self._on_woke()

    def fire(self) -> None:
        """Hand over the prompt that is due by the wall clock, if one is; the job calls this."""
        try:
            with self._lock:
                armed_for = self._armed_for
            if armed_for is not None and self._clock.now() - armed_for > _SLEPT:
                self.woke()
                return
            due = self._take()
            self.refresh()
            if due is not None:
                self._on_due(due)
        except Exception:
            _logger.exception("a prompt could not be handed over")

    def _take(self) -> PromptDue | None:
        """Claim the prompt that is due now, so that it never comes twice."""
        with self._lock:
            coming, now = self.next(), self._clock.now()
            if self._plan is None or coming is None or coming.due is None or coming.at is None:
                return None
            if coming.at > now + _EARLY:
                return None
            self._claimed |= {again_key(coming.due)}
            self._plan = self._plan.shown(coming.due, now)
            return coming.due

    def _next_for_trigger(self, fired: bool) -> Next:
        coming = self.next()
        if coming is None:
            raise RuntimeError("a job without a plan")
        if fired and coming.due is not None and coming.at is not None and coming.at <= coming.now + _EARLY:
            with self._lock:
                plan = self._plan
            if plan is not None:  # the job that takes this one is only just starting: look past it
                beyond = replace(plan, claimed=plan.claimed | self._claimed).claim(again_key(coming.due))
                coming = beyond.next(coming.now, coming.zone_name)
        return coming

    @staticmethod
    def _disarm(scheduler: Any) -> None:
        from apscheduler.jobstores.base import JobLookupError

        try:
            scheduler.remove_job(_JOB)
        except JobLookupError:
            return
