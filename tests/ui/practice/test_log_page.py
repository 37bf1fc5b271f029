from datetime import timedelta

import pytest
from practising import keep, words
from PySide6.QtCore import Qt

from numbcompanion.practice.records import Ending, SessionDone


@pytest.fixture
def sessions(companion, clock):
    """Return a function that keeps so many sessions, one a day, the first one today."""

    def sessions(number):
        return [keep(companion, "orienting", clock.now() - timedelta(days=day), 60 + day) for day in range(number)]

    return sessions


@pytest.fixture
def log(page, tasks):
    """Return a function that opens the log."""

    def log():
        page.show_log()
        tasks.drain()
        return page.log_page.list

    return log


def test_without_sessions_one_kind_sentence(page, log) -> None:
    shown = log()
    assert shown.empty.isVisible()
    assert not shown.more.isVisible()
    assert "Nothing is here yet." in words(page)


def test_it_comes_in_pieces_of_twenty_the_newest_first(page, log, sessions, tasks) -> None:
    kept = sessions(45)
    shown = log()
    lengths = []
    while shown.more.isVisible():
        lengths.append(len(shown.rows))
        shown.more.click()
        tasks.drain()
    assert [*lengths, len(shown.rows)] == [20, 40, 45]
    assert [row.record.id for row in shown.rows] == [record.id for record in kept]


def test_exactly_twenty_offer_no_earlier_ones(log, sessions) -> None:
    sessions(20)
    assert not log().more.isVisible()


def test_day_practice_planned_done_before_and_after_are_said(log, companion, clock) -> None:
    done = SessionDone("body-scan", clock.now(), 600, 125, Ending.MOVED_TO_ORIENTING, {}, 0, 4, "It was quiet.")
    companion.practice_log.keep(done)
    row = log().rows[0]
    assert row.words.text() == "today · Body scan"
    assert row.about.text() == "2 minutes and 5 seconds · of 10 min · then looked around · before 0 · after 4"
    assert row.note.text() == "It was quiet."


def test_a_whole_session_says_its_length_once(log, sessions) -> None:
    sessions(1)
    assert log().rows[0].about.text() == "1 minute"


def test_a_note_is_written_changed_and_taken_away(log, sessions, tasks, companion, qtbot) -> None:
    sessions(1)
    note = log().rows[0].note
    notes = []
    for text in ("The lamp.", "The window.", "The lamp.", ""):
        note.clear()
        qtbot.keyClicks(note, text)
        qtbot.keyClick(note, Qt.Key.Key_Return)
        tasks.drain()
        notes.append(companion.practice_log.recent()[0].note)
    assert notes == ["The lamp.", "The window.", "The lamp.", ""]


def test_a_note_is_kept_when_one_goes_on_elsewhere(page, log, sessions, tasks, companion, qtbot) -> None:
    sessions(2)
    shown = log()
    page.activateWindow()
    shown.rows[0].note.setFocus()
    qtbot.keyClicks(shown.rows[0].note, "The lamp.")
    qtbot.keyClick(shown.rows[0].note, Qt.Key.Key_Tab)
    tasks.drain()
    assert companion.practice_log.recent()[0].note == "The lamp."


def test_a_note_is_kept_when_one_leaves_the_log(page, log, sessions, tasks, companion, qtbot) -> None:
    sessions(1)
    shown = log()
    page.activateWindow()
    qtbot.waitUntil(shown.rows[0].note.isVisible)
    shown.rows[0].note.setFocus()
    qtbot.keyClicks(shown.rows[0].note, "The lamp.")
    qtbot.keyClick(shown.rows[0].note, Qt.Key.Key_Escape)
    tasks.drain()
    assert page.shelf.isVisible()
    assert companion.practice_log.recent()[0].note == "The lamp."


def test_a_note_that_was_not_touched_is_not_written(log, sessions, companion, qtbot, tasks, clock) -> None:
    sessions(1)
    changed = companion.practice_log.recent()[0].changed
    clock.advance(60)
    qtbot.keyClick(log().rows[0].note, Qt.Key.Key_Return)
    tasks.drain()
    assert companion.practice_log.recent()[0].changed == changed


def test_a_session_is_taken_out_and_brought_back(page, log, sessions, tasks, companion) -> None:
    kept = sessions(3)
    shown = log()
    said = []
    page.said.connect(lambda words, undo: said.append((words, undo)))
    shown.rows[1].remove.click()
    tasks.drain()
    assert [row.record.id for row in shown.rows] == [kept[0].id, kept[2].id]
    assert companion.practice_log.count() == 2
    assert len([line for line in page.shelf.lately.lines if line.record and not line.isHidden()]) == 2
    [(words_said, undo)] = said
    assert words_said == "The session is taken out."
    undo()
    tasks.drain()
    assert [row.record.id for row in shown.rows] == [record.id for record in kept]


def test_undo_works_also_when_the_log_was_left(page, log, sessions, tasks, companion) -> None:
    sessions(1)
    said = []
    page.said.connect(lambda words, undo: said.append(undo))
    log().rows[0].remove.click()
    tasks.drain()
    page.show_all()
    said[0]()
    tasks.drain()
    assert companion.practice_log.count() == 1


def test_the_way_back_leads_to_all_practices(page, log, qtbot) -> None:
    log().back.click()
    assert page.shelf.isVisible()
    assert not page.log_page.isVisible()
    log()
    qtbot.keyClick(page.log_page.list.back, Qt.Key.Key_Escape)
    assert page.shelf.isVisible()


def test_a_new_session_is_there_when_it_is_opened_again(page, log, sessions) -> None:
    sessions(1)
    assert len(log().rows) == 1
    page.show_all()
    sessions(1)
    assert len(log().rows) == 2


def test_every_row_says_which_session_its_controls_are_of(log, sessions) -> None:
    sessions(1)
    row = log().rows[0]
    names = (row.note.accessibleName(), row.again.accessibleName(), row.remove.accessibleName())
    assert names == (
        "Note, today · Orienting",
        "Again: today · Orienting",
        "Take out: today · Orienting",
    )
