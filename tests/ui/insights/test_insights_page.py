import pytest
from program import button, texts

from numbcompanion.checkins.records import CheckInDraft
from ui.insights.insights_page import InsightsPage

DAY_S = 86_400


@pytest.fixture
def page(qtbot, theme, tasks, facts, companion):
    page = InsightsPage(theme, tasks, facts, companion.checkins)
    qtbot.addWidget(page)
    page.resize(956, 780)
    page.show()
    page.opened()
    tasks.drain()
    return page


@pytest.fixture
def live(companion, clock, facts, tasks):
    """Return a function that keeps check-ins of these depths, one a day."""

    def keep(*depths):
        for depth in depths:
            clock.advance(DAY_S)
            facts.checkin_saved.emit(companion.checkins.save(CheckInDraft(depth)))
            tasks.drain()

    return keep


@pytest.fixture
def says(page, tasks, qtbot):
    """Return a function that waits until the page says this; the line follows a moment after its dot."""

    def wait(words):
        def said():
            tasks.drain()
            return any(words in text for text in texts(page))

        qtbot.waitUntil(said)
        return True

    return wait


def test_an_empty_home_says_what_will_be_here_and_leads_to_the_check_in(page, qtbot):
    assert "The first dot appears with the first check-in. A line needs five of them." in texts(page)
    assert not page.chart.isVisible()
    with qtbot.waitSignal(page.page_requested) as asked:
        button(page, "Check in").click()
    assert asked.args == ["checkin"]


def test_each_check_in_is_a_dot_at_once_and_cant_tell_is_none(page, live, says):
    live(4)
    assert (page.chart.dots, page.chart.isVisible()) == (1, True)
    live(None)
    assert page.chart.dots == 1
    assert says("1 says “I can’t tell”.")
    live(5, 0)
    assert page.chart.dots == 3


def test_a_line_comes_with_the_fifth(page, live, says):
    live(1, 2, 3, 4)
    assert says("A line needs five check-ins with a number.")
    live(5)
    assert says("more gets through")


def test_the_subtitle_tells_how_many_since_when(page, live, says):
    live(1, 2)
    assert says("2 check-ins since 24 November 2026. Patterns, not verdicts.")


def test_a_range_shows_what_lies_in_it(page, live, clock, tasks):
    for depth, days in ((1, 0), (2, 200), (3, 160), (4, 10)):
        clock.advance(days * DAY_S)
        live(depth)
    dots = {}
    for words in ("30 days", "6 months", "A year", "All"):
        button(page, words).click()
        tasks.drain()
        dots[words] = page.chart.dots
    assert dots == {"30 days": 2, "6 months": 3, "A year": 3, "All": 4}


def test_a_check_in_taken_back_is_gone_from_the_chart(page, live, companion, facts, tasks):
    live(3, 4)
    gone = companion.checkins.newest()[0]
    companion.checkins.delete(gone.id)
    facts.checkin_removed.emit(gone.id)
    tasks.drain()
    assert page.chart.dots == 1


def test_one_told_elsewhere_is_shown(page, live, companion, facts, tasks):
    live(3)
    companion.checkins.save(CheckInDraft(9))
    facts.store_changed_elsewhere.emit()
    tasks.drain()
    assert page.chart.dots == 2


def test_one_taken_back_before_its_line_was_drawn_does_not_come_back(page, live, companion, facts, tasks, qtbot):
    live(3, 4)
    gone = companion.checkins.newest()[0]
    companion.checkins.delete(gone.id)
    facts.checkin_removed.emit(gone.id)
    page._line_waits.timeout.emit() if page._line_waits.isActive() else None
    tasks.drain()
    assert page.chart.dots == 1


def test_one_of_another_process_is_not_lost_when_one_is_kept_here_meanwhile(page, live, companion, facts, tasks):
    live(3)
    companion.checkins.save(CheckInDraft(9))
    facts.store_changed_elsewhere.emit()
    facts.checkin_saved.emit(companion.checkins.save(CheckInDraft(5)))
    tasks.drain()
    assert page.chart.dots == 3
