import math
from collections import Counter
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from scipy import stats

from numbcompanion.checkins.records import Kind
from numbcompanion.insights.measures import (
    MeasureKind,
    Missing,
    change,
    contact,
    depth_range,
    inertia,
    measures,
    variability,
    word_variety,
)
from numbcompanion.insights.measures_in_words import measure_in_words, measure_value, measures_in_words
from tests.numbcompanion.insights.lives import any_life, daily, point

WORDS = ("numb", "flat", "warm", "tender", "irritated", "calm")


def random_life(seed, days=90):
    """Some days with several check-ins, some with none, some that cannot tell; many ties."""
    chance = np.random.default_rng(seed)
    found = []
    for day in range(days):
        for hour in sorted(chance.choice(12, size=chance.integers(0, 5), replace=False)):
            depth = None if chance.random() < 0.15 else int(chance.integers(0, 8))
            words = tuple(chance.choice(WORDS, size=chance.integers(0, 4), replace=False))
            close = [None if chance.random() < 0.3 else int(chance.integers(1, 6)) for _ in range(2)]
            found.append(point(depth, day - 0.2 + hour / 24, words=words, close_people=close[0], close_self=close[1]))
    return found


def known_depths(points):
    return [p.depth for p in points if p.depth is not None]


@pytest.mark.parametrize("seed", range(4))
def test_range_and_spread_are_those_of_another_library(seed):
    life = random_life(seed)
    depths = known_depths(life)
    quantiles = stats.mstats.mquantiles(depths, [0.1, 0.9], alphap=1, betap=1)
    assert depth_range(life).value == pytest.approx(quantiles[1] - quantiles[0])
    assert variability(life).value == pytest.approx(stats.tstd(depths))
    assert depth_range(life).n == variability(life).n == len(depths)


@pytest.mark.parametrize("seed", range(4))
def test_inertia_is_the_slope_within_days(seed):
    life = [p for p in random_life(seed) if p.depth is not None]
    days = {}
    for p in life:
        days.setdefault(p.moment.local_date, []).append(p.depth)
    before = [a for felt in days.values() for a in felt[:-1]]
    after = [b for felt in days.values() for b in felt[1:]]
    found = inertia(life)
    assert found.value == pytest.approx(stats.linregress(before, after).slope)
    assert found.n == len(before)


def test_inertia_finds_what_the_days_were_made_with():
    chance = np.random.default_rng(3)
    life = []
    for day in range(800):
        depth = 5.0
        for hour in range(5):
            depth = 5 + 0.7 * (depth - 5) + chance.normal(0, 1)
            life.append(point(depth, day + hour / 24))
    assert inertia(life).value == pytest.approx(0.7, abs=0.05)


def test_change_with_even_spacing_is_the_plain_mean_square_of_the_steps():
    chance = np.random.default_rng(5)
    depths = [int(v) for v in chance.integers(0, 11, 60)]
    found = change(daily(depths, 0.5))
    assert found.value == pytest.approx(np.mean(np.diff(depths) ** 2))
    assert found.n == 59


def test_change_of_what_drifts_freely_does_not_grow_with_the_time_between():
    chance = np.random.default_rng(8)
    path = np.cumsum(chance.normal(0, 0.1, 100_000))
    hours = np.cumsum(chance.choice([4, 6, 8, 12, 16], size=6000))
    uneven = [point(path[h], h / 24) for h in hours]
    assert change(uneven).value == pytest.approx(0.01 * 8, rel=0.1)


def test_two_answers_a_minute_apart_do_not_outweigh_the_others():
    life = daily([4] * 30, 1.0)
    life += [point(5, 40.0), point(4, 40.0 + 1 / 1440)]
    life += [point(4, 39.0 + i) for i in range(3, 6)]
    assert change(life).value <= 4 * 1 / 12


def test_a_gap_of_weeks_is_not_one_step():
    early, late = daily([2] * 20), [point(9, 100 + i) for i in range(20)]
    assert change([*early, *late]).value == 0
    assert change([*early, *late]).n == 38


@pytest.mark.parametrize("seed", range(3))
def test_word_variety_is_the_exponential_of_the_entropy(seed):
    life = random_life(seed)
    counts = Counter(w for p in life for w in p.words)
    assert word_variety(life).value == pytest.approx(math.exp(stats.entropy(list(counts.values()))))


def test_word_variety_of_evenly_used_words_is_their_number():
    life = [point(3, i, words=(WORDS[i % 6],)) for i in range(60)]
    assert word_variety(life).value == pytest.approx(6)
    assert word_variety(life * 3).value == pytest.approx(6)


def test_contact_is_the_mean_of_what_was_given():
    life = [point(3, i, close_people=2, close_self=4) for i in range(10)]
    life += [point(3, 10 + i, close_self=5) for i in range(10)]
    assert contact(life).value == 4
    assert contact(life).n == 20


def test_under_twenty_nothing_is_said():
    for found in measures(daily([1, 9] * 9 + [4])):
        assert found.value is None
        assert found.missing is Missing.TOO_FEW
        assert "Not enough yet" in measure_in_words(found)
    assert "Not enough yet" in measures_in_words(measures([])).summary


def test_the_same_answer_every_time_is_sound():
    same = {m.kind: m for m in measures([point(4, i / 5) for i in range(100)])}
    assert same[MeasureKind.RANGE].value == 0
    assert same[MeasureKind.VARIABILITY].value == 0
    assert same[MeasureKind.CHANGE].value == 0
    assert same[MeasureKind.INERTIA].missing is Missing.ALL_THE_SAME
    assert "All the same" in measure_in_words(same[MeasureKind.INERTIA])


def test_glimmers_and_the_order_of_rows_change_nothing():
    life = random_life(1)
    glimmers = [point(9, i / 3, kind=Kind.GLIMMER, words=("joy",)) for i in range(40)]
    assert measures([*glimmers, *reversed(life)]) == measures(life)


def test_a_change_of_the_clocks_is_no_change_of_depth():
    """On 29 March 2026 Dublin's clocks go from 1:00 to 2:00; an hour apart stays an hour apart."""
    first = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    life = [point(i % 2, at=first + timedelta(hours=i), zone="Europe/Dublin") for i in range(24)]
    assert change(life).value == 1
    assert change(life).n == 23


def test_change_is_shown_as_steps_of_depth():
    found = change(daily([2, 5] * 20))
    assert found.value == 9
    assert measure_value(found) == "3"
    assert "about 3 of 10" in measure_in_words(found)


@settings(deadline=None, max_examples=80)
@given(any_life())
def test_any_life_gives_sound_measures(life):
    found = measures(life)
    assert [m.kind for m in found] == list(MeasureKind)
    for one in found:
        assert (one.value is None) == (one.missing is not None)
        assert one.value is None or math.isfinite(one.value)
    twin = measures_in_words(found)
    assert all(len(row) == len(twin.heads) for row in twin.rows)
