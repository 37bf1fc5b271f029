"""Every page and state: opens without a word in the log, every control named and reached by Tab, nothing clipped."""

import re
import shutil

import pytest
from fakes import MovableClock
from program import SIZE, Program, play_edges
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QWidget,
)
from scenes import SCENES, scene

import resources
from numbcompanion.companion import Companion
from numbcompanion.paths import Home
from numbcompanion.preferences import ThemeChoice
from numbcompanion.translation import STRETCHED, use
from ui.kit.buttons import Button
from ui.kit.text import Text

LOOKS = ("plain", "stretched", "large")


@pytest.fixture(scope="module", params=LOOKS)
def look(request):
    use(STRETCHED if request.param == "stretched" else None)
    yield request.param
    use(None)


@pytest.fixture(scope="module")
def program(look, qapp, lived_in, tmp_path_factory):
    """One program for each look, on a home with a life in it."""
    folder = tmp_path_factory.mktemp(look)
    there, keys = lived_in
    home = Home(folder / "home", folder / "keys")
    shutil.copytree(there.folder, home.folder)
    with pytest.MonkeyPatch.context() as monkeypatch:
        play_edges(monkeypatch, folder)
        companion = Companion(home, MovableClock(), [keys])
        scale = 2.0 if look == "large" else 1.0
        companion.preferences.change(first_run_done=True, theme=ThemeChoice.LIGHT, text_scale=scale, country="IE")
        program = Program(qapp, companion).begin()
        yield program
        program.end()


@pytest.mark.parametrize("name", SCENES)
def test_every_control_has_a_name_and_tab_reaches_it(program, no_log, name):
    with scene(program, name) as states:
        for window in states:
            assert [one for one in focusable(window) if not spoken_name(one)] == []
            reached, came_round = walk(window)
            assert came_round
            assert [told(one) for one in focusable(window) if one not in reached] == []


@pytest.mark.parametrize("name", SCENES)
def test_nothing_is_clipped(program, no_log, name):
    with scene(program, name) as states:
        for window in states:
            assert (window.width(), window.height()) == SIZE or window is not program.window
            assert [told(one) for one in visible(window, (Text, Button)) if is_clipped(one)] == []
            assert [told(one) for one in visible(window, QScrollArea) if scrolls_sideways(one)] == []


@pytest.mark.parametrize("look", ["stretched"], indirect=True)
@pytest.mark.parametrize("name", SCENES)
def test_every_word_went_through_translation(program, no_log, name):
    data = words_of_resources()
    with scene(program, name) as states:
        for window in states:
            untranslated = {text for text in strings(window) if not is_translated(text) and not is_data(text, data)}
            assert untranslated == set()


def visible(window, kind):
    return [one for one in window.findChildren(QWidget) if isinstance(one, kind) and one.isVisible()]


def focusable(window):
    return [
        one
        for one in visible(window, QWidget)
        if one.isEnabled()
        and (one.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(one, QAbstractButton))
        and one.focusProxy() is None
        and not isinstance(one.parent(), QLineEdit)  # its icons; Esc does what they do
        and one.window() is window
    ]


def spoken_name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def told(widget):
    name = spoken_name(widget) or (widget.text() if hasattr(widget, "text") else "")
    return f"{type(widget).__name__} “{name}” {widget.size().toTuple()} least {widget.minimumSizeHint().toTuple()}"


def walk(window):
    """Press Tab until it comes round; return what it reached, and whether it came round."""
    reached = []
    for _ in range(3 * len(focusable(window)) + 10):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if reached and now is reached[0]:
            return reached, True
        if now not in reached:
            reached.append(now)
    return reached, False


def is_clipped(widget):
    if not widget.visibleRegion().isEmpty() and widget.width() < widget.minimumSizeHint().width():
        return True
    if widget.height() < widget.heightForWidth(widget.width()):
        return True
    inner = widget
    while (outer := inner.parentWidget()) is not None and not inner.isWindow():
        if inner.x() < 0 or inner.geometry().right() >= outer.width() + 1:
            return True
        inner = outer
    return False


def scrolls_sideways(area):
    return area.horizontalScrollBar().maximum() > 0


def strings(window):
    """Return every text a person can see or hear in the window."""
    found = {window.windowTitle()}
    for one in [window, *visible(window, QWidget)]:
        found |= {spoken_name(one), one.toolTip(), one.accessibleDescription()}
        if isinstance(one, QAbstractButton | QLabel):
            found.add(one.text())
        if isinstance(one, QLineEdit):
            found.add(one.placeholderText())
        if isinstance(one, QComboBox):
            found |= {one.itemText(place) for place in range(one.count())}
        if isinstance(one, QListWidget):
            found |= {one.item(place).text() for place in range(one.count())}
    return {text for text in found if text}


def is_translated(text):
    return text.startswith("[") and text.endswith("]")


def words_of_resources():
    """Return the words of guides, practices, lists and lines, which have a translation of their own."""
    root = resources.path("")
    files = [file for kind in ("md", "csv", "toml", "txt") for file in root.rglob(f"*.{kind}")]
    return plain(" ".join(file.read_text(encoding="utf-8") for file in files))


def plain(text):
    return " ".join(re.sub(r"[*_#>`“”\"'’–—-]", " ", text).split()).casefold()


def is_data(text, data):
    return not re.search(r"[^\W\d_]{2}", text) or plain(text) in data
