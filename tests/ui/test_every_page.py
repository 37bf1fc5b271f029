"""Every page and state: opens without a word in the log, every control named and reached by Tab, nothing clipped."""

import re
import shutil
from pathlib import Path

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

import numbcompanion
import resources
from numbcompanion.companion import Companion
from numbcompanion.paths import Home
from numbcompanion.preferences import ThemeChoice
from numbcompanion.translation import STRETCHED, use
from ui.kit.buttons import Button
from ui.kit.text import Text
from ui.shell.window import Window

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
def test_it_opens_and_every_control_can_be_named_reached_and_read(program, look, no_log, data, name):
    with scene(program, name) as states:
        wrong = [problem for window in states for problem in problems(window, look, data)]
    assert not wrong, "\n".join(wrong)


@pytest.fixture(scope="module")
def data():
    """The words of guides, practices, lists and lines, which have a translation of their own, and a life's."""
    root, life = resources.path(""), Path(numbcompanion.__file__).parent
    files = [file for kind in ("md", "csv", "toml", "txt") for file in root.rglob(f"*.{kind}")]
    files += [life / "checkins" / "first_tags.py", life / "made_up_life.py"]
    return plain(" ".join(file.read_text(encoding="utf-8") for file in files))


def problems(window, look, data):
    """Yield what is wrong with what is shown now."""
    if isinstance(window, Window) and window.size().toTuple() != SIZE:
        yield f"the window grew to {window.size().toTuple()}"
    for one in focusable(window):
        if not spoken_name(one):
            yield f"no name: {one}"
    for one in visible(window, (Text, Button)):
        if is_clipped(one):
            yield f"clipped: {told(one)}"
    for one in visible(window, QScrollArea):
        if one.horizontalScrollBar().maximum() > 0:
            yield f"scrolls sideways: {told(one)}"
    if look == "stretched":
        yield from (
            f"not translated: {text}" for text in strings(window) if not is_data(without_translated(text), data)
        )
    if look != "large":  # the way of Tab is the same at every size
        reached, came_round = walk(window)
        yield from (f"Tab misses: {told(one)}" for one in focusable(window) if one not in reached)
        if not came_round:
            yield "Tab does not come round"


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
    around = 2 * widget._theme.px(widget._kind.top) if isinstance(widget, Button) else 0  # may be less; words may not
    if widget.height() < widget.heightForWidth(widget.width()) - around:
        return True
    inner = widget
    while (outer := inner.parentWidget()) is not None and not inner.isWindow():
        if inner.x() < 0 or inner.geometry().right() >= outer.width() + 1:
            return True
        inner = outer
    return False


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


def without_translated(text):
    """Return what is left of a text without the parts that are marked as translated."""
    left = None
    while left != text:
        left, text = text, re.sub(r"\[[^\[\]]*\]", " · ", text)
    return text


def plain(text):
    return " ".join(re.sub(r"[*_#>`“”\"'’–—-]", " ", text).split()).casefold()


def is_data(text, data):
    parts = [part for part in re.split(r" · |, ", text) if re.search(r"[^\W\d_]{2}", part)]
    return all(plain(part) in data or re.match(r"Ctrl\+|/|[0-9A-Z]{6}-", part) for part in parts)
