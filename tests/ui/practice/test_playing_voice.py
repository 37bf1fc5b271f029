import pytest
from practising import press, texts

from numbcompanion.practice.plans import BellKind
from numbcompanion.practice.timer import TimerSettings


@pytest.fixture
def spoken(companion, voice):
    """The voice is on, and a sentence lasts until the test says so."""
    companion.preferences.change(voice_on=True)
    voice.speaks = True
    return voice


@pytest.fixture
def listen(play, clock, spoken):
    """Return a function that lets a session go on while every sentence takes `lasts(text)` seconds to say."""

    def listen(player, lasts, most_s=2000, until=lambda: False):
        begun_s, heard = 0.0, 0
        for _ in range(round(most_s / 0.25)):
            if player.is_over or until():
                return
            play(player, 0.25)
            if len(spoken.said) > heard:
                heard, begun_s = len(spoken.said), clock.monotonic_s()
            if spoken.speaking and clock.monotonic_s() - begun_s >= lasts(spoken.said[-1]):
                spoken.finish()
        raise AssertionError("it never ended")

    return listen


def slowly(text):
    """A voice far slower than any reading."""
    return 4.0 + len(text.split())


@pytest.mark.parametrize(("slug", "shortest"), [("orienting", "1"), ("cool-water", "1"), ("labelling", "3")])
def test_a_slow_voice_says_every_caption_in_order_and_the_end_waits_for_the_last(
    practise, listen, spoken, slug, shortest
) -> None:
    player = practise(slug, lengths=shortest)  # FakeVoice fails where one sentence would cut off another
    wanted = texts(player.session.plan)
    heard = []
    player.playing.over.connect(lambda _: heard.append((list(spoken.said), spoken.speaking)))
    listen(player, slowly)
    assert heard == [(wanted, False)]


def test_a_slow_voice_makes_the_session_longer_than_planned_but_not_what_is_kept(
    practise, listen, clock, tasks, companion
) -> None:
    began_s = clock.monotonic_s()
    listen(practise("orienting", lengths="1"), slowly)
    assert clock.monotonic_s() - began_s > 90
    tasks.drain()
    assert companion.practice_log.recent()[0].done_s == pytest.approx(60)


def test_a_quick_voice_leaves_every_caption_at_its_time(practise, listen, spoken, clock) -> None:
    began_s = clock.monotonic_s()
    player = practise("orienting", lengths="3")
    listen(player, lambda text: 1.0)
    assert clock.monotonic_s() - began_s == pytest.approx(180.4, abs=0.5)
    assert spoken.said == texts(player.session.plan)


def test_the_last_bell_waits_for_the_last_sentence(practise, listen, spoken, speaker, clock) -> None:
    player = practise("noticing-faint-feelings")
    ended_s = []
    spoken.fell_silent.connect(lambda: ended_s.append(clock.monotonic_s()))
    listen(player, lambda text: 20.0)
    assert speaker.strokes[-1][1] is BellKind.SMALL_BOWL
    assert speaker.strokes[-1][0] >= ended_s[-1]


def test_the_voice_is_off_until_it_is_wanted(orienting, play, voice) -> None:
    play(orienting, 60)
    assert voice.said == []
    assert "prepare" not in voice.calls


def test_the_voice_switched_on_in_the_middle_says_the_present_caption(orienting, play, voice, companion) -> None:
    play(orienting, 5)
    voice.speaks = True
    orienting.stage.sound.voice.switch.click()
    assert voice.calls[-1] == "prepare"
    assert voice.said == [orienting.stage.caption.text()]
    assert companion.preferences.current.voice_on


def test_the_voice_switched_off_falls_silent_at_once(practise, play, spoken, companion) -> None:
    player = practise()
    play(player, 3)
    assert spoken.speaking
    player.stage.sound.voice.switch.click()
    assert not spoken.speaking
    play(player, 30)
    assert len(spoken.said) == 1
    assert not companion.preferences.current.voice_on


def test_a_pause_hushes_it_and_the_next_caption_is_said_when_it_goes_on(practise, play, spoken) -> None:
    player = practise("orienting", lengths="1")
    play(player, 3)
    player.playing.pause()
    assert not spoken.speaking
    play(player, 60)
    assert len(spoken.said) == 1
    player.playing.pause()
    play(player, 12)
    assert spoken.said == texts(player.session.plan)[:2]


def test_a_voice_switched_on_in_a_pause_waits_until_it_goes_on(orienting, play, voice) -> None:
    play(orienting, 5)
    orienting.playing.pause()
    orienting.stage.sound.voice.switch.click()
    assert voice.said == []


def test_skipping_hushes_it_and_says_the_next_part(practise, play, spoken) -> None:
    player = practise("orienting", lengths="3")
    play(player, 4)
    player.playing.skip()
    assert spoken.said[-1].startswith("Now colours.")
    assert spoken.said == [texts(player.session.plan)[0], spoken.said[-1]]


def test_orienting_is_spoken_too(practise, play, spoken) -> None:
    player = practise("body-scan")
    play(player, 5)
    player.playing.orient()
    assert not spoken.speaking
    play(player, 5)
    assert spoken.said[-1].startswith("Keep your eyes open.")


def test_it_speaks_as_loud_as_chosen(practise, spoken, companion) -> None:
    player = practise()
    assert spoken.manner.volume == 0.7
    player.stage.sound.voice.level.click()
    assert spoken.manner.volume == 1.0
    assert companion.preferences.current.voice_volume == 1.0


def test_it_is_let_go_at_the_end(practise, play, spoken) -> None:
    player = practise()
    play(player, 5)
    player.end()
    assert spoken.calls[-1] == "close"
    assert not spoken.speaking


def test_silence_is_silent_with_the_voice_on(practise, play, spoken) -> None:
    play(practise(TimerSettings(minutes=1, prepare_s=0)), 62)
    assert spoken.said == []


def test_the_words_are_laid_out_wider_when_they_are_to_be_spoken(page, spoken) -> None:
    page.choose("cyclic-sigh")
    spoken_at = [cue.at_s for cue in page.before.plan().cues]
    page.before.sound.voice.switch.click()
    read_at = [cue.at_s for cue in page.before.plan().cues]
    assert spoken_at[2] > read_at[2]
    press(page.before.lengths, "5")
    assert page.before.plan().length_s == pytest.approx(300)
