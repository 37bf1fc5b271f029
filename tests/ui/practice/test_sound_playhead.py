from ui.practice.sound_playhead import Playhead

RATE = 48_000
STEP = 720


def taken_at(moment_s: float, rate: float = RATE) -> int:
    """What a device has taken that begins at 10 s and takes 15 ms at once."""
    return max(0, int((moment_s - 10) * rate / STEP) * STEP)


def followed(
    until_s: float, every_s: float = 0.033, rate: float = RATE, hold: tuple[float, float] = (0, 0)
) -> Playhead:
    playhead, now_s = Playhead(RATE), 9.9
    while now_s < until_s:
        if not hold[0] < now_s < hold[1]:
            playhead.look(now_s, taken_at(now_s, rate), 1000)
        now_s += every_s
    return playhead


def test_a_device_that_has_not_begun_is_taken_to_begin_now() -> None:
    assert Playhead(RATE).frame_at(7.5, now_s=7.0) == RATE // 2


def test_the_steps_in_which_a_device_takes_are_smoothed() -> None:
    playhead = followed(15.0)
    assert abs(playhead.frame_at(15.2, 15.0) - 5.2 * RATE) < 0.003 * RATE


def test_looks_that_come_late_change_nothing() -> None:
    playhead = followed(15.0, hold=(14.2, 14.8))
    assert abs(playhead.frame_at(15.2, 15.0) - 5.2 * RATE) < 0.003 * RATE


def test_a_device_whose_clock_is_fast_is_followed() -> None:
    rate = RATE * 1.001
    playhead = followed(310.0, rate=rate)
    assert abs(playhead.frame_at(310.1, 310.0) - 300.1 * rate) < 0.005 * RATE


def test_what_was_known_is_forgotten_when_the_device_went_without() -> None:
    playhead = followed(12.0)
    playhead.look(13.0, taken_at(12.0), waiting=0)
    assert abs(playhead.frame_at(13.1, 13.0) - 2.1 * RATE) < 0.02 * RATE
