import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from numbcompanion.practice.scripts import load_scripts
from ui.practice.page import PracticePage


class FakeSpeaker(QObject):
    """Remembers which bells were asked for, and the moment each is to be heard."""

    trouble = Signal(str)
    available = True

    def __init__(self, clock):
        super().__init__()
        self._clock = clock
        self.strokes = []
        self.silenced = 0
        self.calls = []

    def prepare(self):
        self.calls.append("prepare")

    def ring(self, kind, volume, in_s=0.0):
        self.strokes.append((self._clock.monotonic_s() + in_s, kind, volume))

    def silence(self):
        self.calls.append("silence")

    def close(self):
        self.calls.append("close")


class FakeAwake:
    """Remembers whether the screen is held awake."""

    def __init__(self):
        self.held = False

    def hold(self):
        self.held = True

    def release(self):
        self.held = False


@pytest.fixture
def speaker(qtbot, clock):
    return FakeSpeaker(clock)


@pytest.fixture
def awake():
    return FakeAwake()


@pytest.fixture
def build(qtbot, theme, tasks, facts, companion, clock, speaker, awake):
    """Return a function that builds and shows the page."""

    def build() -> PracticePage:
        page = PracticePage(
            theme,
            tasks,
            facts,
            companion.practice_log,
            load_scripts(),
            clock,
            speaker,
            companion.preferences,
            awake,
        )
        page.player_requested.connect(qtbot.addWidget)
        page.player_requested.connect(lambda player: (player.resize(1160, 780), player.show()))
        page.player_closed.connect(lambda player: player.hide())
        qtbot.addWidget(page)
        page.resize(956, 780)
        page.show()
        page.opened()
        tasks.drain()
        return page

    return build


@pytest.fixture
def page(build):
    return build()


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
