from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from numbcompanion.prompts.records import Outcome
from ui.prompts.abilities import AbilityRows
from ui.prompts.settings import PromptSettings
from ui.prompts.system_notices import SystemAbilities

MORNING = datetime(2026, 11, 23, 7, tzinfo=UTC)


class FakeDesk(QObject):
    test_shown = Signal(str)

    def __init__(self, tasks, facts):
        super().__init__()
        self.tasks, self.facts, self.tests = tasks, facts, 0

    def change(self, change):
        self.tasks.run(change, lambda _: self.facts.prompts_changed.emit())

    def send_test(self):
        self.tests += 1


class FakeSystem:
    abilities = SystemAbilities(True, True)

    def tell_abilities(self, told):
        told(self.abilities)


@pytest.fixture
def desk(tasks, facts):
    return FakeDesk(tasks, facts)


@pytest.fixture
def page(theme, tasks, facts, companion, clock, desk, qtbot):
    clock.set(MORNING)
    companion.prompts.ask_for(2)
    page = PromptSettings(theme, tasks, facts, companion.prompts, desk, clock, companion.preferences)
    qtbot.addWidget(page)
    page.show()
    page.opened()
    tasks.drain()
    return page


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_the_heading_says_when_the_next_one_comes_and_the_line_under_it_why(page):
    said = texts(page)
    assert any(text.startswith("The next one comes at ") for text in said)
    assert any("because you asked for two between" in text for text in said)


def test_before_the_first_prompt_one_kind_sentence_stands_there(page):
    assert "Nothing yet. What becomes of each prompt is told here." in texts(page.last_ones)


def test_what_became_of_the_last_ones_is_told(page, companion, clock, facts, tasks, qtbot):
    coming = companion.prompts.next()
    clock.advance((coming.at - clock.now()).total_seconds())
    companion.prompts.offer(coming.due)
    clock.advance(40)
    companion.prompts.finish(coming.due.key, Outcome.ANSWERED)
    facts.prompts_changed.emit()
    tasks.drain()
    qtbot.waitUntil(lambda: "Check in · answered" in texts(page.last_ones))
    said = texts(page.last_ones)
    assert "after 40 s" in said
    assert any(text.startswith("Today ") for text in said)
    clock.advance(timedelta(days=1).total_seconds())
    page.opened()
    tasks.drain()
    qtbot.waitUntil(lambda: any(text.startswith("Yesterday ") for text in texts(page.last_ones)))


def test_not_today_gives_quiet_and_resume_ends_it(page, tasks, qtbot):
    assert page.resume_button.isHidden()
    page.not_today_button.click()
    tasks.drain()
    assert "Quiet until tomorrow " in " ".join(texts(page))
    assert page.not_today_button.isHidden()
    assert page.resume_button.isVisible()
    page.resume_button.click()
    tasks.drain()
    assert page.resume_button.isHidden()


def test_how_many_a_day_is_kept_and_announced(page, companion, tasks, facts, qtbot):
    page.wishes.number.choose("0")
    with qtbot.waitSignal(facts.preferences_changed) as changed:
        page.wishes.number.chosen_changed.emit("0")
        tasks.drain()
    assert changed.args[0].prompts_per_day == 0
    page.opened()
    tasks.drain()
    assert "You asked for none." in texts(page)
    assert page.not_today_button.isHidden()
    assert not page.wishes.from_hour.isEnabled()


def test_the_window_of_the_day_is_kept_and_never_ends_before_it_begins(page, companion, tasks):
    page.wishes.from_hour.choose("20")
    page.wishes.to_hour.choose("12")
    page.wishes.from_hour.chosen_changed.emit("20")
    tasks.drain()
    page.opened()
    chosen = companion.preferences.current
    assert (chosen.prompts_from_hour, chosen.prompts_to_hour) == (20, 21)
    assert page.wishes.to_hour.chosen() == "21"
    assert page.wishes.to_hour.count() == 4


def test_a_test_one_says_where_it_came(page, desk):
    page.test_button.click()
    assert desk.tests == 1
    for channel, words in (("system", "as a notification."), ("tray", "at the tray icon"), ("", "nothing to show")):
        desk.test_shown.emit(channel)
        assert words in page.test_said.text()


def test_there_is_a_way_back_to_the_other_settings(page, qtbot):
    with qtbot.waitSignal(page.back_requested):
        page.back_button.click()


def test_every_control_has_a_name(page):
    for control in (page.wishes.number, page.wishes.from_hour, page.wishes.to_hour):
        assert control.accessibleName()


@pytest.mark.parametrize(
    ("abilities", "notices", "mending"),
    [
        (SystemAbilities(True, True), "yes", ""),
        (SystemAbilities(True, False), "yes", "have no buttons"),
        (SystemAbilities(), "not found", "No program here shows notifications"),
    ],
)
def test_what_this_computer_can_do_is_said_with_how_to_mend_it(theme, qtbot, abilities, notices, mending):
    system = FakeSystem()
    system.abilities = abilities
    rows = AbilityRows(theme, system)
    qtbot.addWidget(rows)
    rows.show()
    qtbot.waitUntil(lambda: rows.notices.text() == notices)
    assert mending in rows.mending.text()
    assert rows.tray.text() == "not found"
    rows.show_tray(True)
    assert rows.tray.text() == "yes"
