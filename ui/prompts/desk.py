"""The desk where prompts arrive: it holds them during a practice, shows them, and writes down what became of them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from numbcompanion.clock import Clock
from numbcompanion.prompts.plan import Plan
from numbcompanion.prompts.prompts import Prompts
from numbcompanion.prompts.records import Outcome, PromptDue, Reason
from numbcompanion.prompts.rules import EXPIRY
from numbcompanion.prompts.scheduler import PromptScheduler
from ui.facts import Facts
from ui.prompts.clock_watch import ClockWatch
from ui.prompts.notice import TEST_KEY, Notice
from ui.prompts.notifier import Notifier
from ui.tasks import Tasks


@dataclass
class _Open:
    due: PromptDue
    held: bool = False


class PromptDesk(QObject):
    """Joins scheduler, service and notifier; lives on the GUI thread."""

    check_in_requested = Signal(str)  # key of the prompt: show the small window
    next_changed = Signal(object)  # Next
    test_shown = Signal(str)  # name of the channel, "" where none showed it
    _due_came = Signal(object)
    _woke = Signal()

    def __init__(
        self,
        tasks: Tasks,
        facts: Facts,
        prompts: Prompts,
        notifier: Notifier,
        clock: Clock,
        busy: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
    ):
        super().__init__(parent)
        self._tasks = tasks
        self._facts = facts
        self._prompts = prompts
        self._notifier = notifier
        self._clock = clock
        self._busy = busy
        self._open: _Open | None = None
        self._scheduler = PromptScheduler(clock, self._due_came.emit, self._woke.emit)
        self._scheduler_runs = False
        self._watch = ClockWatch(clock, self)
        self._expiry = QTimer(self, singleShot=True, timerType=Qt.TimerType.VeryCoarseTimer)
        self._connect()

    def _connect(self) -> None:
        self._due_came.connect(self.take)
        self._woke.connect(self._after_waking)
        self._watch.jumped.connect(self._after_waking)
        self._expiry.timeout.connect(self._expire)
        self._notifier.shown.connect(self._was_shown)
        self._notifier.nowhere_shown.connect(self._was_not_shown)
        self._notifier.check_in_requested.connect(self.check_in_requested)
        self._notifier.later_requested.connect(lambda key: self._end(key, Outcome.LATER))
        self._notifier.dismissed.connect(lambda key: self._end(key, Outcome.DISMISSED))
        self._facts.checkin_saved.connect(lambda _: self._answered())
        self._facts.preferences_changed.connect(lambda _: self.plan_anew())
        self._facts.session_kept.connect(lambda _: QTimer.singleShot(0, self, self.busy_ended))

    def start(self) -> None:
        """Settle what is past and begin to wait for the next prompt; the store's opening goes first."""
        self._tasks.run(self._settled_plan, self._follow, lambda _: None)

    def stop(self) -> None:
        """Stop waiting, and take away what is shown."""
        self._expiry.stop()
        self._watch.stop()
        self._scheduler.stop()
        self._notifier.close()

    def plan_anew(self) -> None:
        """Plan again after a change of rule or pause."""
        self._tasks.run(self._prompts.plan, self._follow, lambda _: None)

    def look_again(self) -> None:
        """Work out again what comes next, for a day, a zone or a clock may have changed (window or menu shown)."""
        self._watch.look()
        coming = self._scheduler.next()
        if coming is not None:
            self._scheduler.refresh()
            self.next_changed.emit(coming)

    def take(self, due: PromptDue) -> None:
        """Show the prompt that is due, or hold it while the person is busy."""
        if self._busy():
            self._open = _Open(due, held=True)
            self._tasks.run(lambda: self._prompts.hold(due, Reason.PRACTICE), lambda _: self.plan_anew())
        else:
            self._offer(due)

    def busy_ended(self) -> None:
        """Show what was held, if its time has not gone by."""
        held = self._open
        if held is None or not held.held or self._busy():
            return
        if self._clock.now() > held.due.latest:
            self._end(held.due.key, Outcome.NOT_SHOWN)
        else:
            self._offer(held.due)

    def change(self, change: Callable[[], object]) -> None:
        """Run a change of the service (a pause, a resume, another number a day), then follow the new plan."""

        def changed() -> Plan:
            change()
            return self._prompts.plan()

        self._tasks.run(changed, self._follow)

    def send_test(self) -> None:
        """Show a notice now, to see that it comes."""
        self._notifier.offer(Notice.neutral(TEST_KEY))

    def _settled_plan(self) -> Plan:
        self._prompts.settle()
        return self._prompts.plan()

    def _follow(self, plan: Plan) -> None:
        self._scheduler.follow(plan)
        coming = self._scheduler.next()
        if coming is None:
            return
        if coming.at is not None and not self._scheduler_runs:
            self._scheduler_runs = True
            self._watch.start()
            self._tasks.run(self._scheduler.start)
        if coming.rule.per_day == 0 or (coming.pause is not None and coming.pause.until is None):
            self._take_away()
        self.next_changed.emit(coming)
        self._facts.prompts_changed.emit()

    def _offer(self, due: PromptDue) -> None:
        def show(is_new: bool) -> None:
            if is_new:
                self._open = _Open(due)
                self._expiry.start(int(EXPIRY.total_seconds() * 1000))
                self._notifier.offer(Notice.neutral(due.key, later=not due.again))
            self.plan_anew()

        self._tasks.run(lambda: self._prompts.offer(due), show, lambda _: None)

    def _was_shown(self, key: str, channel: str) -> None:
        if key == TEST_KEY:
            self.test_shown.emit(channel)

    def _was_not_shown(self, key: str) -> None:
        if key == TEST_KEY:
            self.test_shown.emit("")
        else:
            self._end(key, Outcome.NOT_SHOWN, Reason.NO_PLACE)

    def _answered(self) -> None:
        self._take_away()
        self._tasks.run(self._prompts.answer_open, lambda _: self.plan_anew(), lambda _: None)

    def _expire(self) -> None:
        if self._open is not None:
            self._end(self._open.due.key, Outcome.EXPIRED)

    def _end(self, key: str, outcome: Outcome, reason: Reason | None = None) -> None:
        if key == TEST_KEY:
            return
        self._take_away()
        self._tasks.run(lambda: self._prompts.finish(key, outcome, reason), lambda _: self.plan_anew(), lambda _: None)

    def _take_away(self) -> None:
        self._expiry.stop()
        if self._open is not None:
            self._notifier.withdraw(self._open.due.key)
            self._open = None

    def _after_waking(self) -> None:
        self._tasks.run(self._prompts.woke, self._follow, lambda _: None)
