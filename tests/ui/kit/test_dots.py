import pytest
from PySide6.QtCore import QPoint, Qt

from ui.kit.dots import Dots, level_words


@pytest.fixture
def dots(theme, qtbot):
    dots = Dots(theme, "Close to people, or far")
    qtbot.addWidget(dots)
    dots.show()
    return dots


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_a_digit_chooses_a_dot_and_its_words_follow(dots, qtbot, level):
    with qtbot.waitSignal(dots.level_chosen) as chosen:
        qtbot.keyClick(dots, str(level))
    assert chosen.args == [level] == [dots.level()]
    assert dots.accessibleDescription() == level_words(level)


def test_arrows_step_and_stop_at_the_ends(dots, qtbot):
    for _ in range(7):
        qtbot.keyClick(dots, Qt.Key.Key_Right)
    assert dots.level() == 5
    for _ in range(7):
        qtbot.keyClick(dots, Qt.Key.Key_Left)
    assert dots.level() == 1


def test_delete_and_the_same_dot_again_take_it_back(dots, qtbot):
    qtbot.keyClick(dots, "3")
    qtbot.keyClick(dots, Qt.Key.Key_Delete)
    assert dots.level() is None
    middle = QPoint(dots.width() // 2, dots.height() // 2)
    qtbot.mouseClick(dots, Qt.MouseButton.LeftButton, pos=middle)
    assert dots.level() == 3
    qtbot.mouseClick(dots, Qt.MouseButton.LeftButton, pos=middle)
    assert dots.level() is None


def test_read_from_the_right_the_first_dot_stands_at_the_right(dots, qtbot):
    dots.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.mouseClick(dots, Qt.MouseButton.LeftButton, pos=QPoint(dots.width() - 4, 10))
    assert dots.level() == 1
    qtbot.keyClick(dots, Qt.Key.Key_Left)
    assert dots.level() == 2


def test_setting_says_nothing_and_stays_within_five(dots, qtbot):
    with qtbot.assertNotEmitted(dots.level_chosen):
        dots.set_level(9)
    assert dots.level() == 5
