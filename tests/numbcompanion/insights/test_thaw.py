from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from numbcompanion.checkins.records import DepthPoint
from numbcompanion.clock import Moment
from numbcompanion.insights.days import felt_days
from numbcompanion.insights.thaw import DAY_S, thaw
from numbcompanion.insights.words import thaw_in_words

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


def points(depths, every_days=1.0):
    return [
        DepthPoint(str(i), Moment.of(START + timedelta(days=i * every_days), "UTC"), depth)
        for i, depth in enumerate(depths)
    ]


def independent_fit(x, y, weights):
    """The same fit by ordinary weighted least squares, as a matrix."""
    design = np.stack([np.ones_like(x), x], axis=1)
    root = np.sqrt(weights)[:, None]
    solution, *_ = np.linalg.lstsq(design * root, y * root[:, 0], rcond=None)
    return solution[0]


def test_cant_tell_is_no_dot_but_is_counted():
    found = thaw(points([3, None, 4, None]))
    assert list(found.depth) == [3, 4]
    assert found.unknown == 2


def test_under_five_there_are_dots_and_no_line():
    found = thaw(points([3, 4, 5, 6]))
    assert len(found.depth) == 4
    assert len(found.line) == 0


def test_a_straight_rise_is_drawn_straight():
    found = thaw(points([i / 10 for i in range(101)]))
    expected = (found.line_at_s - found.at_s[0]) / DAY_S / 10
    assert np.allclose(found.line, expected, atol=1e-6)
    assert np.allclose(found.high - found.low, 0, atol=1e-5)


def test_the_line_is_the_weighted_least_squares_fit():
    chance = np.random.default_rng(5)
    found = thaw(points([int(v) for v in chance.integers(0, 11, 120)]), window_days=20)
    for i in range(0, 240, 17):
        x = (found.at_s - found.line_at_s[i]) / (20 * DAY_S)
        near = np.abs(x) <= 1
        weights = (1 - np.abs(x[near]) ** 3) ** 3 + 1e-9
        fitted = independent_fit(x[near], found.depth[near], weights)
        assert found.line[i] == pytest.approx(min(max(fitted, 0), 10), abs=1e-6)


def test_the_band_covers_the_truth_about_as_often_as_it_says():
    chance = np.random.default_rng(11)
    covered = []
    for _ in range(60):
        noisy = [float(np.clip(5 + chance.normal(0, 1), 0, 10)) for _ in range(200)]
        found = thaw(points(noisy))
        middle = slice(60, 180)
        covered.append(np.mean((found.low[middle] <= 5) & (found.high[middle] >= 5)))
    assert 0.85 <= np.mean(covered) <= 0.99


def test_a_long_gap_is_drawn_as_a_gap():
    early, late = points([4] * 20), points([6] * 20)
    late = [DepthPoint(f"l{p.id}", Moment.of(p.moment.at + timedelta(days=80), "UTC"), p.depth) for p in late]
    found = thaw(early + late)
    inside = (found.line_at_s > found.at_s[19] + DAY_S) & (found.line_at_s < found.at_s[20] - DAY_S)
    assert np.isnan(found.line[inside]).all()
    assert not np.isnan(found.line[~inside]).all()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(st.none(), st.integers(0, 10)), max_size=60), st.floats(0.001, 400))
def test_any_record_gives_a_sound_picture(depths, every_days):
    found = thaw(points(depths, every_days))
    with np.errstate(invalid="ignore"):
        known = found.line[~np.isnan(found.line)]
    assert ((known >= 0) & (known <= 10)).all()
    assert len(found.depth) + found.unknown == len(depths)
    assert isinstance(thaw_in_words(found), str)


def test_many_check_ins_at_one_instant_are_no_trouble():
    found = thaw([DepthPoint(str(i), Moment.of(START, "UTC"), i % 11) for i in range(30)])
    assert not np.isnan(found.line).any()


def test_a_day_shows_its_range_and_cant_tell_is_no_number():
    first = START.date()
    days = felt_days(points([2, None, 7], 0.2), first, first + timedelta(days=1))
    assert (days[0].low, days[0].high, days[0].mean, days[0].count) == (2, 7, 4.5, 3)
    assert (days[1].mean, days[1].count) == (None, 0)
    only_unknown = felt_days(points([None]), first, first)
    assert (only_unknown[0].mean, only_unknown[0].count) == (None, 1)


def test_the_words_say_where_the_line_went():
    assert "more gets through" in thaw_in_words(thaw(points([i / 10 for i in range(101)])))
    assert "about level" in thaw_in_words(thaw(points([4] * 30)))
    assert "less gets through" in thaw_in_words(thaw(points([8 - i / 10 for i in range(60)])))
    assert "2 say" in thaw_in_words(thaw(points([3, None, None])))
