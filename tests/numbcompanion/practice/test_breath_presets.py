"""Named breath patterns, and the sessions that follow from them."""

import pytest

from numbcompanion.errors import UsageError
from numbcompanion.practice.breath import BreathPattern, Pacing
from numbcompanion.practice.breath_presets import (
    BREATH,
    LONGEST_NAME,
    BreathPreset,
    breath_plan,
    own_pace_plan,
    shipped_presets,
)
from numbcompanion.practice.plans import Bell, BellKind

EVEN = Pacing(BreathPattern.parse("in 4, out 6"))
GROWING = Pacing(BreathPattern.parse("in 5, out 7"), BreathPattern.parse("in 4, out 4"), 90.0)


def test_those_without_holding_come_first():
    holding = [preset.pacing.pattern.holds for preset in shipped_presets()]
    assert holding == sorted(holding)
    assert holding[0] is False
    assert True in holding


def test_every_shipped_preset_has_a_key_and_words_of_its_own():
    presets = shipped_presets()
    assert len({preset.key for preset in presets}) == len({preset.title for preset in presets}) == len(presets)
    assert all(preset.title and preset.about.endswith(".") and not preset.own for preset in presets)


def test_the_presets_are_those_of_the_practices(practices):
    shipped = {preset.key: preset.pacing for preset in shipped_presets()}
    assert shipped["coherent"] == practices["coherent-breathing"].pacing("")
    assert shipped["box"] == practices["box-breathing"].pacing("holds")
    assert shipped["four-seven-eight"] == practices["four-seven-eight"].pacing("holds")
    assert shipped["sigh"] == practices["cyclic-sigh"].pacing("")


@pytest.mark.parametrize("pacing", [EVEN, GROWING])
def test_an_own_preset_comes_back_as_it_was_kept(pacing):
    kept = BreathPreset("x", "Evening 🌙", pacing).kept()
    preset = BreathPreset.from_kept(kept)
    assert preset == BreathPreset("Evening 🌙", "Evening 🌙", pacing, own=True)
    assert preset.kept() == kept


def test_a_long_name_is_cut():
    preset = BreathPreset.from_kept({"title": " " + "x" * 200, "pattern": "in 4, out 4"})
    assert preset.title == "x" * LONGEST_NAME


@pytest.mark.parametrize(
    "kept",
    [
        {"pattern": "in 0, out 4"},
        {"pattern": "in 3600, out 4"},
        {"pattern": 5},
        {"pattern": None},
        {"pattern": "in 4, out 6", "begin": "in 4, hold 4, out 6", "ramp_s": 60},
        {"pattern": "in 4, out 6", "begin": "in 4, out 4", "ramp_s": 0},
        {"pattern": "in 4, out 6", "begin": "in 4, out 4", "ramp_s": 3600},
    ],
)
def test_what_cannot_be_breathed_is_refused(kept):
    with pytest.raises(UsageError, match=r"\.$"):
        BreathPreset.from_kept(kept)


@pytest.mark.parametrize("minutes", [1, 10, 60])
def test_so_many_minutes_of_whole_breaths_between_two_bells(minutes):
    plan = breath_plan(EVEN, minutes)
    assert (plan.practice, plan.length_s) == (BREATH, minutes * 60)
    assert plan.cues == (Bell(0.0, BellKind.SMALL_BOWL), Bell(minutes * 60.0, BellKind.SMALL_BOWL))
    last = plan.phases[-1]
    assert last.at_s + last.lasts_s == pytest.approx(minutes * 60)
    assert plan.settings == {"minutes": minutes, "pattern": "in 4, out 6"}


def test_a_pattern_that_grows_is_kept_with_where_it_begins():
    plan = breath_plan(GROWING, 5)
    assert plan.settings["begin"] == "in 4, out 4"
    assert plan.settings["ramp_s"] == 90.0
    last = plan.phases[-1]
    assert 288 < last.at_s + last.lasts_s <= 300.02


def test_open_ended_it_is_paced_for_an_hour_and_ends_when_it_is_ended():
    plan = breath_plan(EVEN, None)
    assert plan.length_s is None
    assert plan.end_s is None
    assert plan.phase_at(3599.0) is not None
    assert plan.cues == (Bell(0.0, BellKind.SMALL_BOWL),)


def test_at_ones_own_pace_nothing_is_paced():
    plan = own_pace_plan(5, BellKind.BAR)
    assert (plan.practice, plan.length_s, plan.phases) == (BREATH, 300, ())
    assert plan.settings == {"minutes": 5, "own_pace": True}
    assert [bell.kind for bell in plan.cues] == [BellKind.BAR] * 2
    assert own_pace_plan(None).length_s is None


@pytest.mark.parametrize("minutes", [0, -1, 61, 3600])
def test_no_time_and_more_than_an_hour_are_refused(minutes):
    for plan in (lambda: breath_plan(EVEN, minutes), lambda: own_pace_plan(minutes)):
        with pytest.raises(UsageError, match="one minute to an hour"):
            plan()
