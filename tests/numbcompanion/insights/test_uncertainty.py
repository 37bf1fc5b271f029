import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from numbcompanion.insights.student import Student
from numbcompanion.insights.uncertainty import Group, could_be_chance, known


@pytest.mark.parametrize("freedom", [1, 1.5, 2, 3.3, 7, 30, 59, 60, 200, 1500, 50_000])
def test_student_is_that_of_another_library(freedom):
    student = Student(freedom)
    assert student.quantile() == pytest.approx(stats.t.ppf(0.975, freedom), rel=2e-4)
    for t in (0.0, 0.3, 1.0, 2.5, 6.0):
        assert student.beyond(t) == pytest.approx(2 * stats.t.sf(t, freedom), abs=5e-5)


def test_student_of_very_many_is_the_normal():
    assert Student(1e9).quantile() == pytest.approx(1.96, abs=1e-3)
    assert Student(0).quantile() == pytest.approx(stats.t.ppf(0.975, 1), rel=1e-3)


def test_when_days_do_not_resemble_each_other_it_is_welchs_interval():
    chance = np.random.default_rng(2)
    here, there = chance.normal(5, 2, 14), chance.normal(4, 1, 30)
    expected = stats.ttest_ind(here, there, equal_var=False).confidence_interval()
    groups = [Group(len(days), float(np.var(days, ddof=1))) for days in (here, there)]
    found = known(float(here.mean() - there.mean()), 0.0, *groups, blocks=1000)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), rel=1e-3)
    assert found.by_chance == pytest.approx(stats.ttest_ind(here, there, equal_var=False).pvalue, abs=1e-4)


def test_a_wider_spread_of_resamples_gives_a_wider_interval():
    groups = Group(20, 1.0), Group(20, 1.0)
    narrow, wide = (known(1.0, error, *groups, blocks=50) for error in (0.3, 0.6))
    assert wide.high - wide.low > 1.5 * (narrow.high - narrow.low)
    assert wide.by_chance > narrow.by_chance


def test_three_days_that_all_agree_are_not_taken_as_certain():
    found = known(2.0, 0.0, Group(3, 0.0), Group(9, 0.0), blocks=4)
    assert found.low < 2.0 < found.high
    assert found.by_chance > 0


@settings(deadline=None, max_examples=60)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_which_differences_could_be_chance_is_the_step_up_rule(by_chance):
    adjusted = stats.false_discovery_control(by_chance)
    clear = [not value for value in could_be_chance(by_chance)]
    for one, value in zip(clear, adjusted, strict=True):
        if not math.isclose(value, 0.05, rel_tol=1e-9):
            assert one == (value < 0.05)


def test_no_differences_are_no_trouble():
    assert could_be_chance([]) == []
