import pytest
from practising import draws_frames, press
from PySide6.QtCore import Qt

from numbcompanion.practice.records import Ending


@pytest.fixture
def led(moving, page, play):
    """Five minutes in which the person leads the breath."""
    page.choose("breath")
    before = page.before
    before.lead()
    press(before.lengths, "5")
    page.begin()
    play(page.player, 1)
    return page.player


@pytest.fixture
def breathe(qtbot, play):
    """Return a function that breathes in and out with the key held while breathing in."""

    def breathe(player, in_s=3.0, out_s=4.0):
        qtbot.keyPress(player.stage.main, Qt.Key.Key_B)
        play(player, in_s)
        qtbot.keyRelease(player.stage.main, Qt.Key.Key_B)
        play(player, out_s)

    return breathe


def test_it_says_how_before_anything_was_pressed(led) -> None:
    assert led.stage.ring.accessibleName() == "You lead"
    assert "hold B" in led.stage.caption.text()
    assert led.stage.name.text() == "Your own breath · 5 min"


def test_nothing_moves_before_the_first_breath(led, play) -> None:
    play(led, 3)
    assert led.stage.ring.openness == 1.0


def test_holding_the_key_is_breathing_in_and_letting_go_is_breathing_out(led, play, qtbot) -> None:
    ring = led.stage.ring
    qtbot.keyPress(led.stage.main, Qt.Key.Key_B)
    assert ring.accessibleName() == "Breathe in"
    assert draws_frames(led)
    play(led, 1.5)
    assert ring.openness == pytest.approx(0.5, abs=0.01)
    play(led, 1.5)
    qtbot.keyRelease(led.stage.main, Qt.Key.Key_B)
    assert ring.accessibleName() == "Breathe out"
    play(led, 4)
    assert ring.openness == pytest.approx(0, abs=0.01)


def test_the_mouse_on_the_circles_does_the_same(led, play, qtbot) -> None:
    ring = led.stage.ring
    qtbot.mousePress(ring, Qt.MouseButton.LeftButton)
    assert ring.accessibleName() == "Breathe in"
    play(led, 2)
    qtbot.mouseRelease(ring, Qt.MouseButton.LeftButton)
    assert ring.accessibleName() == "Breathe out"


def test_a_held_key_that_repeats_itself_is_one_breath(led, play, qtbot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    qtbot.keyPress(led.stage.main, Qt.Key.Key_B)
    play(led, 1)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "b", True)
        QApplication.sendEvent(led.stage.main, event)
    assert led.stage.ring.accessibleName() == "Breathe in"
    assert led.showing.own_pace.phase(led.session.position_s).at_s == pytest.approx(0.6)


def test_after_three_whole_breaths_it_goes_on_by_itself_and_a_press_takes_the_lead_back(
    led, play, breathe, qtbot
) -> None:
    for _ in range(4):
        breathe(led)
    assert led.showing.own_pace.following
    play(led, 2)
    assert not led.showing.own_pace.following
    assert "in your rhythm" in led.stage.caption.text()
    seen = set()
    for _ in range(16):
        play(led, 0.5)
        seen.add(led.stage.ring.accessibleName())
    assert seen == {"Breathe in", "Breathe out"}
    qtbot.keyPress(led.stage.main, Qt.Key.Key_B)
    assert led.showing.own_pace.following
    assert led.stage.ring.accessibleName() == "Breathe in"
    assert "hold B" in led.stage.caption.text()


def test_it_grows_a_little_slower_never_more_than_a_tenth_a_minute(led, play, breathe) -> None:
    for _ in range(4):
        breathe(led)
    play(led, 4)
    begun_s = led.showing.own_pace.rhythm.period_s
    play(led, 60)
    assert begun_s < led.showing.own_pace.rhythm.period_s <= begun_s * 1.1


def test_a_press_in_a_pause_is_no_breath(led, qtbot) -> None:
    led.playing.pause()
    qtbot.keyPress(led.stage.main, Qt.Key.Key_B)
    qtbot.mousePress(led.stage.ring, Qt.MouseButton.LeftButton)
    assert led.stage.ring.accessibleName() == "Paused"
    led.playing.pause()
    assert led.stage.ring.accessibleName() == "You lead"


def test_after_looking_around_instead_a_press_is_no_breath(led, play, breathe, qtbot) -> None:
    breathe(led)
    led.playing.orient()
    play(led, 5)
    qtbot.keyPress(led.stage.main, Qt.Key.Key_B)
    assert led.stage.ring.accessibleName() == "Look around"
    assert led.stage.ring.openness == 1.0


def test_when_it_is_over_a_press_is_no_breath(led, play, qtbot) -> None:
    play(led, 30)
    led.stop()
    qtbot.keyPress(led.stage.main, Qt.Key.Key_B)
    qtbot.keyRelease(led.stage.main, Qt.Key.Key_B)
    assert led.stage.ring.accessibleName() == ""


def test_in_a_practice_that_paces_the_key_means_nothing(practise, play, qtbot) -> None:
    player = practise("box-breathing")
    play(player, 1)
    name = player.stage.ring.accessibleName()
    qtbot.keyPress(player.stage.main, Qt.Key.Key_B)
    qtbot.keyRelease(player.stage.main, Qt.Key.Key_B)
    assert player.stage.ring.accessibleName() == name


def test_still_mode_says_the_breath_and_steps(still, page, play, qtbot) -> None:
    page.choose("breath")
    page.before.lead()
    page.begin()
    player = page.player
    play(player, 1)
    qtbot.keyPress(player.stage.main, Qt.Key.Key_B)
    play(player, 0.5)
    assert (player.stage.ring.accessibleName(), player.stage.ring.openness) == ("Breathe in", 1.0)
    assert not draws_frames(player)
    qtbot.keyRelease(player.stage.main, Qt.Key.Key_B)
    assert (player.stage.ring.accessibleName(), player.stage.ring.openness) == ("Breathe out", 0.0)


def test_that_one_led_is_kept(led, play, tasks, companion) -> None:
    play(led, 30)
    led.stop()
    tasks.drain()
    [record] = companion.practice_log.recent()
    assert (record.practice, record.ending) == ("breath", Ending.EARLY)
    assert record.settings == {"minutes": 5, "own_pace": True}
