"""A program that speaks: `voice_program.py captions TEXT[=RECORDING]…`, or plays: `voice_program.py song FILE`.

Says when each caption began and ended, and for how long the window was held up.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from ui.app import application
from ui.practice.song_player import SongPlayer
from ui.practice.voice import system_voice

BETWEEN_MS = 1500
LOOK_MS = 10
LONGEST_MS = 90_000


def say(*words: object) -> None:
    print(*words, flush=True)


class Held:
    """Measures the longest time in which the window could do nothing."""

    def __init__(self):
        self.longest_s = 0.0
        self._last_s = time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        now_s = time.monotonic()
        self.longest_s = max(self.longest_s, now_s - self._last_s)
        self._last_s = now_s


def captions(app, texts: list[str]) -> None:
    voice = system_voice(app)
    held = Held()
    left = list(texts)

    def following() -> None:
        if not left:
            say("held", round(held.longest_s, 3))
            voice.close()
            say("closed")
            QTimer.singleShot(BETWEEN_MS, app.quit)
            return
        text, _, recording = left.pop(0).partition("=")
        say("say", time.time(), text)
        voice.say(text, Path(recording) if recording else None)

    def silent() -> None:
        say("silent", time.time())
        QTimer.singleShot(BETWEEN_MS, following)

    voice.trouble.connect(lambda sentence: say("trouble:", sentence))
    voice.voices_known.connect(lambda names: say("voices", len(names), *names[:9]))
    voice.fell_silent.connect(silent)
    voice.prepare()
    say("prepared", round(held.longest_s, 3))
    QTimer.singleShot(0, following)


def song(app, file: str) -> None:
    player = SongPlayer(app)
    player.trouble.connect(lambda sentence: (say("trouble:", sentence), app.quit()))
    player.length_known.connect(lambda length_s: (say("length", length_s), player.play()))
    player.ended.connect(lambda: (say("ended"), player.close(), QTimer.singleShot(BETWEEN_MS, app.quit)))
    player.load(Path(file))


def main() -> int:
    app = application()
    app.setQuitOnLastWindowClosed(False)
    QTimer.singleShot(LONGEST_MS, app.quit)
    if sys.argv[1] == "song":
        QTimer.singleShot(0, lambda: song(app, sys.argv[2]))
    else:
        QTimer.singleShot(0, lambda: captions(app, sys.argv[2:]))
    code = app.exec()
    say("out")
    return code


if __name__ == "__main__":
    sys.exit(main())
