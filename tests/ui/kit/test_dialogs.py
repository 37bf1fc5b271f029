from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from ui.kit.dialogs import Dialogs, Question


class AnsweringDialogs(Dialogs):
    """What a test puts in the place of the dialogs."""

    def ask(self, parent, title, text, yes, no):
        return True


def _press(key):
    QTimer.singleShot(0, lambda: _press_in_window(key))


def _press_in_window(key):
    from PySide6.QtTest import QTest

    QTest.keyClick(QApplication.activeModalWidget(), key)


def test_dialogs_can_be_replaced_by_a_test(theme):
    assert AnsweringDialogs(theme).ask(None, "Leave it out?", "", "Yes", "No")


def test_escape_means_no(theme, qtbot):
    _press(Qt.Key.Key_Escape)

    assert Dialogs(theme).ask(None, "Leave it out?", "It can be taken back.", "Leave out", "Keep") is False


def test_yes_means_yes(theme, qtbot):
    question = Question(theme, None, "Leave it out?", "It can be taken back.", "Leave out", "Keep")
    qtbot.addWidget(question)
    question.show()

    qtbot.keyClick(question.yes_button, Qt.Key.Key_Return)

    assert question.result() == Question.DialogCode.Accepted


def test_telling_waits_until_it_was_read(theme, qtbot):
    _press(Qt.Key.Key_Escape)

    Dialogs(theme).tell(None, "The home is open elsewhere", "Close the other window first.")


def test_a_long_question_is_shown_whole(theme, qtbot, stretched):
    theme.set_choice(scale=2.0)
    question = Question(theme, None, "Leave it out?", "It can be taken back. " * 12, "Leave out", "Keep it as it is")
    qtbot.addWidget(question)
    question.show()

    for child in question.findChildren(type(question.yes_button)):
        assert question.rect().contains(child.geometry())


@pytest.mark.parametrize(("picked", "answer"), [("/x/copy.json", Path("/x/copy.json")), ("", None)])
def test_a_file_is_a_path_or_nothing(theme, monkeypatch, picked, answer):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (picked, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (picked, ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: picked)
    dialogs = Dialogs(theme)

    assert dialogs.choose_file_to_save(None, "Save a copy", "copy.json", "") == answer
    assert dialogs.choose_file_to_open(None, "Open a copy") == answer
    assert dialogs.choose_folder(None, "Where to") == answer
