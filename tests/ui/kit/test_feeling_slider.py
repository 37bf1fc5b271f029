import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from ui.kit.feeling_slider import FeelingSlider, depth_words
from ui.kit.slider_paint import SliderPaint


@pytest.fixture
def slider(theme, shown):
    return shown(FeelingSlider(theme, "How much can you feel?"), 400)


@pytest.fixture
def answers(slider):
    given = []
    slider.depth_chosen.connect(given.append)
    return given


def test_at_first_nothing_is_chosen(slider):
    assert slider.depth() is None
    assert not slider.touched
    assert slider.value_words() == "not chosen"
    assert slider.accessibleDescription() == "not chosen"
    assert slider.accessibleName() == "How much can you feel?"


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_chooses_its_depth(slider, answers, qtbot, digit):
    qtbot.keyClick(slider, str(digit))

    assert slider.depth() == digit
    assert answers == [digit]


def test_a_one_quickly_followed_by_a_nought_is_ten(slider, answers, qtbot):
    qtbot.keyClicks(slider, "10")

    assert slider.depth() == 10
    assert answers == [1, 10]


def test_a_one_and_later_a_nought_is_nought(slider, qtbot):
    qtbot.keyClick(slider, "1")
    slider._one_waits.stop()
    qtbot.keyClick(slider, "0")

    assert slider.depth() == 0


def test_a_nought_after_another_digit_is_nought(slider, qtbot):
    qtbot.keyClicks(slider, "1")
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.keyClicks(slider, "0")

    assert slider.depth() == 0


@pytest.mark.parametrize(
    ("start", "key", "depth"),
    [
        (3, Qt.Key.Key_Right, 4),
        (3, Qt.Key.Key_Up, 4),
        (3, Qt.Key.Key_Left, 2),
        (3, Qt.Key.Key_Down, 2),
        (0, Qt.Key.Key_Left, 0),
        (10, Qt.Key.Key_Right, 10),
        (3, Qt.Key.Key_PageUp, 5),
        (3, Qt.Key.Key_PageDown, 1),
        (3, Qt.Key.Key_Home, 0),
        (3, Qt.Key.Key_End, 10),
        (None, Qt.Key.Key_Right, 1),
        (None, Qt.Key.Key_Left, 0),
        (None, Qt.Key.Key_End, 10),
    ],
)
def test_keys_move_the_depth(slider, qtbot, start, key, depth):
    slider.set_depth(start)

    qtbot.keyClick(slider, key)

    assert slider.depth() == depth
    assert slider.touched


def test_arrows_follow_the_reading_direction(slider, qtbot):
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    slider.set_depth(5)

    qtbot.keyClick(slider, Qt.Key.Key_Left)

    assert slider.depth() == 6


def test_enter_asks_to_save_only_what_was_answered(slider, qtbot):
    asked = []
    slider.save_requested.connect(lambda: asked.append(slider.depth()))

    qtbot.keyClick(slider, Qt.Key.Key_Return)
    assert asked == []

    qtbot.keyClicks(slider, "4")
    qtbot.keyClick(slider, Qt.Key.Key_Enter)
    slider.cant_tell()
    qtbot.keyClick(slider, Qt.Key.Key_Return)
    assert asked == [4, None]


def test_cant_tell_is_an_answer_of_its_own(slider, answers):
    slider.set_depth(0)
    assert (slider.depth(), slider.is_cant_tell) == (0, False)

    slider.cant_tell()

    assert slider.depth() is None
    assert slider.touched
    assert slider.is_cant_tell
    assert slider.value_words() == "I can’t tell"
    assert answers == [None]


def test_cant_tell_and_nothing_and_not_chosen_look_different(slider, picture):
    not_chosen = picture(slider)
    slider.set_depth(0)
    nothing = picture(slider)
    slider.cant_tell()
    cant_tell = picture(slider)

    assert len({not_chosen, nothing, cant_tell}) == 3


def test_choosing_after_cant_tell_is_a_number_again(slider, answers, qtbot):
    slider.cant_tell()

    qtbot.keyClicks(slider, "0")

    assert slider.depth() == 0
    assert answers == [None, 0]


def test_setting_from_outside_tells_nobody(slider, answers):
    slider.set_depth(7)
    slider.set_depth(None)

    assert answers == []
    assert not slider.touched


def test_the_same_answer_is_told_once(slider, answers, qtbot):
    qtbot.keyClicks(slider, "44")

    assert answers == [4]


def test_the_pointer_chooses_where_it_is_pressed(slider, answers, qtbot):
    middle = QPoint(slider.width() // 2, slider.height() // 3)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 1, middle.y()))
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(1, middle.y()))

    assert answers == [5, 10, 0]


def test_the_pointer_finds_each_depth_where_it_is_drawn(slider):
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        paint = SliderPaint(slider._theme, slider.rect().toRectF(), direction)
        assert [paint.depth_at(paint._centre(depth).x()) for depth in range(11)] == list(range(11))


def test_a_wheel_never_answers_for_someone(slider, answers, qapp):
    slider.set_depth(4)
    place = QPointF(slider.rect().center())
    wheel = QWheelEvent(
        place,
        slider.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    qapp.sendEvent(slider, wheel)

    assert slider.depth() == 4


def test_a_digit_with_control_is_left_to_the_window(slider, qtbot):
    qtbot.keyClick(slider, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    assert not slider.touched


def test_every_depth_is_drawn_and_said_differently(slider, picture):
    pictures, said = set(), set()
    for depth in range(11):
        slider.set_depth(depth)
        pictures.add(picture(slider))
        said.add(slider.accessibleDescription())
    assert len(pictures) == len(said) == 11


def test_the_value_is_said_in_words(slider):
    slider.set_depth(3)

    assert slider.value_words() == "3 of 10, faint"
    assert depth_words(0) == "nothing at all"
    assert depth_words(10) == "vivid"


def test_focus_can_be_seen(slider, picture, qtbot):
    slider.set_depth(4)
    slider.clearFocus()
    without = picture(slider)
    slider.setFocus()
    qtbot.waitUntil(slider.hasFocus)

    assert picture(slider) != without


@pytest.mark.parametrize("anchors", ["five", "three", "none"])
def test_anchors_are_drawn_without_overlap_at_every_width(theme, shown, stretched, anchors):
    theme.set_choice(scale=2.0)
    slider = FeelingSlider(theme, "x", anchors)
    slider.set_depth(5)
    for width in (180, 260, 400, 900):
        shown(slider, width)
        assert not slider.grab().isNull()
