"""The desktop of these tests shows, hears and presses what a bare program does."""

import sys
from pathlib import Path

import pytest

from tests.desktop.desktop import Desktop
from tests.desktop.parts import eventually

pytestmark = pytest.mark.desktop
PROGRAM = Path(__file__).with_name("bare_program.py")


def test_a_bare_program_is_seen_heard_and_pressed(desktop: Desktop, tmp_path: Path) -> None:
    with desktop.record() as recording:
        program = desktop.start([sys.executable, str(PROGRAM)])
        window = desktop.window("Bare program")
        assert window.size == (500, 300)
        eventually(lambda: len(desktop.screen.tray_icons()) == 1, "the tray icon")

        window.activate()
        desktop.type("quiet 3")
        desktop.press("Return")
        eventually(lambda: "typed quiet 3" in program.words, "the typed words")

        sent = desktop.notification("A quiet question")
        assert sent["buttons"] == ["Check in", "Later"]
        desktop.press_action("Later")
        eventually(lambda: "pressed Later" in program.words, "the pressed button")
        eventually(lambda: len(recording.strikes_s()) == 2, "two strikes")

    first, second = recording.strikes_s()
    assert 0.9 < second - first < 1.6
    assert recording.peak > 0.3

    desktop.screenshot(tmp_path / "screen.png")
    assert (tmp_path / "screen.png").stat().st_size > 1000

    window.close()
    desktop.no_window("Bare program")


def test_nothing_of_the_desktop_is_left_behind(desktop_parts: tuple[str, ...]) -> None:
    with Desktop(*desktop_parts) as desktop:
        folder = desktop.folder
        processes = [process.popen for process in desktop.processes]
    assert not folder.exists()
    assert all(popen.poll() is not None for popen in processes)
