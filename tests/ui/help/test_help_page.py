import re
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from numbcompanion import translation
from numbcompanion.care.helplines import load_helplines
from numbcompanion.preferences import PreferencesFile, ThemeChoice
from ui.help.cards import line_card
from ui.help.help_page import HelpPage
from ui.help.number import Number
from ui.help.window import HelpWindow
from ui.kit.chips import Chip
from ui.kit.choice import Choice

LIST = load_helplines()


@pytest.fixture
def preferences_file(home) -> PreferencesFile:
    return PreferencesFile(home)


@pytest.fixture
def page_for(qtbot, theme, preferences_file, clock):
    def build(locale_name: str = "en_IE.UTF-8", **more) -> HelpPage:
        page = HelpPage(theme, LIST, preferences_file, clock, locale_name, **more)
        qtbot.addWidget(page)
        page.resize(956, 780)
        page.show()
        return page

    return build


def words(widget: QWidget) -> str:
    QApplication.processEvents()  # a layout shows new widgets with its next event
    shown = [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]
    return "\n".join(shown)


def numbers(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    found = [number for number in widget.findChildren(Number) if number.isVisible()]
    return [number.copied for number in sorted(found, key=lambda n: n.mapTo(widget, n.pos()).y())]


def pick(page: HelpPage, code: str) -> None:
    choice = page.findChild(Choice)
    choice.choose(code)
    choice.activated.emit(choice.currentIndex())


def test_the_own_country_is_shown_with_the_emergency_number_on_top(page_for) -> None:
    page = page_for()
    assert numbers(page)[:2] == ["112", "116 123"]
    assert "Samaritans" in words(page)
    assert "day and night · free" in words(page)
    assert "samaritans.org/ireland" in words(page)
    assert "last checked 9 September 2026" in words(page)


def test_the_chosen_country_goes_before_the_locale(page_for, preferences_file) -> None:
    preferences_file.change(country="DE")
    assert "TelefonSeelsorge" in words(page_for("en_IE"))


@pytest.mark.parametrize("locale", ["tr_TR.UTF-8", "C", ""])
def test_a_country_that_is_not_in_the_list_shows_no_number(page_for, locale) -> None:
    page = page_for(locale)
    assert numbers(page) == ["findahelpline.com"]
    left = "\n".join(words(card) for card in page.findChildren(QWidget) if card.property("role") == "care-card")
    assert left
    assert not re.search(r"\d", words(page))


def test_both_lines_of_belgium_are_shown(page_for) -> None:
    page = page_for("nl_BE")
    assert {"1813", "0800 32 123"} <= set(numbers(page))
    assert "hours not stated" in words(page)


def test_every_country_can_be_shown(page_for) -> None:
    page = page_for("C")
    for country in LIST.countries:
        pick(page, country.code)
        shown = words(page)
        for line in country.lines:
            assert line.name in shown
            assert line.number in shown
        for number in country.emergency:
            assert number.number in shown
        assert numbers(page)[0] == country.emergency[0].number


def test_all_countries_can_be_reached(page_for) -> None:
    page = page_for()
    choice = page.findChild(Choice)
    codes = {choice.itemData(index) for index in range(choice.count())}
    assert {country.code for country in LIST.countries} < codes


def test_a_choice_is_kept_and_told(page_for, preferences_file, qtbot) -> None:
    page = page_for()
    with qtbot.waitSignal(page.country_chosen) as told:
        pick(page, "NZ")
    assert told.args == ["NZ"]
    assert preferences_file.current.country == "NZ"
    assert "1737" in numbers(page)


def test_a_choice_is_shown_even_when_it_cannot_be_kept(page_for, preferences_file, monkeypatch) -> None:
    from numbcompanion.errors import HomeNotWritable

    def refuse(**values: object) -> None:
        raise HomeNotWritable("no")

    monkeypatch.setattr(preferences_file, "change", refuse)
    page = page_for()
    pick(page, "NZ")
    assert "1737" in numbers(page)
    page.opened()
    assert "1737" in numbers(page)


def test_a_country_chosen_elsewhere_is_shown_when_the_page_opens_again(page_for, preferences_file) -> None:
    page = page_for()
    assert numbers(page)
    preferences_file.change(country="AU")
    page.opened()
    assert "13 11 14" in numbers(page)
    assert page.findChild(Choice).chosen() == "AU"


def test_copying_puts_the_number_alone_on_the_clipboard(page_for) -> None:
    page = page_for()
    button = next(b for b in page.findChildren(QAbstractButton) if b.accessibleName() == "Copy 116 123")
    button.click()
    assert QGuiApplication.clipboard().text() == "116 123"
    assert button.text() == "copied"


def test_a_warning_stands_at_a_line_that_nobody_checked_for_a_year(page_for, clock) -> None:
    assert "It may have changed" not in words(page_for())
    clock.set(datetime(2027, 9, 11, tzinfo=UTC))
    assert "more than a year ago" in words(page_for())


def test_a_line_without_a_date_says_so(qtbot, theme) -> None:
    thailand = LIST.for_country("TH")
    card = line_card(theme, thailand.lines[0], old=True)
    qtbot.addWidget(card)
    assert "date of the last check not known" in words(card)
    assert "nobody noted" in words(card)


def chip(page: QWidget, text: str) -> Chip:
    QApplication.processEvents()
    return next(chip for chip in page.findChildren(Chip) if chip.text() == text)


def test_looking_around_asks_for_the_practice(page_for, qtbot) -> None:
    page = page_for()
    with qtbot.waitSignal(page.practice_requested) as asked:
        chip(page, "Look around").click()
    assert asked.args == ["orienting"]
    assert not chip(page, "Look around").isChecked()


def test_cool_water_comes_with_its_cautions(page_for) -> None:
    page = page_for()
    chip(page, "Cool water").click()
    for caution in ("not icy", "face out of the water", "do not hold your breath", "heart disease", "beta-blockers"):
        assert caution in words(page)
    chip(page, "Five senses").click()
    assert "five things you can see" in words(page)
    assert "not icy" not in words(page)
    chip(page, "Five senses").click()
    assert "five things you can see" not in words(page)


def test_tab_goes_from_the_country_to_the_emergency_number_first(page_for) -> None:
    page = page_for()
    pick(page, "NZ")
    after = page.findChild(Choice).nextInFocusChain()
    while not after.focusPolicy() & Qt.FocusPolicy.TabFocus:
        after = after.nextInFocusChain()
    assert after.accessibleName() == "In danger right now: 111"


def test_the_window_stands_alone_and_looks_around_in_words(qtbot, theme, preferences_file, clock) -> None:
    window = HelpWindow(theme, LIST, preferences_file, clock, "en_IE")
    qtbot.addWidget(window)
    window.show()
    assert "116 123" in numbers(window)
    chip(window, "Look around").click()
    assert "Turn your head slowly" in words(window)


@pytest.mark.parametrize("locale", ["en_IE", "en_ZA", "tr_TR"])
def test_every_control_has_a_name(page_for, locale) -> None:
    page = page_for(locale)
    for control in page.findChildren(QWidget):
        if isinstance(control, QAbstractButton | QComboBox):
            text = control.text() if isinstance(control, QAbstractButton) else ""
            assert control.accessibleName() or text, control


@pytest.mark.parametrize("size", [(956, 780), (556, 520)])
def test_it_fits_at_double_text_size_and_stretched(qtbot, theme, preferences_file, clock, size) -> None:
    translation.use(translation.STRETCHED)
    theme.set_choice(ThemeChoice.LIGHT, 2.0)
    try:
        page = HelpPage(theme, LIST, preferences_file, clock, "de_CH")
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        QApplication.processEvents()
        inside = page.scroll_area.widget()
        assert page.scroll_area.widget().minimumSizeHint().width() <= max(size[0], inside.width())
        for label in page.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()) or not label.wordWrap()
    finally:
        translation.use(None)
        theme.set_choice(ThemeChoice.SYSTEM, 1.0)
