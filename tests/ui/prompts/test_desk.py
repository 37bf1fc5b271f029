from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject, Signal

from numbcompanion.checkins.records import CheckInDraft
from numbcompanion.prompts.records import Outcome, PauseLength, Reason
from ui.prompts.desk import PromptDesk

MORNING = datetime(2026, 11, 23, 7, tzinfo=UTC)


class FakeNotifier(QObject):
    shown = Signal(str, str)
    nowhere_shown = Signal(str)
    check_in_requested = Signal(str)
    later_requested = Signal(str)
    dismissed = Signal(str)

    def __init__(self):
        super().__init__()
        self.offered = []
        self.notice = None

    def offer(self, notice):
        self.offered.append(notice)
        self.notice = notice

    def withdraw(self, key=None):
        self.notice = None

    def close(self):
        self.notice = None


class Life:
    """A desk with its notifier, and a person who may be busy."""

    def __init__(self, companion, clock, tasks, facts):
        self.busy = False
        self.clock, self.tasks, self.facts, self.prompts = clock, tasks, facts, companion.prompts
        self.notifier = FakeNotifier()
        self.desk = PromptDesk(tasks, facts, companion.prompts, self.notifier, clock, lambda: self.busy)
        self.desk._scheduler.start = lambda: None
        self.coming = None
        self.desk.next_changed.connect(self.learn)
        self.desk.start()
        tasks.drain()

    def learn(self, coming):
        self.coming = coming

    def reach_next(self):
        self.clock.advance((self.coming.at - self.clock.now()).total_seconds())
        due = self.coming.due
        self.desk._scheduler.fire()
        self.tasks.drain()
        return due

    @property
    def last(self):
        return self.prompts.recent(1)[0]


@pytest.fixture
def life(companion, clock, tasks, facts):
    clock.set(MORNING)
    companion.prompts.ask_for(2)
    life = Life(companion, clock, tasks, facts)
    yield life
    life.desk.stop()
    tasks.drain()


def test_a_due_prompt_is_shown_once_with_neutral_words(life):
    due = life.reach_next()
    life.desk.take(due)
    life.tasks.drain()
    assert [n.key for n in life.notifier.offered] == [due.key]
    assert life.last.outcome is Outcome.SHOWN


def test_check_in_asks_for_the_small_window_and_a_saved_check_in_is_the_answer(life, companion, qtbot):
    due = life.reach_next()
    with qtbot.waitSignal(life.desk.check_in_requested) as asked:
        life.notifier.check_in_requested.emit(due.key)
    assert asked.args == [due.key]
    life.clock.advance(40)
    life.facts.checkin_saved.emit(companion.checkins.save(CheckInDraft(3)))
    life.tasks.drain()
    assert life.last.outcome is Outcome.ANSWERED
    assert life.coming.due.key != due.key


def test_later_asks_once_again_without_another_later(life):
    due = life.reach_next()
    life.notifier.later_requested.emit(due.key)
    life.tasks.drain()
    assert life.coming.at == life.clock.now() + timedelta(minutes=20)
    life.reach_next()
    assert [n.later for n in life.notifier.offered] == [True, False]


def test_put_aside_means_nothing_more_comes_of_it(life):
    due = life.reach_next()
    life.notifier.dismissed.emit(due.key)
    life.tasks.drain()
    assert life.last.outcome is Outcome.DISMISSED
    assert life.coming.due.key != due.key


def test_one_that_comes_during_a_practice_waits_for_its_end(life):
    life.busy = True
    due = life.reach_next()
    assert life.notifier.offered == []
    assert (life.last.outcome, life.last.reason) == (Outcome.HELD, Reason.PRACTICE)
    life.desk.busy_ended()
    assert life.notifier.offered == []
    life.busy = False
    life.clock.advance(600)
    life.desk.busy_ended()
    life.tasks.drain()
    assert [n.key for n in life.notifier.offered] == [due.key]


def test_one_held_until_its_time_has_gone_is_not_shown(life):
    life.busy = True
    life.reach_next()
    life.clock.advance(3600)
    life.busy = False
    life.desk.busy_ended()
    life.tasks.drain()
    assert life.notifier.offered == []
    assert (life.last.outcome, life.last.reason) == (Outcome.NOT_SHOWN, Reason.PRACTICE)


def test_an_expired_one_is_taken_away(life):
    life.reach_next()
    life.clock.advance(46 * 60)
    life.desk._expire()
    life.tasks.drain()
    assert life.notifier.notice is None
    assert life.last.outcome is Outcome.EXPIRED


def test_with_nothing_to_show_it_the_reason_is_kept(life):
    due = life.reach_next()
    life.notifier.nowhere_shown.emit(due.key)
    life.tasks.drain()
    assert (life.last.outcome, life.last.reason) == (Outcome.NOT_SHOWN, Reason.NO_PLACE)


def test_a_pause_and_a_resume_are_followed_at_once(life):
    life.desk.change(lambda: life.prompts.pause_by(PauseLength.OPEN))
    life.tasks.drain()
    assert life.coming.at is None
    life.desk.change(life.prompts.resume)
    life.tasks.drain()
    assert life.coming.at is not None


def test_a_change_of_preferences_is_followed(life, companion):
    life.facts.preferences_changed.emit(companion.preferences.change(prompts_per_day=0))
    life.tasks.drain()
    assert life.coming.due is None


def test_a_test_one_says_where_it_was_shown_and_leaves_no_trace(life, qtbot):
    life.desk.send_test()
    with qtbot.waitSignal(life.desk.test_shown) as said:
        life.notifier.shown.emit("test", "tray")
    assert said.args == ["tray"]
    life.notifier.later_requested.emit("test")
    life.tasks.drain()
    assert life.prompts.recent() == []


def test_after_waking_five_minutes_are_quiet(life):
    due = life.coming.due
    life.clock.set(due.due + timedelta(minutes=10))
    life.desk._watch.look()
    life.tasks.drain()
    assert life.coming.due == due
    assert life.coming.at == life.clock.now() + timedelta(minutes=5)


def test_nobody_who_asked_for_none_has_a_scheduler_running(companion, clock, tasks, facts):
    life = Life(companion, clock, tasks, facts)
    assert life.coming.due is None
    assert not life.desk._scheduler_runs
    life.desk.stop()
