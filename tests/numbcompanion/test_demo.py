from datetime import timedelta

import pytest
from fakes import MovableClock

from numbcompanion.companion import Companion
from numbcompanion.demo import MadeUpLife, demo_home, empty_home, fill
from numbcompanion.paths import Home
from numbcompanion.status import status


@pytest.fixture(scope="module")
def demo():
    with demo_home(MovableClock()) as companion:
        yield companion


def told(companion):
    """Return all that is in it, without what is drawn by chance for the file itself."""
    checkins = companion.checkins.newest(10_000)
    lines = companion.journal.lines(10_000)
    sessions = companion.practice_log.recent(10_000)
    return checkins, [companion.journal.entry(line.id) for line in lines], sessions


def test_it_is_two_years_long_and_ends_now(demo):
    days = [point.moment.local_date for point in demo.checkins.depths()]
    assert timedelta(days=725) <= days[-1] - days[0] <= timedelta(days=730)
    assert days[-1] >= demo.checkins.today() - timedelta(days=1)
    assert all(checkin.moment.at <= demo.clock.now() for checkin in demo.checkins.newest(10_000))


def test_there_is_plenty_and_also_what_cannot_be_told(demo):
    counts = status(demo)["counts"]
    assert counts["checkins"] > 700
    assert counts["entries"] > 150
    assert counts["sessions"] > 100
    depths = [point.depth for point in demo.checkins.depths()]
    assert None in depths
    assert {0, 3, 6} <= set(depths)


def test_it_can_be_searched_and_its_questions_are_answered(demo):
    assert demo.journal.search("the")
    assert demo.preferences.current.first_run_done


def test_it_is_encrypted_like_any_other(demo):
    assert not demo.home.store_file.read_bytes().startswith(b"SQLite format 3")


def test_it_is_gone_afterwards():
    with empty_home(MovableClock()) as companion:
        folder = companion.home.folder.parent
        assert folder.exists()
    assert not folder.exists()


def test_it_is_gone_also_when_something_breaks():
    with pytest.raises(ZeroDivisionError), empty_home(MovableClock()) as companion:
        folder = companion.home.folder.parent
        raise ZeroDivisionError
    assert not folder.exists()


@pytest.mark.parametrize(("seed", "same"), [(7, True), (8, False)])
def test_the_same_seed_tells_the_same_life(tmp_path, key_store, seed, same):
    lives = []
    for number, one_seed in enumerate((7, seed)):
        home = Home(tmp_path / str(number), tmp_path / "keys")
        companion = Companion(home, MovableClock(), [key_store])
        companion.open()
        fill(companion, MadeUpLife(years=0.15, seed=one_seed))
        lives.append(told(companion))
        companion.close()
    assert (lives[0] == lives[1]) is same
