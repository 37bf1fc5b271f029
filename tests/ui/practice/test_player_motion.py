import pytest
from practising import draws_frames
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from numbcompanion.practice.timer import TimerSettings
from numbcompanion.preferences import StillChoice, ThemeChoice


@pytest.fixture
def box(moving, practise, play):
    """Box breathing without holding, its first breath in about to begin."""
    player = practise("box-breathing")
    while not player.session.plan.phase_at(player.session.position_s + 0.25):
        play(player, 0.25)
    return player


def at_phase(player, play, seconds):
    """Let time pass until so many seconds into the first phase of the breath."""
    wait_s = player.session.plan.phases[0].at_s + seconds - player.session.position_s
    play(player, wait_s - wait_s % 0.25)
    if wait_s % 0.25:
        play(player, wait_s % 0.25, wait_s % 0.25)


def test_the_circles_open_and_close_with_the_breath(box, play) -> None:
    ring = box.stage.ring
    at_phase(box, play, 0.001)
    assert ring.openness == pytest.approx(0, abs=0.001)
    assert ring.accessibleName() == "Breathe in"
    assert ring.accessibleDescription() == "through the nose, if easy"
    opened = []
    for _ in range(32):
        play(box, 0.25)
        opened.append(ring.openness)
    assert opened[7] == pytest.approx(0.5, abs=0.001)
    assert opened[15] == pytest.approx(1, abs=0.001)
    assert opened[31] == pytest.approx(0, abs=0.001)
    assert opened[:16] == sorted(opened[:16])
    assert opened[15:] == sorted(opened[15:], reverse=True)


def test_after_the_fourth_breath_the_hint_is_known(box, play) -> None:
    at_phase(box, play, 1)
    play(box, 3 * 8)
    assert box.stage.ring.accessibleName() == "Breathe in"
    assert box.stage.ring.accessibleDescription() == ""


def test_a_hold_stays_open_and_a_rest_closed(moving, practise, play) -> None:
    player = practise("box-breathing", variants="holds")
    for after_s, name, openness in ((6, "Hold", 1.0), (8, "Rest", 0.0)):
        at_phase(player, play, after_s) if name == "Hold" else play(player, after_s)
        assert player.stage.ring.accessibleName() == name
        assert player.stage.ring.openness == openness


def test_frames_move_the_circles_between_the_looks_at_the_clock(box, play, clock, qtbot) -> None:
    at_phase(box, play, 0.5)
    before = box.stage.ring.openness
    clock.advance(1.0)
    qtbot.waitUntil(lambda: box.stage.ring.openness > before + 0.1, timeout=5000)


def test_frames_say_the_next_phase(box, play, clock, qtbot) -> None:
    at_phase(box, play, 3.5)
    clock.advance(1.0)
    qtbot.waitUntil(lambda: box.stage.ring.accessibleName() == "Breathe out", timeout=5000)


def test_no_frame_is_drawn_in_a_pause(box, play) -> None:
    at_phase(box, play, 1)
    assert draws_frames(box)
    box.playing.pause()
    assert not draws_frames(box)
    box.playing.pause()
    assert draws_frames(box)


def test_no_frame_is_drawn_when_it_is_over(box, play) -> None:
    at_phase(box, play, 1)
    box.stop()
    assert box.is_over
    assert not draws_frames(box)


def test_no_frame_is_drawn_for_a_player_nobody_sees(box, play) -> None:
    at_phase(box, play, 1)
    box.hide()
    assert not draws_frames(box)
    play(box, 2)
    assert not draws_frames(box)
    box.show()
    play(box, 1)
    assert draws_frames(box)


def test_no_frame_is_drawn_for_a_window_that_was_put_away(box, play) -> None:
    at_phase(box, play, 1)
    box.showMinimized()
    play(box, 2)
    assert not draws_frames(box)
    box.showNormal()
    play(box, 1)
    assert draws_frames(box)


def test_no_frame_is_drawn_after_the_player_was_closed(box, play) -> None:
    at_phase(box, play, 1)
    box.end()
    assert not draws_frames(box)


def test_silence_without_an_end_draws_no_frames(moving, practise, play) -> None:
    player = practise(TimerSettings(minutes=None, prepare_s=0))
    play(player, 3)
    assert not draws_frames(player)


def test_the_way_round_the_ring_moves_smoothly_unless_the_time_is_hidden(moving, practise, play) -> None:
    player = practise(TimerSettings(minutes=10, prepare_s=0))
    play(player, 3)
    assert draws_frames(player)
    player.toggle_time()
    play(player, 1)
    assert not draws_frames(player)


def test_still_mode_shows_the_phase_as_text_and_draws_no_frames(still, practise, play) -> None:
    player = practise("box-breathing")
    at_phase(player, play, 0.1)
    shown = set()
    for _ in range(14):
        play(player, 0.25)
        shown.add((player.stage.ring.accessibleName(), player.stage.ring.openness))
        assert not draws_frames(player)
    assert shown == {("Breathe in", 1.0)}
    play(player, 1)
    assert (player.stage.ring.accessibleName(), player.stage.ring.openness) == ("Breathe out", 0.0)


def test_still_mode_moves_the_ring_once_a_second(still, practise, play) -> None:
    player = practise(TimerSettings(minutes=1, prepare_s=0))
    shown = set()
    set_progress = player.stage.ring.set_progress
    player.stage.ring.set_progress = lambda fraction: (shown.add(fraction), set_progress(fraction))
    play(player, 10, 0.1)
    assert 9 <= len(shown) <= 11
    assert all(abs(fraction * 60 - round(fraction * 60)) < 1e-6 for fraction in shown)


def test_still_mode_chosen_in_the_middle_counts_from_then_on(box, play, theme) -> None:
    at_phase(box, play, 1)
    theme.set_choice(ThemeChoice.LIGHT, 1.0, StillChoice.ON)
    play(box, 1)
    assert not draws_frames(box)
    assert box.stage.ring.openness == 1.0


def test_the_phase_can_be_read_without_seeing_the_circles(box, play) -> None:
    at_phase(box, play, 1)
    assert box.stage.caption.text()
    assert not isinstance(box.stage.ring, QAbstractButton)
    assert box.stage.ring.focusPolicy() == Qt.FocusPolicy.NoFocus
