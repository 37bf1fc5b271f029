"""Closeness, body, ladder, noticing, glimmers, editing, days and points."""

import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from numbcompanion.checkins.records import (
    Around,
    CheckInDraft,
    DayLine,
    Felt,
    Kind,
    Ladder,
    Region,
    Sensation,
    Source,
)
from numbcompanion.errors import UsageError

LADDER = Ladder(("feet", "back"), Sensation.COLD, "grey", ("angry", "glad"), "far away")
BODY = (Felt(Region.CHEST, Sensation.TIGHT), Felt(Region.CHEST, Sensation.COLD), Felt(Region.LEGS, Sensation.NOTHING))


@pytest.fixture
def whole(companion, clock):
    """A draft with every field."""
    tags = companion.tags.groups()[0].tags
    return CheckInDraft(
        depth=3,
        pleasantness=-1.5,
        energy=2.0,
        words=("tired", "raw"),
        note="a line",
        source=Source.PROMPT,
        at=clock.now() - timedelta(hours=5),
        close_people=2,
        close_self=5,
        body=BODY,
        around=(Around(tags[1].id), Around(companion.tags.hours_slept().id, 6.5)),
        ladder=LADDER,
        noticed=clock.now(),
    )


def test_every_field_comes_back(companion, whole):
    saved = companion.checkins.save(whole)
    assert companion.checkins.by_id(saved.id) == saved
    assert saved.draft() == whole
    assert companion.checkins.newest() == [saved]


def test_a_point_has_all_that_insights_need(companion, whole):
    saved = companion.checkins.save(whole)
    (point,) = companion.checkins.all_points()
    for name in point.__slots__:
        assert getattr(point, name) == getattr(saved, name)


def test_points_come_oldest_first_from_a_day_on(companion, clock, whole):
    now = clock.now()
    for days_ago in (1, 3, 0, 2):
        companion.checkins.save(replace(whole, at=now - timedelta(days=days_ago), noticed=None))
    assert [point.moment.at for point in companion.checkins.all_points()] == [
        now - timedelta(days=ago) for ago in (3, 2, 1, 0)
    ]
    since = companion.checkins.all_points(since=(now - timedelta(days=1)).date())
    assert [point.moment.at for point in since] == [now - timedelta(days=1), now]
    assert all(point.words == ("tired", "raw") and point.body == BODY and len(point.around) == 2 for point in since)


@pytest.mark.parametrize(
    "change",
    [
        {"close_people": 0},
        {"close_people": 6},
        {"close_self": -1},
        {"close_self": math.nan},
        {"close_self": 2.5},
        {"depth": math.nan},
        {"depth": 3.5},
        {"depth": 10**30},
        {"pleasantness": -math.inf},
        {"noticed": datetime(2026, 11, 23, 14, 41, tzinfo=UTC)},  # before it was
        {"noticed": datetime(2026, 11, 24, 19, 42, tzinfo=UTC)},  # in the future
        {"noticed": datetime(2026, 11, 23, 18, 0)},  # in no zone
        {"at": datetime(1, 1, 1, tzinfo=UTC)},
        {"at": datetime(9999, 12, 31, tzinfo=UTC)},
    ],
)
def test_what_cannot_be_gets_a_sentence_and_nothing_is_kept(companion, whole, change):
    with pytest.raises(UsageError) as caught:
        companion.checkins.save(replace(whole, **change))
    assert str(caught.value).endswith(".")
    assert companion.checkins.all_points() == []


def test_nothing_but_cant_tell_is_an_answer(companion):
    saved = companion.checkins.save(CheckInDraft(depth=None))
    assert companion.checkins.by_id(saved.id) == saved
    assert companion.checkins.on_day(saved.moment.local_date) == [saved]
    assert companion.checkins.days() == [DayLine(saved.moment.local_date, 1, None, None, 0)]
    assert companion.checkins.span() == (1, saved.moment.local_date)


def test_any_rung_of_the_ladder_is_an_answer_and_an_empty_ladder_is_none(companion):
    for ladder in (
        Ladder(contact=("feet",)),
        Ladder(sensation=Sensation.HOLLOW),
        Ladder(colour="brown"),
        Ladder(not_these=("sad",)),
        Ladder(word="é"),
    ):
        saved = companion.checkins.save(CheckInDraft(depth=None, ladder=ladder))
        assert companion.checkins.by_id(saved.id).ladder == ladder
    for empty in (Ladder(), Ladder(contact=("  ",), colour=" ")):
        assert companion.checkins.save(CheckInDraft(depth=None, ladder=empty)).ladder is None


def test_a_sensation_is_kept_once_for_each_region(companion):
    saved = companion.checkins.save(CheckInDraft(depth=1, body=(*BODY, *BODY)))
    assert saved.body == BODY
    assert companion.checkins.by_id(saved.id).body == BODY


def test_a_word_in_another_case_is_the_same_word(companion):
    assert companion.checkins.save(CheckInDraft(depth=1, words=("Tired", "tired", "TIRED", "raw"))).words == (
        "Tired",
        "raw",
    )


def test_a_glimmer_is_kept_apart_from_check_ins(companion, clock):
    companion.checkins.save(CheckInDraft(depth=2))
    clock.advance(60)
    glimmer = companion.checkins.glimmer("irritated", note="the neighbour's drill", source=Source.TRAY)
    bare = companion.checkins.glimmer(at=clock.now() - timedelta(hours=1))
    assert (glimmer.kind, glimmer.words, glimmer.source, glimmer.depth) == (
        Kind.GLIMMER,
        ("irritated",),
        Source.TRAY,
        None,
    )
    assert bare.words == ()
    assert [point.depth for point in companion.checkins.depths()] == [2]
    assert [each.depth for each in companion.checkins.newest(9)] == [2]
    assert companion.checkins.newest(9, Kind.GLIMMER) == [glimmer, bare]
    assert len(companion.checkins.newest(9, None)) == 3
    assert companion.checkins.span()[0] == 1
    assert [line.glimmers for line in companion.checkins.days()] == [2]


def test_days_show_their_range_newest_first(companion, clock):
    now = clock.now()
    for depth, days_ago in ((2, 1), (None, 1), (7, 1), (0, 0), (None, 3)):
        companion.checkins.save(CheckInDraft(depth=depth, at=now - timedelta(days=days_ago)))
    removed = companion.checkins.save(CheckInDraft(depth=10))
    companion.checkins.delete(removed.id)
    today = now.date()
    lines = [
        DayLine(today, 1, 0, 0, 0),
        DayLine(today - timedelta(days=1), 3, 2, 7, 0),
        DayLine(today - timedelta(days=3), 1, None, None, 0),
    ]
    assert companion.checkins.days() == lines
    assert companion.checkins.days(limit=1) == lines[:1]
    assert companion.checkins.days(limit=5, before=today) == lines[1:]


def test_an_empty_home_has_no_days(companion):
    assert companion.checkins.days() == []
    assert companion.checkins.span() == (0, None)
    assert companion.checkins.all_points() == []
    assert companion.checkins.on_day(date(2026, 11, 23)) == []
    assert companion.checkins.by_id("none") is None


def test_an_edit_is_there_and_can_be_undone(companion, clock, whole):
    saved = companion.checkins.save(whole)
    clock.advance(600)
    before = companion.checkins.by_id(saved.id)
    draft = CheckInDraft(depth=6, words=("warm",), close_people=4, body=BODY[:1], source=Source.PAGE)
    edited = companion.checkins.edit(saved.id, draft)
    assert companion.checkins.by_id(saved.id) == edited
    assert (edited.depth, edited.words, edited.close_people, edited.body) == (6, ("warm",), 4, BODY[:1])
    assert (edited.around, edited.ladder, edited.noticed, edited.note) == ((), None, None, "")
    assert (edited.moment, edited.created, edited.source) == (saved.moment, saved.created, Source.PROMPT)
    assert edited.changed == clock.now()
    undone = companion.checkins.put_back(before)
    assert companion.checkins.by_id(saved.id) == undone
    assert replace(undone, changed=saved.changed) == saved


def test_an_edit_leaves_day_and_zone_as_they_were_unless_the_time_is_changed(companion, clock):
    saved = companion.checkins.save(CheckInDraft(depth=3))
    clock.travel("Pacific/Auckland")
    companion.preferences.change(day_start_hour=0)
    clock.advance(86_400)
    edited = companion.checkins.edit(saved.id, replace(saved.draft(), depth=4))
    assert edited.moment == saved.moment
    earlier = saved.moment.at - timedelta(days=1)
    edited = companion.checkins.edit(saved.id, replace(saved.draft(), at=earlier))
    assert (edited.moment.at, edited.moment.zone_name) == (earlier, "Europe/Dublin")
    assert edited.moment.local_date == saved.moment.local_date - timedelta(days=1)


def test_a_wrong_edit_changes_nothing(companion, whole):
    saved = companion.checkins.save(whole)
    with pytest.raises(UsageError):
        companion.checkins.edit(saved.id, replace(whole, depth=11))
    assert companion.checkins.by_id(saved.id) == saved


def test_what_was_taken_away_cannot_be_edited(companion, whole):
    saved = companion.checkins.save(whole)
    companion.checkins.delete(saved.id)
    for wrong in (
        lambda: companion.checkins.edit(saved.id, whole),
        lambda: companion.checkins.put_back(saved),
        lambda: companion.checkins.edit("none", whole),
    ):
        with pytest.raises(UsageError, match="not there any more"):
            wrong()
    companion.checkins.restore(saved.id)
    assert replace(companion.checkins.by_id(saved.id), changed=saved.changed) == saved


def test_two_zones_and_a_change_of_the_clock_in_one_day_keep_their_order(companion, clock):
    clock.set(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))  # 1:30 in Dublin, the first of two
    first = companion.checkins.save(CheckInDraft(depth=1))
    clock.advance(3600)
    second = companion.checkins.save(CheckInDraft(depth=2))
    assert first.moment.wall.replace(tzinfo=None) == second.moment.wall.replace(tzinfo=None)
    clock.set(datetime(2026, 10, 25, 9, tzinfo=UTC))
    third = companion.checkins.save(CheckInDraft(depth=3))
    clock.travel("America/New_York")
    clock.advance(3600)
    fourth = companion.checkins.save(CheckInDraft(depth=4))
    assert companion.checkins.on_day(date(2026, 10, 24)) == [first, second]
    assert companion.checkins.on_day(date(2026, 10, 25)) == [third, fourth]
    assert [point.depth for point in companion.checkins.all_points()] == [1, 2, 3, 4]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    depth=st.none() | st.integers(-1, 11) | st.floats(),
    place=st.tuples(st.none() | st.floats(), st.none() | st.floats(-6, 6)),
    close=st.none() | st.integers(-1, 7),
    body=st.lists(st.builds(Felt, st.sampled_from(Region), st.sampled_from(Sensation)), max_size=8),
    ladder=st.builds(
        Ladder,
        st.lists(st.text(max_size=5), max_size=3).map(tuple),
        st.none() | st.sampled_from(Sensation),
        st.text(max_size=80),
        st.lists(st.text(max_size=5), max_size=3).map(tuple),
        st.text(max_size=80),
    ),
    at=st.datetimes(timezones=st.sampled_from([None, UTC])),
)
def test_any_draft_is_kept_as_said_or_gets_a_sentence(companion, depth, place, close, body, ladder, at):
    draft = CheckInDraft(depth, *place, at=at, close_self=close, body=tuple(body), ladder=ladder)
    try:
        saved = companion.checkins.save(draft)
    except UsageError as error:
        assert str(error).endswith(".")
    else:
        assert companion.checkins.by_id(saved.id) == saved
