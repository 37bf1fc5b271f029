import datetime as dt

import pytest

from numbcompanion.checkins.records import Around, CheckInDraft, Felt, MarkerKind, Region, Sensation
from numbcompanion.demo import MadeUpLife, fill
from ui.insights.insights_page import InsightsPage
from ui.kit.dialogs import Dialogs

SIZE = (956, 780)


class PlayedDialogs(Dialogs):
    """Answers with a file, and remembers what was told."""

    def __init__(self, theme):
        super().__init__(theme)
        self.file = None
        self.told = []

    def choose_file_to_save(self, parent, title, suggested_name, filter=""):
        return self.file

    def tell(self, parent, title, text):
        self.told.append(text)


@pytest.fixture
def dialogs(theme):
    return PlayedDialogs(theme)


@pytest.fixture
def open_page(qtbot, theme, tasks, facts, dialogs, companion):
    """Return a function that opens the page on what the companion keeps, and waits until all is worked out."""

    def opened(life=companion, everything=False):
        page = InsightsPage(
            theme,
            tasks,
            facts,
            life.checkins,
            dialogs,
            life.practice_log,
            life.tags,
            life.markers,
        )
        qtbot.addWidget(page)
        page.resize(*SIZE)
        page.show()
        page.opened()
        page.settle = lambda: settle(qtbot, tasks, page)
        page.settle()
        if everything:
            page.build_all()
            page.settle()
        return page

    return opened


def settle(qtbot, tasks, page):
    """Let all work be done, aside too."""
    if page.rest_later.isActive():
        page.rest_later.timeout.emit()
    tasks.drain()
    qtbot.waitUntil(lambda: not any(getattr(card, "going_on", False) for card in page.cards), timeout=20_000)
    qtbot.wait(1)
    tasks.drain()


@pytest.fixture
def a_life(companion):
    """A little over two months of a made-up life."""
    fill(companion, MadeUpLife(years=0.2))
    return companion


@pytest.fixture
def say(companion, clock):
    """Return a function that keeps a check-in so many days ago."""

    def kept(depth, days_ago=0, **more):
        at = clock.now() - dt.timedelta(days=days_ago, hours=1)
        return companion.checkins.save(CheckInDraft(depth=depth, at=at, **more))

    return kept


@pytest.fixture
def much(companion, say, clock):
    """Thirty days in which everything is said: walking goes with two steps more."""
    group = companion.tags.groups()[0]
    walked = companion.tags.add(group.id, "strolled").id
    for day in range(30):
        walks = day % 3 == 0
        say(
            3 + 2 * walks + day % 2,
            day,
            pleasantness=1.0 + day % 3,
            energy=-1.0,
            words=("calm", "numb")[day % 2 :],
            close_people=1 + day % 5,
            close_self=3,
            body=(Felt(Region.CHEST, Sensation.TIGHT),),
            around=(Around(walked),) if walks else (),
        )
    companion.checkins.glimmer("warm", at=clock.now() - dt.timedelta(days=9))
    companion.checkins.glimmer(at=clock.now() - dt.timedelta(days=2))
    companion.markers.add(MarkerKind.MEDICATION, "half of it", clock.now() - dt.timedelta(days=12))
    return companion
