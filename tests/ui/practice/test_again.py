import pytest
from practising import keep, press

from numbcompanion.practice.breath import BreathPattern, Pacing
from numbcompanion.practice.plans import BellKind
from numbcompanion.practice.scripts import Choices, Eyes, Length, LengthKind
from numbcompanion.practice.timer import TIMER, TimerSettings


@pytest.fixture(params=["lately", "log"])
def again(request, page, companion, clock, tasks):
    """Return a function that presses "Again" of a session with these settings, and returns what is shown before it."""

    def again(practice, settings):
        keep(companion, practice, clock.now(), 60, settings)
        page.opened()
        tasks.drain()
        if request.param == "lately":
            page.shelf.lately.lines[0].again.click()
        else:
            page.shelf.lately.all.click()
            tasks.drain()
            page.log_page.list.rows[0].again.click()
        tasks.drain()
        assert page.chosen == practice
        assert page.begin_button.isVisible()
        return page.before

    return again


def test_a_timer_is_set_as_it_was(again) -> None:
    was = TimerSettings(7, 30, None, (2, 5), 3, False, BellKind.BAR)
    assert again(TIMER, was.kept()).settings() == was


def test_an_open_ended_timer_is_open_ended_again(again) -> None:
    was = TimerSettings(minutes=None, interval_min=5)
    assert again(TIMER, was.kept()).settings() == was


def test_a_script_is_set_as_it_was(again) -> None:
    was = Choices(Length(LengthKind.MINUTES, 10), "", "hands", Eyes.CLOSED)
    assert again("breath-counting", was.kept()).choices == was


def test_a_script_with_a_variant_is_set_as_it_was(again) -> None:
    was = Choices(Length(LengthKind.MINUTES, 5), "holds", "", Eyes.SOFT)
    assert again("box-breathing", was.kept()).choices == was


def test_answers_of_the_last_time_are_no_settings(again) -> None:
    was = Choices(Length(LengthKind.MINUTES, 8), "", "feet", Eyes.OPEN)
    shown = again("noticing-faint-feelings", {**was.kept(), "answers": {"place": ["head"]}, "orienting_s": 4.0})
    assert shown.choices == was
    assert shown.felt.chosen_depth is None


def test_a_very_old_record_knew_only_minutes(again) -> None:
    assert again("orienting", {"minutes": 3}).choices.length == Length(LengthKind.MINUTES, 3)


@pytest.mark.parametrize("settings", [{}, {"length": "77", "variant": "gone", "anchor": 5, "eyes": None}])
def test_what_is_not_offered_any_more_falls_back(again, shipped, settings) -> None:
    assert again("breath-counting", settings).choices == shipped.shelf.find("breath-counting").usual()


def test_a_breath_by_name_is_set_as_it_was(again) -> None:
    shown = again("breath", {"minutes": 10, "pattern": "in 4, out 8"})
    assert (shown.minutes(), shown.pacing()) == (10, Pacing(BreathPattern.of(4, 0, 8)))
    assert shown.presets.chips.chosen()
    assert not shown.leads


def test_a_breath_with_a_ramp_is_set_as_it_was(again) -> None:
    shown = again("breath", {"minutes": None, "pattern": "in 5, out 7", "begin": "in 3, out 4", "ramp_s": 90.0})
    assert shown.minutes() is None
    assert shown.pacing() == Pacing(BreathPattern.of(5, 0, 7), BreathPattern.of(3, 0, 4), 90.0)
    assert shown.presets.chips.chosen() == []


def test_ones_own_pace_is_led_again(again) -> None:
    shown = again("breath", {"minutes": 5, "own_pace": True})
    assert shown.leads
    assert shown.minutes() == 5


def test_after_leading_a_pattern_is_a_pattern_again(again, page) -> None:
    page.choose("breath")
    page.before.lead()
    shown = again("breath", {"minutes": 5, "pattern": "in 5, out 7"})
    assert not shown.leads
    assert shown.pacing() == Pacing(BreathPattern.of(5, 0, 7))
    page.begin()
    assert page.player.showing.own_pace is None


@pytest.mark.parametrize("pattern", ["", "in 900, out 4", "nonsense"])
def test_a_pattern_that_cannot_be_read_leaves_the_usual_one(again, pattern) -> None:
    assert again("breath", {"minutes": 5, "pattern": pattern}).pacing() == Pacing(BreathPattern.of(4, 0, 4))


def test_all_is_kept_again_as_it_was(again, page, play, tasks, companion) -> None:
    was = Choices(Length(LengthKind.MINUTES, 5), "holds", "", Eyes.SOFT)
    again("box-breathing", was.kept())
    page.begin()
    play(page.player, 10)
    page.player.end()
    tasks.drain()
    first, second = companion.practice_log.recent()
    assert first.settings == second.settings == was.kept()


def test_a_practice_that_is_gone_changes_nothing(page, companion, clock, tasks) -> None:
    keep(companion, "gone", clock.now(), 60)
    page.opened()
    tasks.drain()
    assert page.shelf.lately.lines[0].text() == "gone · 1 min · today"
    page.shelf.lately.lines[0].again.click()
    assert page.chosen == ""


def test_again_says_what_it_does_again(page, companion, clock, tasks) -> None:
    keep(companion, "orienting", clock.now(), 60)
    page.opened()
    tasks.drain()
    assert page.shelf.lately.lines[0].again.accessibleName() == "Again: Orienting · 1 min · today"


def test_choosing_a_preset_after_again_counts(page, companion, clock, tasks) -> None:
    keep(companion, TIMER, clock.now(), 60, TimerSettings(minutes=3).kept())
    companion.practice_choices.keep_timer("mine", TimerSettings(minutes=30))
    page.opened()
    tasks.drain()
    page.shelf.lately.lines[0].again.click()
    press(page.before.presets.chips, "mine")
    assert page.before.settings().minutes == 30
