"""A program that rings through a plan: `bell_program.py SECONDS EVERY [SOUNDSCAPE]`; says when each bell was due."""

import sys
import threading
import time

from PySide6.QtCore import QTimer

from numbcompanion.clock import SystemClock
from numbcompanion.practice.plans import Bell, BellKind, Plan, Soundscape
from numbcompanion.practice.session import Session
from ui.app import application
from ui.practice.sounds import system_speaker

AHEAD_S = 0.3
LOOK_MS = 50
VOLUME = 0.7


def say(*words: object) -> None:
    print(*words, flush=True)


def main() -> int:
    length_s, every_s = int(sys.argv[1]), int(sys.argv[2])
    app = application()
    app.setQuitOnLastWindowClosed(False)
    speaker = system_speaker()
    speaker.trouble.connect(lambda sentence: say("trouble:", sentence))
    speaker.prepare()
    if len(sys.argv) > 3:
        speaker.lay(Soundscape(sys.argv[3]), VOLUME)
    bells = tuple(Bell(float(at_s), BellKind.BOWL) for at_s in range(0, length_s + 1, every_s))
    session = Session(Plan("bells", float(length_s), bells, prepare_s=2.0), SystemClock())
    began = time.time() + session.plan.lead_s

    def look() -> None:
        session.tick()
        for bell, in_s in session.bells_ahead(AHEAD_S):
            speaker.ring(bell.kind, VOLUME, max(0.0, in_s))
            say("due", began + bell.at_s)
        if session.state.final:
            timer.stop()
            say("ended")
            speaker.close()
            wait.start()

    def rung_out() -> None:
        if not any(thread.name == "sound" for thread in threading.enumerate()):
            say("closed")
            app.quit()

    timer, wait = QTimer(), QTimer()
    timer.timeout.connect(look)
    wait.timeout.connect(rung_out)
    timer.start(LOOK_MS)
    wait.setInterval(LOOK_MS)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
