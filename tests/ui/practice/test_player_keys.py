import pytest
from PySide6.QtCore import Qt

from numbcompanion.practice.plans import LEAD_S
from numbcompanion.practice.records import Ending
from numbcompanion.practice.timer import TimerSettings
from ui.practice.performer import GENTLY_S


def test_escape_ends_at_once_and_keeps_what_was_done(orienting, play, tasks, companion, qtbot, speaker) -> None:
    play(orienting, 60.5)
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_Escape)
    tasks.drain()
    assert "silence" in speaker.calls
    assert orienting.stage.caption.text() == "That was 1 minute. It is kept."
    [record] = companion.practice_log.recent()
    assert (record.planned_s, record.ending) == (180, Ending.EARLY)
    assert record.done_s == pytest.approx(60.1)
    with qtbot.waitSignal(orienting.closed):
        qtbot.keyClick(orienting.stage.main, Qt.Key.Key_Escape)
    assert speaker.calls[-1] == "close"


def test_ending_before_it_began_goes_back_and_keeps_nothing(practise, play, tasks, companion, qtbot, page) -> None:
    player = practise(TimerSettings(prepare_s=30))
    play(player, 5)
    with qtbot.waitSignal(player.closed):
        qtbot.keyClick(player.stage.main, Qt.Key.Key_Escape)
    tasks.drain()
    assert companion.practice_log.count() == 0
    assert page.player is None


@pytest.mark.parametrize("name", ["time_button", "end_button", "skip_button", "small_button", "orient_button"])
def test_escape_ends_from_every_button(orienting, play, qtbot, name) -> None:
    play(orienting, 10)
    button = getattr(orienting.stage, name)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert orienting.is_over


def test_escape_ends_from_a_switch_and_a_level(orienting, play, qtbot) -> None:
    play(orienting, 10)
    qtbot.keyClick(orienting.stage.sound.bells.switch, Qt.Key.Key_Escape)
    assert orienting.is_over


def test_escape_ends_from_a_chip(practise, play, qtbot) -> None:
    player = practise("noticing-faint-feelings")
    while player.playing.ask is None:
        play(player, 1)
    qtbot.keyClick(player.stage.ask.chips.chips[2], Qt.Key.Key_Escape)
    assert player.is_over


def test_escape_ends_from_the_place_to_draw(practise, play, qtbot) -> None:
    player = practise("make-a-mark")
    while player.stage.middle.currentWidget() is not player.stage.pad:
        play(player, 1)
    qtbot.keyClick(player.stage.pad, Qt.Key.Key_Escape)
    assert player.is_over
    assert player.stage.middle.currentWidget() is player.stage.ring


def test_escape_goes_back_from_the_field_of_the_line(orienting, play, qtbot) -> None:
    play(orienting, 181)
    with qtbot.waitSignal(orienting.closed):
        qtbot.keyClick(orienting.stage.after.line, Qt.Key.Key_Escape)


def test_letters_are_letters_in_the_field_of_the_line(orienting, play, qtbot, page) -> None:
    play(orienting, 181)
    qtbot.keyClicks(orienting.stage.after.line, "fnt b m")
    assert orienting.stage.after.line.text() == "fnt b m"
    assert page.player is orienting


def test_space_pauses_and_goes_on(orienting, play, qtbot, awake) -> None:
    play(orienting, 10)
    assert awake.held
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_Space)
    assert orienting.paused
    assert not awake.held
    assert orienting.stage.main.text() == "Go on"
    assert orienting.stage.ring.accessibleName() == "Paused"
    assert orienting.stage.ring.accessibleDescription() == ""
    play(orienting, 100)
    assert orienting.session.done_s == pytest.approx(10 - LEAD_S)
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_Space)
    assert not orienting.paused
    assert awake.held


def test_space_works_wherever_the_focus_is_not_on_a_control(orienting, play, qtbot) -> None:
    play(orienting, 10)
    qtbot.keyClick(orienting, Qt.Key.Key_Space)
    assert orienting.paused


def test_the_time_can_be_hidden_by_key_and_by_click(orienting, play, qtbot) -> None:
    play(orienting, 10)
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_T)
    assert orienting.stage.time_button.text() == "Show the time"
    play(orienting, 1)
    assert orienting.stage.time_button.text() == "Show the time"
    orienting.stage.time_button.click()
    assert orienting.stage.time_button.text().endswith("left")


def test_that_the_time_is_hidden_is_remembered(orienting, practise, play, qtbot, companion) -> None:
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_T)
    assert companion.preferences.current.practice_time_hidden
    orienting.end()
    again = practise()
    assert again.stage.time_button.text() == "Show the time"
    again.stage.time_button.click()
    assert not companion.preferences.current.practice_time_hidden


def test_f_moves_gently_to_orienting(practise, play, qtbot, speaker, tasks, companion) -> None:
    player = practise("body-scan")
    play(player, 60)
    strokes = len(speaker.strokes)
    qtbot.keyClick(player.stage.main, Qt.Key.Key_F)
    play(player, GENTLY_S - 1)
    assert player.stage.caption.text() == "You can let that go now."
    play(player, 1.25)
    assert player.stage.caption.text().startswith("Keep your eyes open.")
    assert player.session.plan.length_s == pytest.approx(180)
    play(player, 181)
    assert len(speaker.strokes) == strokes
    assert player.is_over
    tasks.drain()
    [record] = companion.practice_log.recent()
    assert (record.practice, record.ending) == ("body-scan", Ending.MOVED_TO_ORIENTING)
    assert record.done_s == pytest.approx(60 - LEAD_S)
    assert record.settings["orienting_s"] == 180


def test_further_away_is_offered_from_the_first_moment_to_the_last(practise, play) -> None:
    player = practise(TimerSettings(minutes=1, prepare_s=30))
    for seconds in (0, 20, 20, 40):
        play(player, seconds)
        assert player.stage.orient_button.isVisible()
    play(player, 20)
    assert player.is_over
    assert not player.stage.orient_button.isVisible()


def test_f_again_begins_orienting_anew_and_keeps_the_first_seconds(practise, play, tasks, companion) -> None:
    player = practise("body-scan")
    play(player, 60)
    player.stage.orient_button.click()
    play(player, 40)
    player.stage.orient_button.click()
    play(player, 1)
    assert player.stage.caption.text() == "Stand up, if you can, and feel the floor. Help now is at Ctrl+Shift+H."
    assert player.session.position_s < 0
    player.stop()
    tasks.drain()
    assert companion.practice_log.recent()[0].done_s == pytest.approx(60 - LEAD_S)


def test_f_leads_out_of_a_pause(orienting, play, qtbot, awake) -> None:
    play(orienting, 10)
    orienting.playing.pause()
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_F)
    assert not orienting.paused
    assert awake.held


def test_n_goes_on_at_the_next_part(orienting, play, qtbot, tasks, companion) -> None:
    play(orienting, 4)
    assert orienting.stage.ring.accessibleName() == "Look around"
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_N)
    assert orienting.stage.ring.accessibleName() == "Colours"
    orienting.stop()
    tasks.drain()
    assert companion.practice_log.recent()[0].done_s == pytest.approx(4 - LEAD_S)


def test_in_the_last_part_there_is_no_next_one(orienting, play, qtbot) -> None:
    play(orienting, 4)
    for _ in range(4):
        orienting.stage.skip_button.click()
        play(orienting, 1)
    assert orienting.stage.ring.accessibleName() == "Here"
    assert not orienting.stage.skip_button.isVisible()
    position_s = orienting.session.position_s
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_N)
    assert orienting.session.position_s == position_s


def test_keys_held_down_count_once(orienting, play, qtbot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    play(orienting, 10)
    for held in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", held)
        QApplication.sendEvent(orienting, event)
    assert orienting.paused


def test_the_whole_screen_is_asked_for_and_given_back_at_the_end(orienting, play, qtbot) -> None:
    asked = []
    orienting.full_screen_requested.connect(asked.append)
    orienting.stage.full_button.click()
    assert orienting.stage.full_button.text() == "Leave full screen"
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_F11)
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_F11)
    play(orienting, 10)
    orienting.end()
    assert asked == [True, False, True, False]


def test_who_did_not_ask_for_the_whole_screen_gives_nothing_back(orienting) -> None:
    asked = []
    orienting.full_screen_requested.connect(asked.append)
    orienting.end()
    assert asked == []
