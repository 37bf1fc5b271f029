import statistics

import pytest

from numbcompanion.checkins.records import Kind, MarkerKind
from numbcompanion.demo import MadeUpLife, Shape, demo_home, empty_home, fill


@pytest.fixture(scope="module")
def lives():
    """A year of each shape: points, markers, sessions."""
    found = {}
    for shape in Shape:
        with empty_home() as companion:
            fill(companion, MadeUpLife(years=1, checkins_per_day=2, shape=shape))
            found[shape] = (
                companion.checkins.all_points(),
                companion.markers.all(),
                companion.practice_log.recent(1000),
                companion.tags.names(),
            )
    return found


def quarters(points):
    depths = [point.depth for point in points if point.depth is not None]
    part = len(depths) // 4
    return [statistics.mean(depths[i * part : (i + 1) * part]) for i in range(4)]


def spread(points):
    return statistics.stdev(point.depth for point in points if point.depth is not None)


def test_the_three_lives_are_told_apart(lives):
    thaw, flat, up_and_down = (lives[shape][0] for shape in Shape)
    assert quarters(thaw)[3] > quarters(thaw)[0] + 2
    assert max(quarters(flat)) - min(quarters(flat)) < 0.5
    assert spread(flat) < 1
    assert spread(up_and_down) > 2
    assert max(quarters(up_and_down)) - min(quarters(up_and_down)) < 1.5


@pytest.mark.parametrize("shape", Shape)
def test_a_life_has_everything_a_person_can_say(lives, shape):
    points, markers, sessions, names = lives[shape]
    checkins = [point for point in points if point.kind is Kind.CHECKIN]
    assert 0 < len(points) - len(checkins) < len(checkins)
    assert any(point.depth is None for point in checkins)
    for field in ("pleasantness", "close_people", "close_self", "noticed"):
        assert any(getattr(point, field) is not None for point in checkins)
        assert any(getattr(point, field) is None for point in checkins)
    for field in ("words", "body", "around"):
        assert any(getattr(point, field) for point in checkins)
    assert all(point.noticed is None or point.noticed >= point.moment.at for point in points)
    assert {near.tag_id for point in points for near in point.around} <= set(names)
    assert any(near.amount for point in points for near in point.around)
    assert {marker.kind for marker in markers} == set(MarkerKind)
    both = [each for each in sessions if each.depth_before is not None and each.depth_after is not None]
    assert both


def test_the_same_seed_tells_the_same_life(clock):
    told = []
    for _ in range(2):
        with empty_home(clock) as companion:
            fill(companion, MadeUpLife(years=0.3))
            told.append((companion.checkins.all_points(), companion.tags.groups(), companion.markers.all()))
    assert told[0] == told[1]


def test_more_tags_can_be_asked_for():
    with empty_home() as companion:
        fill(companion, MadeUpLife(years=0.3, extra_tags=18))
        extra = {tag.id for tag in companion.tags.groups()[-1].tags}
        assert len(extra) == 18
        assert extra & {near.tag_id for point in companion.checkins.all_points() for near in point.around}


def test_the_demo_is_a_thaw_and_gone_afterwards():
    with demo_home() as companion:
        folder = companion.home.folder
        assert quarters(companion.checkins.all_points())[3] > quarters(companion.checkins.all_points())[0] + 2
    assert not folder.exists()
