import pytest
from PySide6.QtCore import Qt

from ui.shell.go_to import GoTo, Place


@pytest.fixture
def places():
    names = [
        ("Today", "page"),
        ("Journal", "page"),
        ("Just sit with me: a silent timer", "practice"),
        ("Privacy", "settings"),
    ]
    return [Place(name, kind, lambda: None) for name, kind in names]


@pytest.fixture
def dialog(qtbot, theme, places):
    dialog = GoTo(theme, places)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def shown(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_all_places_are_there_before_anything_is_typed(dialog):
    assert len(shown(dialog)) == 4
    assert dialog.list.currentRow() == 0


def test_what_is_typed_narrows_them_in_any_order_and_case(dialog, qtbot):
    qtbot.keyClicks(dialog.field, "TIMER just")
    assert shown(dialog) == ["Just sit with me: a silent timer  ·  practice"]
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "settings")
    assert shown(dialog) == ["Privacy  ·  settings"]


def test_enter_goes_to_the_first(dialog, qtbot, places):
    qtbot.keyClicks(dialog.field, "jou")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.chosen() is places[1]
    assert dialog.result() == GoTo.DialogCode.Accepted


def test_arrows_choose_and_come_round(dialog, qtbot, places):
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.list.currentRow() == 1
    qtbot.keyClick(dialog.field, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Up)
    assert dialog.list.currentRow() == 3
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.chosen() is places[3]


def test_nothing_found_is_no_trouble_and_escape_stays(dialog, qtbot):
    qtbot.keyClicks(dialog.field, "nowhere")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert (dialog.isVisible(), dialog.chosen()) == (True, None)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.chosen()) == (False, None)


@pytest.mark.parametrize(
    ("typed", "page"),
    [("insights", "insights"), ("silent timer", "practice"), ("privacy", "settings"), ("step 3", "path")],
)
def test_in_the_window_ctrl_k_leads_there(begin, typed, page):
    program = begin()

    def choose(dialog):
        dialog.field.setText(typed)
        dialog.field.returnPressed.emit()

    program.dialogs.in_dialog = choose
    program.key(Qt.Key.Key_K, modifier=Qt.KeyboardModifier.ControlModifier)
    program.settle()
    assert program.window.current == page
    if page == "settings":
        assert program.window.page("settings").current == "privacy"


@pytest.mark.parametrize(
    ("typed", "practice"),
    [("sit with me", "timer"), ("your own breath", "breath"), ("song", "one-song")],
)
def test_ctrl_k_leads_to_each_practice_by_its_name(begin, typed, practice):
    program = begin()

    def choose(dialog):
        dialog.field.setText(typed)
        dialog.field.returnPressed.emit()

    program.dialogs.in_dialog = choose
    program.key(Qt.Key.Key_K, modifier=Qt.KeyboardModifier.ControlModifier)
    program.settle()
    assert program.window.page("practice").chosen == practice


def test_every_practice_is_a_place(begin):
    program = begin()
    names = [place.name for place in program.app.navigation.places() if place.kind == "practice"]
    assert len(names) == len(set(names)) == 28


def test_every_place_can_be_gone_to(full):
    program = full()
    for place in program.app.navigation.places():
        place.go()
        program.settle(1)
