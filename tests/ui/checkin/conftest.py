import pytest
from program import FakeDialogs

from ui.checkin.checkin_page import CheckInPage, Services


@pytest.fixture
def page(theme, tasks, facts, companion, qtbot):
    services = Services(companion.checkins, companion.tags, companion.own_words, companion.markers)
    page = CheckInPage(theme, tasks, facts, services, companion.clock, FakeDialogs(theme))
    qtbot.addWidget(page)
    page.resize(1000, 1400)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.opened()
    tasks.drain()
    return page


@pytest.fixture
def said(page):
    """What the page said, each with its way back."""
    said = []
    page.said.connect(lambda text, undo: said.append((text, undo)))
    return said
