import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from numbcompanion.insights.thaw import DAY_S, Thaw
from ui.insights.thaw_items import _told_apart


@pytest.fixture
def page(a_life, open_page):
    return open_page()


@pytest.fixture
def chart(page):
    page.chart.plot.setFocus()
    return page.chart


def span(chart):
    first, last = chart.view()
    return last - first


def press(chart, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(chart.plot, key, modifier)


def wheel(chart, modifier):
    viewport = chart.plot.viewport()
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle, viewport.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def hover(chart, place):
    viewport, none = chart.plot.viewport(), Qt.MouseButton.NoButton
    there = QPointF(viewport.mapToGlobal(place.toPoint()))
    event = QMouseEvent(QEvent.Type.MouseMove, place, there, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def place_of(chart, number):
    at, depth = chart._shown.at_s[number], chart._shown.depth[number]
    box = chart.plot.getViewBox()
    return QPointF(chart.plot.mapFromScene(box.mapViewToScene(QPointF(at, depth))))


def test_plus_comes_closer_minus_goes_back_and_nought_shows_all_again(chart):
    whole = span(chart)
    press(chart, Qt.Key.Key_Plus)
    press(chart, Qt.Key.Key_Plus)
    close = span(chart)
    press(chart, Qt.Key.Key_Minus)
    assert close < span(chart) < whole
    press(chart, Qt.Key.Key_0)
    assert span(chart) == pytest.approx(whole)


def test_arrows_move_in_time_and_stop_at_the_ends(chart):
    press(chart, Qt.Key.Key_Plus)
    before = chart.view()
    press(chart, Qt.Key.Key_Left)
    assert chart.view()[0] < before[0]
    assert span(chart) == pytest.approx(before[1] - before[0])
    for _ in range(40):
        press(chart, Qt.Key.Key_Left)
    assert chart.view()[0] == pytest.approx(chart._whole[0])
    assert span(chart) == pytest.approx(before[1] - before[0])


def test_one_never_comes_closer_than_a_day(chart):
    for _ in range(60):
        press(chart, Qt.Key.Key_Plus)
    assert span(chart) >= DAY_S * 0.999


def test_only_the_wheel_with_ctrl_moves_the_chart(chart):
    whole = span(chart)
    wheel(chart, Qt.KeyboardModifier.NoModifier)
    assert span(chart) == whole
    wheel(chart, Qt.KeyboardModifier.ControlModifier)
    assert span(chart) < whole


def test_the_pointer_tells_the_moment_of_the_dot_it_is_near(page, chart):
    hover(chart, place_of(chart, 3))
    assert page.thaw_card.note.text() == page.thaw_card.told_of(chart._shown.ids[3]) or "of 10" in (
        page.thaw_card.note.text()
    )
    hover(chart, QPointF(chart.plot.width() / 2, 1))
    assert "of 10" not in page.thaw_card.note.text()


def test_shift_and_arrows_go_from_dot_to_dot_and_enter_opens_it(qtbot, page, chart):
    shift = Qt.KeyboardModifier.ShiftModifier
    press(chart, Qt.Key.Key_Right, shift)
    first = page.thaw_card.note.text()
    press(chart, Qt.Key.Key_Right, shift)
    assert "of 10" in first
    assert chart.plot.accessibleDescription() == page.thaw_card.note.text()
    with qtbot.waitSignal(page.checkin_requested) as asked:
        press(chart, Qt.Key.Key_Return)
    assert asked.args == [chart._shown.ids[1]]


def test_a_click_opens_the_check_in_under_it(qtbot, page, chart):
    place = place_of(chart, 5).toPoint()
    with qtbot.waitSignal(page.checkin_requested) as asked:
        QTest.mouseClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    number = chart._shown.ids.index(asked.args[0])
    assert chart._shown.at_s[number] == pytest.approx(chart._shown.at_s[5], abs=span(chart) / 20)


def test_line_and_words_follow_what_is_seen(page, chart):
    whole = page.thaw_card.twin.summary
    chart.look_at(*chart.view(), chart._whole)
    for _ in range(6):
        press(chart, Qt.Key.Key_Plus)
    chart._say_view()
    page.settle()
    first, last = chart.view()
    seen = np.count_nonzero((chart._shown.at_s >= first) & (chart._shown.at_s <= last))
    assert page.thaw_card.twin.summary != whole
    assert page.thaw_card.twin.summary.startswith(f"{seen} check-in")


def test_a_long_gap_is_left_open(companion, say, open_page):
    for day in (*range(6), *range(60, 66)):
        say(4, day)
    line = open_page().chart._shown.line
    assert np.isnan(line).any()
    assert not np.isnan(line[0])
    assert not np.isnan(line[-1])


def test_markers_and_days_of_practice_stand_above(much, open_page):
    page = open_page()
    assert len(page.chart._items.marks.data) == 1
    mark = page.chart._marks[0]
    assert "half of it" in mark.words
    box = page.chart.plot.getViewBox()
    hover(page.chart, QPointF(page.chart.plot.mapFromScene(box.mapViewToScene(QPointF(mark.at_s, 11.5)))))
    assert page.thaw_card.note.text() == mark.words
    assert "half of it" in page.thaw_card.twin.summary
    for _ in range(9):
        page.chart.zoom(0.7, page.chart.view()[1])
    page.chart._say_view()
    page.settle()
    assert "half of it" not in page.thaw_card.twin.summary


def test_a_range_shows_only_its_days(a_life, open_page):
    page = open_page()
    everything = page.chart.dots
    page.ranges.choose(["30"])
    page.ranges.chosen_changed.emit(["30"])
    page.settle()
    assert 0 < page.chart.dots < everything


def test_moving_back_before_the_range_shows_what_was_earlier(companion, say, open_page):
    for day in (*range(20), *range(40, 60)):
        say(4, day)
    page = open_page()
    page.ranges.choose(["30"])
    page.ranges.chosen_changed.emit(["30"])
    page.settle()
    assert page.chart.dots == 20
    for _ in range(3):
        press(page.chart, Qt.Key.Key_Left)
    page.chart._say_view()
    page.settle()
    assert page.chart.dots > 20


def test_the_keyboard_is_told_how_to_move(page, chart):
    chart.plot.clearFocus()
    assert page.thaw_card.note.text() == page.thaw_card._quiet()
    chart.plot.setFocus()
    assert "Enter opens" in page.thaw_card.note.text()


def test_dots_that_cannot_be_told_apart_are_drawn_once():
    at = np.sort(np.random.default_rng(1).uniform(0, 3e8, 20_000))
    depth = np.floor(np.random.default_rng(2).uniform(0, 11, 20_000))
    none = np.empty(0)
    shown = Thaw((), at, depth, none, none, none, none, 0)
    kept = _told_apart(shown)
    assert len(kept) < len(at)
    assert kept[0] == 0
    half_pixel_s = (at[-1] - at[0]) / 1600
    for number in range(0, len(at), 97):
        same = kept[depth[kept] == depth[number]]
        assert np.abs(at[same] - at[number]).min() <= half_pixel_s
