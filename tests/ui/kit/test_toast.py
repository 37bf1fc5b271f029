import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.kit.toast import STAYS_MS, Toasts


@pytest.fixture
def window(shown):
    return shown(QWidget(), 900, 600)


@pytest.fixture
def toasts(theme, window):
    return Toasts(theme, window)


def test_a_toast_says_what_happened(toasts):
    toasts.say("Saved")

    assert toasts.isVisible()
    assert toasts.text.text() == "Saved"
    assert not toasts.undo_button.isVisible()
    assert toasts.accessibleName() == "Saved"


def test_undo_takes_back_once_and_goes_away(toasts, qtbot):
    undone = []
    toasts.say("Taken out", lambda: undone.append("x"))

    qtbot.keyClick(toasts.undo_button, Qt.Key.Key_Return)
    toasts.take_back()

    assert undone == ["x"]
    assert not toasts.isVisible()


def test_control_z_takes_back_while_it_is_shown(toasts, window, qtbot):
    undone = []
    window.activateWindow()
    toasts.say("Taken out", lambda: undone.append("x"))

    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert undone == ["x"]


def test_it_stays_eight_seconds_then_leaves(toasts):
    toasts.say("Saved")
    assert toasts._timer.interval() == STAYS_MS == 8000

    toasts._timer.timeout.emit()

    assert not toasts.isVisible()


def test_it_waits_for_someone_on_the_way_to_its_button(toasts, window, qtbot):
    window.activateWindow()
    toasts.say("Taken out", lambda: None)
    toasts.undo_button.setFocus()
    qtbot.waitUntil(toasts.undo_button.hasFocus)

    toasts._timer.timeout.emit()

    assert toasts.isVisible()


def test_a_new_toast_takes_the_place_of_the_last(toasts):
    undone = []
    toasts.say("one", lambda: undone.append(1))
    toasts.say("two")

    assert toasts.text.text() == "two"
    toasts.take_back()
    assert undone == []


def test_it_lies_inside_at_the_foot_of_the_window(toasts, window):
    toasts.say("Saved. It is on the chart in Insights.", lambda: None)
    assert window.rect().contains(toasts.geometry())

    window.resize(300, 400)

    assert window.rect().contains(toasts.geometry())
    assert abs(toasts.geometry().center().x() - window.rect().center().x()) <= 1
