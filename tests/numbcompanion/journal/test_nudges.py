"""There are 66 questions; the deeper ones are not offered, and none comes twice before the others came once."""

from datetime import date, timedelta

from numbcompanion.journal.nudges import Nudges, read_nudges


def test_all_66_are_there_once_and_in_order():
    nudges = read_nudges()
    assert [nudge.number for nudge in nudges] == list(range(1, 67))
    assert len({nudge.text for nudge in nudges}) == 66
    assert all("!" not in nudge.text and len(nudge.text) <= 90 for nudge in nudges)


def test_the_deeper_ones_are_marked_and_not_offered():
    deeper = {nudge.number for nudge in read_nudges() if nudge.deeper}
    assert deeper == {*range(21, 29), *range(60, 67)}
    nudges = Nudges(read_nudges())
    offered = {nudges.of(date(2026, 1, 1) + timedelta(days=n)).number for n in range(400)}
    assert offered == set(range(1, 67)) - deeper


def test_another_brings_each_one_before_any_comes_again():
    nudges = Nudges(read_nudges())
    first = seen = nudges.of(date(2026, 11, 23))
    numbers = set()
    for _ in range(51):
        numbers.add(seen.number)
        seen = nudges.after(seen)
    assert len(numbers) == 51
    assert seen == first


def test_without_questions_there_is_none():
    assert Nudges(()).of(date(2026, 11, 23)) is None
