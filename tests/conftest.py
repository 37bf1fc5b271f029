"""Fixtures every test can use."""

import logging
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

from fakes import MemoryKeyStore, MovableClock

from numbcompanion.companion import Companion
from numbcompanion.paths import Home


class WaitingExecutor:
    """Runs jobs only when the test says so, on the test's own thread."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []

    def submit(self, job: Callable[[], None]) -> None:
        self.jobs.append(job)

    def drain(self) -> None:
        """Run all that waits, and what that asks for."""
        while self.jobs:
            self.jobs.pop(0)()

    def close(self) -> None:
        self.drain()


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home", tmp_path / "keys")


@pytest.fixture
def key_store() -> MemoryKeyStore:
    return MemoryKeyStore()


@pytest.fixture
def companion(home: Home, clock: MovableClock, key_store: MemoryKeyStore) -> Iterator[Companion]:
    """A companion with its home open."""
    companion = Companion(home, clock, [key_store])
    companion.open()
    yield companion
    companion.close()


@pytest.fixture
def executor() -> WaitingExecutor:
    return WaitingExecutor()


@pytest.fixture
def tasks(qtbot, executor):
    """Tasks whose work waits for `tasks.drain()`."""
    from ui.tasks import Tasks

    tasks = Tasks(executor)
    tasks.drain = executor.drain
    return tasks


@pytest.fixture
def facts(qtbot):
    from ui.facts import Facts

    return Facts()


@pytest.fixture
def theme(qapp):
    from ui.theme.theme import Theme

    theme = Theme()
    theme.apply(qapp)
    return theme


# What Qt says of its platform without a screen, in every program.
_OFFSCREEN = ("systemTrayWindowChanged", "does not support (propagateSizeHints|raise)")


class _LogWatch(logging.Handler):
    """Remembers what the companion warned of, and what Qt did."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.allowed = list(_OFFSCREEN)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    def allow(self, pattern: str) -> None:
        """Let lines that match `pattern` pass."""
        self.allowed.append(pattern)

    @property
    def unexpected(self) -> list[str]:
        return [line for line in self.lines if not any(re.search(pattern, line) for pattern in self.allowed)]


@pytest.fixture
def no_log(qtlog) -> Iterator[_LogWatch]:
    """Fail a test on any warning of the companion or message of Qt that it did not `allow`."""
    watch = _LogWatch()
    logger = logging.getLogger("numbcompanion")
    logger.addHandler(watch)
    yield watch
    logger.removeHandler(watch)
    watch.lines += [f"Qt: {record.message}" for record in qtlog.records]
    assert not watch.unexpected, "\n".join(watch.unexpected)
