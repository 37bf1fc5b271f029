import pytest
from PySide6.QtCore import Qt

from ui.kit.chips import Chips

WORDS = [("foggy", "foggy", ""), ("flat", "flat", "nothing moves"), ("safe", "safe", "")]


@pytest.fixture
def chips(theme, shown):
    chips = Chips(theme, name="Words")
    chips.set_items(WORDS)
    return shown(chips, 400)


def test_chips_are_switched_on_and_off(chips, qtbot):
    told = []
    chips.chosen_changed.connect(told.append)

    qtbot.mouseClick(chips.chips[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chips.chips[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chips.chips[1], Qt.MouseButton.LeftButton)

    assert told == [["flat"], ["foggy", "flat"], ["foggy"]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_chip_is_pressed_from_the_keyboard(chips, qtbot, key):
    qtbot.keyClick(chips.chips[2], key)

    assert chips.chosen() == ["safe"]


def test_exclusive_chips_hold_one_or_none(theme, shown, qtbot):
    chips = Chips(theme, exclusive=True, name="For whom")
    chips.set_items(WORDS)
    shown(chips, 400)

    qtbot.keyClick(chips.chips[0], Qt.Key.Key_Space)
    qtbot.keyClick(chips.chips[1], Qt.Key.Key_Space)
    assert chips.chosen() == ["flat"]
    qtbot.keyClick(chips.chips[1], Qt.Key.Key_Space)
    assert chips.chosen() == []


def test_tabs_keep_one_on(theme, shown, qtbot):
    chips = Chips(theme, exclusive=True, name="Parts")
    chips.set_needs_one(True)
    chips.set_items(WORDS)
    chips.choose(["flat"])
    shown(chips, 400)

    qtbot.keyClick(chips.chips[1], Qt.Key.Key_Space)

    assert chips.chosen() == ["flat"]


def test_arrows_move_inside(chips, qtbot):
    chips.chips[0].setFocus()
    for key, place in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, 0), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(chips.focusWidget(), key)
        assert chips.focusWidget() is chips.chips[place]


def test_new_items_keep_what_was_chosen(chips):
    chips.choose(["safe", "foggy"])

    chips.set_items([("safe", "safe", ""), ("new", "new", "")])

    assert chips.chosen() == ["safe"]
    assert len(chips.chips) == 2


def test_tooltips_are_heard_too(chips):
    assert chips.chips[1].toolTip() == "nothing moves"
    assert chips.chips[1].accessibleDescription() == "nothing moves"


def test_a_chosen_chip_is_as_wide_as_before(chips):
    before = chips.chips[0].sizeHint()
    chips.choose(["foggy"])

    assert chips.chips[0].sizeHint() == before


def test_chips_wrap_and_keep_inside(theme, shown, stretched):
    theme.set_choice(scale=2.0)
    chips = Chips(theme, name="x")
    chips.set_items([(str(n), f"Something frightening or wounding {n}", "") for n in range(5)])
    height = chips.heightForWidth(300)
    shown(chips, 300, height)

    for chip in chips.chips:
        assert chip.geometry().right() <= 300
        assert chip.geometry().bottom() <= height
        assert chip.height() >= chip.heightForWidth(chip.width())


def test_chips_start_on_the_right_where_reading_does(theme, shown):
    chips = Chips(theme, name="x")
    chips.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chips.set_items(WORDS)
    shown(chips, 600, 60)

    lefts = [chip.x() for chip in chips.chips]
    assert lefts == sorted(lefts, reverse=True)
