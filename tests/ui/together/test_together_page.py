import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from numbcompanion.reading import Shelf, shelf_of
from numbcompanion.together.deck import Deck, deck_of
from ui.kit.chips import Chip
from ui.together.together_page import TogetherPage

SHELF = shelf_of("together")


@pytest.fixture
def page(qtbot, theme, clock) -> TogetherPage:
    page = TogetherPage(theme, SHELF, deck_of, clock)
    qtbot.addWidget(page)
    page.resize(956, 780)
    page.show()
    return page


def words(page: QWidget) -> str:
    QApplication.processEvents()  # a layout shows new widgets with its next event
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def button(page: QWidget, text: str) -> QPushButton:
    QApplication.processEvents()
    return next(b for b in page.findChildren(QPushButton) if b.text() == text and b.isVisible())


def test_the_first_chapter_is_open_and_leads_to_the_second(page) -> None:
    assert "Chapter 1 of 2 · 4 min read" in words(page)
    button(page, "Next: Listening without mending").click()
    assert "Chapter 2 of 2" in words(page)
    assert "the urge to fix it comes from love" in words(page)
    assert not [b for b in page.findChildren(QPushButton) if b.text().startswith("Next") and b.isVisible()]
    assert [c.text() for c in page.findChildren(Chip) if c.isChecked()] == ["Listening without mending"]


def test_a_chapter_can_be_chosen_by_its_chip(page) -> None:
    chips = page.findChildren(Chip)
    assert len(chips) == 2
    chips[1].click()
    assert "Chapter 2 of 2" in words(page)
    chips[1].click()
    assert chips[1].isChecked()


def test_another_card_is_another_card_and_tomorrow_brings_its_own(page, clock) -> None:
    day = deck_of(page._day)
    assert f"“{day.card(0)}”" in words(page)
    button(page, "Another").click()
    assert f"“{day.card(1)}”" in words(page)
    page.opened()
    assert f"“{day.card(1)}”" in words(page)
    clock.advance(24 * 3600)
    page.opened()
    assert f"“{deck_of(page._day).card(0)}”" in words(page)
    assert deck_of(page._day) != day


def test_the_signs_lead_to_help_now(page, qtbot) -> None:
    with qtbot.waitSignal(page.page_requested) as asked:
        button(page, "Help now").click()
    assert asked.args == ["help"]


def test_every_control_has_a_name(page) -> None:
    for control in page.findChildren(QAbstractButton):
        if control.isVisible():
            assert control.accessibleName() or control.text(), control


def test_without_any_chapter_the_page_still_opens(qtbot, theme, clock) -> None:
    page = TogetherPage(theme, Shelf(()), lambda day: Deck(()), clock)
    qtbot.addWidget(page)
    page.show()
    assert "Together" in words(page)
