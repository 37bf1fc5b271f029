from numbcompanion.checkins.records import CheckInDraft, MarkerKind
from numbcompanion.status import status


def test_check_ins_glimmers_and_markers_are_counted_apart(companion):
    companion.checkins.save(CheckInDraft(depth=3))
    removed = companion.checkins.save(CheckInDraft(depth=3))
    companion.checkins.delete(removed.id)
    companion.checkins.glimmer()
    companion.checkins.glimmer("warm")
    marker = companion.markers.add(MarkerKind.EVENT, "moved")
    counts = status(companion)["counts"]
    assert (counts["checkins"], counts["glimmers"], counts["markers"]) == (1, 2, 1)
    companion.markers.remove(marker.id)
    assert status(companion)["counts"]["markers"] == 0


def test_an_empty_home_has_nothing(companion):
    assert set(status(companion)["counts"].values()) == {0}
    assert status(companion)["schema"] == "0002"
