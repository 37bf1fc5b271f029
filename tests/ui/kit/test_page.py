from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.buttons import ButtonRow, main_button, quiet_button
from ui.kit.card import Card
from ui.kit.columns import Columns
from ui.kit.page import Page
from ui.kit.text import body, card_title

LONG = "When feelings are far away, starting with the senses is easier than starting with the breath. "


def _full_page(theme):
    page = Page(theme, "Check in", "Only the first line is needed.")
    page.header.addWidget(main_button(theme, "Save check-in"))
    columns = Columns(theme)
    for column in (columns.left, columns.right):
        card = Card(theme)
        card.add(card_title(theme, "A card"))
        card.add(body(theme, LONG * 3))
        card.add(ButtonRow(main_button(theme, "Begin"), quiet_button(theme, "Something else")))
        column.addWidget(card)
    page.add(columns)
    return page, columns


def test_a_page_is_named_by_its_title(theme, shown):
    page = shown(Page(theme, "Today", "Monday"), 900, 600)
    page.set_title("Good evening.")
    page.set_subtitle("")

    assert page.accessibleName() == "Good evening."
    assert not page._subtitle.isVisible()


def test_the_content_is_no_wider_than_can_be_read(theme, shown):
    page = shown(Page(theme, "Today"), 2400, 900)

    assert page._content.width() <= 1000 + 80


def test_nothing_of_a_page_is_clipped(theme, shown, qtbot):
    for scale in (1.0, 2.0):
        theme.set_choice(scale=scale)
        page, _ = _full_page(theme)
        shown(page, 956, 780)
        qtbot.waitUntil(lambda page=page: page._content.height() > 200 and not _clipped(page))
        assert page.scroll_area.horizontalScrollBar().maximum() == 0


def _clipped(page):
    wrapping = [child for child in page.findChildren(QWidget) if child.isVisible() and child.hasHeightForWidth()]
    return [child for child in wrapping if child.height() < child.heightForWidth(child.width())]


def test_a_page_settles(theme, shown, qtbot):
    theme.set_choice(scale=2.0)
    page, columns = _full_page(theme)
    shown(page, 956, 780)
    content = page._content

    def settled():
        return columns.stacked and content.height() == content.heightForWidth(content.width()) and not _clipped(page)

    qtbot.waitUntil(settled)


def test_columns_stand_below_each_other_where_there_is_little_room(theme, shown):
    page, columns = _full_page(theme)
    shown(page, 900, 600)
    columns.resize(900, 600)
    assert not columns.stacked
    columns.resize(420, 600)
    assert columns.stacked
    columns.resize(900, 600)
    assert not columns.stacked
    theme.set_choice(scale=2.0)
    assert columns.stacked


def test_a_card_keeps_its_words_together_at_the_top(theme, shown):
    card = Card(theme)
    first, second = body(theme, "one"), body(theme, "two")
    card.add(first)
    card.add(second)
    shown(card, 300, 500)

    assert second.geometry().bottom() < 120


def test_a_single_button_in_a_card_keeps_its_width(theme, shown):
    card = Card(theme)
    button = main_button(theme, "Save")
    card.add(button)
    shown(card, 500, 200)

    assert button.width() == button.sizeHint().width()


def test_a_page_can_be_read_from_the_right(theme, shown, qtbot):
    page, columns = _full_page(theme)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(page, 956, 780)

    first, second = columns._sides
    qtbot.waitUntil(lambda: first.x() > second.x())
    assert page._title.mapTo(page, page._title.rect().center()).x() > 956 / 2


def test_words_are_whole_where_a_layout_asks_for_their_height_too_early(theme, shown, qtbot):
    inner = QWidget()
    column = QVBoxLayout(inner)
    words = body(theme, LONG * 3)
    row = ButtonRow(*(quiet_button(theme, "Something else") for _ in range(6)))
    column.addWidget(words)
    column.addWidget(row)
    inner.setMaximumWidth(380)
    holder = QWidget()
    middle = QVBoxLayout(holder)
    middle.addStretch(1)
    middle.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
    middle.addStretch(1)

    shown(holder, 1100, 700)

    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    qtbot.waitUntil(lambda: row.height() >= row.heightForWidth(row.width()))


def test_words_give_room_back_when_they_become_fewer(theme, shown, qtbot):
    home = QWidget()
    column = QVBoxLayout(home)
    words = body(theme, LONG * 3)
    column.addWidget(words)
    column.addStretch(1)
    shown(home, 300, 800)

    words.setText("few")

    qtbot.waitUntil(lambda: words.height() < 40)
