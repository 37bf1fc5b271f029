import logging
import os

import pytest

from numbcompanion import logs
from numbcompanion.checkins.records import CheckInDraft
from numbcompanion.errors import CompanionError
from numbcompanion.paths import Home

SECRET = "the heron in the weir"


@pytest.fixture(autouse=True)
def untouched():
    """Give the logger back as it was, and the umask that a start sets."""
    umask = os.umask(0o077)
    logger = logging.getLogger("numbcompanion")
    before = (logger.level, logger.propagate, list(logger.handlers), logging.raiseExceptions)
    yield
    os.umask(umask)
    for handler in list(logger.handlers):
        if handler not in before[2]:
            logger.removeHandler(handler)
            handler.close()
    logger.level, logger.propagate, logging.raiseExceptions = before[0], before[1], before[3]


def written(home):
    return home.log_file.read_text(encoding="utf-8") if home.log_file.exists() else ""


def test_what_the_program_says_of_itself_is_in_the_home(home):
    home.make()
    logs.start(home)
    logging.getLogger("numbcompanion.tasks").error("a task failed")
    assert written(home).rstrip().endswith("ERROR numbcompanion.tasks a task failed")


def test_without_anything_to_say_there_is_no_file(home):
    home.make()
    logs.start(home)
    assert not home.log_file.exists()


def test_it_does_not_grow_without_end(home):
    home.make()
    logs.start(home)
    for _ in range(400):
        logging.getLogger("numbcompanion").error("x" * 2000)
    files = list(home.folder.glob("companion.log*"))
    assert len(files) == 2
    assert sum(file.stat().st_size for file in files) <= 2 * 256 * 1024


def test_a_folder_that_takes_no_file_is_no_error(tmp_path):
    (tmp_path / "file").write_text("")
    home = Home(tmp_path / "file" / "home", tmp_path / "keys")
    logs.start(home)
    logging.getLogger("numbcompanion").error("said to nobody")


def test_nothing_the_person_wrote_is_in_it(companion):
    logs.start(companion.home)
    companion.checkins.save(CheckInDraft(3, note=SECRET, words=("heron",)))
    companion.journal.save(companion.journal.begin(), SECRET, SECRET)
    companion.journal.search(SECRET)
    with pytest.raises(CompanionError), companion.store.writing() as rows:
        rows.connection.exec_driver_sql("INSERT INTO nowhere VALUES (?)", (SECRET,))
    assert "heron" not in written(companion.home)


def test_no_crash_inside_writes_what_the_person_wrote(companion, monkeypatch, capsys):
    from numbcompanion.__main__ import main

    def crash(self, draft):
        raise RuntimeError(f"could not take {draft.note!r}")

    monkeypatch.setattr("numbcompanion.checkins.checkins.CheckIns.save", crash)
    monkeypatch.setattr("numbcompanion.companion.Companion.open", lambda self: None)
    code = main(["check-in", "--depth", "3", "--note", SECRET, "--data-dir", str(companion.home.folder)])
    assert code == 1
    assert "heron" not in capsys.readouterr().err
    assert "RuntimeError" in written(companion.home) and "in crash" in written(companion.home)
    assert "heron" not in written(companion.home)
