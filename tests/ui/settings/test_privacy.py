import stat

import pytest
from fakes import MemoryKeyStore
from program import FakeDialogs, button, texts

from numbcompanion.companion import Companion
from ui.kit.text import Text
from ui.settings.privacy import Privacy
from ui.settings.recovery_code import RecoveryCode


@pytest.fixture
def dialogs(theme):
    return FakeDialogs(theme)


@pytest.fixture
def kept():
    return []


@pytest.fixture
def privacy(qtbot, theme, tasks, companion, dialogs, kept):
    section = Privacy(theme, tasks, companion.store, dialogs, lambda: kept.append(True), "/the/key/folder")
    qtbot.addWidget(section)
    section.resize(800, 900)
    section.show()
    section.opened()
    tasks.drain()
    section.said.connect(lambda words, undo: setattr(section, "last_said", words))
    return section


@pytest.fixture
def code(privacy, tasks):
    privacy.make_code()
    tasks.drain()
    return privacy.findChild(RecoveryCode)._code


def test_it_says_where_the_words_are_and_what_is_not_encrypted(privacy, companion):
    said = " ".join(texts(privacy))
    assert str(companion.home.folder) in said
    assert "/the/key/folder" in said
    assert "Only the settings (theme, text size, country) are not." in said


def test_the_code_that_is_shown_opens_the_home(code, companion, clock):
    companion.close()
    other = Companion(companion.home, clock, [MemoryKeyStore()])
    other.open(code)
    assert other.store.is_open
    other.close()


def test_copied_by_hand_is_kept_and_takes_the_code_off_the_screen(privacy, code, tasks, kept):
    button(privacy, "I have copied it by hand").click()
    tasks.drain()
    assert kept == [True]
    assert not any(code in text for text in texts(privacy))


def test_saved_as_a_file_that_only_the_person_can_read(privacy, code, tasks, dialogs, kept, tmp_path):
    dialogs.file = tmp_path / "code.txt"
    button(privacy, "Save as a file…").click()
    tasks.drain()
    assert code in dialogs.file.read_text()
    assert stat.S_IMODE(dialogs.file.stat().st_mode) == 0o600
    assert kept == [True]


def test_a_place_that_takes_no_file_is_said_and_the_code_stays(privacy, code, tasks, dialogs, kept, tmp_path):
    (tmp_path / "file").write_text("")
    dialogs.file = tmp_path / "file" / "code.txt"
    button(privacy, "Save as a file…").click()
    tasks.drain()
    assert privacy.last_said.startswith("The file could not be written there.")
    assert (kept, privacy.findChild(RecoveryCode).isVisible()) == ([], True)


def test_putting_the_file_off_changes_nothing(privacy, code, tasks, dialogs, kept):
    button(privacy, "Save as a file…").click()
    tasks.drain()
    assert (kept, privacy.findChild(RecoveryCode).isVisible()) == ([], True)


def test_a_second_code_is_made_only_when_the_person_agrees(privacy, code, tasks, dialogs):
    dialogs.answer = False
    button(privacy, "Make a recovery code").click()
    tasks.drain()
    assert "will stop working" in dialogs.asked[0]
    assert privacy.findChild(RecoveryCode)._code == code
    dialogs.answer = True
    button(privacy, "Make a recovery code").click()
    tasks.drain()
    assert privacy._shown._code != code


def test_leaving_takes_the_code_off_the_screen(privacy, code):
    privacy.leaving()
    assert not any(code in one.text() for one in privacy.findChildren(Text) if one.isVisible())


def test_a_code_that_is_kept_ends_the_offer_on_today(begin):
    program = begin()
    today = program.page("today")
    assert "A spare key" in texts(today)
    button(today, "Make a recovery code").click()
    program.settle()
    section = program.section("privacy")
    section.make_code()
    program.settle()
    button(section, "I have copied it by hand").click()
    program.settle()
    program.page("today")
    assert "A spare key" not in texts(today)


def test_the_copies_are_told(privacy, companion, tasks):
    companion.copy_of_today()
    privacy.opened()
    tasks.drain()
    assert "1 copy: 23 November 2026" in texts(privacy)
