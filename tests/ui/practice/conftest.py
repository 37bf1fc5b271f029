"""The practice page on a real store, with a speaker, voice, song and screen that only remember."""

import pytest
from practising import FakeAwake, FakeSong, FakeSpeaker, FakeVoice, press
from PySide6.QtCore import QCoreApplication, QEvent

from numbcompanion.practice.script_shelf import Scripts
from numbcompanion.practice.timer import TIMER, TimerSettings
from numbcompanion.preferences import StillChoice, ThemeChoice
from ui.kit.dialogs import Dialogs
from ui.practice.page import PracticePage
from ui.practice.performer import Lent, Performer
from ui.practice.playing import Instruments


@pytest.fixture
def speaker(qtbot, clock):
    return FakeSpeaker(clock)


@pytest.fixture
def voice(qtbot):
    return FakeVoice()


@pytest.fixture
def song(qtbot):
    return FakeSong()


@pytest.fixture
def awake():
    return FakeAwake()


@pytest.fixture
def lines():
    """The lines that were put into the journal."""
    return []


@pytest.fixture(scope="session")
def shipped():
    """The practices of the program, read once for all tests."""
    return Scripts.shipped()


@pytest.fixture
def build(qtbot, theme, tasks, facts, companion, clock, speaker, voice, awake, song, lines, shipped):
    """Return a function that builds and shows the page; a session that still goes on ends with the test."""
    built = []

    def build(scripts: Scripts | None = None) -> PracticePage:
        scripts = scripts or shipped
        words = lambda near: ("flat", "empty", "calm", "tired", "tense", "warm") if near is None else (near, "softer")  # noqa: E731
        performer = Performer(
            theme,
            tasks,
            facts,
            companion.practice_log,
            companion.preferences,
            scripts,
            Instruments(clock, speaker, voice, awake),
            Dialogs(theme),
            Lent(lines.append, words, lambda: song),
        )
        performer.setParent(tasks)
        page = PracticePage(
            theme,
            tasks,
            facts,
            companion.practice_log,
            companion.practice_choices,
            scripts,
            clock,
            companion.preferences,
            performer,
        )
        performer.player_requested.connect(qtbot.addWidget)
        performer.player_requested.connect(lambda player: (player.resize(1160, 780), player.show()))
        performer.player_closed.connect(lambda player: player.hide())
        qtbot.addWidget(page)
        page.resize(956, 780)
        page.show()
        page.opened()
        tasks.drain()
        built.append(page)
        return page

    yield build
    for page in built:
        if page.player is not None:
            page.player.end()


@pytest.fixture
def page(build):
    return build()


@pytest.fixture
def practise(page):
    """Return a function that begins a practice, or a timer with these settings, and returns its player."""

    def practise(what="orienting", **chosen):
        if isinstance(what, TimerSettings):
            page.choose(TIMER)
            page.before.show_settings(what)
        else:
            page.choose(what)
        for row, key in chosen.items():
            press(getattr(page.before, row), key)
        page.begin()
        return page.player

    return practise


@pytest.fixture
def orienting(practise):
    """Three minutes of orienting, just begun."""
    return practise("orienting", lengths="3")


@pytest.fixture
def still(theme):
    """Nothing moves."""
    theme.set_choice(ThemeChoice.LIGHT, 1.0, StillChoice.ON)
    yield
    theme.set_choice()


@pytest.fixture
def moving(theme):
    """What can move does, whatever this desktop likes."""
    theme.set_choice(ThemeChoice.LIGHT, 1.0, StillChoice.OFF)
    yield
    theme.set_choice()


@pytest.fixture
def play(clock):
    """Return a function that lets a player's time pass in small steps."""

    def play(player, seconds, step_s=0.25):
        for _ in range(round(seconds / step_s)):
            clock.advance(step_s)
            player.move_on()

    return play


@pytest.fixture(autouse=True)
def no_widget_stays(qapp):
    """Delete for good what a test closed: what stays is dressed again by every later theme."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
