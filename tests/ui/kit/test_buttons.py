import pytest
from PySide6.QtCore import Qt

from ui.kit.buttons import (
    ButtonRow,
    care_button,
    icon_button,
    link_button,
    main_button,
    nav_button,
    quiet_button,
    row_button,
)
from ui.kit.chips import Chip

MAKERS = [main_button, quiet_button, link_button, care_button, row_button]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press_a_button_once(theme, shown, qtbot, make, key):
    pressed = []
    button = shown(make(theme, "Save"))
    button.clicked.connect(lambda: pressed.append(1))

    qtbot.keyClick(button, key)

    assert pressed == [1]


@pytest.mark.parametrize("make", MAKERS)
def test_focus_can_be_seen(theme, shown, qtbot, picture, make):
    button = shown(make(theme, "Save"))
    button.clearFocus()
    without = picture(button)
    button.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)

    assert picture(button) != without


@pytest.mark.parametrize("make", MAKERS)
def test_a_button_that_rests_looks_different(theme, shown, picture, make):
    button = shown(make(theme, "Save"))
    awake = picture(button)
    button.setEnabled(False)

    assert picture(button) != awake


def test_an_icon_button_has_a_name(theme, shown):
    button = shown(icon_button(theme, "close", "Close"))

    assert button.accessibleName() == button.toolTip() == "Close"
    assert button.text() == ""


def test_a_sidebar_button_shows_where_one_is(theme, shown, picture):
    button = shown(nav_button(theme, "today", "Today"))
    elsewhere = picture(button)
    button.setChecked(True)

    assert picture(button) != elsewhere


def test_words_wrap_where_there_is_no_room(theme, shown):
    button = main_button(theme, "Next: gently suggesting help")
    wide = button.heightForWidth(button.sizeHint().width())

    assert button.heightForWidth(button.minimumSizeHint().width()) > wide
    assert button.minimumSizeHint().width() < button.sizeHint().width()


def test_an_ampersand_for_a_short_key_takes_no_room(theme):
    assert quiet_button(theme, "&Save").sizeHint() == quiet_button(theme, "Save").sizeHint()
    assert quiet_button(theme, "You && me").sizeHint().width() > quiet_button(theme, "You me").sizeHint().width()


def test_buttons_grow_with_the_text(theme):
    button = main_button(theme, "Save")
    before = button.sizeHint()
    theme.set_choice(scale=2.0)

    assert button.sizeHint().width() >= 1.8 * before.width()
    assert button.sizeHint().height() >= 1.8 * before.height()


def test_a_row_of_buttons_wraps_without_loss(theme, shown, stretched):
    theme.set_choice(scale=2.0)
    buttons = [main_button(theme, "Save this"), quiet_button(theme, "Say a little more"), link_button(theme, "more")]
    row = ButtonRow(*buttons)
    height = row.heightForWidth(320)
    shown(row, 320, height)

    for button in buttons:
        assert row.rect().contains(button.geometry())


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_button_of_its_own_width_keeps_its_words_on_one_line(theme, scale):
    theme.set_choice(scale=scale)
    for words in ("Compassion break", "Mindful walk", "Make a mark", "every 10 min", "Put into the journal"):
        for one in (Chip(theme, words), quiet_button(theme, words)):
            assert one.heightForWidth(one.sizeHint().width()) == one.heightForWidth(5000), words
