"""The one door off the GUI thread: one worker owns the database, and what it found comes back as a call."""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from numbcompanion.errors import CompanionError
from numbcompanion.translation import tr

T = TypeVar("T")
_ASIDE_PATIENCE_S = 5.0
Job = Callable[[], None]
_logger = logging.getLogger("numbcompanion.tasks")


class Executor(Protocol):
    """Runs jobs one after the other, in the order they came."""

    def submit(self, job: Job) -> None:
        """Add a job to the end of the queue."""

    def close(self) -> None:
        """Finish what is queued, then stop."""


class WorkerThread:
    """One thread that sleeps until there is a job."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)

    def start(self) -> None:
        """Begin with what was submitted so far: after the first window is up, which it would slow down."""
        self._thread.start()

    def submit(self, job: Job) -> None:
        self._jobs.put(job)

    def close(self) -> None:
        self._jobs.put(None)
        if self._thread.ident is None:
            self.start()
        self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()


@dataclass(frozen=True)
class _Outcome:
    done: Callable[[Any], None] | None
    failed: Callable[[CompanionError], None] | None
    value: Any = None
    error: CompanionError | None = None


class Tasks(QObject):
    """Runs work on the worker and hands its outcome to the GUI thread."""

    trouble = Signal(object)  # a CompanionError nobody else took
    _finished = Signal(object)

    def __init__(self, executor: Executor, parent: QObject | None = None):
        super().__init__(parent)
        self._executor = executor
        self._closed = False
        self._aside: list[threading.Thread] = []
        self._finished.connect(self._deliver, Qt.ConnectionType.AutoConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[CompanionError], None] | None = None,
    ) -> None:
        """Run `work` on the worker thread after everything asked before; `done` or `failed` follow on this thread."""
        if not self._closed:
            self._executor.submit(lambda: self._work(work, done, failed))

    def run_aside(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[CompanionError], None] | None = None,
    ) -> None:
        """Run long `work` that has connections of its own on a thread of its own."""
        self._aside = [thread for thread in self._aside if thread.is_alive()]
        thread = threading.Thread(target=self._work, args=(work, done, failed), name="aside", daemon=True)
        self._aside.append(thread)
        thread.start()

    def close(self) -> None:
        """Finish what was asked for, what runs aside within a few seconds; later requests are dropped."""
        if not self._closed:
            self._closed = True
            self._executor.close()
            for thread in self._aside:
                thread.join(_ASIDE_PATIENCE_S)  # else it may announce its end to what Qt has deleted

    def _work(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[CompanionError], None] | None,
    ) -> None:
        try:
            outcome = _Outcome(done, failed, value=work())
        except CompanionError as error:
            outcome = _Outcome(done, failed, error=error)
        except Exception as error:
            _logger.exception("a task failed")
            sentence = tr("Something went wrong inside the companion. What was saved before is safe.")
            ours = CompanionError(sentence)
            ours.__cause__ = error
            outcome = _Outcome(done, failed, error=ours)
        try:
            self._finished.emit(outcome)
        except RuntimeError:  # the program ended meanwhile
            return

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        if outcome.error is None:
            if outcome.done is not None:
                outcome.done(outcome.value)
        elif outcome.failed is not None:
            outcome.failed(outcome.error)
        else:
            self.trouble.emit(outcome.error)
