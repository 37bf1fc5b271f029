"""A prompt comes at its time on a real desktop, whatever that desktop has."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.desktop import Desktop
from tests.desktop.parts import Process, eventually, missing_parts

pytestmark = pytest.mark.desktop
QUESTION = "Numb Companion"
PROGRAM = Path(__file__).with_name("prompt_program.py")
ROOT = PROGRAM.parents[2]


def start(desktop: Desktop) -> Process:
    program = desktop.start([sys.executable, str(PROGRAM), str(desktop.folder)], PYTHONPATH=str(ROOT))
    desktop.window("Prompting")
    return program


def says(program: Process, words: str, timeout_s: float = 20.0) -> None:
    eventually(lambda: words in program.words or not program.running, f"{words!r}", timeout_s)
    assert words in program.words, program.words


def ends_well(program: Process) -> None:
    os.kill(program.popen.pid, signal.SIGTERM)
    assert program.wait() == 0
    assert "threads left: []" in program.words
    assert "Traceback" not in program.words
    assert "WARNING" not in program.words


@pytest.fixture
def bare_desktop() -> Iterator[Desktop]:
    """A desktop without tray and notification daemon."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the desktop tests bring an X desktop, which is for Linux")
    if missing := missing_parts("tray", "notifications"):
        pytest.skip(f"this system lacks {', '.join(missing)}; ./test installs them on Debian when it may")
    with Desktop() as made:
        yield made


def test_check_in_on_the_notification_opens_the_one_question(desktop: Desktop) -> None:
    program = start(desktop)
    sent = desktop.notification("A quiet moment")
    assert sent["title"] == "Numb Companion"
    assert [text for key, text in sent["actions"].items() if key != "default"] == ["Check in", "Later"]
    says(program, "became shown")
    desktop.press_action("Check in")
    says(program, "asked")
    window = desktop.window(QUESTION)
    eventually(lambda: desktop.screen.active() == window.id, "the small window to have the keyboard")
    desktop.press("3", "Return")
    says(program, "saved 3")
    says(program, "became answered")
    desktop.no_window(QUESTION)
    ends_well(program)


def test_later_on_the_notification_is_heard(desktop: Desktop) -> None:
    program = start(desktop)
    desktop.notification("A quiet moment")
    desktop.press_action("Later")
    says(program, "became later")
    eventually(lambda: desktop.run("dunstctl", "count", "displayed").strip() == "0", "the notification to go")
    ends_well(program)


def test_without_a_daemon_the_tray_shows_it(bare_desktop: Desktop) -> None:
    bare_desktop.start_tray()
    program = start(bare_desktop)
    says(program, "tray True")
    says(program, "shown by tray")
    ends_well(program)


def test_without_daemon_and_tray_the_window_shows_it(bare_desktop: Desktop) -> None:
    program = start(bare_desktop)
    says(program, "shown by window")
    left, top, width, height = bare_desktop.window("Prompting").place
    bare_desktop.click(abs(left) + width - 330, abs(top) + height - 65)
    says(program, "asked")
    bare_desktop.window(QUESTION)
    bare_desktop.press("Escape")
    bare_desktop.no_window(QUESTION)
    ends_well(program)


def test_a_tray_that_appears_later_and_one_that_comes_back(bare_desktop: Desktop) -> None:
    program = start(bare_desktop)
    says(program, "shown by window")
    assert bare_desktop.screen.tray_icons() == []
    tray = bare_desktop.start_tray()
    eventually(lambda: len(bare_desktop.screen.tray_icons()) == 1, "the tray icon")
    says(program, "tray True", 60)
    tray.end()
    bare_desktop.start_tray()
    eventually(lambda: len(bare_desktop.screen.tray_icons()) == 1, "the tray icon in the new tray")
    ends_well(program)
