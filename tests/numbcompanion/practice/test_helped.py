"""What the person's own numbers say of a practice."""

import pytest

from numbcompanion.practice.helped import Helped, helped_by


def test_the_change_is_the_mean_over_all_that_have_both():
    pairs = [("a", 2, 5), ("b", 3, 3), ("a", 4, 5), ("b", 5, 2)]
    assert helped_by(pairs) == {"a": Helped(2, 2.0), "b": Helped(2, -1.5)}
    assert helped_by([]) == {}


@pytest.mark.parametrize(
    ("helped", "counts"),
    [
        (Helped(2, 0.5), True),
        (Helped(1, 5.0), False),
        (Helped(2, 0.49), False),
        (Helped(9, -2.0), False),
        (Helped(0, 0.0), False),
    ],
)
def test_twice_and_half_a_step_are_enough(helped, counts):
    assert helped.counts is counts


def test_it_is_said_with_its_numbers_and_only_as_exact_as_they_are():
    assert "(2 of 10, 3 times)" in Helped(3, 2.0).words()
    assert "(1.3 of 10, 3 times)" in Helped(3, 4 / 3).words()
