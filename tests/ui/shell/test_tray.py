import pytest
from PySide6.QtCore import QObject, Signal

from numbcompanion.practice.records import Ending, SessionDone
from numbcompanion.practice.timer import TIMER, TimerSettings
from numbcompanion.prompts.records import PauseLength
from ui.shell.tray import Tray


class FakeHost(QObject):
    came = Signal()
    changed = Signal()

    def __init__(self):
        super().__init__()
        self.there = False

    def available(self):
        return self.there

    def watch(self):
        return

    def stop(self):
        return


@pytest.fixture
def host(qapp):
    return FakeHost()


@pytest.fixture
def tray(theme, host, qtbot):
    tray = Tray(theme, host)
    yield tray
    tray.stop()


def words(menu):
    return [action.text() for action in menu.actions() if action.text() and action.isVisible()]


def action(tray, text):
    return next(a for a in tray.menu.actions() if a.text() == text)


def test_the_menu_begins_with_the_next_prompt_and_why(tray):
    tray.set_next("A check-in at 15:40, because you asked for two between 9:00 and 21:00.")
    first = tray.menu.actions()[0]
    assert first.text().startswith("A check-in at 15:40")
    assert not first.isEnabled()


def test_the_menu_offers_what_is_needed(tray):
    assert words(tray.menu)[1:] == [
        "Check in",
        "Something came through",
        "Just sit with me",
        "Pause prompts",
        "Open Numb Companion",
        "Help now",
        "Quit",
    ]


def test_resume_is_at_the_top_level_whenever_prompts_are_paused(tray):
    tray.set_paused(True)
    assert "Resume prompts" in words(tray.menu)
    assert "Pause prompts" not in words(tray.menu)
    tray.set_paused(False)
    assert "Resume prompts" not in words(tray.menu)


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Check in", "check_in_requested"),
        ("Something came through", "glimmer_requested"),
        ("Just sit with me", "sit_requested"),
        ("Resume prompts", "resume_requested"),
        ("Open Numb Companion", "open_requested"),
        ("Help now", "help_requested"),
        ("Quit", "quit_requested"),
    ],
)
def test_every_line_asks_for_its_thing(tray, qtbot, text, signal):
    with qtbot.waitSignal(getattr(tray, signal)):
        action(tray, text).trigger()


def test_a_pause_is_asked_for_by_its_length(tray, qtbot):
    asked = []
    tray.pause_requested.connect(asked.append)
    for one in action(tray, "Pause prompts").menu().actions():
        one.trigger()
    assert asked == [PauseLength.HOUR, PauseLength.TODAY, PauseLength.OPEN]


def test_a_tray_that_appears_later_is_used(tray, host, qtbot):
    changes = []
    tray.present_changed.connect(changes.append)
    tray.start()
    qtbot.wait(10)
    assert not tray.present
    assert not tray.show_message("title", "text")
    host.there = True
    host.came.emit()
    qtbot.waitUntil(lambda: tray.present)
    host.there = False
    host.changed.emit()
    assert changes == [True, False]


@pytest.fixture
def practised(begin):
    """The program of someone who has read the note before the first practice."""
    return begin(practice_safety_shown=True)


def test_just_sit_with_me_begins_at_once_as_the_last_time(practised):
    log, clock = practised.companion.practice_log, practised.companion.clock
    last = TimerSettings(minutes=3, prepare_s=0)
    log.keep(SessionDone(TIMER, clock.now(), 180, 180, Ending.COMPLETE, last.kept()))
    practised.app.presence.tray.sit_requested.emit()
    practised.settle()
    player = practised.window.page("practice").player
    assert practised.window.covered
    assert TimerSettings.from_kept(player.session.plan.settings) == last


def test_just_sit_with_me_leaves_a_session_that_goes_on_alone(practised):
    practised.app.presence.tray.sit_requested.emit()
    practised.settle()
    player = practised.window.page("practice").player
    practised.app.presence.tray.sit_requested.emit()
    practised.settle()
    assert practised.window.page("practice").player is player
    assert practised.window._cover.count() <= 2


def test_just_sit_with_me_shows_the_note_before_the_first_practice(begin):
    program = begin()
    program.app.presence.tray.sit_requested.emit()
    program.settle()
    page = program.window.page("practice")
    assert (page.player, page.chosen) == (None, TIMER)
    assert page.before.safety.isVisible()
