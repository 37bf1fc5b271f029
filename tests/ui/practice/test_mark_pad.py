import pytest
from PySide6.QtCore import QPoint, Qt

from ui.practice.mark_pad import MarkPad


@pytest.fixture
def pad(theme, qtbot):
    pad = MarkPad(theme)
    qtbot.addWidget(pad)
    pad.resize(400, 300)
    pad.show()
    return pad


def ink(pad):
    """The pixels as they are now."""
    return bytes(pad.grab().toImage().constBits())


def draw(qtbot, pad, *points):
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*points[0]))
    for point in points[1:]:
        qtbot.mouseMove(pad, QPoint(*point))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*points[-1]))


def test_a_drag_is_a_line(pad, qtbot) -> None:
    empty = ink(pad)
    with qtbot.waitSignal(pad.drawn):
        draw(qtbot, pad, (20, 20), (100, 100))
    draw(qtbot, pad, (120, 20), (200, 100))
    assert pad.lines == 2
    assert ink(pad) != empty


def test_moving_without_a_press_draws_nothing(pad, qtbot) -> None:
    draw(qtbot, pad, (20, 20), (100, 100))
    drawn = ink(pad)
    qtbot.mouseMove(pad, QPoint(300, 200))
    assert pad.lines == 1
    assert ink(pad) == drawn


def test_arrow_keys_draw_from_the_middle_on(pad, qtbot) -> None:
    pad.setFocus()
    empty = ink(pad)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(pad, key)
    assert pad.lines == 4
    assert ink(pad) != empty


def test_other_keys_are_left_to_the_player(pad, qtbot) -> None:
    qtbot.keyClick(pad, Qt.Key.Key_F)
    assert pad.lines == 0


def test_clearing_leaves_paper(pad, qtbot) -> None:
    empty = ink(pad)
    draw(qtbot, pad, (20, 20), (100, 100))
    pad.clear()
    assert pad.lines == 0
    assert ink(pad) == empty


def test_it_says_what_it_is_and_that_nothing_is_kept(pad) -> None:
    assert pad.accessibleName() == "A place to draw"
    assert "Nothing is kept." in pad.accessibleDescription()
    assert pad.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_one_sees_that_it_has_the_keyboard(pad, qtbot) -> None:
    pad.clearFocus()
    without = ink(pad)
    pad.activateWindow()
    pad.setFocus()
    qtbot.waitUntil(pad.hasFocus)
    assert ink(pad) != without
