import pytest
from PySide6.QtCore import Qt

from numbcompanion.checkins.records import Source
from numbcompanion.errors import DiskFull
from ui.checkin.small_window import SmallCheckIn


@pytest.fixture
def small(theme, tasks, companion, qtbot):
    small = SmallCheckIn(theme, tasks, companion.checkins)
    qtbot.addWidget(small)
    small.ask()
    return small


def test_a_digit_and_enter_save(small, tasks, qtbot, companion):
    qtbot.keyClick(small.slider, Qt.Key.Key_3)
    with qtbot.waitSignal(small.saved) as saved:
        qtbot.keyClick(small.slider, Qt.Key.Key_Return)
        tasks.drain()
    assert (saved.args[0].depth, saved.args[0].source) == (3, Source.PROMPT)
    assert companion.checkins.newest()[0] == saved.args[0]
    assert small.isHidden()


def test_i_cant_tell_is_an_answer_of_its_own(small, tasks, qtbot):
    with qtbot.waitSignal(small.saved) as saved:
        small.cant_tell_button.click()
        tasks.drain()
    assert saved.args[0].depth is None


def test_saving_twice_quickly_saves_once(small, tasks, companion, qtbot):
    qtbot.keyClick(small.slider, Qt.Key.Key_3)
    small.save_button.click()
    small.save_button.click()
    tasks.drain()
    assert len(companion.checkins.newest(5)) == 1


def test_without_a_choice_it_says_how_to_choose_and_saves_nothing(small, tasks, companion):
    width = small.width()
    small.save_button.click()
    tasks.drain()
    assert small.hint.text() == "Choose a place on the line, or “I can’t tell”."
    assert small.width() == width
    assert companion.checkins.newest() == []


def test_escape_closes_and_saves_nothing(small, tasks, companion, qtbot):
    qtbot.keyClick(small.slider, Qt.Key.Key_5)
    with qtbot.waitSignal(small.closed):
        qtbot.keyClick(small, Qt.Key.Key_Escape)
    tasks.drain()
    assert companion.checkins.newest() == []


def test_more_takes_the_depth_along(small, qtbot):
    qtbot.keyClick(small.slider, Qt.Key.Key_7)
    with qtbot.waitSignal(small.more_requested) as more:
        small.more_button.click()
    assert more.args == [7]


def test_asked_again_it_begins_anew(small, qtbot):
    qtbot.keyClick(small.slider, Qt.Key.Key_7)
    small.close()
    small.ask(Source.TRAY)
    assert small.slider.depth() is None


def test_what_could_not_be_saved_is_said_and_nothing_is_lost(small, tasks, qtbot, monkeypatch):
    def refuse(draft):
        raise DiskFull("The disk is full. Nothing was lost.")

    monkeypatch.setattr(small._checkins, "save", refuse)
    qtbot.keyClick(small.slider, Qt.Key.Key_7)
    small.save_button.click()
    tasks.drain()
    assert small.isVisible()
    assert small.hint.text() == "The disk is full. Nothing was lost."
    assert small.slider.depth() == 7


def test_a_glimmer_can_be_said_instead(small, qtbot):
    with qtbot.waitSignal(small.glimmer_requested):
        small.glimmer_button.click()
    assert small.isHidden()
