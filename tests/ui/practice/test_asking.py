import pytest
from practising import press
from PySide6.QtCore import QPoint, Qt

from numbcompanion.practice.records import Ending
from ui.practice.ask_row import AskRow


@pytest.fixture
def until(play):
    """Return a function that lets a player go on until something is so."""

    def until(player, so):
        for _ in range(2000):
            if so():
                return
            play(player, 0.5)
        raise AssertionError("it never came")

    return until


@pytest.fixture
def asked(practise, until):
    """Noticing faint feelings, at its first question."""
    player = practise("noticing-faint-feelings")
    until(player, player.stage.ask.isVisible)
    return player


def kept(player, tasks, companion):
    player.stop()
    tasks.drain()
    return companion.practice_log.recent()[0]


def test_what_was_chosen_is_kept_with_the_session(asked, until, tasks, companion) -> None:
    row = asked.stage.ask
    assert [chip.key for chip in row.chips.chips][:2] == ["head", "throat"]
    press(row.chips, "chest")
    until(asked, lambda: asked.playing.ask is not None and asked.playing.ask.name == "word")
    press(row.chips, "flat")
    until(asked, lambda: asked.playing.ask is not None and asked.playing.ask.name == "colour")
    press(row.chips, "grey")
    assert kept(asked, tasks, companion).settings["answers"] == {
        "place": ["chest"],
        "word": ["flat"],
        "colour": ["grey"],
    }


def test_an_answer_can_be_changed_and_taken_back(asked, until, tasks, companion) -> None:
    row = asked.stage.ask
    press(row.chips, "chest", "belly")
    until(asked, lambda: asked.playing.ask is not None and asked.playing.ask.name == "word")
    press(row.chips, "flat", "flat")
    assert kept(asked, tasks, companion).settings["answers"] == {"place": ["belly"]}


def test_no_answer_is_ever_needed(practise, play, tasks, companion) -> None:
    player = practise("noticing-faint-feelings")
    play(player, 181)
    assert player.is_over
    tasks.drain()
    [record] = companion.practice_log.recent()
    assert record.ending is Ending.COMPLETE
    assert "answers" not in record.settings


def test_feeling_words_come_near_the_one_chosen_last(practise, until, tasks, companion) -> None:
    player = practise("labelling")
    row = player.stage.ask
    until(player, row.isVisible)
    assert [chip.key for chip in row.chips.chips] == ["flat", "empty", "calm", "tired", "tense", "warm"]
    first = player.playing.ask
    press(row.chips, "tired")
    until(player, lambda: player.playing.ask not in (None, first))
    assert [chip.key for chip in row.chips.chips] == ["tired", "softer"]
    assert row.chips.chosen() == []
    press(row.chips, "softer")
    assert kept(player, tasks, companion).settings["answers"] == {"word": ["tired", "softer"]}


def test_the_next_sentence_of_another_part_takes_the_question_away(asked, until) -> None:
    until(asked, lambda: asked.playing.ask is None)
    assert not asked.stage.ask.isVisible()


def test_a_number_is_kept_as_a_number(practise, until, tasks, companion) -> None:
    player = practise("wave")
    until(player, player.stage.ask.isVisible)
    press(player.stage.ask.chips, "0")
    [answers] = kept(player, tasks, companion).settings["answers"].values()
    assert answers == [0]


def test_the_keyboard_goes_back_to_the_main_button_when_the_question_goes(asked, until) -> None:
    asked.activateWindow()
    asked.stage.ask.chips.chips[0].setFocus()
    until(asked, lambda: not asked.stage.ask.isVisible())
    assert asked.focusWidget() is asked.stage.main


def test_looking_around_takes_the_question_away_and_keeps_the_answer(asked, tasks, companion) -> None:
    press(asked.stage.ask.chips, "head")
    asked.playing.orient()
    assert not asked.stage.ask.isVisible()
    assert kept(asked, tasks, companion).settings["answers"] == {"place": ["head"]}


def test_a_question_that_is_gone_takes_no_answer(theme, qtbot) -> None:
    row = AskRow(theme, lambda near: ())
    qtbot.addWidget(row)
    given = []
    row.answered.connect(lambda *answer: given.append(answer))
    row.chips.set_items([("a", "a")])
    press(row.chips, "a")
    assert given == []


@pytest.fixture
def counting(practise, until):
    """Counting breaths, where counting begins."""
    player = practise("breath-counting")
    until(player, lambda: player.stage.ring.accessibleDescription() == "tap here, or press C")
    return player


def test_taps_are_counted_from_one_to_ten_and_again_from_one(counting, qtbot) -> None:
    ring = counting.stage.ring
    seen = [ring.accessibleName()]
    for number in range(12):
        if number % 2:
            qtbot.mouseClick(ring, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(counting.stage.main, Qt.Key.Key_C)
        seen.append(ring.accessibleName())
    assert seen == ["", *(str(n) for n in range(1, 11)), "1", "2"]


def test_in_a_pause_and_where_nothing_is_counted_a_tap_is_nothing(counting, orienting_name, qtbot) -> None:
    counting.playing.pause()
    qtbot.keyClick(counting.stage.main, Qt.Key.Key_C)
    counting.playing.pause()
    assert counting.stage.ring.accessibleName() == ""
    counting.playing.orient()
    qtbot.keyClick(counting.stage.main, Qt.Key.Key_C)
    assert counting.stage.ring.accessibleName() == orienting_name


@pytest.fixture
def orienting_name():
    return "Look around"


def test_the_count_is_kept_nowhere(counting, qtbot, tasks, companion) -> None:
    qtbot.keyClick(counting.stage.main, Qt.Key.Key_C)
    assert set(kept(counting, tasks, companion).settings) == {"length", "variant", "anchor", "eyes"}


def test_the_place_to_draw_is_there_in_its_part_only_and_empty_each_time(practise, until, play, qtbot) -> None:
    player = practise("make-a-mark")
    stage = player.stage
    assert stage.middle.currentWidget() is stage.ring
    until(player, lambda: stage.middle.currentWidget() is stage.pad)
    assert player.focusWidget() is stage.pad
    qtbot.mousePress(stage.pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    qtbot.mouseMove(stage.pad, QPoint(60, 60))
    qtbot.mouseRelease(stage.pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    play(player, 5)
    assert stage.pad.lines == 1
    until(player, lambda: stage.middle.currentWidget() is stage.ring)
    assert stage.ring.accessibleName() == "Done"
    assert stage.pad.lines == 0


def test_keys_of_the_player_work_while_drawing(practise, until, qtbot) -> None:
    player = practise("make-a-mark")
    stage = player.stage
    until(player, lambda: stage.middle.currentWidget() is stage.pad)
    qtbot.keyClick(stage.pad, Qt.Key.Key_Space)
    assert player.paused
    qtbot.keyClick(stage.pad, Qt.Key.Key_F)
    assert player.session.moved
    assert stage.middle.currentWidget() is stage.ring
