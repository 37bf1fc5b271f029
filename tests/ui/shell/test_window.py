import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.shell.pages import PageSpec
from ui.shell.window import Window


class FakePage(QWidget):
    def __init__(self):
        super().__init__()
        self.told = []

    def opened(self):
        self.told.append("opened")

    def leaving(self):
        self.told.append("leaving")


class Cover(QWidget):
    ended = False

    def end(self):
        self.ended = True


class Questions(QWidget):
    help_requested = Signal()


@pytest.fixture
def window(qtbot, theme):
    names = ("today", "journal", "help")
    specs = [PageSpec(n, n.title, "today", f"Ctrl+{i}", FakePage, n == "help") for i, n in enumerate(names, 1)]
    window = Window(theme)
    window.furnish(specs)
    qtbot.addWidget(window)
    window.show_page("today")
    window.show()
    return window


def press(qtbot, window, digit):
    qtbot.keyClick(window, digit, Qt.KeyboardModifier.ControlModifier)


def test_a_page_is_built_when_it_is_first_shown_and_only_once(window):
    assert window.page_if_built("journal") is None
    window.show_page("journal")
    page = window.page("journal")
    window.show_page("today")
    window.show_page("journal")
    assert window.page("journal") is page
    assert page.told == ["opened", "leaving", "opened"]


def test_a_name_that_no_page_has_changes_nothing(window, caplog):
    window.show_page("nowhere")
    assert window.current == "today"


def test_a_page_is_told_before_the_window_goes(window):
    page = window.page("today")
    window.showMinimized()
    window.close()
    assert page.told.count("leaving") >= 1


def test_while_something_covers_the_pages_their_keys_rest(window, qtbot):
    cover = Cover()
    window.cover_with(cover)
    press(qtbot, window, Qt.Key.Key_2)
    assert (window.covered, window.current) == (True, "today")


def test_the_key_for_help_ends_what_covers_the_pages(window, qtbot):
    cover = Cover()
    window.cover_with(cover)
    press(qtbot, window, Qt.Key.Key_3)
    assert (cover.ended, window.covered, window.current) == (True, False, "help")


def test_a_cover_that_must_stay_is_asked_for_help_instead(window, qtbot):
    cover = Questions()
    window.cover_with(cover)
    with qtbot.waitSignal(cover.help_requested):
        press(qtbot, window, Qt.Key.Key_3)
    assert (window.covered, window.current) == (True, "today")


def test_a_cover_over_a_cover_comes_off_first(window):
    under, over = QLabel("under"), QLabel("over")
    window.cover_with(under)
    window.cover_with(over)
    window.uncover(over)
    assert window.covered
    window.uncover(under)
    assert not window.covered


def test_a_line_is_said_only_where_it_can_be_seen(window):
    window.hide()
    window.say("Kept.")
    assert not window.toasts.isVisibleTo(window)
    window.show()
    window.say("Kept.", lambda: None)
    assert window.toasts.isVisible()
