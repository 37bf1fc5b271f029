"""The practice files: those that come with the program, the person's own, and what cannot be read."""

import os
from pathlib import Path

import pytest

from numbcompanion.practice import script_shelf
from numbcompanion.practice.script_shelf import MOST_OWN_FILES, Scripts
from numbcompanion.practice.script_text import LARGEST_BYTES

BODY = "## One\n(bell)\nLook.\n...\n"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "practices"
    folder.mkdir()
    return folder


@pytest.fixture
def text(small):
    return small(BODY)


def reasons(shelf):
    return {Path(error.file).name: (error.line, error.reason) for error in shelf.broken}


def test_a_broken_file_is_listed_and_the_rest_still_load(folder, text):
    (folder / "good.md").write_text(text, encoding="utf-8")
    (folder / "latin.md").write_bytes((text + "Grüß dich.\n...\n").encode("latin-1"))
    (folder / "large.md").write_text(text + " \n" * 200_000, encoding="utf-8")
    (folder / "huge.md").write_bytes(b"x" * 10 * 1024 * 1024)
    (folder / "empty.md").write_text("", encoding="utf-8")
    (folder / "utf16.md").write_text(text, encoding="utf-16")
    (folder / "utf16le.md").write_text(text, encoding="utf-16-le")
    (folder / "nul.md").write_text(text.replace("Look.", "Lo\0ok."), encoding="utf-8")
    (folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (folder / "weights.md").write_text(text.replace("## One", "## One (-1)"), encoding="utf-8")
    shelf = Scripts(folder, folder / "not there").load()
    assert [script.slug for script in shelf.scripts] == ["good"]
    found = reasons(shelf)
    look = text.split("\n").index("Look.") + 1
    assert found["latin.md"] == (len(text.split("\n")), "The file is not UTF-8 text.")
    assert "larger" in found["large.md"][1]
    assert found["huge.md"] == (1, "The file is larger than a practice can be.")
    assert found["empty.md"][0] == 1
    assert found["utf16.md"] == (1, "The file is not UTF-8 text.")
    assert found["utf16le.md"] == (1, "There is a character here that cannot be read.")
    assert found["nul.md"] == (look, "There is a character here that cannot be read.")
    assert found["picture.md"] == (1, "The file is not UTF-8 text.")
    assert found["weights.md"][0] == look - 2
    assert len(found) == 9


def test_what_is_no_file_is_listed_and_the_rest_still_load(folder, text):
    (folder / "good.md").write_text(text, encoding="utf-8")
    (folder / "folder.md").mkdir()
    (folder / "loop.md").symlink_to(folder / "loop.md")
    (folder / "gone.md").symlink_to(folder / "nowhere")
    (folder / "linked.md").symlink_to(folder / "good.md")
    shelf = Scripts(folder).load()
    assert [script.slug for script in shelf.scripts] == ["good", "linked"]
    assert reasons(shelf) == dict.fromkeys(["folder.md", "gone.md", "loop.md"], (1, "The file cannot be read."))


@pytest.mark.skipif(os.name != "posix", reason="named pipes and devices")
def test_a_pipe_or_a_device_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe.md")
    (folder / "zero.md").symlink_to("/dev/zero")
    assert reasons(Scripts(folder).load()) == dict.fromkeys(["pipe.md", "zero.md"], (1, "The file cannot be read."))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a person who may not read everything")
def test_a_folder_or_a_file_that_may_not_be_read_is_listed(folder, text):
    (folder / "secret.md").write_text(text, encoding="utf-8")
    (folder / "secret.md").chmod(0)
    assert reasons(Scripts(folder).load()) == {"secret.md": (1, "The file cannot be read.")}
    folder.chmod(0)
    try:
        assert reasons(Scripts(folder).load()) == {"practices": (1, "This folder of practices cannot be read.")}
    finally:
        folder.chmod(0o700)


def test_a_folder_that_cannot_be_listed_is_told_and_the_others_still_load(folder, text):
    (folder / "good.md").write_text(text, encoding="utf-8")
    no_folder = folder / "good.md"
    shelf = Scripts(folder, own=no_folder).load()
    assert [script.slug for script in shelf.scripts] == ["good"]
    assert reasons(shelf) == {"good.md": (1, "This folder of practices cannot be read.")}


def test_a_folder_in_a_loop_is_told(folder):
    (folder / "loop").symlink_to(folder / "loop")
    [error] = Scripts(folder / "loop").load().broken
    assert error.reason == "This folder of practices cannot be read."


def test_without_an_own_folder_only_ours_are_there(tmp_path, practices):
    shelf = Scripts.shipped(own=tmp_path / "none").load()
    assert {script.slug for script in shelf.scripts} == set(practices)
    assert shelf.broken == ()


def test_other_files_and_the_note_on_how_to_write_one_are_no_practices(folder, text):
    for name in ("README.md", "notes.txt", "good.md~", ".md", "good.MD.bak"):
        (folder / name).write_text(text, encoding="utf-8")
    assert Scripts(folder).load().scripts == ()
    assert Scripts(folder).load().broken == ()


def test_a_byte_order_mark_and_windows_line_ends_are_fine(folder, text):
    (folder / "bom.md").write_text(text, encoding="utf-8-sig")
    (folder / "windows.md").write_bytes(text.replace("\n", "\r\n").encode())
    shelf = Scripts(folder).load()
    assert [script.slug for script in shelf.scripts] == ["bom", "windows"]
    assert {script.captions()[0].text for script in shelf.scripts} == {"Look."}


def test_a_file_as_large_as_can_be_is_read(folder, text):
    (folder / "large.md").write_bytes(text.encode() + b"\n" * (LARGEST_BYTES - len(text.encode())))
    assert Scripts(folder).load().find("large")


def test_a_file_of_the_same_name_in_a_later_folder_wins(tmp_path, text):
    for language, title in (("en", "Small"), ("de", "Klein")):
        (tmp_path / language).mkdir()
        content = text.replace("Small", title)
        (tmp_path / language / "small.md").write_text(content, encoding="utf-8-sig")
    shelf = Scripts(tmp_path / "en", tmp_path / "de").load()
    assert [script.title for script in shelf.scripts] == ["Klein"]


def test_an_own_file_takes_the_place_of_ours_and_is_marked(folder, text):
    (folder / "orienting.md").write_text(text.replace("Small", "Mine"), encoding="utf-8")
    shelf = Scripts.shipped(own=folder).load()
    orienting = shelf.find("orienting")
    assert (orienting.title, orienting.own) == ("Mine", True)
    assert not shelf.find("five-senses").own
    assert len({script.slug for script in shelf.scripts}) == len(shelf.scripts) == 26


def test_a_broken_own_file_leaves_ours_in_its_place(folder):
    (folder / "orienting.md").write_text("no practice", encoding="utf-8")
    shelf = Scripts.shipped(own=folder).load()
    assert not shelf.find("orienting").own
    assert reasons(shelf)["orienting.md"][0] == 1


def test_a_language_without_practices_of_its_own_has_ours(practices):
    assert {script.slug for script in Scripts.shipped("xx").load().scripts} == set(practices)


def test_the_shelf_is_read_once_and_again_when_it_is_asked_to(folder, text):
    scripts = Scripts(folder)
    assert scripts.shelf.scripts == ()
    (folder / "good.md").write_text(text, encoding="utf-8")
    assert scripts.shelf.scripts == ()
    assert scripts.load().find("good")


def test_only_so_many_files_are_read(folder, text, monkeypatch):
    assert MOST_OWN_FILES == 500
    monkeypatch.setattr("numbcompanion.practice.script_shelf.MOST_OWN_FILES", 3)
    for number in range(5):
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    assert [script.slug for script in Scripts(folder).load().scripts] == ["0", "1", "2"]


def test_the_home_knows_where_own_practices_lie(companion, text):
    own = companion.home.practices_folder
    own.mkdir(parents=True)
    (own / "mine.md").write_text(text, encoding="utf-8")
    assert companion.scripts.own_folder == own
    assert companion.scripts.shelf.find("mine").own


def test_a_file_with_a_name_the_program_needs_is_listed_with_a_way_out(folder, text):
    (folder / "timer.md").write_text(text, encoding="utf-8")
    shelf = Scripts(own=folder).load()
    assert shelf.scripts == ()
    assert "Give the file another one" in shelf.broken[0].reason


def test_more_files_than_are_read_are_said(folder, text, monkeypatch):
    monkeypatch.setattr(script_shelf, "MOST_OWN_FILES", 2)
    for number in range(3):
        (folder / f"mine-{number}.md").write_text(text, encoding="utf-8")
    shelf = Scripts(own=folder).load()
    assert [script.slug for script in shelf.scripts] == ["mine-0", "mine-1"]
    assert "more than 2 files" in shelf.broken[0].reason
