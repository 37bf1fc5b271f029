import os

import pytest

from numbcompanion.practice import recordings
from numbcompanion.practice.recordings import Recordings

WAV = b"RIFF\x24\0\0\0WAVEfmt "
HEADS = {
    "wav": WAV,
    "ogg": b"OggS\0\x02\0\0\0\0\0\0",
    "mp3": b"ID3\x04\0\0\0\0\0\0\0\0",
    "flac": b"fLaC\0\0\0\x22\0\0\0\0",
    "m4a": b"\0\0\0\x20ftypM4A ",
}
CAPTIONS = ("Sit.", "Look.", "Rest.")


@pytest.fixture
def shelf(tmp_path):
    return Recordings(tmp_path)


@pytest.fixture
def put(tmp_path):
    def put(name, content=WAV, practice="orienting"):
        file = tmp_path / practice / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
        return file

    return put


@pytest.mark.parametrize("ending", HEADS)
def test_every_kind_of_sound_file_is_found(shelf, put, ending):
    file = put(f"02.{ending}", HEADS[ending])
    assert shelf.find("orienting", 2) == file
    assert shelf.find("orienting", 1) is None
    assert shelf.find("another", 2) is None


def test_an_mp3_without_tags_and_capitals_are_fine(shelf, put):
    file = put("01.MP3", b"\xff\xfb\x90\x64" + b"\0" * 20)
    assert shelf.find("orienting", 1) == file


@pytest.mark.parametrize(
    "content", [b"", b"words", b"\xff\xfet\0e\0x\0t\0", b"RIFF\0\0\0\0AVI LIST", b"\x89PNG\r\n\x1a\n"]
)
def test_what_is_no_sound_is_left_to_the_voice(shelf, put, content):
    put("01.wav", content)
    assert shelf.find("orienting", 1) is None
    (found,) = shelf.listing("orienting", CAPTIONS)
    assert found.trouble == "01.wav is no sound file; the voice speaks in its place."


def test_a_file_too_large_is_left_to_the_voice(shelf, put, monkeypatch):
    monkeypatch.setattr(recordings, "LARGEST_BYTES", 20)
    put("01.wav", WAV + b"\0" * 30)
    assert shelf.find("orienting", 1) is None
    assert "larger than 50 MB" in shelf.listing("orienting", CAPTIONS)[0].trouble


def test_the_listing_says_what_is_there_and_what_fits_no_caption(shelf, put):
    put("02.ogg", HEADS["ogg"])
    put("00.wav")
    put("07.wav")
    put("notes.txt", b"words")
    found = shelf.listing("orienting", CAPTIONS)
    assert [(one.number, bool(one.trouble)) for one in found] == [(0, True), (2, False), (7, True)]
    assert found[2].trouble == "07.wav fits no caption: this practice has 3, counted from 01."


def test_of_two_for_one_caption_the_listing_names_the_one_that_is_played(shelf, put):
    put("01.mp3", HEADS["mp3"])
    wav = put("01.wav")
    assert shelf.find("orienting", 1) == wav
    played, other = shelf.listing("orienting", CAPTIONS)
    assert (played.file, played.trouble) == (wav, "")
    assert other.trouble == "01.mp3 is not played: 01.wav is there for the same caption."


def test_of_two_the_one_that_is_a_sound_is_played(shelf, put):
    put("01.wav", b"words")
    mp3 = put("01.mp3", HEADS["mp3"])
    assert shelf.find("orienting", 1) == mp3
    first, second = shelf.listing("orienting", CAPTIONS)
    assert first.trouble
    assert not second.trouble


def test_a_folder_named_like_a_recording_is_none(shelf, tmp_path):
    (tmp_path / "orienting" / "01.wav").mkdir(parents=True)
    assert shelf.find("orienting", 1) is None
    assert shelf.listing("orienting", CAPTIONS)[0].trouble == "01.wav is no file."


@pytest.mark.skipif(os.name != "posix", reason="a named pipe")
def test_a_pipe_is_not_opened(shelf, tmp_path):
    (tmp_path / "orienting").mkdir()
    os.mkfifo(tmp_path / "orienting" / "01.wav")
    assert shelf.find("orienting", 1) is None


@pytest.mark.parametrize("practice", ["", "..", "../orienting", "/etc", "."])
def test_no_practice_leads_out_of_the_folder(tmp_path, put, practice):
    put("01.wav")
    assert Recordings(tmp_path / "inner").find(practice, 1) is None
    assert Recordings(tmp_path).listing(practice, CAPTIONS) == ()


def test_without_the_folder_there_is_nothing(tmp_path):
    assert Recordings(tmp_path / "none").find("orienting", 1) is None
