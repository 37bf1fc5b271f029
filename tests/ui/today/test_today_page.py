from datetime import UTC, datetime

import pytest
from program import button, texts
from PySide6.QtCore import Qt

from numbcompanion.checkins.records import CheckInDraft, Source
from numbcompanion.errors import DiskFull
from ui.today.greeting import greeting
from ui.today.today_page import NextStep, TodayPage


class Offer:
    step = NextStep("Step 1 of 7", "Noticing", "Begin with one thing.")
    code = True


@pytest.fixture
def offer():
    return Offer()


@pytest.fixture
def page(qtbot, theme, tasks, facts, companion, clock, offer):
    page = TodayPage(theme, tasks, facts, companion.checkins, clock, lambda: offer.step, lambda: offer.code)
    qtbot.addWidget(page)
    page.resize(956, 780)
    page.show()
    page.opened()
    tasks.drain()
    page.said.connect(lambda words, undo: setattr(page, "last_said", (words, undo)))
    return page


def test_it_greets_and_names_the_day(page, clock, tasks):
    assert page.accessibleName() == "Good evening."
    assert "Monday 23 November" in texts(page)
    clock.set(datetime(2026, 11, 24, 7, 0, tzinfo=UTC))
    page.opened()
    tasks.drain()
    assert page.accessibleName() == "Good morning."
    assert "Tuesday 24 November" in texts(page)


@pytest.mark.parametrize(
    ("hour", "words"),
    [(4, "A quiet hour."), (5, "Good morning."), (12, "Good afternoon."), (18, "Good evening."), (23, "A quiet hour.")],
)
def test_the_greeting_knows_the_time_of_day(hour, words):
    assert greeting(datetime(2026, 11, 23, hour, tzinfo=UTC)) == words


def test_a_digit_and_enter_keep_a_check_in_and_say_it_quietly(page, tasks, companion, qtbot):
    qtbot.keyClick(page.slider, Qt.Key.Key_2)
    qtbot.keyClick(page.slider, Qt.Key.Key_Return)
    tasks.drain()
    kept = companion.checkins.newest()[0]
    assert (kept.depth, kept.source) == (2, Source.TODAY)
    assert page.last_said[0] == "Kept. A 2 is information, not a failure."
    assert not page.slider.touched


def test_i_cant_tell_is_kept_as_no_number(page, tasks, companion):
    button(page, "I can’t tell").click()
    tasks.drain()
    assert companion.checkins.newest()[0].depth is None


def test_save_without_an_answer_keeps_nothing(page, tasks, companion):
    button(page, "Save").click()
    tasks.drain()
    assert companion.checkins.newest() == []
    assert "I can’t tell" in page.last_said[0]


def test_it_can_be_taken_back(page, tasks, facts, companion, qtbot):
    qtbot.keyClick(page.slider, Qt.Key.Key_4)
    button(page, "Save").click()
    tasks.drain()
    with qtbot.waitSignal(facts.checkin_removed):
        page.last_said[1]()
        tasks.drain()
    assert companion.checkins.newest() == []


def test_what_was_not_saved_stays_chosen(page, tasks, companion, qtbot, monkeypatch):
    def refuse(draft):
        raise DiskFull("The disk is full.")

    monkeypatch.setattr(companion.checkins, "save", refuse)
    qtbot.keyClick(page.slider, Qt.Key.Key_4)
    button(page, "Save").click()
    tasks.drain()
    assert page.last_said == ("The disk is full.", None)
    assert page.slider.depth() == 4


def test_one_day_here_is_not_counted_out_loud_two_are(page, tasks, facts, companion, clock):
    facts.checkin_saved.emit(companion.checkins.save(CheckInDraft(3)))
    tasks.drain()
    assert not any("come back" in text for text in texts(page))
    clock.advance(86_400)
    facts.checkin_saved.emit(companion.checkins.save(CheckInDraft(3)))
    tasks.drain()
    assert "Tuesday 24 November · you have come back 2 days this week" in texts(page)


def test_the_step_and_the_spare_key_are_offered_and_go_away(page, offer, tasks, facts, qtbot):
    assert {"Step 1 of 7", "Noticing", "A spare key"} <= set(texts(page))
    with qtbot.waitSignal(page.recovery_code_requested):
        button(page, "Make a recovery code").click()
    offer.code = False
    facts.path_changed.emit()
    tasks.drain()
    assert "A spare key" not in texts(page)


@pytest.mark.parametrize(
    ("words", "place"),
    [("Say a little more…", "checkin"), ("Something else", "practice"), ("Open the path", "path")],
)
def test_every_way_on_leads_where_it_says(page, qtbot, words, place):
    with qtbot.waitSignal(page.page_requested) as asked:
        button(page, words).click()
    assert asked.args == [place]
    with qtbot.waitSignal(page.practice_requested) as asked:
        button(page, "Begin orienting").click()
    assert asked.args == ["orienting"]
