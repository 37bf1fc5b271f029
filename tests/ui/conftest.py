"""The whole program as a fixture, on a real store; every widget of a test is gone after it."""

import shutil

import pytest
from fakes import MemoryKeyStore, MovableClock
from program import Program, play_edges, settle_deletions
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from numbcompanion.companion import Companion
from numbcompanion.demo import MadeUpLife, fill
from numbcompanion.paths import Home


@pytest.fixture(autouse=True)
def deleted_at_once():
    """Delete what a test closed before the next begins: every widget that lingers is dressed anew with the theme."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def no_widget_left(qapp):
    """Fail a test that leaves a window behind."""
    settle_deletions()
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    kept = QApplication.topLevelWidgets()  # so that no id is given away again
    yield
    settle_deletions()
    left = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before]
    del kept
    assert not left, f"left behind: {left}"


@pytest.fixture
def edges(monkeypatch, tmp_path):
    """Tray, notifications and the person's folders are played; `edges.there = True` gives the desktop a tray."""
    return play_edges(monkeypatch, tmp_path)


@pytest.fixture
def begin(qapp, no_widget_left, no_log, edges, home, clock, key_store):
    """Return a function that starts the program on the home; it is ended with the test."""
    begun = []

    def start(hidden=False, companion=None, questions=False, **preferences):
        companion = companion or Companion(home, clock, [key_store])
        if not questions:
            companion.preferences.change(first_run_done=True, **preferences)
        program = Program(qapp, companion)
        begun.append(program)
        return program.begin(hidden)

    yield start
    for program in begun:
        program.end()


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory):
    """A home with two months of a made-up life in it, to be copied; and the key store it opens with."""
    folder = tmp_path_factory.mktemp("lived-in")
    home, keys = Home(folder / "home", folder / "keys"), MemoryKeyStore()
    companion = Companion(home, MovableClock(), [keys])
    companion.open()
    fill(companion, MadeUpLife(years=0.2))
    companion.close()
    return home, keys


@pytest.fixture
def full(begin, lived_in, home, clock):
    """Return a function that starts the program on a home with a life in it."""
    there, keys = lived_in
    shutil.copytree(there.folder, home.folder)

    def start(**preferences):
        return begin(companion=Companion(home, clock, [keys]), country="IE", **preferences)

    return start
