import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget

from numbcompanion import translation
from numbcompanion.errors import NotSaved
from numbcompanion.preferences import ThemeChoice
from numbcompanion.reading import shelf_of
from ui.kit.chips import Chip
from ui.library.library_page import LibraryPage

SHELF = shelf_of("library")


class Keeper:
    """Keeps ticks in memory, or refuses."""

    def __init__(self) -> None:
        self.kept: dict[str, list[str]] = {}
        self.refuses = False

    def ticks(self, list_id: str) -> tuple[str, ...]:
        return tuple(self.kept.get(list_id, ()))

    def keep_ticks(self, list_id: str, keys) -> None:
        if self.refuses:
            raise NotSaved("It could not be kept.")
        self.kept[list_id] = list(keys)


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def page(qtbot, theme, tasks, facts, keeper) -> LibraryPage:
    page = LibraryPage(theme, tasks, facts, keeper, SHELF)
    qtbot.addWidget(page)
    page.resize(956, 780)
    page.show()
    tasks.drain()
    return page


def rows(page: LibraryPage) -> list[str]:
    QApplication.processEvents()
    return [b.text() for b in page.findChildren(QPushButton) if b.property("role") == "row" and b.isVisible()]


def words(page: QWidget) -> str:
    QApplication.processEvents()  # a layout shows new widgets with its next event
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def ticked(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [chip.key for chip in page.findChildren(Chip) if chip.isVisible() and chip.isChecked()]


def press(page: QWidget, key: str) -> None:
    QApplication.processEvents()
    next(chip for chip in page.findChildren(Chip) if chip.key == key and chip.isVisible()).click()


def test_only_the_chapters_that_exist_are_listed_and_the_first_is_open(page) -> None:
    assert rows(page) == ["What numbness is", "Where it can come from"]
    assert "Numbness is when feelings" in words(page)
    assert "No clinician has reviewed it yet" in words(page)
    assert "min · reviewed" in words(page)


def test_searching_finds_words_of_the_text_and_enter_opens_the_page(page, qtbot) -> None:
    page.search.setText("prescribed")
    assert rows(page) == ["Where it can come from"]
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert "Going numb is rarely one thing" in words(page)
    page.search.setText("unicorn")
    assert rows(page) == []
    assert "No page has these words" in words(page)
    page.search.clear()
    assert len(rows(page)) == 2


def test_tab_goes_from_the_search_to_what_was_found(page) -> None:
    page.open_page("where-it-can-come-from")
    page.search.setText("prescribed")
    after = page.search.nextInFocusChain()
    while not after.focusPolicy() & Qt.FocusPolicy.TabFocus:
        after = after.nextInFocusChain()
    assert after.text() == "Where it can come from"


def test_ticks_are_kept_and_come_back(page, tasks, keeper, qtbot, theme, facts) -> None:
    page.open_page("where-it-can-come-from")
    press(page, "loss")
    press(page, "medicine")
    tasks.drain()
    assert keeper.kept == {"causes": ["medicine", "loss"]}
    again = LibraryPage(theme, tasks, facts, keeper, SHELF)
    qtbot.addWidget(again)
    again.show()
    again.open_page("where-it-can-come-from")
    tasks.drain()
    assert ticked(again) == ["medicine", "loss"]


def test_ticks_made_elsewhere_are_shown(page, tasks, keeper, facts) -> None:
    page.open_page("where-it-can-come-from")
    tasks.drain()
    keeper.kept["causes"] = ["alone"]
    facts.path_changed.emit()
    tasks.drain()
    assert ticked(page) == ["alone"]


def test_a_tick_that_could_not_be_kept_is_taken_back_and_said(page, tasks, keeper, qtbot) -> None:
    page.open_page("where-it-can-come-from")
    tasks.drain()
    keeper.refuses = True
    said = []
    tasks.trouble.connect(said.append)
    press(page, "loss")
    tasks.drain()
    assert [str(error) for error in said] == ["It could not be kept."]
    assert ticked(page) == []


def test_a_page_that_is_not_there_changes_nothing(page) -> None:
    before = words(page)
    page.open_page("attic")
    assert words(page) == before


def test_every_control_has_a_name(page) -> None:
    page.open_page("where-it-can-come-from")
    for control in page.findChildren(QWidget):
        if isinstance(control, QAbstractButton) and not control.inherits("QToolButton"):
            assert control.accessibleName() or control.text(), control
        if isinstance(control, QLineEdit):
            assert control.accessibleName()


def test_it_fits_at_double_text_size_and_stretched(qtbot, theme, tasks, facts, keeper) -> None:
    translation.use(translation.STRETCHED)
    theme.set_choice(ThemeChoice.DARK, 2.0)
    try:
        page = LibraryPage(theme, tasks, facts, keeper, SHELF)
        qtbot.addWidget(page)
        page.resize(956, 780)
        page.show()
        page.open_page("where-it-can-come-from")
        for _ in range(5):  # widths first, then the heights that follow from them
            QApplication.processEvents()
        assert page.minimumSizeHint().width() <= 956
        for label in page.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width())
    finally:
        translation.use(None)
        theme.set_choice(ThemeChoice.SYSTEM, 1.0)
