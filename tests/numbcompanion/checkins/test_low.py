from datetime import datetime

import pytest

from numbcompanion.checkins.low import little_is_enough, small_things

NOON = datetime(2026, 11, 23, 12, 0)


@pytest.mark.parametrize("depth", [0, 1, 2, 3])
def test_a_low_number_offers_up_to_three_things_and_never_the_breath(depth):
    things = small_things(depth)
    assert 1 <= len(things) <= 3
    assert not any("breath" in (thing.title + thing.text + thing.goes_to).casefold() for thing in things)


@pytest.mark.parametrize("depth", [None, 4, 10])
def test_other_answers_offer_nothing(depth):
    assert small_things(depth) == ()


@pytest.mark.parametrize(
    ("latest", "offered"),
    [([0, 1, 0], True), ([1, 1, 1, 9], True), ([1, 1], False), ([1, 2, 1], False), ([0, None, 0], False), ([], False)],
)
def test_three_very_low_answers_in_a_row_offer_the_small_companion(latest, offered):
    assert little_is_enough(latest, NOON) is offered


@pytest.mark.parametrize(("hour", "offered"), [(22, False), (23, True), (0, True), (4, True), (5, False)])
def test_at_night_it_is_offered_too(hour, offered):
    assert little_is_enough([8, 8, 8], NOON.replace(hour=hour)) is offered
