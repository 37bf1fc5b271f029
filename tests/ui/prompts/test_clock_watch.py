import sys
from datetime import timedelta

import pytest

from ui.prompts.clock_watch import ClockWatch


@pytest.fixture
def watch(clock, qapp):
    watch = ClockWatch(clock)
    yield watch
    watch.stop()


def test_time_that_passes_is_no_jump(watch, clock, qtbot):
    clock.advance(5000)
    with qtbot.assertNotEmitted(watch.jumped):
        watch.look()


@pytest.mark.parametrize("jump_s", [-86_400, -31, 31, 86_400])
def test_a_wall_clock_that_leaves_the_running_one_is_a_jump_once(watch, clock, qtbot, jump_s):
    clock.set(clock.now() + timedelta(seconds=jump_s))
    with qtbot.waitSignal(watch.jumped):
        watch.look()
    with qtbot.assertNotEmitted(watch.jumped):
        watch.look()


def test_a_small_correction_is_no_jump(watch, clock, qtbot):
    clock.set(clock.now() + timedelta(seconds=20))
    with qtbot.assertNotEmitted(watch.jumped):
        watch.look()


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel tells on Linux only")
def test_on_linux_it_waits_for_the_kernel_without_a_timer(watch, qtbot):
    watch.start()
    watch.start()
    assert watch._notifier is not None
    assert watch._timer is None
    watch._heard()
    watch.stop()
    watch.stop()


def test_where_the_kernel_does_not_tell_it_looks_once_a_minute(watch, monkeypatch):
    monkeypatch.setattr("ui.prompts.clock_watch._cancelled_timer", lambda: None)
    watch.start()
    assert watch._timer.interval() == 60_000
