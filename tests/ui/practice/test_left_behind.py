"""Nothing of a session stays when it is closed."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from numbcompanion.practice.timer import TimerSettings


def settle():
    """Delete for good what was closed."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


@pytest.fixture
def sit_through(page, play, tasks):
    """Return a function that begins a practice, does all there is to do in it, and closes it."""

    def sit_through(what):
        if isinstance(what, TimerSettings):
            page.choose("timer")
            page.before.show_settings(what)
        else:
            page.choose(what)
        page.begin()
        player = page.player
        play(player, 20)
        player.show_small()
        play(player, 2)
        player.show_small()
        player.playing.pause()
        player.playing.pause()
        player.playing.orient()
        play(player, 6)
        player.stop()
        tasks.drain()
        player.stage.after.felt.chips.chips[3].click()
        player.stage.after.line.setText("warm")
        player.end()
        tasks.drain()
        gone = weakref.ref(player), weakref.ref(player.playing)
        player.setParent(None)
        player.deleteLater()
        return gone

    return sit_through


def test_ten_sessions_leave_no_widget_and_no_object_behind(page, tasks, sit_through) -> None:
    practices = ["orienting", "box-breathing", "make-a-mark", "labelling", TimerSettings(prepare_s=0)]
    for what in practices:  # what stands before each is made once, and stays
        sit_through(what)
    settle()
    windows = len(QApplication.topLevelWidgets())
    widgets = len(QApplication.allWidgets())
    objects = len(page.findChildren(QObject)) + len(tasks.findChildren(QObject))
    gone = [refs for what in practices * 2 for refs in sit_through(what)]
    settle()
    assert len(gone) == 20
    assert [ref() for ref in gone if ref() is not None] == []
    assert len(QApplication.topLevelWidgets()) == windows
    assert len(QApplication.allWidgets()) == widgets
    assert len(page.findChildren(QObject)) + len(tasks.findChildren(QObject)) == objects


def test_a_closed_player_hears_no_more_of_speaker_and_voice(page, sit_through, speaker, voice) -> None:
    sit_through("orienting")
    settle()
    speaker.trouble.emit("No sound device was found.")
    voice.trouble.emit("No voice was found.")
    voice.fell_silent.emit()
    assert page.player is None


def test_answering_again_and_again_leaves_no_cards_behind(page, tasks) -> None:
    router = page.shelf.router
    for chip in router.states.chips:
        chip.click()
    settle()
    widgets = len(QApplication.allWidgets())
    for _ in range(3):
        for chip in router.states.chips:
            chip.click()
        page.opened()
        tasks.drain()
    settle()
    assert len(QApplication.allWidgets()) == widgets


def test_opening_the_log_again_and_again_leaves_no_rows_behind(page, tasks, sit_through) -> None:
    sit_through("orienting")
    page.show_log()
    tasks.drain()
    settle()
    widgets = len(QApplication.allWidgets())
    for _ in range(3):
        page.show_all()
        page.show_log()
        tasks.drain()
    settle()
    assert len(QApplication.allWidgets()) == widgets
