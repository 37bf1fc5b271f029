import pytest
from PySide6.QtCore import QObject, Signal

from ui.practice import voice_speech
from ui.practice.system_voice import SystemVoice
from ui.practice.voice import Manner
from ui.practice.voice_engine import Failure

TEXT = "Notice where your feet meet the floor."


class FakeEngine(QObject):
    """Does nothing by itself; the test plays what a real one would report."""

    opened = Signal(list)
    failed = Signal(object)
    speaking_changed = Signal(bool)
    opens = True

    def __init__(self):
        super().__init__()
        self.said = []
        self.manners = []
        self.volumes = []
        self.stops = 0
        self.closed = False

    def open(self):
        if self.opens:
            self.opened.emit(["Anna", "Ben"])

    def say(self, text, manner):
        self.said.append(text)
        self.manners.append(manner)

    def set_volume(self, volume):
        self.volumes.append(volume)

    def stop(self):
        self.stops += 1

    def close(self):
        self.closed = True


class Bench:
    """A voice, its engines, and all it told."""

    def __init__(self, engine=FakeEngine):
        self.engines = []
        self._engine = engine
        self.voice = SystemVoice(engines=self._make)
        self.troubles, self.silences, self.names = [], [], []
        self.voice.trouble.connect(self.troubles.append)
        self.voice.fell_silent.connect(lambda: self.silences.append(self.voice.speaking))
        self.voice.voices_known.connect(self.names.append)

    def _make(self):
        self.engines.append(self._engine())
        return self.engines[-1]

    @property
    def engine(self):
        return self.engines[-1]

    def spoken(self):
        self.engine.speaking_changed.emit(True)
        self.engine.speaking_changed.emit(False)


@pytest.fixture
def settle(qtbot):
    def settle(ms=20):
        qtbot.wait(ms)

    return settle


@pytest.fixture
def bench(qtbot, no_log):
    bench = Bench()
    bench.voice.prepare()
    return bench


@pytest.fixture
def patience(monkeypatch):
    """Waits are a tenth of a second here."""
    for name in ("OPENS_WITHIN_S", "BEGINS_WITHIN_S", "HUSHES_WITHIN_S"):
        monkeypatch.setattr(voice_speech, name, 0.1)
    monkeypatch.setattr(voice_speech, "longest_s", lambda text: 0.1)


def test_a_caption_is_spoken_and_its_end_told_once(bench, settle):
    bench.voice.say(TEXT)
    assert bench.voice.speaking
    bench.spoken()
    settle()
    assert bench.engine.said == [TEXT]
    assert bench.silences == [False]
    assert not bench.voice.speaking


def test_the_names_of_the_voices_are_told(bench):
    assert bench.names == [["Anna", "Ben"]]
    assert bench.voice.voices() == ["Anna", "Ben"]


def test_nothing_is_opened_before_it_is_needed(qtbot):
    bench = Bench()
    assert not bench.engines
    bench.voice.set_manner(Manner(volume=0.2))
    bench.voice.stop()
    bench.voice.close()
    assert not bench.engines


def test_a_caption_that_nobody_prepared_for_opens_the_engine(qtbot):
    bench = Bench()
    bench.voice.say(TEXT)
    assert bench.engine.said == [TEXT]


def test_what_looks_like_markup_is_spoken_as_words(bench):
    bench.voice.say('Rest & "breathe" <b>now</b>\n</speak>')
    assert bench.engine.said == ['Rest and "breathe" b now /b /speak']


def test_a_caption_without_a_letter_ends_at_once(bench, settle):
    bench.voice.say("…")
    assert bench.voice.speaking
    assert not bench.silences
    settle()
    assert bench.engine.said == []
    assert bench.silences == [False]


def test_the_next_caption_waits_for_the_engine_to_be_silent(bench, settle):
    bench.voice.say("one")
    bench.engine.speaking_changed.emit(True)
    bench.voice.say("two")
    assert bench.engine.stops == 1
    assert bench.engine.said == ["one"]
    bench.engine.speaking_changed.emit(False)
    assert bench.engine.said == ["one", "two"]
    settle()
    assert bench.silences == [True]  # of the first, while the second is to be said
    bench.spoken()
    settle()
    assert bench.silences == [True, False]


def test_what_was_stopped_before_it_began_is_stopped_again_when_it_begins(bench, settle):
    bench.voice.say("one")
    bench.voice.stop()
    assert not bench.voice.speaking
    bench.engine.speaking_changed.emit(True)
    assert bench.engine.stops == 2
    bench.engine.speaking_changed.emit(False)
    settle()
    assert bench.silences == [False]
    assert not bench.troubles


def test_stop_tells_the_silence_once_and_not_from_inside_the_call(bench, settle):
    bench.voice.say("one")
    bench.engine.speaking_changed.emit(True)
    bench.voice.stop()
    assert not bench.silences
    bench.engine.speaking_changed.emit(False)
    settle()
    bench.voice.stop()
    settle()
    assert bench.silences == [False]


def test_a_caption_waits_for_the_engine_to_open(qtbot, monkeypatch):
    monkeypatch.setattr(FakeEngine, "opens", False)
    bench = Bench()
    bench.voice.prepare()
    bench.voice.say(TEXT)
    assert bench.voice.speaking
    assert bench.engine.said == []
    bench.engine.opened.emit(["Anna"])
    assert bench.engine.said == [TEXT]


def test_an_engine_that_never_opens_is_given_up_with_a_sentence(qtbot, monkeypatch, patience, settle):
    monkeypatch.setattr(FakeEngine, "opens", False)
    bench = Bench()
    bench.voice.prepare()
    bench.voice.say(TEXT)
    settle(250)
    assert bench.silences == [False]
    assert bench.troubles == ["The voice of this computer does not answer; the words stay on the screen."]
    assert bench.engine.closed


def test_an_engine_that_says_nothing_is_given_up_for_this_session(bench, patience, settle):
    bench.voice.say("one")
    settle(250)
    bench.voice.say("two")
    settle()
    assert bench.silences == [False, False]
    assert len(bench.troubles) == 1
    assert len(bench.engines) == 1
    bench.voice.close()
    bench.voice.prepare()
    assert len(bench.engines) == 2


def test_one_forgotten_end_is_passed_over_and_a_second_is_not(bench, patience, settle):
    bench.voice.say("one")
    bench.engine.speaking_changed.emit(True)
    settle(250)
    assert bench.silences == [False]
    assert not bench.troubles
    bench.voice.say("two")
    settle(150)  # the engine does not fall silent either
    bench.engine.speaking_changed.emit(True)
    settle(250)
    assert bench.silences == [False, False]
    assert len(bench.troubles) == 1


@pytest.mark.parametrize("failure", list(Failure))
def test_every_failure_is_said_once_and_the_session_goes_on(bench, settle, failure):
    bench.voice.say("one")
    bench.engine.speaking_changed.emit(True)
    bench.engine.failed.emit(failure)
    for text in ("two", "three"):
        bench.voice.say(text)
        settle()
    assert len(bench.troubles) == 1
    assert "screen" in bench.troubles[0]
    assert bench.silences.count(False) == 3
    assert not bench.voice.speaking


def test_an_engine_that_raises_is_no_engine(qtbot, no_log, settle):
    no_log.allow("the voice could not be opened")

    def broken():
        raise OSError("no")

    bench = Bench(broken)
    bench.engines = []
    bench.voice.prepare()
    bench.voice.say(TEXT)
    settle()
    assert bench.silences == [False]
    assert bench.troubles == ["This computer has no voice that could speak; the words stay on the screen."]


def test_an_engine_that_raises_in_the_middle_holds_nothing_up(bench, no_log, patience, settle, monkeypatch):
    no_log.allow("the voice failed")

    def broken(*_):
        raise RuntimeError("gone")

    for name in ("say", "stop", "set_volume", "close"):
        monkeypatch.setattr(bench.engine, name, broken)
    bench.voice.say(TEXT)
    bench.voice.set_manner(Manner(volume=0.1))
    settle(250)
    bench.voice.close()
    assert bench.silences == [False]


def test_a_manner_counts_from_the_next_caption_and_its_volume_at_once(bench):
    manner = Manner("Ben", -0.6, 0.0, 0.35)
    bench.voice.set_manner(manner)
    assert bench.engine.volumes == [0.35]
    bench.voice.say(TEXT)
    assert bench.engine.manners == [manner]


def test_close_falls_silent_and_prepare_opens_again(bench, settle):
    bench.voice.say(TEXT)
    bench.voice.close()
    settle()
    assert bench.engine.closed
    assert bench.silences == [False]
    bench.voice.prepare()
    assert len(bench.engines) == 2
