from datetime import UTC, datetime, timedelta

import pytest

from numbcompanion.checkins.records import MarkerKind
from numbcompanion.errors import UsageError


def test_a_marker_is_kept_with_its_line(companion, clock):
    marker = companion.markers.add(MarkerKind.MEDICATION, "  half   the dose ")
    assert companion.markers.all() == [marker]
    assert (marker.kind, marker.line, marker.moment.at) == (MarkerKind.MEDICATION, "half the dose", clock.now())


def test_a_line_may_be_left_out(companion):
    assert companion.markers.add(MarkerKind.EVENT, "").line == ""


def test_markers_come_oldest_first_from_a_day_on(companion, clock):
    new = companion.markers.add(MarkerKind.EVENT, "new")
    old = companion.markers.add(MarkerKind.EVENT, "old", at=clock.now() - timedelta(days=400))
    assert companion.markers.all() == [old, new]
    assert companion.markers.all(since=new.moment.local_date) == [new]


def test_a_marker_can_be_edited_in_one_part(companion, clock):
    marker = companion.markers.add(MarkerKind.EVENT, "moved")
    clock.advance(60)
    edited = companion.markers.edit(marker.id, line="moved house")
    assert (edited.line, edited.kind, edited.moment) == ("moved house", MarkerKind.EVENT, marker.moment)
    earlier = clock.now() - timedelta(days=3)
    edited = companion.markers.edit(marker.id, kind=MarkerKind.MEDICATION, at=earlier)
    assert (edited.line, edited.kind, edited.moment.at) == ("moved house", MarkerKind.MEDICATION, earlier)
    assert companion.markers.all() == [edited]


def test_a_marker_taken_away_comes_back(companion):
    marker = companion.markers.add(MarkerKind.EVENT, "moved")
    companion.markers.remove(marker.id)
    assert companion.markers.all() == []
    with pytest.raises(UsageError, match="not there any more"):
        companion.markers.edit(marker.id, line="x")
    companion.markers.restore(marker.id)
    assert [each.id for each in companion.markers.all()] == [marker.id]


@pytest.mark.parametrize(
    "at", [datetime(1899, 12, 31, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), datetime(2026, 1, 1)]
)
def test_a_time_that_cannot_be_gets_a_sentence(companion, at):
    with pytest.raises(UsageError):
        companion.markers.add(MarkerKind.EVENT, "x", at=at)
    assert companion.markers.all() == []


def test_a_line_of_5000_characters_gets_a_sentence(companion):
    with pytest.raises(UsageError, match="500 characters"):
        companion.markers.add(MarkerKind.EVENT, "x" * 5000)
