"""A real program, asked by the system to end while words are on the page."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from numbcompanion.companion import Companion
from numbcompanion.paths import Home
from numbcompanion.store.key_stores import KeyFile

ROOT = Path(__file__).parents[3]
WRITES = """
import sys
from PySide6.QtCore import QTimer
from numbcompanion.companion import Companion
from numbcompanion.paths import Home
from numbcompanion.store.key_stores import KeyFile
from ui.app import App, application

home = Home.chosen(sys.argv[1])
companion = Companion(home, None, [KeyFile(home.key_folder)])
companion.preferences.change(first_run_done=True)
app = application()
program = App(app, companion)

def write():
    program.window.show_page("journal")
    program.window.page("journal").sheet.body.insertPlainText("the last words")
    print("written", flush=True)

program.begin(False)
program.opening.opened.connect(write)
code = app.exec()
program.end()
sys.exit(code)
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGTERM to send")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_it_ends_well_and_the_last_words_are_kept(edges, tmp_path, clock, name):
    home = Home.chosen(str(tmp_path / "home"))
    line = [sys.executable, "-c", WRITES, str(home.folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(line, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout.readline() == "written\n"
        program.send_signal(getattr(signal, name))
        end = time.monotonic() + 30
        while program.poll() is None and time.monotonic() < end:
            time.sleep(0.01)
        assert program.returncode == 0
    companion = Companion(home, clock, [KeyFile(home.key_folder)])
    companion.open()
    assert [hit.line.id for hit in companion.journal.search("last words")] != []
    companion.close()
