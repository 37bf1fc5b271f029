from datetime import UTC, datetime

import pytest
from fakes import MovableClock

from numbcompanion.companion import Companion
from numbcompanion.path.path import Path

DAY = 24 * 3600


@pytest.fixture
def path(companion: Companion) -> Path:
    return companion.path


def test_nothing_is_there_before_anything_was_kept(path: Path) -> None:
    state = path.state()
    assert [step.step for step in state.steps] == [1, 2, 3, 4, 5, 6, 7]
    assert not any(step.tried for step in state.steps)
    assert (state.ticks, state.sentence, path.ticks("signs"), path.sentence()) == ({}, "", (), "")


def test_ticks_are_kept_and_can_be_taken_away(path: Path) -> None:
    path.keep_ticks("causes", ["loss", "alone", "loss"])
    assert path.ticks("causes") == ("loss", "alone")
    path.keep_ticks("causes", [])
    assert path.ticks("causes") == ()


def test_ticks_can_be_compared_over_days_but_not_over_minutes(path: Path, clock: MovableClock) -> None:
    path.keep_ticks("signs", ["body-quiet"])
    clock.advance(60)
    path.keep_ticks("signs", ["body-quiet", "no-words"])
    clock.advance(DAY)
    path.keep_ticks("signs", ["no-words"])
    path.keep_ticks("signs", ["no-words"])
    kept = [answer.value for answer in path.ticks_over_time("signs")]
    assert kept == [["body-quiet", "no-words"], ["no-words"]]


def test_what_is_kept_last_holds_even_when_the_clock_was_set_back(path: Path, clock: MovableClock) -> None:
    path.keep_sentence("before")
    clock.set(datetime(2026, 11, 20, 9, tzinfo=UTC))
    path.keep_sentence("after")
    assert path.sentence() == "after"
    assert path.state().sentence == "after"


@pytest.mark.parametrize("text", ["", "I feel far away.", "😶 שלום é́́ \u202e", "a\x00b", "\ud800"])
def test_any_sentence_can_be_kept(path: Path, text: str) -> None:
    path.keep_sentence(text)
    kept = path.sentence()
    assert "\x00" not in kept
    kept.encode("utf-8")


def test_a_very_long_sentence_is_cut_not_refused(path: Path) -> None:
    path.keep_sentence("a" * 1_000_000)
    assert len(path.sentence()) == 2000


def test_a_thing_is_tried_or_not_and_nothing_is_added_up(path: Path) -> None:
    path.set_tried(1, "signs")
    path.set_tried(2, "orienting")
    path.set_tried(2, "orienting", False)
    path.set_tried(9, "nowhere")
    state = path.state()
    assert state.tried(1) == frozenset({"signs"})
    assert state.tried(2) == frozenset()
    assert state.tried(9) == frozenset()


def test_it_is_all_there_after_opening_again(companion: Companion, path: Path) -> None:
    path.keep_ticks("signs", ["left-cold"])
    path.keep_sentence("Like glass.")
    path.set_tried(1, "sentence")
    before = path.state()
    companion.close()
    companion.open()
    assert path.state() == before
