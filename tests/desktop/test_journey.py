"""What a person can do, done once from the first opening on, in a real window on a real desktop."""

import time

import pytest

from numbcompanion.companion import Companion
from tests.desktop.desktop import Desktop
from tests.desktop.journey import PROGRAM, SETTLE_S, TITLE, Journey
from tests.desktop.parts import eventually

pytestmark = [pytest.mark.desktop, pytest.mark.slow]
LINE = "Rain on the roof, and I heard it."


def bodies(companion: Companion) -> list[str]:
    found = [companion.journal.entry(line.id) for line in companion.journal.lines()]
    return [entry.body for entry in found if entry is not None]


def test_one_evening_with_the_companion(desktop: Desktop) -> None:
    journey = Journey(desktop)
    window = journey.begin()

    journey.check_in_from_today("3")
    journey.page("ctrl+1")
    journey.press("Tab", "Tab", "space")  # past Save to "I can't tell"
    journey.count("checkins", 2)

    journey.page("ctrl+5")
    before = desktop.screen.pixels()[2]
    done = journey.run("check-in", "--depth", "9", "--note", "from outside")
    assert (done.returncode, done.stderr) == (0, "")
    eventually(lambda: desktop.screen.pixels()[2] != before, "the chart to show what the command line wrote")

    with desktop.record() as recording:
        journey.sit(SETTLE_S + 4)
    assert len(recording.strikes_s()) == 1, "the bell at the start"
    assert recording.peak > 0.05

    journey.write(LINE)
    journey.page("ctrl+1")
    journey.page("ctrl+4")
    journey.press("ctrl+f")
    desktop.type("heard")
    journey.settled()
    journey.look_around()

    window.close()
    desktop.no_window(TITLE)
    assert journey.program.running, "closing keeps it in the tray"
    assert len(desktop.screen.tray_icons()) == 1

    second = desktop.start(PROGRAM)
    assert second.wait() == 0
    desktop.window(TITLE)
    journey.settled()
    assert journey.end() == 0
    assert "Traceback" not in journey.program.words

    with journey.opened() as companion:
        depths = [checkin.depth for checkin in companion.checkins.newest(3)]
        assert sorted(depths, key=str) == [3, 9, None]
        assert bodies(companion) == [LINE]


def test_two_seconds_after_the_last_word_the_plug_may_be_pulled(desktop: Desktop) -> None:
    journey = Journey(desktop)
    journey.begin()
    journey.write("first words, ")
    desktop.type(LINE)
    time.sleep(2)
    journey.process.kill()
    journey.program.wait()
    with journey.opened() as companion:
        assert bodies(companion) == [f"first words, {LINE}"]
    journey.program = desktop.start(PROGRAM)
    desktop.window(TITLE)
    journey.settled()
    assert journey.end() == 0
