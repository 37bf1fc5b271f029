from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from numbcompanion.reading import (
    Heading,
    Paragraph,
    Points,
    Quote,
    ReadingPage,
    Source,
    Tick,
    TickList,
    Tonight,
    TryLeave,
)
from ui.kit.reader import Reader
from ui.kit.text import Text
from ui.theme import TextStyle

PAGE = ReadingPage(
    slug="listening",
    group="Together",
    title="Listening without mending",
    minutes=4,
    reviewed=date(2026, 11, 23),
    sources=(Source("A study, 2002", "doi 10.1"), Source("A book")),
    blocks=(
        Paragraph("Try staying beside the sentence instead: repeat it, softly, and wait. " * 4),
        Heading("Words"),
        Points(("One", "Two")),
        Quote("I am here."),
        TryLeave(("“Is it like fog?”",), ("“But you have everything.”",)),
        TickList("weather", "What may be part of it", (Tick("a", "Too much"), Tick("b", "A loss"))),
        Tonight("Ask one small question."),
    ),
)


@pytest.fixture
def reader(theme, shown):
    reader = Reader(theme)
    reader.show_page(PAGE)
    return shown(reader, 900, 900)


def _words(reader):
    return [text.text() for text in reader.findChildren(Text)]


def test_everything_on_the_page_is_shown(reader):
    words = " ".join(_words(reader))

    for expected in ("Listening without mending", "Words", "Two", "I am here.", "Try", "Leave out", "For tonight"):
        assert expected in words
    assert "A study, 2002 · doi 10.1" in words
    assert "A book" in words


def test_the_line_above_says_how_long_and_how_old(reader):
    assert _words(reader)[0] == "4 min · reviewed Nov 2026 · 2 sources"


def test_another_line_can_stand_above(reader):
    reader.show_page(PAGE, above="Chapter 2 of 6")

    assert "Chapter 2 of 6" in _words(reader)


def test_ticking_is_told_with_the_list_it_belongs_to(reader, qtbot):
    told = []
    reader.ticks_changed.connect(lambda list_id, keys: told.append((list_id, keys)))

    qtbot.keyClick(reader._ticks["weather"].chips[1], Qt.Key.Key_Space)

    assert told == [("weather", ["b"])]
    assert reader.ticks("weather") == ["b"]
    assert reader.ticks("unknown") == []


def test_what_was_ticked_before_is_shown_without_a_word(reader):
    told = []
    reader.ticks_changed.connect(lambda *what: told.append(what))

    reader.show_page(PAGE, chosen=lambda list_id: ["a"] if list_id == "weather" else [])
    assert reader.ticks("weather") == ["a"]
    reader.set_ticks("weather", ["b"])

    assert reader.ticks("weather") == ["b"]
    assert told == []


def test_lines_hold_about_sixty_five_characters(reader, theme):
    metrics = QFontMetricsF(theme.font(TextStyle.READING))
    sentence = "Try staying beside the sentence instead and repeat it softly and wait a while longer"

    room = reader._sheet.width()
    fitting = max(n for n in range(len(sentence)) if metrics.horizontalAdvance(sentence[:n]) <= room)

    assert 58 <= fitting <= 68


def test_another_page_leaves_nothing_behind(reader, qtbot):
    other = ReadingPage("x", "g", "Other", 1, date(2026, 1, 1), (), (Paragraph("Only this."),))
    reader.show_page(other)

    assert _words(reader) == ["1 min · reviewed Jan 2026", "Other", "Only this."]
    assert reader.page is other


def test_nothing_is_clipped_at_twice_the_size(theme, shown, stretched, qtbot):
    theme.set_choice(scale=2.0)
    reader = Reader(theme)
    reader.show_page(PAGE)
    shown(reader, 700, reader.heightForWidth(700))

    for text in reader.findChildren(Text):
        assert text.height() >= text.heightForWidth(text.width())
