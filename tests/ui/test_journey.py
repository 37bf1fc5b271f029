"""The whole of what a person can do, in one go, on a real store that another process writes to as well."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fakes import MovableClock
from program import button, texts, wait_until
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from scenes import PAGES, SECTIONS

from numbcompanion.checkins.records import Source
from numbcompanion.companion import Companion
from numbcompanion.paths import Home
from numbcompanion.preferences import Audience
from numbcompanion.prompts.records import Outcome
from numbcompanion.store.key_stores import KeyFile
from ui.prompts.notice import Reply

ROOT = Path(__file__).parents[2]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clock():
    """Begins on the day of the computer's own clock, for the other process knows no other."""
    return MovableClock(datetime.now(UTC).replace(hour=10, minute=0))


@pytest.fixture
def home(edges, tmp_path):
    return Home.chosen(str(tmp_path / "home"))


@pytest.fixture
def new_companion(home, clock):
    return lambda: Companion(home, clock, [KeyFile(home.key_folder)])


def command(home, *arguments):
    """Start the program a second time, as a process of its own."""
    line = [sys.executable, "-m", "numbcompanion", "--data-dir", str(home.folder), *arguments]
    return subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process):
    wait_until(lambda: process.poll() is not None)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    return out


def test_all_that_a_person_can_do(begin, new_companion, home, clock, edges):
    edges.there = True
    program = begin(companion=new_companion(), questions=True)
    answer_the_first_questions(program)
    check_in_with_two_keys(program)
    check_in_with_words(program)
    practise(program, clock)
    write(program, clock)
    walk_step_one(program)
    read(program)
    find_help(program)
    answer_a_prompt(program, clock)
    see_what_another_process_wrote(program, home)
    close_with_and_without_a_tray(program, home, edges)
    program.end()
    find_everything_again(begin(companion=new_companion()))


def answer_the_first_questions(program):
    questions = program.app.opening._questions
    assert program.window.covered
    assert any("does not replace care" in text for text in texts(questions))
    button(questions, "me").click()
    button(questions, "twice a day").click()
    questions._country.setCurrentIndex(questions._country.findData("IE"))
    program.press("Come in")
    chosen = program.companion.preferences.current
    assert (chosen.audience, chosen.country, chosen.prompts_per_day) == (Audience.ME, "IE", 2)
    assert (program.window.covered, program.window.current) == (False, "today")


def check_in_with_two_keys(program):
    program.key(Qt.Key.Key_4, Qt.Key.Key_Return)
    program.settle()
    assert program.toast == "Kept: 4 of 10."
    insights = program.page("insights")
    assert insights.chart.dots == 1
    program.key(Qt.Key.Key_1, modifier=CTRL)
    program.key(Qt.Key.Key_6, Qt.Key.Key_Return)
    program.settle()
    program.key(Qt.Key.Key_5, modifier=CTRL)
    program.settle()
    assert insights.chart.dots == 2
    program.key(Qt.Key.Key_1, modifier=CTRL)
    program.press("I can’t tell")
    newest = program.companion.checkins.newest()[0]
    assert (newest.depth, newest.source) == (None, Source.TODAY)
    program.page("insights")
    wait_until(lambda: "1 says “I can’t tell”." in insights.thaw_card.twin.summary)
    assert insights.chart.dots == 2


def check_in_with_words(program):
    program.key(Qt.Key.Key_2, modifier=CTRL)
    page = program.window.page("checkin").form
    place = page.map_card.map
    program.key(Qt.Key.Key_3)
    QTest.mouseClick(place, Qt.MouseButton.LeftButton, pos=QPoint(place.width() // 4, place.height() // 3))
    words = [chip.key for chip in page.words.chips.chips[:2]]
    for chip in page.words.chips.chips[:2]:
        chip.click()
    page.around.line.setFocus()
    program.key("rain on the roof", Qt.Key.Key_Return)
    program.settle()
    newest = program.companion.checkins.newest()[0]
    assert (newest.depth, newest.note, sorted(newest.words)) == (3, "rain on the roof", sorted(words))
    assert newest.pleasantness < 0 < newest.energy
    said = (page.first.slider.touched, place.point(), page.words.chosen(), page.around.line.text())
    assert said == (False, None, (), "")


def practise(program, clock):
    program.page("today")
    program.press("Begin orienting")
    page = program.window.page("practice")
    program.press("Begin")
    assert program.window.covered
    for _ in range(70):  # one leap would be a computer that slept
        clock.advance(1)
        page.player.move_on()
    program.key(Qt.Key.Key_Escape)
    program.settle()
    program.key(Qt.Key.Key_Escape)
    program.settle()
    assert not program.window.covered
    kept = program.companion.practice_log.recent(1)[0]
    assert (kept.practice, round(kept.done_s)) == ("orienting", 70)


def write(program, clock):
    program.key(Qt.Key.Key_4, modifier=CTRL)
    program.settle()
    page = program.window.page("journal")
    program.key("The heron stood in the weir again.")
    assert page.sheet.state.text() == "writing…"
    clock.advance(2)
    page.keeper.look()
    program.settle()
    assert page.sheet.state.text() == "saved · 7 words"
    program.key(" Later.")
    program.key(Qt.Key.Key_1, modifier=CTRL)
    program.settle()
    program.key(Qt.Key.Key_4, modifier=CTRL)
    page.column.search.setFocus()
    program.key("weir")
    page.column.search_now()
    program.settle()
    assert page.column.lines.rowCount() == 1
    page.column.search.clear()
    program.settle()
    assert program.companion.journal.search("later")[0]


def walk_step_one(program):
    page = program.page("path")
    row = page.card.rows[0]
    row.mark.click()
    program.settle()
    assert row.thing.key in program.companion.path.state().tried(1)
    assert len(page._steps) == 7


def read(program):
    for room in ("together", "library"):
        program.page(room)
        chapters = program.app.rooms.shelf(room).pages
        assert len(chapters) >= 2
        program.app.navigation.open_chapter(room, chapters[0].slug)
        program.settle()
        assert chapters[0].title in texts(program.window)


def find_help(program):
    program.key(Qt.Key.Key_H, modifier=CTRL | Qt.KeyboardModifier.ShiftModifier)
    page = program.window.page("help")
    assert program.window.current == "help"
    assert (page.country, "116 123" in texts(page)) == ("IE", True)
    program.companion.preferences.change(country="ZZ")
    program.page("help")
    assert not any(any(c.isdigit() for c in text) for text in texts(page._halves.left))
    program.companion.preferences.change(country="IE")


def answer_a_prompt(program, clock):
    scheduler = program.reminders.desk._scheduler
    coming = scheduler.next()
    assert "because you asked for two" in program.app.presence.tray.menu.actions()[0].text()
    clock.advance((coming.at - clock.now()).total_seconds())
    scheduler.fire()
    program.settle()
    assert program.notices.notice.body == "A quiet moment, if you want one."
    program.notices.press(Reply.CHECK_IN)
    program.settle()
    small = program.reminders._small
    assert small.isVisible()
    wait_until(small.isActiveWindow)
    program.key(Qt.Key.Key_2, Qt.Key.Key_Return)
    program.settle()
    newest = program.companion.checkins.newest()[0]
    assert (newest.depth, newest.source) == (2, Source.PROMPT)
    assert program.companion.prompts.recent(1)[0].outcome is Outcome.ANSWERED
    assert program.reminders._small is None


def see_what_another_process_wrote(program, home):
    insights = program.page("insights")
    before = insights.chart.dots
    assert finish(command(home, "check-in", "--depth", "7", "--note", "from outside")) == "Kept.\n"
    wait_until(lambda: insights.chart.dots == before + 1)


def close_with_and_without_a_tray(program, home, edges):
    program.window.close()
    program.settle()
    assert (program.window.isVisible(), program.quits) == (False, [])
    finish(command(home))
    wait_until(program.window.isVisible)
    edges.there = False
    program.app.presence.tray._host.changed.emit()
    program.dialogs.answer = False
    program.companion.preferences.change(close_to_tray_told=False)
    program.window.close()
    program.settle()
    assert program.window.isVisible()
    assert "closing the window ends the companion" in program.dialogs.asked[-1]
    program.dialogs.answer = True
    program.window.close()
    program.settle()
    assert program.quits == [True]


def find_everything_again(program):
    assert not program.window.covered
    assert program.page("insights").chart.dots == 5
    page = program.page("journal")
    assert page.sheet.words().body == "The heron stood in the weir again. Later."
    assert program.page("path").card.rows[0].mark.isChecked()
    notes = {checkin.note for checkin in program.companion.checkins.newest(9)}
    assert {"rain on the roof", "from outside"} <= notes
    assert len(program.companion.practice_log.recent(9)) == 1


class _Shown(QObject):
    """Remembers every window that is shown."""

    def __init__(self):
        super().__init__()
        self.windows = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_no_page_opens_a_window_or_leaves_one(full, qapp):
    program = full()
    shown = _Shown()
    qapp.installEventFilter(shown)
    for name in PAGES:
        program.page(name)
    for name in SECTIONS:
        program.section(name)
    qapp.removeEventFilter(shown)
    assert shown.windows == []
    program.end()  # what began it looks for widgets that are left
