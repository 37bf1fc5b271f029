"""Words wait two seconds at the longest, and a failure is tried again."""

import pytest

from numbcompanion.journal.autosave import Autosave, WritingState


@pytest.fixture
def autosave(clock):
    return Autosave(clock)


def test_a_page_nobody_wrote_on_needs_no_saving(autosave):
    assert autosave.wait_s() is None
    assert autosave.state is WritingState.CLEAN
    assert not autosave.worth_an_attempt


def test_typing_without_a_pause_does_not_put_saving_off(autosave, clock):
    autosave.changed()
    for _ in range(14):
        clock.advance(0.1)
        autosave.changed()
    assert autosave.wait_s() == pytest.approx(0.1)
    clock.advance(0.1)
    autosave.changed()
    assert autosave.wait_s() == 0
    assert autosave.state is WritingState.WRITING


def test_only_what_was_in_the_attempt_counts_as_saved(autosave, clock):
    autosave.changed()
    clock.advance(2)
    ticket = autosave.attempt()
    assert autosave.wait_s() is None
    assert not autosave.worth_an_attempt
    clock.advance(0.5)
    autosave.changed()
    assert autosave.wait_s() is None  # one at a time
    assert autosave.worth_an_attempt  # … but who leaves need not wait
    clock.advance(0.5)
    autosave.succeeded(ticket)
    assert autosave.unsaved
    assert autosave.wait_s() == pytest.approx(1.0)


def test_saved_is_said_only_after_success(autosave):
    autosave.changed()
    ticket = autosave.attempt()
    assert autosave.state is WritingState.WRITING
    autosave.succeeded(ticket)
    assert autosave.state is WritingState.CLEAN


def test_a_failure_is_tried_again_ever_more_slowly(autosave, clock):
    autosave.changed()
    waits = []
    for _ in range(6):
        clock.advance(autosave.wait_s())
        autosave.failed(autosave.attempt(), "The disk is full.")
        assert autosave.state is WritingState.TROUBLE
        waits.append(autosave.wait_s())
    assert waits == [5, 10, 20, 40, 60, 60]
    autosave.changed()
    assert autosave.wait_s() == 1.5  # the next key tries soon
    autosave.succeeded(autosave.attempt())
    assert autosave.state is WritingState.CLEAN
    autosave.changed()
    autosave.failed(autosave.attempt(), "again")
    assert autosave.wait_s() == 5


def test_a_late_failure_of_older_words_takes_nothing_back(autosave):
    autosave.changed()
    older = autosave.attempt()
    autosave.changed()
    newer = autosave.attempt()
    autosave.succeeded(newer)
    autosave.failed(older, "late")
    assert autosave.state is WritingState.CLEAN
    assert autosave.wait_s() is None
