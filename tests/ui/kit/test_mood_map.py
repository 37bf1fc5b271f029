import pytest
from PySide6.QtCore import QPoint, Qt

from ui.kit.mood_map import MoodMap, point_words


@pytest.fixture
def mood_map(theme, shown):
    return shown(MoodMap(theme), 320, 300)


@pytest.fixture
def points(mood_map):
    given = []
    mood_map.point_chosen.connect(given.append)
    return given


def test_at_first_there_is_no_point(mood_map):
    assert mood_map.point() is None
    assert mood_map.accessibleDescription() == "no point chosen"
    assert mood_map.accessibleName()


@pytest.mark.parametrize(
    ("key", "point"),
    [
        (Qt.Key.Key_Right, (0.5, 0.0)),
        (Qt.Key.Key_Left, (-0.5, 0.0)),
        (Qt.Key.Key_Up, (0.0, 0.5)),
        (Qt.Key.Key_Down, (0.0, -0.5)),
        (Qt.Key.Key_Space, (0.0, 0.0)),
    ],
)
def test_keys_set_the_point(mood_map, points, qtbot, key, point):
    qtbot.keyClick(mood_map, key)

    assert mood_map.point() == point
    assert points == [point]


def test_delete_takes_the_point_away(mood_map, points, qtbot):
    mood_map.set_point((2, 2))

    qtbot.keyClick(mood_map, Qt.Key.Key_Delete)

    assert mood_map.point() is None
    assert points == [None]


def test_the_point_stays_on_the_map(mood_map, qtbot):
    mood_map.set_point((4.8, -9))
    qtbot.keyClick(mood_map, Qt.Key.Key_Right)
    qtbot.keyClick(mood_map, Qt.Key.Key_Down)

    assert mood_map.point() == (5.0, -5.0)


def test_the_pointer_sets_the_point_where_it_is_drawn(mood_map, points, qtbot):
    mood_map.set_point((2.0, -3.0))
    spot = mood_map._spot().toPoint()
    mood_map.set_point(None)

    qtbot.mouseClick(mood_map, Qt.MouseButton.LeftButton, pos=spot)

    assert mood_map.point() == pytest.approx((2.0, -3.0), abs=0.11)
    qtbot.mouseClick(mood_map, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert mood_map.point() == (-5.0, 5.0)


def test_the_quadrants_are_told_apart(mood_map):
    image = mood_map.grab().toImage()

    colors = {image.pixelColor(x, y).name() for x in (100, 250) for y in (80, 200)}
    assert len(colors) == 4


def test_the_picture_changes_with_the_point(mood_map, picture):
    pictures = set()
    for point in (None, (0, 0), (3, 3), (-3, 3)):
        mood_map.set_point(point)
        pictures.add(picture(mood_map))
    assert len(pictures) == 4


def test_a_point_is_said_in_words():
    assert point_words((0.0, 0.0)) == "neither pleasant nor unpleasant, middling energy"
    assert point_words((-4.0, 2.0)) == "very unpleasant, more energy"
    assert point_words((2.0, -4.0)) == "pleasant, very little energy"


def test_setting_from_outside_tells_nobody(mood_map, points):
    mood_map.set_point((1, 1))

    assert points == []
