import pytest
from program import button
from PySide6.QtCore import Qt

from numbcompanion.checkins.words import MUTED, feeling_words
from ui.checkin.checkin_page import CheckInPage

WORDS = {word.word: word for word in feeling_words()}
POINTS = [(x, y) for x in (-5.0, -2.0, 0.0, 2.5, 5.0) for y in (-5.0, 0.0, 5.0)]


@pytest.fixture
def page(qtbot, theme, tasks, facts, companion):
    page = CheckInPage(theme, tasks, facts, companion.checkins)
    qtbot.addWidget(page)
    page.resize(956, 780)
    page.show()
    page.opened()
    page.said.connect(lambda words, undo: setattr(page, "last_said", (words, undo)))
    return page


def offered(page):
    return [chip.key for chip in page.chips.chips]


@pytest.mark.parametrize("point", [None, *POINTS])
def test_two_muted_words_are_always_near(page, point):
    page.map.set_point(point)
    page.offer_words()
    families = [WORDS[word].family for word in offered(page)]
    assert families.count(MUTED) == 2
    assert len(families) == 14


def test_words_come_nearer_with_the_point(page):
    page.map.set_point((4.0, 3.0))
    page.offer_words()
    bright = [word for word in offered(page) if WORDS[word].family != MUTED]
    assert all(WORDS[word].pleasantness > 0 for word in bright[-6:])


def test_a_fourth_word_takes_the_place_of_one_and_there_are_never_more_than_three(page):
    for chip in page.chips.chips[:6]:
        chip.click()
        assert len(page.chips.chosen()) <= 3
    assert len(page.chips.chosen()) == 3


def test_a_fourth_word_keeps_the_one_just_chosen(page):
    words = offered(page)
    for word in (words[3], words[4], words[5], words[0]):
        next(chip for chip in page.chips.chips if chip.key == word).click()
    assert words[0] in page.chips.chosen()


def test_chosen_words_stay_when_the_point_moves(page):
    page.chips.chips[0].click()
    chosen = page.chips.chosen()
    page.map.set_point((5.0, 5.0))
    page.offer_words()
    assert page.chips.chosen() == chosen


def test_all_words_can_be_seen_and_searched_also_by_what_they_mean(page):
    button(page, "All words…").click()
    assert sorted(offered(page)) == sorted(WORDS)
    one = next(iter(WORDS.values()))
    page._search.setText(one.word)
    assert one.word in offered(page)
    page._search.setText(one.gloss)
    assert one.word in offered(page)
    page._search.setText("no such word anywhere")
    assert offered(page) == []
    button(page, "Fewer words").click()
    assert len(offered(page)) == 14


def test_all_that_was_said_is_kept_and_the_page_is_empty_again(page, tasks, companion, qtbot):
    qtbot.keyClick(page.slider, Qt.Key.Key_7)
    page.map.set_point((-1.5, 2.0))
    page.chips.chips[1].click()
    words = page.chips.chosen()
    page.line.setText("tea with Nora")
    button(page, "Save check-in").click()
    tasks.drain()
    kept = companion.checkins.newest()[0]
    assert (kept.depth, kept.pleasantness, kept.energy) == (7, -1.5, 2.0)
    assert (list(kept.words), kept.note) == (words, "tea with Nora")
    assert (page.slider.touched, page.map.point(), page.chips.chosen(), page.line.text()) == (False, None, [], "")


def test_i_cant_tell_with_a_line_is_kept_without_a_number(page, tasks, companion, qtbot):
    button(page, "I can’t tell").click()
    page.line.setText("grey")
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    tasks.drain()
    kept = companion.checkins.newest()[0]
    assert (kept.depth, kept.pleasantness, kept.words, kept.note) == (None, None, (), "grey")


def test_an_untouched_page_keeps_nothing(page, tasks, companion):
    button(page, "Save check-in").click()
    tasks.drain()
    assert companion.checkins.newest() == []
    assert page.last_said[0]


def test_the_point_can_be_taken_away(page):
    page.map.set_point((1.0, 1.0))
    button(page, "Take the point away").click()
    assert page.map.point() is None
