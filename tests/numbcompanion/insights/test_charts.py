"""The reckonings behind the smaller charts, and what they say."""

import math
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from scipy import stats

from numbcompanion.checkins.records import Felt, Kind, Region, Sensation
from numbcompanion.insights.before_after import before_after, before_after_in_words, pairs_of
from numbcompanion.insights.body import body_counts, body_in_words
from numbcompanion.insights.closeness import closeness, closeness_in_words
from numbcompanion.insights.feeling_words import feeling_words_in_words, feeling_words_used, word_months_in_words
from numbcompanion.insights.glimmers import glimmers, glimmers_in_words
from numbcompanion.insights.hour_by_weekday import hour_by_weekday, hour_by_weekday_in_words
from numbcompanion.insights.map_trail import LEAST_WIDTH, map_trail, map_trail_in_words
from numbcompanion.insights.noticing import hours_in_words, noticing, noticing_in_words
from numbcompanion.insights.points import plain, signed
from tests.numbcompanion.insights.lives import TAGS, any_life, point, point_noticed, session

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
say_weekday = WEEK.__getitem__


def cell_of(grid, weekday, hour):
    return next(cell for cell in grid[weekday] if cell.hour == hour)


def test_a_time_of_the_week_is_where_the_wall_clock_stood():
    monday_evening = datetime(2026, 3, 30, 18, 30, tzinfo=UTC)
    life = [point(6, at=monday_evening, zone="Europe/Dublin"), point(3, at=monday_evening, zone="America/New_York")]
    grid = hour_by_weekday([*life, point(None, at=monday_evening), point(9, at=monday_evening, kind=Kind.GLIMMER)])
    assert (cell_of(grid, 0, 19).mean, cell_of(grid, 0, 13).mean) == (6, 3)
    assert sum(cell.count for row in grid for cell in row) == 2


def test_two_at_night_after_sunday_is_still_sunday():
    grid = hour_by_weekday([point(4, at=datetime(2026, 3, 16, 2, tzinfo=UTC))])
    assert cell_of(grid, 6, 1).count == 1
    assert [cell.hour for cell in grid[6]] == [4, 7, 10, 13, 16, 19, 22, 1]


def test_the_time_of_the_week_in_words_names_what_has_twelve():
    morning, evening = datetime(2026, 3, 16, 9, tzinfo=UTC), datetime(2026, 3, 17, 20, tzinfo=UTC)
    life = [point(2 + i % 2, at=morning + timedelta(days=7 * i)) for i in range(12)]
    life += [point(7, at=evening + timedelta(days=7 * i)) for i in range(12)]
    life += [point(10, at=evening + timedelta(days=1, hours=-6))]
    twin = hour_by_weekday_in_words(hour_by_weekday(life), say_weekday)
    assert twin.summary == (
        "25 check-ins have a number. More comes through from 19:00 (7 of 10) than from 07:00 (2.5). "
        "More comes through on Tuesday (7 of 10) than on Monday (2.5)."
    )
    assert len(twin.rows) == 7
    assert all(len(row) == len(twin.heads) for row in twin.rows)
    even = hour_by_weekday([point(4, at=morning + timedelta(hours=7 * i)) for i in range(200)])
    assert "much the same all week" in hour_by_weekday_in_words(even, say_weekday).summary
    assert "Not enough" in hour_by_weekday_in_words(hour_by_weekday(life[:11]), say_weekday).summary


def test_the_density_is_a_sum_of_normals_and_holds_all_dots():
    chance = np.random.default_rng(6)
    x, y = np.round(chance.normal(-1, 0.8, 200), 1), np.round(chance.normal(1, 1.1, 200), 1)
    found = map_trail([point(3, i, pleasantness=a, energy=b) for i, (a, b) in enumerate(zip(x, y, strict=True))])
    hx, hy = (max(stats.tstd(v) * 200 ** (-1 / 6), LEAST_WIDTH) for v in (x, y))
    i, j = 14, 25
    expected = np.mean(stats.norm.pdf(found.axis[i], x, hx) * stats.norm.pdf(found.axis[j], y, hy))
    assert found.density[i, j] == pytest.approx(expected)
    step = found.axis[1] - found.axis[0]
    assert found.density.sum() * step**2 == pytest.approx(1, abs=0.02)


def test_the_densest_place_is_that_of_another_library():
    chance = np.random.default_rng(2)
    x, y = chance.normal(2, 1, 400), chance.normal(-2, 1, 400)
    found = map_trail([point(3, i, pleasantness=a, energy=b) for i, (a, b) in enumerate(zip(x, y, strict=True))])
    places = np.array([(a, b) for a in found.axis for b in found.axis]).T
    theirs = stats.gaussian_kde([x, y])(places).reshape(found.density.shape)
    assert np.corrcoef(theirs.ravel(), found.density.ravel())[0, 1] > 0.99


def test_the_map_in_words_counts_its_quarters():
    places = [(2, 2), (2, 3), (-1, -1), (0, 4), (3, -1)]
    life = [point(3, i, pleasantness=x, energy=y) for i, (x, y) in enumerate(places)]
    twin = map_trail_in_words(map_trail([*life, point(3, 9), point(3, 9, pleasantness=1.0)]))
    assert [count for _, count in twin.rows] == ["2", "1", "0", "1", "1"]
    assert "5 check-ins have a place on the map." in twin.summary
    assert "2 have none." in twin.summary
    assert map_trail([]).density.sum() == 0
    assert "yet" in map_trail_in_words(map_trail([])).summary


def test_words_are_met_once_and_counted_once_in_a_check_in():
    life = [
        point(3, 0, words=("flat", "flat")),
        point(3, 10, words=("flat", "warm")),
        point(3, 40, words=("warm",), kind=Kind.GLIMMER),
        point(3, 45, words=("tender",)),
    ]
    found = feeling_words_used(list(reversed(life)))
    assert [(w.word, w.count) for w in found.words] == [("flat", 2), ("warm", 2), ("tender", 1)]
    assert found.words[1].first == date(2026, 1, 11)
    assert found.words[1].last == date(2026, 2, 10)
    assert [(m.named, m.distinct, m.new) for m in found.months] == [(3, 2, 2), (2, 2, 1)]
    assert found.months[1].variety == pytest.approx(math.exp(stats.entropy([1, 1])))
    assert [w.word for w in found.met_since(date(2026, 1, 5))] == ["tender", "warm"]
    assert "Met last for the first time: tender, on 2026-02-15." in feeling_words_in_words(found).summary
    assert "with 2" in word_months_in_words(found).summary
    assert "whole without one" in feeling_words_in_words(feeling_words_used([])).summary


def test_body_counts_check_ins_and_nothing_is_not_felt():
    warm, nothing = Felt(Region.HANDS, Sensation.WARM), Felt(Region.CHEST, Sensation.NOTHING)
    tight = Felt(Region.HANDS, Sensation.TIGHT)
    life = [point(3, 0, body=(warm, warm, nothing)), point(3, 1, body=(warm, tight)), point(3, 2)]
    found = body_counts(life)
    assert found.of(Region.HANDS, Sensation.WARM) == 2
    assert found.felt == {Region.HANDS: 2}
    assert found.checkins == 2
    twin = body_in_words(found, str, str)
    assert twin.summary.endswith("Most often felt: hands (2).")
    assert len(twin.rows) == len(Region)
    assert "yet" in body_in_words(body_counts([]), str, str).summary


def test_closeness_keeps_the_two_sides_apart():
    life = [
        point(3, 0, close_people=2),
        point(3, 1, close_people=5, close_self=1),
        point(3, 40, close_self=4),
        point(3),
    ]
    found = closeness(life)
    assert len(found.ids) == 3
    assert np.isnan(found.own[0])
    assert [(m.people, m.people_n, m.own, m.own_n) for m in found.months] == [(3.5, 2, 1, 1), (None, 0, 4, 1)]
    assert "From people: 3.5 on average" in closeness_in_words(found).summary
    assert "yet" in closeness_in_words(closeness([])).summary


def test_glimmers_know_their_gaps_and_what_was_around():
    life = [
        point(None, 0, kind=Kind.GLIMMER, words=("irritated",)),
        point(None, 2, kind=Kind.GLIMMER, tags=("music",)),
        point(None, 12, kind=Kind.GLIMMER),
        point(4, 0.1, tags=("walked", ("slept", 7.0))),
        point(4, 2.1, tags=("work",)),
    ]
    found = glimmers(list(reversed(life)))
    assert [gap.days for gap in found.gaps] == [2, 10]
    assert found.usual_gap_days == np.median([2, 10])
    assert dict(found.around) == {"walked": 1, "music": 1}
    twin = glimmers_in_words(found, {"walked": "a walk"})
    assert twin.summary == "3 glimmers so far. Usually 6 days apart. Most often around: a walk."
    assert glimmers([point(4)]).usual_gap_days is None
    assert "yet" in glimmers_in_words(glimmers([]), {}).summary


def test_noticing_is_the_median_of_how_much_later():
    minutes = [10, 60, 90, 120, 60 * 24 * 9]
    life = [point_noticed(point(3, i), m) for i, m in enumerate(minutes)]
    found = noticing([*life, point(3, 9)])
    assert found.usual_hours == np.median(minutes) / 60
    assert found.later_hours is None
    assert "Usually after 1.5 hours." in noticing_in_words(found).summary
    assert "yet" in noticing_in_words(noticing([])).summary
    many = [point_noticed(point(3, i), 600 - 50 * i) for i in range(10)]
    halves = noticing(many)
    assert (halves.earlier_hours, halves.later_hours) == (500 / 60, 250 / 60)
    assert noticing([point_noticed(point(3), -5)]).usual_hours == 0


@pytest.mark.parametrize(
    ("hours", "said"), [(0.25, "15 minutes"), (1, "1 hour"), (3.5, "3.5 hours"), (72, "3 days"), (1 / 60, "1 minute")]
)
def test_a_span_is_said_as_a_person_says_it(hours, said):
    assert hours_in_words(hours) == said


def test_before_and_after_is_the_paired_interval_of_another_library():
    chance = np.random.default_rng(10)
    before = chance.integers(0, 8, 30)
    after = np.clip(before + chance.integers(-1, 4, 30), 0, 10)
    done = [session(i, "walk", int(b), int(a)) for i, (b, a) in enumerate(zip(before, after, strict=True))]
    done += [session(40, "walk", 3, None), session(41, "walk"), session(42, "listening", 4, 4)]
    walk, listening = before_after(pairs_of(done))
    expected = stats.ttest_rel(after, before).confidence_interval()
    assert walk.change == pytest.approx(np.mean(after - before))
    assert (walk.low, walk.high) == pytest.approx((expected.low, expected.high), abs=1e-3)
    assert not walk.could_be_chance
    assert (listening.what, len(listening.pairs), listening.low) == ("listening", 1, None)
    twin = before_after_in_words([walk, listening])
    assert "More after walk" in twin.summary
    assert twin.rows[1][-1] == "too few to say"
    assert "yet" in before_after_in_words([]).summary


def test_always_the_same_change_is_not_taken_as_certain():
    (one,) = before_after(pairs_of([session(i, "walk", 3, 3) for i in range(20)]))
    assert one.low < 0 < one.high
    assert one.could_be_chance


@pytest.mark.parametrize(
    ("value", "said", "with_sign"),
    [(4.0, "4", "+4"), (-0.04, "0", "0"), (-1.25, "−1.2", "−1.2"), (10, "10", "+10"), (math.nan, "–", "–")],
)
def test_numbers_are_written_plainly(value, said, with_sign):
    assert plain(value) == said
    assert signed(value) == with_sign


@settings(deadline=None, max_examples=80)
@given(any_life())
def test_any_life_gives_sound_charts_and_words(life):
    names = {tag: tag for tag in TAGS}
    grid, trail, words = hour_by_weekday(life), map_trail(life), feeling_words_used(life)
    assert sum(c.count for row in grid for c in row) == sum(
        p.depth is not None and p.kind is Kind.CHECKIN for p in life
    )
    assert np.isfinite(trail.density).all()
    assert sum(m.new for m in words.months) == len(words.words)
    assert sum(w.count for w in words.words) == sum(Counter(len(set(p.words)) for p in life).elements())
    for twin in (
        hour_by_weekday_in_words(grid, say_weekday),
        map_trail_in_words(trail),
        feeling_words_in_words(words),
        word_months_in_words(words),
        body_in_words(body_counts(life), str, str),
        closeness_in_words(closeness(life)),
        glimmers_in_words(glimmers(life), names),
        noticing_in_words(noticing(life)),
    ):
        assert twin.summary
        assert "{" not in twin.summary
        assert all(len(row) == len(twin.heads) for row in twin.rows)
