import pytest
from practising import press

from numbcompanion.errors import CompanionError, NotSaved
from ui.practice.after import CANT_TELL
from ui.practice.keeping import Keeping
from ui.practice.performer import Performer


@pytest.fixture
def over(orienting, play, tasks):
    """Orienting is over and kept."""
    play(orienting, 181)
    tasks.drain()
    return orienting


@pytest.fixture
def full_disk(companion, monkeypatch):
    """Nothing can be kept until the test says `full_disk()`."""
    keep = companion.practice_log.keep

    def refuse(done):
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(companion.practice_log, "keep", refuse)
    return lambda: monkeypatch.setattr(companion.practice_log, "keep", keep)


def only(companion):
    [record] = companion.practice_log.recent()
    return record


def test_it_asks_nothing_that_has_to_be_answered(over, page, tasks, companion) -> None:
    after = over.stage.after
    assert after.isVisible()
    assert after.felt.chips.chosen() == []
    over.stage.main.click()
    tasks.drain()
    assert page.player is None
    assert (only(companion).depth_after, only(companion).note) == (None, "")


def test_the_main_button_leads_back_and_has_the_keyboard(over) -> None:
    assert over.stage.main.text() == "Back"
    assert over.focusWidget() is over.stage.main


@pytest.mark.parametrize(("key", "depth"), [("0", 0), ("7", 7), ("10", 10), (CANT_TELL, None)])
def test_how_much_can_be_felt_now_is_kept(over, tasks, companion, key, depth) -> None:
    press(over.stage.after.felt.chips, key)
    tasks.drain()
    assert only(companion).depth_after == depth


def test_what_was_said_can_be_changed_and_taken_back(over, tasks, companion) -> None:
    chips = over.stage.after.felt.chips
    said = []
    for key in ("3", "0", CANT_TELL, "4", "4"):
        press(chips, key)
        tasks.drain()
        said.append(only(companion).depth_after)
    assert said == [3, 0, None, 4, None]


def test_zero_and_ten_say_what_they_mean(over) -> None:
    chips = over.stage.after.felt.chips.chips
    assert (chips[0].toolTip(), chips[10].toolTip()) == ("0, nothing", "10, fully")


def test_what_is_said_before_the_session_is_on_disk_is_kept_too(orienting, play, tasks, companion) -> None:
    play(orienting, 181)
    press(orienting.stage.after.felt.chips, "0")
    tasks.drain()
    assert only(companion).depth_after == 0


def test_a_change_of_the_depth_is_told(over, facts, tasks) -> None:
    told = []
    facts.session_kept.connect(told.append)
    press(over.stage.after.felt.chips, "5")
    tasks.drain()
    assert [record.depth_after for record in told] == [5]


def test_the_depth_before_and_after_are_kept_side_by_side(page, play, tasks, companion) -> None:
    page.choose("orienting")
    press(page.before.felt.chips, "2")
    page.begin()
    play(page.player, 181)
    press(page.player.stage.after.felt.chips, "4")
    tasks.drain()
    assert (only(companion).depth_before, only(companion).depth_after) == (2, 4)


def test_a_line_left_in_the_field_is_kept_as_the_note(over, tasks, companion, lines) -> None:
    over.stage.after.line.setText("  The lamp was nearer. ")
    over.stage.main.click()
    tasks.drain()
    assert only(companion).note == "The lamp was nearer."
    assert lines == []


def test_a_line_is_put_into_the_journal_once_and_the_field_is_empty_again(over, qtbot, tasks, companion, lines) -> None:
    after = over.stage.after
    after.line.setText("The lamp was nearer.")
    after.write.click()
    tasks.drain()
    assert lines == ["The lamp was nearer."]
    assert after.line.text() == ""
    assert after.said.text() == "It is in the journal."
    after.write.click()
    over.stage.main.click()
    tasks.drain()
    assert lines == ["The lamp was nearer."]
    assert only(companion).note == ""


def test_enter_in_the_field_puts_it_into_the_journal(over, qtbot, tasks, lines) -> None:
    from PySide6.QtCore import Qt

    qtbot.keyClicks(over.stage.after.line, "warm")
    qtbot.keyClick(over.stage.after.line, Qt.Key.Key_Return)
    tasks.drain()
    assert lines == ["warm"]


def test_a_journal_that_takes_no_line_says_so_and_the_line_stays(over, page, tasks, monkeypatch) -> None:
    def refuse(text):
        raise CompanionError("The disk is full.")

    performer = page.findChild(Performer) or over.window().findChild(Performer) or tasks.findChild(Performer)
    monkeypatch.setattr(performer, "_lent", type(performer._lent)(write_line=refuse))
    over.stage.after.line.setText("warm")
    over.stage.after.write.click()
    tasks.drain()
    assert over.stage.after.said.text() == "The disk is full."
    assert over.stage.after.line.text() == "warm"


def test_going_back_while_the_line_is_being_written_breaks_nothing(over, tasks, lines, page) -> None:
    over.stage.after.line.setText("warm")
    over.stage.after.write.click()
    over.end()
    over.deleteLater()
    tasks.drain()
    assert lines == ["warm"]


def test_what_could_not_be_kept_is_said_and_tried_again(full_disk, orienting, play, tasks, facts) -> None:
    play(orienting, 61)
    orienting.stop()
    tasks.drain()
    assert orienting.stage.caption.text() == "Not kept yet."
    assert "The disk is full." in orienting.stage.trouble.text()
    full_disk()
    kept = []
    facts.session_kept.connect(kept.append)
    tasks.findChild(Keeping).keep()
    tasks.drain()
    assert len(kept) == 1
    assert orienting.stage.caption.text().endswith("It is kept.")
    assert orienting.stage.trouble.isHidden()


def test_depth_and_line_wait_for_a_disk_that_was_full(full_disk, orienting, play, tasks, companion, page) -> None:
    play(orienting, 181)
    tasks.drain()
    press(orienting.stage.after.felt.chips, "6")
    orienting.stage.after.line.setText("warm")
    orienting.end()
    tasks.drain()
    full_disk()
    tasks.findChild(Keeping).keep()
    tasks.drain()
    assert (only(companion).depth_after, only(companion).note) == (6, "warm")


def test_a_session_kept_late_does_not_get_what_is_said_of_the_next(
    full_disk, orienting, practise, play, tasks, companion
) -> None:
    play(orienting, 181)
    tasks.drain()
    orienting.end()
    late = tasks.findChild(Keeping)
    full_disk()
    player = practise("body-scan")
    play(player, 60)
    player.stop()
    tasks.drain()
    late.keep()
    tasks.drain()
    press(player.stage.after.felt.chips, "8")
    tasks.drain()
    depths = {record.practice: record.depth_after for record in companion.practice_log.recent()}
    assert depths == {"body-scan": 8, "orienting": None}


def test_trouble_with_keeping_is_said_also_when_the_player_is_gone(full_disk, orienting, play, tasks) -> None:
    said = []
    tasks.trouble.connect(said.append)
    play(orienting, 60)
    orienting.end()
    tasks.drain()
    assert [str(error) for error in said] == ["The disk is full."]
