import pytest

from numbcompanion.practice.plans import Soundscape
from numbcompanion.practice.timer import TimerSettings


@pytest.fixture
def rain(companion, practise):
    """Three minutes of orienting with rain under it."""
    companion.preferences.change(soundscape="rain", soundscape_volume=0.35)
    return practise("orienting", lengths="3")


def test_bells_can_be_switched_off_and_their_level_changed_meanwhile(practise, play, speaker, companion) -> None:
    player = practise(TimerSettings(minutes=10, prepare_s=0, interval_min=1))
    bells = player.stage.sound.bells
    play(player, 30)
    bells.switch.click()
    assert speaker.calls[-1] == "silence"
    play(player, 60)
    assert len(speaker.strokes) == 1
    bells.switch.click()
    bells.level.click()
    assert bells.level.text() == "clear"
    play(player, 60)
    assert [volume for _, _, volume in speaker.strokes] == [0.7, 1.0]
    assert companion.preferences.current.bells_volume == 1.0


def test_the_level_of_what_is_off_cannot_be_pressed(orienting) -> None:
    sound = orienting.stage.sound
    assert sound.bells.level.isEnabled()
    assert not sound.voice.level.isEnabled()
    assert not sound.soundscape.level.isEnabled()


def test_a_silent_sound_device_is_said_in_small_words(orienting, speaker) -> None:
    speaker.trouble.emit("No sound device was found.")
    assert orienting.stage.trouble.text() == "No sound device was found."
    assert not orienting.stage.trouble.isHidden()


def test_what_the_voice_has_to_say_of_itself_is_said_too(orienting, voice) -> None:
    voice.trouble.emit("No voice was found on this computer.")
    assert orienting.stage.trouble.text() == "No voice was found on this computer."


def test_trouble_of_one_session_is_not_said_in_the_next(orienting, practise, speaker) -> None:
    speaker.trouble.emit("No sound device was found.")
    orienting.end()
    speaker.trouble.emit("It is gone again.")
    again = practise()
    assert again.stage.trouble.isHidden()
    assert orienting.stage.trouble.text() == "No sound device was found."


def test_captions_go_on_where_nothing_can_be_heard(orienting, play, speaker) -> None:
    speaker.trouble.emit("No sound device was found.")
    play(orienting, 4)
    assert orienting.stage.caption.text().startswith("Keep your eyes open.")
    play(orienting, 180)
    assert orienting.is_over


def test_a_soundscape_is_laid_from_the_first_moment_to_the_last(rain, play, speaker) -> None:
    assert speaker.laid == [(Soundscape.RAIN, 0.35)]
    play(rain, 181)
    assert speaker.laid == [(Soundscape.RAIN, 0.35), (None, 0.0)]


def test_without_one_nothing_is_laid(orienting, play, speaker) -> None:
    play(orienting, 10)
    assert {soundscape for soundscape, _ in speaker.laid} == {None}


def test_a_pause_takes_the_soundscape_away_and_going_on_lays_it_again(rain, play, speaker) -> None:
    play(rain, 10)
    rain.playing.pause()
    assert speaker.laid[-1] == (None, 0.0)
    rain.playing.pause()
    assert speaker.laid[-1] == (Soundscape.RAIN, 0.35)


def test_a_computer_that_slept_wakes_up_in_silence(rain, play, clock, speaker) -> None:
    clock.advance(3600)
    rain.move_on()
    assert speaker.laid[-1] == (None, 0.0)


def test_the_soundscape_stays_when_one_looks_around_instead(rain, play, speaker) -> None:
    play(rain, 10)
    rain.playing.orient()
    assert speaker.laid[-1] == (Soundscape.RAIN, 0.35)


def test_ending_early_takes_it_away(rain, play, speaker) -> None:
    play(rain, 10)
    rain.stop()
    assert speaker.laid[-1] == (None, 0.0)


def test_the_soundscape_is_switched_changed_and_turned_up_meanwhile(rain, play, speaker, companion) -> None:
    control = rain.stage.sound
    control.soundscape_button.click()
    assert speaker.laid[-1] == (Soundscape.WAVES, 0.35)
    assert control.soundscape_button.text() == "Waves"
    control.soundscape.level.click()
    assert speaker.laid[-1] == (Soundscape.WAVES, 0.7)
    control.soundscape.switch.click()
    assert speaker.laid[-1][0] is None
    assert companion.preferences.current.soundscape == ""
    control.soundscape.switch.click()
    assert speaker.laid[-1] == (Soundscape.WAVES, 0.7)
    assert companion.preferences.current.soundscape == "waves"
    assert companion.preferences.current.soundscape_volume == 0.7


def test_every_soundscape_comes_round(orienting, speaker) -> None:
    names = []
    for _ in Soundscape:
        orienting.stage.sound.soundscape_button.click()
        names.append(speaker.laid[-1][0])
    assert sorted(names) == sorted(Soundscape)


def test_changing_the_bells_does_not_lay_the_soundscape_anew(rain, speaker) -> None:
    rain.stage.sound.bells.level.click()
    assert len(speaker.laid) == 1


def test_what_was_chosen_in_a_session_stands_before_the_next(orienting, page) -> None:
    orienting.stage.sound.soundscape.switch.click()
    orienting.stage.sound.bells.switch.click()
    orienting.end()
    page.choose("body-scan")
    sound = page.before.sound
    assert sound.soundscape.switch.isChecked()
    assert not sound.bells.switch.isChecked()


def test_a_song_plays_in_its_part_pauses_with_it_and_stops_after_it(page, play, song) -> None:
    page.choose("one-song")
    song.length_known.emit(60.0)
    page.begin()
    player = page.player
    while "play" not in song.calls:
        play(player, 1)
    assert player.stage.caption.text().startswith("Let it come to you.")
    player.playing.pause()
    player.playing.pause()
    assert song.calls == ["play", "pause", "play"]
    play(player, 50)
    assert song.calls[-1] == "play"
    play(player, 15)
    assert song.calls[-1] == "stop"
    assert not player.is_over


@pytest.mark.parametrize("way", ["skip", "orient", "stop", "close"])
def test_a_song_stops_with_whatever_ends_its_part(page, play, song, way) -> None:
    page.choose("one-song")
    song.length_known.emit(60.0)
    page.begin()
    player = page.player
    while "play" not in song.calls:
        play(player, 1)
    getattr(player.playing, way)()
    assert song.calls == ["play", "stop"]
    player.end()
