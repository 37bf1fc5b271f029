import pytest
from PySide6.QtCore import Qt

from numbcompanion.checkins.records import Kind, Source
from numbcompanion.errors import DiskFull
from ui.checkin.glimmer_window import GlimmerWindow


@pytest.fixture
def glimmer(theme, tasks, companion, qtbot):
    window = GlimmerWindow(theme, tasks, companion.checkins)
    qtbot.addWidget(window)
    window.ask(Source.TRAY)
    return window


def kept(companion):
    return [(one.words, one.source) for one in companion.checkins.newest(5, Kind.GLIMMER)]


def test_enter_alone_keeps_it_without_a_word(glimmer, tasks, companion, qtbot):
    qtbot.keyClick(glimmer.word, Qt.Key.Key_Return)
    qtbot.keyClick(glimmer.word, Qt.Key.Key_Return)
    tasks.drain()
    assert kept(companion) == [((), Source.TRAY)]
    assert companion.checkins.newest() == []
    assert glimmer.isHidden()


def test_irritation_counts_too(glimmer, tasks, companion):
    glimmer.chips.chips[-1].click()
    assert glimmer.word.text() == "irritation"
    glimmer.save_button.click()
    tasks.drain()
    assert kept(companion) == [(("irritation",), Source.TRAY)]


def test_escape_keeps_nothing(glimmer, tasks, companion, qtbot):
    qtbot.keyClicks(glimmer.word, "warm")
    with qtbot.waitSignal(glimmer.closed):
        qtbot.keyClick(glimmer, Qt.Key.Key_Escape)
    tasks.drain()
    assert kept(companion) == []


def test_what_no_disk_takes_is_said_and_stays(glimmer, tasks, monkeypatch):
    def refuse(word, source):
        raise DiskFull("The disk is full. Nothing was lost.")

    monkeypatch.setattr(glimmer._checkins, "glimmer", refuse)
    glimmer.word.setText("a laugh")
    glimmer.save()
    tasks.drain()
    assert (glimmer.hint.text(), glimmer.word.text()) == ("The disk is full. Nothing was lost.", "a laugh")
    assert glimmer.isVisible()
