from datetime import timedelta

import pytest
from program import wait_until
from PySide6.QtCore import Qt

from numbcompanion.checkins.records import CheckInDraft, Kind, Source

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(begin):
    return begin(practice_safety_shown=True)


def active(program):
    program.window.activateWindow()
    wait_until(program.window.isActiveWindow)
    return program


def low(program):
    active(program)
    program.key(Qt.Key.Key_L, modifier=CTRL)
    program.settle()
    return program.app.navigation._low


def test_one_key_makes_it_three_choices_and_escape_leads_back(program):
    program.page("journal")
    assert low(program) is not None
    assert program.window.covered
    program.key(Qt.Key.Key_Escape)
    program.settle()
    assert (program.window.covered, program.window.current) == (False, "journal")
    assert program.app.navigation._low is None


def test_one_number_is_kept_with_three_keys(program):
    low(program)
    program.key(Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return)
    program.settle()
    assert program.companion.checkins.newest()[0].depth == 1
    assert program.window.covered


def test_i_cant_tell_and_saving_nothing(program):
    cover = low(program)
    cover.say_door.click()
    cover.save_number.click()
    program.settle()
    assert cover._said.text() == "Choose a place on the line, or “I can’t tell”."
    cover.cant_tell.click()
    program.settle()
    assert program.companion.checkins.newest()[0].depth is None


def test_one_line_goes_to_the_journal_and_none_goes_nowhere(program):
    cover = low(program)
    cover.line_door.click()
    program.key(Qt.Key.Key_Return)
    program.settle()
    assert program.companion.journal.count() == 0
    cover.line_door.click()
    program.key("the light was grey", Qt.Key.Key_Return)
    program.settle()
    entry = program.companion.journal.last_of_today()
    assert entry.body == "the light was grey"


def test_what_was_written_waits_while_one_goes_back(program):
    cover = low(program)
    cover.line_door.click()
    program.key("half a", Qt.Key.Key_Escape)
    assert cover._part is None
    cover.line_door.click()
    assert cover.line.text() == "half a"


def test_three_minutes_play_and_lead_back_to_the_three_choices(program):
    cover = low(program)
    cover.minutes_door.click()
    program.settle()
    player = program.window.page("practice").player
    assert player.session.plan.practice == "orienting"
    assert player.session.plan.length_s == pytest.approx(180)
    player.end()
    program.settle()
    assert program.window._cover.currentWidget() is cover
    assert program.app.navigation._low is cover


def test_the_first_practice_is_begun_where_its_note_is_read(begin):
    program = begin()
    low(program).minutes_door.click()
    program.settle()
    assert (program.window.covered, program.window.current) == (False, "practice")
    assert program.window.page("practice").before.safety.isVisible()


def test_help_now_is_one_press_away(program):
    low(program).help.click()
    program.settle()
    assert (program.window.covered, program.window.current) == (False, "help")
    low(program)
    program.key(Qt.Key.Key_H, modifier=CTRL | Qt.KeyboardModifier.ShiftModifier)
    program.settle()
    assert (program.window.covered, program.window.current) == (False, "help")
    assert program.app.navigation._low is None


def test_today_offers_it_quietly_after_three_very_low_answers(program):
    today = program.page("today")
    for place, hidden in enumerate((True, True, False)):
        program.companion.checkins.save(CheckInDraft(depth=place % 2))
        program.page("today")
        assert today.little.isHidden() is hidden
        assert not program.window.covered
    today.little.click()
    program.settle()
    assert program.window.covered


def test_today_offers_it_at_night(program, clock):
    clock.set(clock.now() + timedelta(hours=4))
    assert program.page("today").little.isVisible()


def test_a_low_number_on_today_offers_small_things_that_lead_there(program):
    today = program.page("today")
    program.key(Qt.Key.Key_2, Qt.Key.Key_Return)
    program.settle()
    program.press("Five senses, 2 minutes")
    assert program.window.current == "practice"
    assert program.window.page("practice").chosen == "five-senses"
    assert program.window.page("practice").before.lengths.chosen() == ["2"]
    assert today.after.isHidden()


def test_a_glimmer_is_two_keys_away_from_every_page_and_can_be_taken_back(program):
    for name in ("journal", "settings"):
        program.page(name)
        active(program).key(Qt.Key.Key_G, modifier=CTRL)
        window = program.app.rooms.glimmer_window
        window.word.setFocus()
        program.key(Qt.Key.Key_Return)
        program.settle()
        assert program.app.rooms.glimmer_window is None
    glimmers = program.companion.checkins.newest(5, Kind.GLIMMER)
    assert [one.source for one in glimmers] == [Source.PAGE, Source.PAGE]
    assert program.toast == "Kept: something came through."
    program.window.toasts.take_back()
    program.settle()
    assert len(program.companion.checkins.newest(5, Kind.GLIMMER)) == 1


def test_the_tray_asks_for_a_glimmer(program):
    program.app.presence.tray.glimmer_requested.emit()
    program.app.rooms.glimmer_window.save()
    program.settle()
    assert program.companion.checkins.newest(1, Kind.GLIMMER)[0].source is Source.TRAY


def test_the_first_questions_are_not_interrupted(begin):
    program = begin(questions=True)
    active(program)
    program.key(Qt.Key.Key_L, Qt.Key.Key_G, modifier=CTRL)
    assert program.app.navigation._low is None
    assert program.app.rooms.glimmer_window is None


def test_a_kept_check_in_opens_from_elsewhere(program):
    kept = program.companion.checkins.save(CheckInDraft(depth=9))
    program.app.rooms.checkin_requested.emit(kept.id)
    program.settle()
    assert program.window.current == "checkin"
    assert program.window.page("checkin").form.first.slider.depth() == 9
