import datetime as dt
import re
import threading

import pytest
from fakes import MemoryKeyStore
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from numbcompanion.checkins.records import CheckInDraft
from numbcompanion.companion import Companion
from numbcompanion.demo import MadeUpLife, Shape, fill
from numbcompanion.insights.associations_in_words import associations_in_words
from numbcompanion.insights.measures import measures
from numbcompanion.insights.measures_in_words import measures_in_words
from numbcompanion.paths import Home
from numbcompanion.preferences import ThemeChoice

NEVER_WORDS = ("because", "caused", "impact", "should", "must")


def framed(page):
    return [page.thaw_card, page.year_card, *page.cards]


def goes_with(page):
    return page.cards[0]


def texts(page):
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_without_a_check_in_there_is_one_kind_sentence(qtbot, open_page):
    page = open_page()
    assert page._empty.isVisible()
    assert not page._filled.isVisible()
    with qtbot.waitSignal(page.page_requested) as asked:
        page._empty.button.click()
    assert asked.args == ["checkin"]


@pytest.mark.parametrize("depths", [[4], [None], [None] * 8, [5] * 30, [0] * 25, [3, 9]])
def test_one_point_none_known_and_all_the_same_are_told_without_a_word_in_the_log(no_log, say, open_page, depths):
    for day, depth in enumerate(depths):
        say(depth, day)
    page = open_page(everything=True)
    for row in page.rows:
        assert row.built
    for card in framed(page):
        assert not card.grab().isNull()
        assert card.twin.summary or not card._empty.isHidden()


def test_under_five_there_are_only_dots(say, open_page):
    for day in range(4):
        say(day, day)
    page = open_page()
    assert page.chart.dots == 4
    assert len(page.chart._shown.line) == 0
    assert "A line needs five" in page.thaw_card.twin.summary


def test_measures_say_not_enough_yet_below_twenty(say, open_page):
    for day in range(19):
        say(day % 7, day)
    page = open_page(everything=True)
    card = next(card for card in page.cards if type(card).__name__ == "MeasuresCard")
    assert "Not enough yet" in card._empty.text()
    say(5, 20)
    page._changed()
    page.settle()
    assert card._empty.isHidden()


def test_words_say_what_the_statistics_say(much, open_page):
    page = open_page(everything=True)
    points = much.checkins.all_points(None)
    by_name = {type(card).__name__: card for card in page.cards}
    assert by_name["MeasuresCard"].twin == measures_in_words(measures(points))
    known = [one for one in goes_with(page)._found if one.when == "same_day"]
    assert goes_with(page).twin == associations_in_words(known)
    assert by_name["BodyCard"].bars.counts[2].number == 30
    assert "2 glimmers" in by_name["GlimmersCard"].twin.summary


def test_the_fold_shows_summary_and_table_and_is_reached_by_key(a_life, open_page):
    page = open_page(everything=True)
    for card in framed(page):
        if not card._empty.isHidden():
            continue
        card.words_button.setFocus()
        QTest.keyClick(card.words_button, Qt.Key.Key_Return)
        assert card.words.isVisible()
        assert card.words.summary.text() == card.twin.summary
        assert card.words.texts() == [[*row, *[""] * (len(card.twin.heads) - len(row))] for row in card.twin.rows]
        if card.twin.rows:
            card.picture_button.setFocus()
            QTest.keyClick(card.picture_button, Qt.Key.Key_Tab)
            assert card.words.table.hasFocus()
            assert card.words.table.accessibleName()
        QTest.keyClick(card.words_button, Qt.Key.Key_Return)
        assert not card.words.isVisible()


def test_every_chart_is_written_as_png_and_svg(tmp_path, a_life, open_page, dialogs):
    page = open_page(everything=True)
    for number, card in enumerate(framed(page)):
        for kind in ("png", "svg"):
            dialogs.file = tmp_path / f"{number}.{kind}"
            card.save_picture(kind)
        image = QImage(str(tmp_path / f"{number}.png"))
        assert image.width() >= 2 * card.chart.width()
        below_title = range(image.height() // 4, image.height(), 7)
        assert len({image.pixel(x, y) for y in below_title for x in range(0, image.width(), 7)}) > 2
        drawn = (tmp_path / f"{number}.svg").read_text()
        assert "<svg" in drawn
        assert len(re.findall(r"<(path|polyline|rect|ellipse|circle|text|image)\b", drawn)) > 5
    assert not dialogs.told


def test_a_name_without_its_ending_gets_it(tmp_path, a_life, open_page, dialogs):
    page = open_page()
    dialogs.file = tmp_path / "picture"
    page.thaw_card.save_picture("svg")
    assert (tmp_path / "picture.svg").exists()


def test_a_folder_that_cannot_be_written_is_said(tmp_path, a_life, open_page, dialogs):
    page = open_page()
    dialogs.file = tmp_path / "nowhere" / "picture.png"
    page.thaw_card.save_picture("png")
    assert "could not be written" in dialogs.told[0]


def test_putting_the_file_off_says_nothing(a_life, open_page, dialogs):
    page = open_page()
    page.thaw_card.save_picture("png")
    assert not dialogs.told


def test_a_picture_goes_to_the_clipboard_and_is_said(qtbot, a_life, open_page):
    page = open_page()
    with qtbot.waitSignal(page.said) as said:
        page.year_card.copy_picture()
    assert "clipboard" in said.args[0]
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_menu_offers_three_things(a_life, open_page):
    menu = open_page().thaw_card.picture_menu()
    assert len(menu.actions()) == 3
    menu.close()


def test_what_goes_with_more_shows_days_and_chance_and_never_a_cause(much, open_page):
    page = open_page(everything=True)
    card = goes_with(page)
    strolled = next(line for line in card.intervals.lines if line.name == "strolled")
    assert strolled.difference == pytest.approx(2.0, abs=0.3)
    assert strolled.end == "10 of 28 days"
    card.when.choose(["next_day"])
    card.when.chosen_changed.emit(["next_day"])
    assert strolled not in card.intervals.lines
    spoken = " ".join([texts(page), *(card.twin.summary for card in framed(page))]).casefold()
    assert not [word for word in NEVER_WORDS if re.search(rf"\b{word}\b", spoken)]


def test_too_few_days_are_said_kindly(say, open_page):
    for day in range(6):
        say(3, day)
    assert "Not enough yet" in goes_with(open_page())._empty.text()


def test_leaving_stops_the_reckoning_and_coming_back_begins_it_again(qtbot, a_life, open_page, monkeypatch):
    from ui.insights import goes_with_card

    page = open_page()
    card = goes_with(page)
    stopped = []

    def until_cancelled(points, factors, *, cancelled, progress):
        progress(0.4)
        never = threading.Event()
        for _ in range(2000):
            if cancelled():
                break
            never.wait(0.005)
        stopped.append(cancelled())

    monkeypatch.setattr(goes_with_card, "associations", until_cancelled)
    card._found = None
    card.refresh(page._tasks, page._known)
    qtbot.waitUntil(lambda: "40 %" in card._empty.text())
    page.leaving()
    qtbot.waitUntil(lambda: stopped == [True])
    monkeypatch.undo()
    assert card.going_on
    page.opened()
    page.settle()
    assert not card.going_on
    assert card._found


def test_opened_again_without_news_nothing_is_read(a_life, open_page, executor):
    page = open_page()
    page.leaving()
    page.hide()
    page.show()
    page.opened()
    assert not executor.jobs


def test_a_new_check_in_is_shown_at_once_or_when_the_page_is_opened(companion, a_life, open_page, facts, executor):
    page = open_page()
    dots = page.chart.dots
    facts.checkin_saved.emit(companion.checkins.save(CheckInDraft(depth=5)))
    page.settle()
    assert page.chart.dots == dots + 1
    page.hide()
    facts.checkin_saved.emit(companion.checkins.save(CheckInDraft(depth=5)))
    assert not executor.jobs
    page.show()
    page.opened()
    page.settle()
    assert page.chart.dots == dots + 2


def test_rows_are_built_as_they_come_near(qtbot, a_life, open_page):
    page = open_page()
    assert not page.rows[-1].built
    bar = page.scroll_area.verticalScrollBar()
    for _ in range(30):
        bar.setValue(bar.maximum())
        qtbot.wait(1)
    assert page.rows[-1].built


def test_any_year_of_days_can_be_chosen(companion, open_page, clock):
    for year in (2024, 2026):
        companion.checkins.save(CheckInDraft(depth=7, at=dt.datetime(year, 3, 1, 12, tzinfo=dt.UTC)))
    page = open_page()
    card = page.year_card
    assert card.year.isVisible()
    card.year.choose("2024")
    card.year.chosen_changed.emit("2024")
    page.settle()
    assert card.twin.rows[0][0].endswith("2024")
    assert len(card.twin.rows) == 1


def test_three_lives_are_told_apart(tmp_path, clock, open_page):
    told, spread = {}, {}
    for shape in Shape:
        home = Home(tmp_path / shape.value, tmp_path / f"{shape.value}-keys")
        life = Companion(home, clock, [MemoryKeyStore()])
        life.open()
        fill(life, MadeUpLife(years=1, shape=shape))
        page = open_page(life)
        page.ranges.choose(["all"])
        page.ranges.chosen_changed.emit(["all"])
        page.build_all()
        page.settle()
        told[shape] = page.thaw_card.twin.summary
        spread[shape] = float(page.cards[-3].twin.rows[0][1])
        life.close()
    assert "more gets through." in told[Shape.THAW]
    assert "about level." in told[Shape.FLAT]
    assert spread[Shape.FLAT] < min(spread[Shape.THAW], spread[Shape.UP_AND_DOWN])


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_look_is_drawn(no_log, theme, much, open_page, choice, scale):
    page = open_page(everything=True)
    before = page.grab().toImage()
    theme.set_choice(choice, scale)
    page.settle()
    for card in framed(page):
        assert not card.grab().isNull()
    if choice is ThemeChoice.DARK:
        assert page.grab().toImage() != before


def test_a_tooltip_tells_a_place(much, open_page):
    page = open_page(everything=True)
    for card in framed(page):
        chart = card.chart
        if hasattr(chart, "words_at") and card._empty.isHidden():
            told = {
                chart.words_at(QPointF(x, y)) for x in range(0, chart.width(), 4) for y in range(0, chart.height(), 4)
            }
            assert any(told) or type(chart).__name__ == "MapField"


def test_language_direction_can_be_turned_round(no_log, much, open_page):
    page = open_page(everything=True)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for card in framed(page):
        assert not card.grab().isNull()
