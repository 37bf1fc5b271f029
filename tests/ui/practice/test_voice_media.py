from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from ui.practice import recording, song_player
from ui.practice.song_player import SongPlayer
from ui.practice.system_voice import SystemVoice
from ui.practice.voice import Manner

FILE = Path("/somewhere/our-song.mp3")


class FakeMedia(QObject):
    length_known = Signal(float)
    moved = Signal()
    ended = Signal()
    failed = Signal()

    def __init__(self, parent):
        super().__init__(parent)
        self.calls = []
        self.volume = None

    def load(self, file):
        self.calls.append(f"load {file.name}")

    def play(self):
        self.calls.append("play")

    def pause(self):
        self.calls.append("pause")

    def rewind(self):
        self.calls.append("rewind")

    def unload(self):
        self.calls.append("unload")

    def set_volume(self, volume):
        self.volume = volume

    def close(self):
        self.calls.append("close")


class FakeEngine(QObject):
    opened = Signal(list)
    failed = Signal(object)
    speaking_changed = Signal(bool)

    def __init__(self):
        super().__init__()
        self.said = []

    def open(self):
        self.opened.emit(["Anna"])

    def say(self, text, manner):
        self.said.append(text)

    def set_volume(self, volume):
        pass

    def stop(self):
        pass

    def close(self):
        pass


class Made:
    """Makes media, and keeps them."""

    def __init__(self):
        self.all = []

    def __call__(self, parent):
        self.all.append(FakeMedia(parent))
        return self.all[-1]

    @property
    def media(self):
        return self.all[-1]


def refuses(parent):
    raise ImportError("no sound library")


@pytest.fixture
def made(qtbot, no_log):
    return Made()


@pytest.fixture
def engine(qtbot):
    return FakeEngine()


@pytest.fixture
def voice(made, engine):
    voice = SystemVoice(engines=lambda: engine, media=made)
    voice.troubles, voice.silences = [], []
    voice.trouble.connect(voice.troubles.append)
    voice.fell_silent.connect(lambda: voice.silences.append(voice.speaking))
    voice.prepare()
    return voice


@pytest.fixture
def patience(monkeypatch):
    for module, name in (
        (recording, "BEGINS_WITHIN_S"),
        (recording, "STANDS_STILL_S"),
        (song_player, "STANDS_STILL_S"),
    ):
        monkeypatch.setattr(module, name, 0.1)


def test_a_recording_is_played_in_place_of_the_voice(voice, made, engine, qtbot):
    voice.set_manner(Manner(volume=0.35))
    voice.say("one", FILE)
    assert voice.speaking
    qtbot.wait(10)
    assert made.media.calls == ["load our-song.mp3", "play"]
    assert made.media.volume == 0.35
    made.media.moved.emit()
    made.media.ended.emit()
    assert voice.silences == [False]
    assert engine.said == []


def test_a_recording_is_as_long_as_it_is(voice, made, qtbot, patience):
    voice.say("one", FILE)
    for _ in range(6):
        qtbot.wait(40)
        made.media.moved.emit()
    assert voice.speaking
    assert not voice.silences


def test_a_recording_that_fails_is_said_by_the_voice_and_told_once(voice, made, engine, qtbot):
    for text in ("one", "two"):
        voice.say(text, FILE)
        qtbot.wait(10)
        made.media.failed.emit()
        assert voice.speaking
        engine.speaking_changed.emit(True)
        engine.speaking_changed.emit(False)
    assert engine.said == ["one", "two"]
    assert voice.silences == [False, False]
    assert voice.troubles == ["A recording of yours could not be played; the voice says the words instead."]


def test_a_recording_that_never_begins_is_said_by_the_voice(voice, engine, qtbot, patience):
    voice.say("one", FILE)
    qtbot.wait(250)
    assert engine.said == ["one"]
    assert len(voice.troubles) == 1


def test_a_recording_that_stands_still_in_the_middle_is_over(voice, made, engine, qtbot, patience):
    voice.say("one", FILE)
    qtbot.wait(10)
    made.media.moved.emit()
    qtbot.wait(250)
    assert voice.silences == [False]
    assert engine.said == []


def test_without_a_sound_library_the_voice_speaks(engine, qtbot, no_log):
    no_log.allow("recordings cannot be played")
    voice = SystemVoice(engines=lambda: engine, media=refuses)
    voice.say("one", FILE)
    qtbot.wait(10)
    assert engine.said == ["one"]


def test_a_recording_is_stopped_and_its_volume_follows(voice, made, qtbot):
    voice.say("one", FILE)
    qtbot.wait(10)
    voice.set_manner(Manner(volume=1.0))
    assert made.media.volume == 1.0
    voice.stop()
    made.media.moved.emit()
    made.media.ended.emit()
    qtbot.wait(10)
    assert made.media.calls[-1] == "unload"
    assert voice.silences == [False]
    voice.close()
    assert made.media.calls[-1] == "close"


def test_what_is_stopped_at_once_is_never_played(voice, made, qtbot):
    voice.say("one", FILE)
    voice.stop()
    qtbot.wait(10)
    assert not made.all
    assert voice.silences == [False]


@pytest.fixture
def song(made):
    song = SongPlayer(media=made)
    song.told = []
    song.length_known.connect(song.told.append)
    song.ended.connect(lambda: song.told.append("ended"))
    song.trouble.connect(song.told.append)
    return song


def test_a_song_is_loaded_played_paused_and_stopped(song, made):
    song.load(FILE)
    made.media.length_known.emit(61.5)
    song.set_volume(0.5)
    song.play()
    assert song.playing
    song.pause()
    assert not song.playing
    song.play()
    song.stop()
    assert made.media.calls == ["load our-song.mp3", "play", "pause", "play", "rewind"]
    assert made.media.volume == 0.5
    assert song.told == [61.5]


def test_the_end_of_a_song_is_told_and_it_can_be_played_again(song, made):
    song.load(FILE)
    song.play()
    made.media.ended.emit()
    assert song.told == ["ended"]
    song.play()
    assert made.media.calls[-1] == "play"


def test_a_file_without_music_is_refused_in_a_sentence_without_its_name(song, made):
    song.load(FILE)
    made.media.failed.emit()
    song.play()
    assert not song.loaded
    assert made.media.calls == ["load our-song.mp3"]
    (sentence,) = song.told
    assert sentence.startswith("This file cannot be played as music.")
    assert "song.mp3" not in sentence


def test_another_file_can_be_chosen_after_one_was_refused(song, made):
    song.load(FILE)
    made.media.failed.emit()
    song.load(FILE)
    song.play()
    assert song.playing


def test_a_song_that_stands_still_ends_with_a_sentence(song, patience, qtbot):
    song.load(FILE)
    song.play()
    qtbot.wait(250)
    assert song.told[-1] == "ended"
    assert "stands still" in song.told[0]


def test_a_paused_song_may_stand_still(song, patience, qtbot):
    song.load(FILE)
    song.play()
    song.pause()
    qtbot.wait(250)
    assert song.told == []


def test_without_a_sound_library_a_song_is_refused(qtbot, no_log):
    no_log.allow("songs cannot be played: ImportError$")
    song = SongPlayer(media=refuses)
    told = []
    song.trouble.connect(told.append)
    song.load(FILE)
    for call in (song.play, song.pause, song.stop, song.close):
        call()
    song.load(FILE)
    qtbot.wait(10)
    assert len(told) == 1


def test_nothing_is_loaded_before_a_song_is(made):
    song = SongPlayer(media=made)
    for call in (song.play, song.pause, song.stop, song.close):
        call()
    assert not made.all
