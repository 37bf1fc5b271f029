import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.prompts.notice import Notice, Reply
from ui.prompts.prompt_card import PromptCard, WindowNotices


@pytest.fixture
def window(qtbot, theme):
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def card(theme, window):
    return PromptCard(theme, window)


def show(card, later=True):
    shown, replies = [], []
    WindowNotices(card).show(
        Notice.neutral("key", later), lambda key, there: shown.append(there), lambda key, reply: replies.append(reply)
    )
    return shown, replies


def test_it_counts_as_shown_only_where_the_window_is(card, window):
    assert show(card)[0] == [False]
    window.show()
    assert show(card)[0] == [True]


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("check_in_button", Reply.CHECK_IN),
        ("later_button", Reply.LATER),
        ("not_now_button", Reply.DISMISSED),
    ],
)
def test_each_button_replies_once_and_the_card_goes(card, window, name, reply):
    window.show()
    _, replies = show(card)
    getattr(card, name).click()
    assert replies == [reply]
    assert card.isHidden()


def test_it_takes_no_focus(card, window, qtbot):
    field = QLineEdit(window)
    window.show()
    field.setFocus()
    show(card)
    assert window.focusWidget() is field


def test_it_stays_in_the_corner_inside_the_window(card, window, theme):
    window.show()
    show(card)
    for size in ((900, 600), (500, 400), (320, 500)):
        window.resize(*size)
        assert window.rect().contains(card.geometry())


def test_asked_again_there_is_no_later(card, window):
    window.show()
    show(card, later=False)
    assert card.later_button.isHidden()
