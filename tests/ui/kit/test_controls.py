import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from numbcompanion.preferences import StillChoice, ThemeChoice
from ui.kit.choice import Choice
from ui.kit.empty_state import EmptyState
from ui.kit.field import LineField, NoteField, NumberField, TimeField
from ui.kit.search_field import SearchField
from ui.kit.switch import Switch


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_turn_a_switch(theme, shown, qtbot, key):
    switch = shown(Switch(theme, "Gentle prompts"))

    qtbot.keyClick(switch, key)

    assert switch.isChecked()
    assert switch.accessibleName() == "Gentle prompts"


def test_a_switch_shows_its_state_at_once_where_nothing_moves(theme, shown, picture):
    theme.set_choice(still=StillChoice.ON)
    switch = shown(Switch(theme, "x"))
    off = picture(switch)
    switch.setChecked(True)

    assert picture(switch) != off


def test_a_switch_is_pressed_anywhere_on_it(theme, shown, qtbot):
    switch = shown(Switch(theme, "x"))

    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(switch.width() - 2, 3))

    assert switch.isChecked()


def test_a_choice_speaks_in_keys(theme, shown):
    choice = Choice(theme, "Help lines for")
    choice.set_items([("FR", "France"), ("IE", "Ireland")])
    choice.choose("IE")
    shown(choice)

    assert choice.chosen() == "IE"
    assert choice.currentText() == "Ireland"
    choice.choose("nowhere")
    assert choice.chosen() == "IE"
    choice.set_items([("IE", "Irland"), ("FR", "Frankreich")])
    assert choice.chosen() == "IE"


def test_only_the_person_makes_a_choice_speak(theme, shown, qtbot):
    told = []
    choice = Choice(theme, "x")
    choice.set_items([("a", "one"), ("b", "two")])
    choice.chosen_changed.connect(told.append)
    shown(choice)

    choice.choose("b")
    assert told == []
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert told == ["a"]


def test_an_empty_choice_has_nothing_chosen(theme):
    assert Choice(theme, "x").chosen() is None


def test_fields_have_names_and_take_any_text(theme, shown):
    for field in (LineField(theme, "A line", "later"), NoteField(theme, "A note", "later")):
        shown(field)
        assert field.accessibleName()
        assert field.placeholderText() == "later"
        QTest.keyClicks(field, "fog")


def test_tab_leaves_a_note(theme, shown):
    assert NoteField(theme, "x").tabChangesFocus()


def test_number_and_time_fields_have_names(theme, shown):
    number = shown(NumberField(theme, "Minutes", 1, 180, " min"))

    assert (number.minimum(), number.maximum(), number.accessibleName()) == (1, 180, "Minutes")
    assert shown(TimeField(theme, "From")).accessibleName() == "From"


def test_escape_empties_a_search_and_only_then_is_passed_on(theme, shown, qtbot):
    passed = []

    class Home(QWidget):
        def keyPressEvent(self, event):
            passed.append(event.key())

    home = shown(Home(), 400, 100)
    field = SearchField(theme, "Search your words", home)
    field.show()
    field.setText("fog")

    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), passed) == ("", [])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert passed == [Qt.Key.Key_Escape]


def test_an_empty_state_is_one_sentence_and_at_most_one_button(theme, shown, qtbot):
    pressed = []
    empty = shown(EmptyState(theme, "Nothing here yet. That is fine.", "Write a line"), 500, 300)
    empty.pressed.connect(lambda: pressed.append(1))

    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)

    assert pressed == [1]
    assert EmptyState(theme, "Nothing.").button is None


@pytest.mark.parametrize(
    "make",
    [
        lambda theme: Switch(theme, "x"),
        lambda theme: Choice(theme, "x"),
        lambda theme: LineField(theme, "x"),
        lambda theme: NumberField(theme, "x", 0, 9),
    ],
)
def test_controls_follow_the_theme_and_its_scale(theme, shown, picture, make):
    control = shown(make(theme), 200, 60)
    light, small = picture(control), control.sizeHint()

    theme.set_choice(ThemeChoice.DARK, 2.0)

    assert picture(control) != light
    assert control.sizeHint().height() > 1.5 * small.height()
