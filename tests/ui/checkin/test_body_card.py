import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from numbcompanion.checkins.records import Felt, Region, Sensation
from ui.checkin.body_card import BodyCard


@pytest.fixture
def card(theme, qtbot):
    card = BodyCard(theme)
    qtbot.addWidget(card)
    card.resize(340, 700)
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    return card


def test_the_keyboard_says_where_and_what_and_takes_it_back(card, qtbot):
    card.figure.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(card.figure, key)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert card.felt() == (Felt(Region.BELLY, Sensation.COLD), Felt(Region.BELLY, Sensation.TIGHT))
    assert [chip.text() for chip in card.chosen.chips] == ["belly · cold", "belly · tight"]
    qtbot.keyClick(card.chosen.chips[0], Qt.Key.Key_Space)
    assert card.felt() == (Felt(Region.BELLY, Sensation.TIGHT),)
    assert card.figure.hasFocus()


def test_the_plain_list_says_the_same_as_the_figure(card):
    card.set_felt((Felt(Region.HEAD, Sensation.HEAVY),))
    card.as_list.click()
    assert card._lists["head"].chosen() == ["heavy"]
    card._lists["legs"].chips[-1].click()
    assert card.felt() == (Felt(Region.HEAD, Sensation.HEAVY), Felt(Region.LEGS, Sensation.NOTHING))
    card._lists["head"].chips[3].click()
    assert card.felt() == (Felt(Region.LEGS, Sensation.NOTHING),)
    assert len({chip.accessibleName() for chips in card._lists.values() for chip in chips.chips}) == 42


def test_the_same_region_again_puts_its_question_away(card):
    card.figure.region_chosen.emit("chest")
    assert card.sensations.isVisible()
    card.figure.region_chosen.emit("chest")
    assert card.sensations.isHidden()
