"""A program with everything of prompting in it, whose one prompt comes a moment after the start."""

import sys
import threading
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from numbcompanion.clock import SystemClock
from numbcompanion.companion import Companion
from numbcompanion.paths import Home
from numbcompanion.prompts.plan import Plan
from numbcompanion.prompts.prompts import Prompts
from numbcompanion.prompts.rules import CheckInRule
from numbcompanion.store.key_stores import KeyFile
from ui.facts import Facts
from ui.reminders import Reminders
from ui.shell.termination import Termination
from ui.shell.tray import Tray
from ui.tasks import Tasks, WorkerThread
from ui.theme.theme import Theme

SOON_S = 3


@dataclass(frozen=True)
class UtcClock(SystemClock):
    def zone_name(self) -> str:
        return "UTC"


class SoonPrompts(Prompts):
    """One prompt, drawn from a window of one second, without the quiet minutes after a start."""

    soon: CheckInRule | None = None

    def rule(self) -> CheckInRule:
        super().rule()
        if self.soon is None:
            now = self._clock.now()
            begins, ends = (now + timedelta(seconds=SOON_S + n) for n in (0, 1))
            self.soon = CheckInRule(per_day=1, start=begins.time(), end=ends.time(), since=now)
        return self.soon

    def plan(self) -> Plan:
        plan = super().plan()
        return Plan(plan.home_id, plan.rule, plan.pause, plan.events)


def say(*words: object) -> None:
    print(*words, flush=True)


class Program:
    def __init__(self, app: QApplication, folder: Path):
        companion = Companion(Home(folder / "home", folder / "keys"), UtcClock(), [KeyFile(folder / "keys")])
        companion.prompts = SoonPrompts(companion.store, companion.clock, companion.preferences)
        self.companion = companion
        self.theme, self.facts = Theme(), Facts()
        self.theme.apply(app)
        worker = WorkerThread()
        worker.start()
        self.tasks = Tasks(worker)
        self.tasks.run(companion.open)
        self.window = QWidget()
        self.window.setWindowTitle("Prompting")
        self.window.resize(700, 500)
        self.window.show()
        self.tray = Tray(self.theme)
        self.tray.present_changed.connect(lambda present: say("tray", present))
        self.reminders = Reminders(companion, self.theme, self.tasks, self.facts, self.tray, self.window, lambda: False)
        self.reminders.notifier.shown.connect(lambda key, channel: say("shown by", channel))
        self.reminders.desk.check_in_requested.connect(lambda _: say("asked"))
        self.reminders.desk.next_changed.connect(self.look)
        self.facts.checkin_saved.connect(lambda checkin: say("saved", checkin.depth))
        self.tray.start()
        self.reminders.start()

    def look(self, _coming: object) -> None:
        self.tasks.run(lambda: self.companion.prompts.recent(1), self.tell)

    def tell(self, events: list) -> None:
        for event in events:
            say("became", event.outcome.value)

    def stop(self) -> None:
        self.reminders.stop()
        self.tray.stop()
        self.tasks.run(self.companion.close)
        self.tasks.close()


def main() -> int:
    app = QApplication(sys.argv)
    app.setQuitOnLastWindowClosed(False)
    program = Program(app, Path(sys.argv[1]))
    termination = Termination(app.quit)
    code = app.exec()
    program.stop()
    termination.stop()
    say(
        "threads left:", [t.name for t in threading.enumerate() if t.name in ("notifications", "APScheduler", "worker")]
    )
    return code


if __name__ == "__main__":
    sys.exit(main())
