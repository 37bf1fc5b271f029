import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from numbcompanion.paths import Home
from ui.shell.single_instance import HELLO, SHOW, Claim, SingleInstance

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from numbcompanion.paths import Home
from ui.shell.single_instance import SHOW, Claim, SingleInstance
app = QCoreApplication([])
one = SingleInstance(Home(Path(sys.argv[1]), Path(sys.argv[1])))
claim = one.claim(SHOW, 20)
print(claim.value, flush=True)
if claim is Claim.FIRST:
    one.show_requested.connect(lambda token: print("show", token, flush=True))
    app.exec()
"""


@pytest.fixture
def first(qapp, home):
    instance = SingleInstance(home)
    assert instance.claim() is Claim.FIRST
    yield instance
    instance.release()


def start(home: Home, **environment: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", START, str(home.folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )


def test_a_second_start_raises_the_first_window_and_ends(first, home, qtbot):
    with qtbot.waitSignal(first.show_requested, timeout=20_000) as heard:
        later = start(home, XDG_ACTIVATION_TOKEN="token-1")
    assert heard.args == ["token-1"]
    assert later.communicate(timeout=20)[0] == "handed-over\n"


def test_a_hidden_second_start_leaves_the_window_as_it_is(first, home, qtbot, monkeypatch):
    code = START.replace("claim(SHOW", "claim('hello'")
    later = subprocess.Popen([sys.executable, "-c", code, str(home.folder)], stdout=subprocess.PIPE, text=True)
    with qtbot.assertNotEmitted(first.show_requested):
        qtbot.waitUntil(lambda: later.poll() is not None, timeout=20_000)
    assert HELLO == "hello"
    assert later.communicate()[0] == "handed-over\n"


def test_each_home_has_its_own(first, tmp_path):
    other = SingleInstance(Home(tmp_path / "other", tmp_path / "keys"))
    assert other.claim() is Claim.FIRST
    other.release()


def test_after_the_first_has_ended_the_next_one_is_the_first(qapp, home):
    for _ in range(3):
        instance = SingleInstance(home)
        assert instance.claim() is Claim.FIRST
        instance.release()


def test_of_starts_at_the_same_moment_exactly_one_wins(home, qapp):
    starts = [start(home) for _ in range(6)]
    said = [one.stdout.readline().strip() for one in starts]
    for one in starts:
        one.kill()
        one.communicate()
    assert sorted(said) == ["first"] + ["handed-over"] * 5


def test_what_a_killed_one_left_behind_is_no_obstacle(home, qapp):
    killed = start(home)
    assert killed.stdout.readline() == "first\n"
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    instance = SingleInstance(home)
    assert Path(instance.address).exists()
    begun = time.monotonic()
    assert instance.claim() is Claim.FIRST
    assert time.monotonic() - begun < 20
    QCoreApplication.processEvents()
    instance.release()


def test_a_first_one_that_hangs_is_noticed(home, qapp):
    hanging = start(home)
    assert hanging.stdout.readline() == "first\n"
    os.kill(hanging.pid, signal.SIGSTOP)
    assert SingleInstance(home).claim(SHOW, patience_s=0.1) is Claim.SILENT
    os.kill(hanging.pid, signal.SIGKILL)
    hanging.communicate()


def test_a_home_under_a_file_still_starts(tmp_path, qapp):
    (tmp_path / "file").write_text("")
    instance = SingleInstance(Home(tmp_path / "file" / "home", tmp_path))
    assert instance.claim() is Claim.FIRST
    instance.release()
