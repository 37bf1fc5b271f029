"""Measures the player beside a bare widget, on the screen it is started on: `player_program FOLDER [SECONDS]`."""

import ctypes
import gc
import json
import sys
import time
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QCoreApplication, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from numbcompanion.companion import Companion
from numbcompanion.paths import Home
from numbcompanion.practice.breath import BreathPattern, Pacing
from numbcompanion.practice.breath_presets import breath_plan
from numbcompanion.practice.plans import Plan
from ui.app import application
from ui.facts import Facts
from ui.kit.dialogs import Dialogs
from ui.practice.awake import DesktopAwake
from ui.practice.performer import Performer
from ui.practice.player import Player
from ui.practice.playing import Instruments
from ui.practice.sounds import system_speaker
from ui.practice.voice import MuteVoice
from ui.tasks import Tasks, WorkerThread
from ui.theme import Theme

SIZE = (1160, 780)
FRAMES, ROUNDS = 240, 5
FRAME_MS = 16
CPU_S, CPU_ROUNDS = 8.0, 3
PACER_S = 120.0
PATTERN = BreathPattern.of(3.0, 0.0, 3.0)


class BareCircles(QWidget):
    """Three antialiased circles that open and close, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(*SIZE)
        self.openness = 0.0

    def step(self) -> None:
        """Open a little more."""
        self.openness = (self.openness + 1 / 180) % 1.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, color in ((0.78, "#e6e1e2"), (0.62, "#d8cbd0"), (0.465, "#cbacb3")):
            painter.setBrush(QColor(color))
            radius = 205 * share * (0.62 + 0.38 * self.openness)
            painter.drawEllipse(QPointF(580, 340), radius, radius)
        painter.end()


class Bench:
    """The real performer over a real home, with the computer's own sound."""

    def __init__(self, folder: str, app: QApplication):
        self.companion = Companion(Home(Path(folder), Path(folder) / "keys"))
        worker = WorkerThread()
        self.tasks = Tasks(worker)
        self.theme = Theme()
        self.theme.apply(app)
        self.tasks.run(self.companion.open)
        worker.start()
        instruments = Instruments(self.companion.clock, system_speaker(), MuteVoice(), DesktopAwake())
        services = self.companion
        self.performer = Performer(
            self.theme,
            self.tasks,
            Facts(),
            services.practice_log,
            services.preferences,
            services.scripts,
            instruments,
            Dialogs(self.theme),
        )
        self.beside = QWidget()
        self.beside.resize(*SIZE)
        self.beside.show()
        self.performer.player_requested.connect(self._show)
        self.performer.player_closed.connect(lambda player: player.deleteLater())

    def _show(self, player: Player) -> None:
        player.resize(*SIZE)
        player.show()

    def begin(self, seconds: float = 600.0) -> Player:
        """Begin a breath session and return its player."""
        self.performer.play(plan_of(seconds))
        assert self.performer.player is not None
        return self.performer.player

    def end(self) -> None:
        """End the session and let all of it go."""
        player = self.performer.player
        if player is not None:
            player.end()
        turn(0.3)
        QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete
        gc.collect()


def plan_of(seconds: float) -> Plan:
    return breath_plan(Pacing(PATTERN), round(seconds / 60) or 1)


def turn(seconds: float) -> None:
    """Let events happen for a while, as the program's own loop does."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def bare_frames(bare: BareCircles) -> list[float]:
    """Return the milliseconds of frames, each from its timer to the end of its painting."""

    def frame() -> None:
        bare.step()
        bare.repaint()

    return frames_of(frame)


def player_frames(player: Player) -> list[float]:
    def frame() -> None:
        player.motion.frame()
        player.stage.ring.repaint(player.stage.ring._moving)

    return frames_of(frame)


def frames_of(frame: Any) -> list[float]:
    took = []
    for _ in range(FRAMES):
        begun_s = time.perf_counter()
        frame()
        took.append((time.perf_counter() - begun_s) * 1000)
        QCoreApplication.processEvents()
        time.sleep(max(0.0, FRAME_MS / 1000 - (time.perf_counter() - begun_s)))
    return took


def cpu_percent(seconds: float) -> float:
    """Return how much of a core the program used while its loop ran."""
    before, begun_s = time.process_time(), time.perf_counter()
    turn(seconds)
    return 100 * (time.process_time() - before) / (time.perf_counter() - begun_s)


def first_frames(bench: Bench) -> tuple[float, int]:
    """Begin a session; returns the frames until its ring was painted, and the modules that were loaded for it."""
    bench.performer.get_ready(bench.beside)  # as the page does when what is said before is shown
    turn(0.2)
    loaded = set(sys.modules)
    begun_s = time.perf_counter()
    player = bench.begin()
    painted: list[float] = []
    original = player.stage.ring.paintEvent

    def paint(event: QPaintEvent) -> None:
        original(event)
        painted.append(time.perf_counter())

    player.stage.ring.paintEvent = paint  # type: ignore[method-assign]
    while not painted:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    frames = (painted[0] - begun_s) * 1000 / (1000 / 60)
    turn(0.3)
    new = len(set(sys.modules) - loaded)
    bench.end()
    return frames, new


def memory_mib() -> float:
    """Return what the program holds, without what its allocator keeps for later."""
    gc.collect()
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).malloc_trim(0)
    return psutil.Process().memory_full_info().uss / 2**20


def pacer_off(bench: Bench, seconds: float) -> float:
    """Return by how many per cent the period of the breath differs from the plan, by real time."""
    player = bench.begin(seconds + 60)
    seen: list[tuple[int, float]] = []

    def look() -> None:
        phase = player.showing.phase
        if phase is not None and (not seen or seen[-1][0] != phase.breath):
            seen.append((phase.breath, time.monotonic()))

    watch = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=4)
    watch.timeout.connect(look)
    watch.start()
    turn(seconds + 4)
    watch.stop()
    bench.end()
    (first, at), (last, to) = seen[1], seen[-1]
    return abs((to - at) / (last - first) / PATTERN.period_s - 1) * 100


def main(folder: str, pacer_s: float) -> dict[str, Any]:
    app = application()
    app.setQuitOnLastWindowClosed(False)
    bench, found = Bench(folder, app), dict[str, Any]()
    first = [first_frames(bench) for _ in range(7)][2:]
    found["first_frames"], found["loaded"] = [frames for frames, _ in first], [new for _, new in first]
    found["frames"], found["bare_frames"], found["cpu"], found["bare_cpu"] = [], [], [], []
    for number in range(max(ROUNDS, CPU_ROUNDS)):
        bare = BareCircles()
        bare.show()
        turn(0.5)
        found["bare_frames"].append(bare_frames(bare))
        timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=FRAME_MS)
        timer.timeout.connect(bare.step)
        timer.start()
        if number < CPU_ROUNDS:
            found["bare_cpu"].append(cpu_percent(CPU_S))
        timer.stop()
        bare.close()
        player = bench.begin()
        turn(5.0)  # past the first bell and the time to settle
        found["frames"].append(player_frames(player))
        if number < CPU_ROUNDS:
            found["cpu"].append(cpu_percent(CPU_S))
        bench.end()
    mib = []
    for _ in range(10):
        bench.begin()
        turn(1.5)
        bench.end()
        turn(0.5)
        mib.append(memory_mib())
    found["grown_mib"] = mib[9] - mib[1]
    found["pacer_off"] = pacer_off(bench, pacer_s)
    bench.tasks.run(bench.companion.close)
    bench.tasks.close()
    return found


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else PACER_S)))
