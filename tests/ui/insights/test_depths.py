import datetime as dt

from numbcompanion.checkins.records import DepthPoint
from numbcompanion.clock import Moment
from ui.insights.depths import Depths

LAST = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
POINTS = [DepthPoint(str(back), Moment.of(LAST - dt.timedelta(days=back), "UTC"), 5) for back in range(9, -1, -1)]


class Played:
    def __init__(self):
        self.asked = []

    def __call__(self, since):
        self.asked.append(since)
        return [point for point in POINTS if since is None or point.moment.local_date >= since]


def ago(days):
    return LAST.date() - dt.timedelta(days=days)


def test_a_later_day_is_answered_from_what_was_read():
    read = Played()
    depths = Depths(read)
    assert len(depths.since(ago(5))) == 6
    assert len(depths.since(ago(2))) == 3
    assert read.asked == [ago(5)]


def test_an_earlier_day_and_all_are_read():
    read = Played()
    depths = Depths(read)
    depths.since(ago(2))
    assert len(depths.since(ago(5))) == 6
    assert len(depths.since(None)) == 10
    assert len(depths.since(ago(8))) == 9
    assert read.asked == [ago(2), ago(5), None]


def test_after_forgetting_it_is_read_anew():
    read = Played()
    depths = Depths(read)
    depths.since(None)
    depths.forget()
    depths.since(ago(1))
    assert read.asked == [None, ago(1)]


def test_between_gives_the_same_from_any_start():
    first, last = (LAST - dt.timedelta(days=4)).timestamp(), (LAST - dt.timedelta(days=1)).timestamp()
    narrow, wide = Depths(Played()), Depths(Played())
    wide.since(None)
    assert [p.id for p in narrow.between(first, last, ago(6))] == ["4", "3", "2", "1"]
    assert wide.between(first, last, ago(6)) == narrow.between(first, last, ago(6))
