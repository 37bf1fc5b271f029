import gc
import weakref

import pytest
from pytestqt.qtbot import QtBot

from ui.practice.sound_device import every


def test_work_is_called_until_it_says_no(qtbot: QtBot) -> None:
    turns = iter([True, True, False])
    every(1, lambda: next(turns))
    assert list(turns) == []


def test_what_work_raises_ends_it(qtbot: QtBot) -> None:
    def fail() -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        every(1, fail)


class Worker:
    """Something that works once."""

    def once(self) -> bool:
        return False


def test_what_worked_is_let_go(qtbot: QtBot) -> None:
    worker = Worker()
    every(1, worker.once)
    seen = weakref.ref(worker)
    del worker
    gc.collect()
    assert seen() is None
