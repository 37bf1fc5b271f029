"""When things go wrong, as the person sees it in the window; on a real store wherever the failure can be had."""

import os

import pytest
from fakes import MemoryKeyStore
from program import button, texts
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from sqlalchemy import text

from numbcompanion.checkins.records import CheckInDraft
from numbcompanion.companion import Companion
from numbcompanion.paths import Home
from numbcompanion.prompts.records import Outcome
from ui.kit.field import LineField

ROOM = "PRAGMA max_page_count = {}"
STRANGE = {
    "a million": "word " * 200_000,
    "emoji": "👩🏽\u200d🚀🏳️\u200d🌈🇮🇪 ☺️",
    "right to left": "שלום، مرحبا \u202babc\u202c",
    "combining": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢ e\u0301",
    "controls": "a\x00b\tc\x1b[31m\r\nd\u2028e\u2029f",
}


@pytest.fixture
def lived(companion):
    """A home that was used and closed, and the companion it belongs to."""
    companion.checkins.save(CheckInDraft(depth=4, note="before"))
    return companion


def again(companion, clock, *key_stores):
    return Companion(companion.home, clock, key_stores)


def trouble(program):
    return program.app.opening._trouble


def fill_the_disk(companion):
    """Leave the store no page that it has not got."""
    with companion.store.reading() as rows:
        pages = rows.connection.exec_driver_sql("PRAGMA page_count").scalar()
        rows.connection.exec_driver_sql(ROOM.format(pages))


def free_the_disk(companion):
    with companion.store.reading() as rows:
        rows.connection.exec_driver_sql(ROOM.format(1_000_000))


# The home does not open


def test_a_folder_that_takes_no_writing_is_said_and_help_stays_near(begin, tmp_path, clock, key_store):
    (tmp_path / "file").write_text("not a folder")
    blocked = Companion(Home(tmp_path / "file" / "home", tmp_path / "keys"), clock, [key_store])
    program = begin(companion=blocked, questions=True)
    said = " ".join(texts(trouble(program)))
    assert "cannot write to its folder" in said and "--data-dir" in said
    button(trouble(program), "Help now").click()
    assert program.app.rooms._help_window.isVisible()
    (tmp_path / "file").unlink()
    button(trouble(program), "Try again").click()
    program.settle()
    assert not program.app.opening.in_trouble
    assert blocked.store.is_open


def test_a_damaged_file_is_put_back_from_its_copy_with_one_button_and_kept(begin, lived, clock, key_store):
    lived.copy_of_today()
    lived.close()
    damaged = os.urandom(8192)
    lived.home.store_file.write_bytes(damaged)
    program = begin(companion=again(lived, clock, key_store))
    said = " ".join(texts(trouble(program)))
    assert "is damaged" in said and "1 check-ins" in said
    assert lived.home.store_file.read_bytes() == damaged
    button(trouble(program), "Use the copy of 23 November 2026").click()
    program.settle()
    assert not program.app.opening.in_trouble
    assert program.companion.checkins.newest()[0].note == "before"
    assert [file.read_bytes() for file in lived.home.damaged_folder.rglob("companion.db")] == [damaged]


def test_a_lost_key_asks_for_the_recovery_code_and_names_the_group_with_a_slip(begin, lived, clock):
    code = lived.store.new_recovery_code()
    lived.close()
    program = begin(companion=again(lived, clock, MemoryKeyStore()))
    assert "not where it was kept" in " ".join(texts(trouble(program)))
    field = trouble(program).findChild(LineField)
    groups = code.split("-")
    groups[2] = ("B" if groups[2][0] == "A" else "A") + groups[2][1:]
    field.setText("-".join(groups))
    button(trouble(program), "Open with the code").click()
    program.settle()
    assert "There is a slip in group 3 of the recovery code." in texts(trouble(program))
    field = trouble(program).findChild(LineField)
    field.setFocus()
    field.selectAll()
    program.key(code.lower().replace("-", " "), Qt.Key.Key_Return)
    program.settle()
    assert not program.app.opening.in_trouble
    assert program.companion.checkins.newest()[0].note == "before"


def test_a_code_of_another_home_is_told_apart_from_a_slip(begin, lived, clock):
    other = lived.store.new_recovery_code()
    lived.store.new_recovery_code()
    lived.close()
    program = begin(companion=again(lived, clock, MemoryKeyStore()))
    trouble(program).findChild(LineField).setText(other)
    button(trouble(program), "Open with the code").click()
    program.settle()
    assert "not the newest one of this home" in " ".join(texts(trouble(program)))
    assert trouble(program).findChild(LineField).isVisible()


def test_a_newer_store_is_refused_and_left_alone(begin, lived, clock, key_store):
    with lived.store.writing() as rows:
        rows.connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    lived.close()
    kept = lived.home.store_file.read_bytes()
    program = begin(companion=again(lived, clock, key_store))
    assert "newer version" in " ".join(texts(trouble(program)))
    button(trouble(program), "Close").click()
    program.settle()
    assert program.quits == [True]
    program.end()
    assert lived.home.store_file.read_bytes() == kept


def test_the_keys_for_help_open_help_and_leave_the_trouble_where_it_is(begin, lived, clock):
    lived.close()
    program = begin(companion=again(lived, clock, MemoryKeyStore()))
    program.key(Qt.Key.Key_H, modifier=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert program.app.rooms._help_window.isVisible()
    assert program.window.covered
    assert trouble(program).isVisible()
    program.key(Qt.Key.Key_2, modifier=Qt.KeyboardModifier.ControlModifier)
    assert program.window.covered


def test_a_broken_settings_file_is_said_kept_and_nothing_else_is_lost(begin, lived, clock, key_store):
    lived.close()
    lived.home.settings_file.write_text("{ broken")
    program = begin(companion=again(lived, clock, key_store), questions=True)
    kept = lived.home.settings_file.with_name("settings.broken.json")
    assert program.toast.endswith("It is kept as settings.broken.json.")
    assert kept.read_text() == "{ broken"
    assert program.companion.checkins.newest()[0].note == "before"


# The disk is full


def test_a_check_in_that_a_full_disk_does_not_take_stays_on_the_page(begin):
    program = begin()
    page = program.page("checkin")
    fill_the_disk(program.companion)
    page.form.first.slider.set_depth(3)
    page.form.words.chips.chips[0].click()
    page.form.around.line.setText("n" * 30_000)
    page.save()
    program.settle()
    assert program.toast.startswith("The disk is full, so this could not be saved.")
    assert (page.form.first.slider.depth(), len(page.form.words.chosen()), len(page.form.around.line.text())) == (
        3,
        1,
        30_000,
    )
    free_the_disk(program.companion)
    page.save()
    program.settle()
    assert program.companion.checkins.newest()[0].depth == 3
    assert page.form.first.slider.depth() is None


def test_words_of_the_journal_stay_and_are_saved_once_there_is_room(begin, clock):
    program = begin()
    page = program.page("journal")
    fill_the_disk(program.companion)
    words = "all of it " * 20_000
    page.sheet.body.insertPlainText(words)
    clock.advance(2)
    page.keeper.look()
    program.settle()
    assert page.sheet.state.text() == "not saved yet: the disk is full"
    assert page.sheet.words().body == words
    program.page("today")
    program.page("journal")
    assert page.sheet.words().body == words
    free_the_disk(program.companion)
    clock.advance(61)  # it tries less and less often, but once a minute
    page.keeper.look()
    program.settle()
    assert page.sheet.state.text().startswith("saved · ")
    assert program.companion.journal.count() == 1


def test_words_that_no_disk_took_are_not_let_go_without_asking(begin, clock):
    program = begin()
    page = program.page("journal")
    fill_the_disk(program.companion)
    page.sheet.body.insertPlainText("all of it " * 20_000)
    program.dialogs.answer = False
    program.app.ask_to_quit()
    program.settle()
    assert "they are gone" in program.dialogs.asked[-1]
    assert program.quits == []
    free_the_disk(program.companion)
    program.app.ask_to_quit()
    program.settle()
    assert program.quits == [True]


# The desktop


def test_without_a_tray_a_hidden_start_shows_the_window_after_a_while(begin, edges):
    program = begin(hidden=True)
    assert not program.window.isVisible()
    program.app.presence._show_without_tray()
    assert program.window.isVisible()
    assert program.toast == "There is no tray here, so the window is the home of the companion."


def test_with_a_tray_a_hidden_start_stays_hidden(begin, edges):
    edges.there = True
    program = begin(hidden=True)
    assert not program.window.isVisible()
    program.app.presence._show_without_tray()
    assert not program.window.isVisible()
    program.app.presence.tray.open_requested.emit()
    assert program.window.isVisible()


def test_without_notifications_and_tray_a_prompt_is_a_card_in_the_window(begin, clock):
    program = begin(prompts_per_day=2)
    program.notices.works = False
    come_to_the_next_prompt(program, clock)
    assert program.reminders.card.isVisible()
    program.reminders.card.later_button.click()
    program.settle()
    assert program.companion.prompts.recent(1)[0].outcome is Outcome.LATER


def test_two_prompts_at_once_are_one_notice(begin, clock):
    program = begin(prompts_per_day=2)
    coming = come_to_the_next_prompt(program, clock)
    program.reminders.desk.take(coming.due)
    program.settle()
    assert len(program.notices.shown) == 1
    program.reminders.open_small_check_in(None)
    first = program.reminders._small
    program.reminders.open_small_check_in(None)
    assert program.reminders._small is first


def come_to_the_next_prompt(program, clock):
    scheduler = program.reminders.desk._scheduler
    coming = scheduler.next()
    clock.advance((coming.at - clock.now()).total_seconds())
    scheduler.fire()
    program.settle()
    return coming


@pytest.mark.parametrize("name", ["C", "xx_YY", "ar_EG", "de_DE"])
def test_any_locale_opens_every_page(begin, name):
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        program = begin(questions=True)
        program.press("Come in")
        for page in ("today", "insights", "journal", "help"):
            program.page(page)
        assert program.page("help").country in (None, "DE", "EG")
    finally:
        QLocale.setDefault(before)


# What is written


@pytest.mark.parametrize("kind", STRANGE)
def test_any_text_in_any_field_is_kept_whole(begin, clock, kind):
    words = STRANGE[kind]
    program = begin()
    page = program.page("checkin")
    page.form.first.slider.set_depth(5)
    page.form.around.line.setText(words)
    page.save()
    program.settle()
    one_line = words.replace("\x00", "").replace("\r\n", "\n")
    note = program.companion.checkins.newest()[0].note
    assert "".join(note.split()) == "".join(one_line.split())
    journal = program.page("journal")
    journal.sheet.title.insertPlainText(words[:500])
    journal.sheet.body.insertPlainText(words)
    journal.column.search.setText(words)
    journal.column.search_now()
    journal.leaving()
    program.settle()
    entry = program.companion.journal.last_of_today()
    assert "".join(entry.body.split()) == "".join(one_line.replace("\x1b", "").split())
    path = program.page("path")
    path.open_thing(next(row.thing.key for row in path.card.rows if "sentence" in row.thing.goes_to))
    program.app.navigation.check_in(None)


def test_a_check_in_is_taken_back_with_ctrl_z(begin):
    program = begin()
    insights = program.page("insights")
    program.page("today")
    program.key(Qt.Key.Key_4, Qt.Key.Key_Return)
    program.settle()
    program.page("insights")
    assert insights.chart.dots == 1
    QTest.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    program.settle()
    assert insights.chart.dots == 0
    assert program.companion.checkins.newest() == []
    assert program.toast == ""
