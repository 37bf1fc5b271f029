import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.preferences import ThemeChoice
from ui.kit.text import Text, body, caption, card_title, label, reading, soft, soft_body, title
from ui.theme import Role, TextStyle

LONG = "When feelings are far away, starting with the senses is easier than starting with the breath. " * 3
MAKERS = [title, card_title, body, soft, soft_body, label, reading, caption]


@pytest.mark.parametrize("make", MAKERS)
def test_texts_wrap_to_the_room_they_have(theme, make):
    text = make(theme, LONG)

    assert text.heightForWidth(300) > text.heightForWidth(900)


def test_a_text_gets_the_height_it_needs_from_a_column(theme, shown):
    home = QWidget()
    text = body(theme, LONG)
    QVBoxLayout(home).addWidget(text)
    shown(home, 300, 800)

    assert text.height() >= text.heightForWidth(text.width())


def test_marks_of_a_markup_language_are_only_signs(theme):
    text = body(theme, "<b>no</b> & so")

    assert text.textFormat() == Qt.TextFormat.PlainText
    assert text.text() == "<b>no</b> & so"


def test_a_label_is_seen_in_capitals_and_heard_as_written(theme):
    text = label(theme, "For now")

    assert text.text() == "For now"
    assert text._shown_text() == "FOR NOW"


def test_lines_have_the_height_of_their_style(theme):
    one = reading(theme, "a").heightForWidth(400)
    two = reading(theme, "a\nb").heightForWidth(400)

    assert two - one == pytest.approx(17 * 1.7, abs=1)


def test_texts_follow_the_theme(theme, shown, picture):
    text = shown(body(theme, "words"), 200, 60)
    light, small = picture(text), text.sizeHint()
    theme.set_choice(ThemeChoice.DARK, 2.0)

    assert picture(text) != light
    assert text.sizeHint().width() > small.width() * 1.7


def test_a_role_changes_the_color(theme, shown):
    text = shown(Text(theme, "mmmmmmm", TextStyle.PAGE_TITLE), 300, 60)
    text.set_role(Role.CARE)

    image = text.grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(0, 160) for y in range(60)}
    assert theme.color(Role.CARE).name() in colors


@pytest.mark.parametrize("words", ["", " ", "👩‍👩‍👧‍👦 e\u0301\u0302", "שלום עולם", "x" * 5000])
def test_any_text_can_be_shown(theme, shown, words):
    text = shown(body(theme, words), 240, 80)

    assert not text.grab().isNull()
    assert text.minimumSizeHint().width() < 600
