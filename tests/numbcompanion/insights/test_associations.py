from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from scipy import stats

from numbcompanion.checkins.records import Kind
from numbcompanion.insights.associations import When, associations, lay_out
from numbcompanion.insights.associations_in_words import association_in_words, associations_in_words
from numbcompanion.insights.block_bootstrap import block_length, resampled_spread
from numbcompanion.insights.factors import Factor, practice_factors, tag_factors
from tests.numbcompanion.insights.lives import TAGS, any_life, point, session

NAMES = {tag: tag for tag in TAGS}


def alike(chance, days, likeness, rate):
    """Depths and a tag, both resembling their neighbours by `likeness`, without anything to do with each other."""
    noise = chance.normal(size=(2, days + 50))
    for i in range(1, days + 50):
        noise[:, i] = likeness * noise[:, i - 1] + np.sqrt(1 - likeness**2) * noise[:, i]
    depth = np.clip(np.round(5 + 2 * noise[0, 50:]), 0, 10).astype(int)
    return depth, noise[1, 50:] < stats.norm.ppf(rate)


def life_of(depth, tagged, tag="walked"):
    pairs = zip(depth, tagged, strict=True)
    return [point(int(d), i, tags=(tag,) if t else ()) for i, (d, t) in enumerate(pairs)]


def found_for(life, when=When.SAME_DAY, **more):
    return [one for one in associations(life, tag_factors(life, NAMES), **more) if one.when is when]


def test_the_difference_is_that_of_the_means_of_days():
    chance = np.random.default_rng(4)
    life, by_day = [], {}
    for day in range(60):
        tagged = chance.random() < 0.4
        depths = [int(v) for v in chance.integers(0, 11, chance.integers(1, 4))]
        life += [point(d, day + i / 10, tags=("music",) if tagged and i == 0 else ()) for i, d in enumerate(depths)]
        by_day[day] = (tagged, float(np.mean(depths)))
    first = min(day for day, (tagged, _) in by_day.items() if tagged)
    days = {day: value for day, value in by_day.items() if day >= first}
    (same,) = found_for(life)
    with_it = [m for t, m in days.values() if t]
    without = [m for t, m in days.values() if not t]
    assert same.difference == pytest.approx(np.mean(with_it) - np.mean(without))
    assert (same.days_with, same.days_without) == (len(with_it), len(without))
    (after,) = found_for(life, When.NEXT_DAY)
    pairs = [(t, days[day + 1][1]) for day, (t, _) in days.items() if day + 1 in days]
    expected = np.mean([m for t, m in pairs if t]) - np.mean([m for t, m in pairs if not t])
    assert after.difference == pytest.approx(expected)


def test_the_spread_is_that_of_a_slow_and_simple_block_bootstrap():
    chance = np.random.default_rng(9)
    depth, tagged = alike(chance, 150, 0.6, 0.3)
    tagged[0] = True
    life = life_of(depth, tagged)
    layout = lay_out(life, tag_factors(life, NAMES))
    spread = resampled_spread(layout.sums, 4000, 1, lambda: False, lambda _: None)
    length = block_length(150)
    slow = []
    for _ in range(4000):
        starts = chance.integers(0, 150, -(-150 // length))
        drawn = np.concatenate([(start + np.arange(length)) % 150 for start in starts])[:150]
        slow.append(depth[drawn][tagged[drawn]].mean() - depth[drawn][~tagged[drawn]].mean())
    assert spread[0] == pytest.approx(np.std(slow, ddof=1), rel=0.06)


def test_where_days_do_not_resemble_each_other_it_agrees_with_welch():
    chance = np.random.default_rng(12)
    depth, tagged = alike(chance, 1500, 0.0, 0.3)
    tagged[0] = True
    (same,) = found_for(life_of(depth, tagged))
    expected = stats.ttest_ind(depth[tagged], depth[~tagged], equal_var=False).confidence_interval()
    assert (same.low, same.high) == pytest.approx((expected.low, expected.high), abs=0.05)


@pytest.mark.parametrize(("days", "likeness"), [(30, 0.0), (30, 0.5), (120, 0.5), (365, 0.7)])
def test_the_interval_holds_nothing_about_as_often_as_it_says(days, likeness):
    chance = np.random.default_rng(21)
    held = []
    for _ in range(150):
        depth, tagged = alike(chance, days, likeness, 0.4)
        for one in found_for(life_of(depth, tagged), resamples=200):
            held.append(one.low <= 0 <= one.high)
    assert len(held) > 100
    assert 0.88 <= np.mean(held) <= 1.0


def test_among_many_tags_of_a_flat_life_hardly_any_is_called_more_than_chance():
    chance = np.random.default_rng(7)
    names = {f"t{i}": f"t{i}" for i in range(40)}
    life = [
        point(int(chance.integers(2, 6)), day, tags=tuple(t for t in names if chance.random() < 0.2))
        for day in range(300)
    ]
    found = associations(life, tag_factors(life, names), resamples=300)
    assert len(found) == 80
    assert sum(not one.could_be_chance for one in found) <= 1


def test_a_real_difference_is_found_and_stands_before_a_larger_unsure_one():
    chance = np.random.default_rng(3)
    life = []
    for day in range(200):
        tags = ["walked"] if day % 2 else []
        tags += ["music"] if day in (10, 80, 150) else []
        depth = 4 + (1 if day % 2 else 0) + chance.integers(-1, 2) + (chance.integers(-3, 6) if "music" in tags else 0)
        life.append(point(int(depth), day, tags=tags))
    found = found_for(life)
    assert [one.name for one in found] == ["walked", "music"]
    assert not found[0].could_be_chance
    assert found[1].could_be_chance
    assert found[0].sureness > found[1].sureness


def test_of_two_that_are_hardly_chance_the_surer_one_comes_first():
    chance = np.random.default_rng(3)
    often, seldom = chance.random(3000) < 0.5, chance.random(3000) < 0.02
    depth = 4 + often + 2 * seldom + chance.integers(-1, 2, 3000)
    life = [
        point(int(d), day, tags=[tag for tag, there in (("walked", a), ("music", b)) if there])
        for day, (d, a, b) in enumerate(zip(depth, often, seldom, strict=True))
    ]
    found = found_for(life)
    assert [one.name for one in found] == ["walked", "music"]
    assert found[1].difference > found[0].difference
    assert found[1].sureness == pytest.approx(1)


def test_the_years_before_a_tag_change_nothing_of_what_it_says():
    chance = np.random.default_rng(2)
    depth, tagged = alike(chance, 40, 0.5, 0.4)
    tagged[0] = True
    month = [
        point(int(d), 2000 + i, tags=("work",) if t else ()) for i, (d, t) in enumerate(zip(depth, tagged, strict=True))
    ]
    years = [point(int(chance.integers(0, 4)), day, tags=("walked",) if day % 3 else ()) for day in range(2000)]
    alone = associations(month, tag_factors(month, NAMES))
    among = [one for one in associations([*years, *month], tag_factors([*years, *month], NAMES)) if one.name == "work"]
    assert [(one.when, one.low, one.high) for one in alone] == [(one.when, one.low, one.high) for one in among]


def test_the_day_after_is_looked_at_on_its_own():
    life = [point(8 if (day - 1) % 4 == 0 else 3, day, tags=("walked",) if day % 4 == 0 else ()) for day in range(120)]
    (same,), (after,) = found_for(life), found_for(life, When.NEXT_DAY)
    assert after.difference == pytest.approx(5)
    assert same.difference < 0


def test_a_gap_has_no_day_after():
    life = [point(3, day * 3, tags=("walked",) if day % 2 else ()) for day in range(40)]
    assert found_for(life, When.NEXT_DAY) == []
    assert len(found_for(life)) == 1


@pytest.mark.parametrize(
    ("with_it", "without", "shown"), [(3, 9, True), (2, 30, False), (30, 2, False), (3, 8, False), (6, 6, True)]
)
def test_it_takes_three_with_three_without_and_twelve(with_it, without, shown):
    life = [point(5, day, tags=("work",)) for day in range(with_it)]
    life += [point(4, with_it + day) for day in range(without)]
    assert bool(found_for(life)) == shown


def test_cant_tell_is_no_depth_and_a_glimmer_no_check_in():
    life = [point(None, day, tags=("work",)) for day in range(20)]
    life += [point(5, 20 + day) for day in range(20)]
    life += [point(9, day, kind=Kind.GLIMMER, tags=("work",)) for day in range(40)]
    assert associations(life, tag_factors(life, NAMES)) == []


def test_days_before_a_tag_was_first_used_do_not_count_as_days_without():
    life = [point(1, day) for day in range(100)]
    life += [point(5, 100 + day, tags=("work",) if day % 2 == 0 else ()) for day in range(20)]
    (one,) = found_for(life)
    assert (one.days_with, one.days_without) == (10, 10)
    assert one.difference == 0


def test_no_drinks_means_that_there_were_none():
    life = [point(5, day, tags=(("work", 0.0 if day % 2 else 2.0),)) for day in range(20)]
    (factor,) = tag_factors(life, NAMES)
    assert len(factor.present) == 10


def test_hours_of_sleep_are_compared_with_ones_own_usual():
    life = [point(6 if hours > 7 else 3, day, tags=(("work", hours),)) for day, hours in enumerate([6.5, 7, 8] * 10)]
    life += [point(9, 50 + day) for day in range(5)]
    more = next(f for f in tag_factors(life, {"work": "sleep"}) if f.key == "more:work")
    assert more.name == "sleep: more than 7"
    (one,) = [a for a in associations(life, [more]) if a.when is When.SAME_DAY]
    assert one.difference == 3
    assert one.days_with + one.days_without == 30


def test_what_is_noted_with_an_amount_on_most_days_is_compared_by_its_amount_only():
    nights = [point(5, day, tags=(("work", 6.0 + day % 3),) if day % 5 else ()) for day in range(40)]
    assert [f.key for f in tag_factors(nights, NAMES)] == ["more:work"]
    drinks = [point(5, day, tags=(("work", 1.0 + day % 3),) if day % 3 == 0 else ()) for day in range(60)]
    assert "tag:work" in [f.key for f in tag_factors(drinks, NAMES)]
    said_none = [point(5, day, tags=(("work", float(day % 3)),)) for day in range(40)]
    assert [f.key for f in tag_factors(said_none, NAMES)] == ["tag:work", "more:work"]


def test_a_practice_counts_on_days_without_a_check_in_too():
    sessions = [session(day) for day in range(0, 60, 4)]
    life = [point(7 if day % 4 == 1 else 4, day) for day in range(60) if day % 4 != 0]
    found = associations(life, practice_factors(sessions, str.title))
    assert [(one.name, one.when) for one in found] == [("Listening", When.NEXT_DAY)]
    assert associations(life, practice_factors([])) == []


def test_the_same_life_gives_the_same_numbers_in_any_order():
    chance = np.random.default_rng(1)
    life = life_of(*alike(chance, 60, 0.5, 0.4))
    assert found_for(life) == found_for(list(reversed(life)))


def test_never_a_difference_is_certain():
    life = [point(8 if day % 3 == 0 else 2, day, tags=("work",) if day % 3 == 0 else ()) for day in range(60)]
    (one,) = found_for(life)
    assert one.difference == 6
    assert one.low < 6 < one.high
    assert not one.could_be_chance


def test_identical_days_have_no_difference_that_is_more_than_chance():
    (one,) = found_for([point(4, day, tags=("work",) if day % 2 else ()) for day in range(40)])
    assert one.difference == 0
    assert one.low < 0 < one.high
    assert one.could_be_chance
    assert one.sureness == pytest.approx(0)


def test_it_stops_when_it_is_told_to_and_says_how_far_it_is():
    life = life_of(*alike(np.random.default_rng(1), 60, 0.5, 0.4))
    factors = tag_factors(life, NAMES)
    asked, heard = [], []
    assert associations(life, factors, cancelled=lambda: len(asked) >= 2 or bool(asked.append(1))) is None
    assert associations(life, factors, progress=heard.append) is not None
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_two_zones_in_a_day_and_the_change_of_the_clocks_stay_the_persons_days():
    noon = datetime(2026, 3, 20, 12, tzinfo=UTC)
    life = []
    for day in range(20):
        tags = ("walked",) if day % 2 else ()
        life.append(point(6 if day % 2 else 3, at=noon + timedelta(days=day), zone="Europe/Dublin", tags=tags))
        life.append(point(6 if day % 2 else 3, at=noon + timedelta(days=day, hours=1), zone="America/New_York"))
    (one,) = found_for(life)
    assert (one.difference, one.days_with, one.days_without) == (3, 10, 9)


def test_the_words_say_the_difference_and_never_a_cause():
    life = [point(8 if day % 3 == 0 else 2, day, tags=("work",) if day % 3 == 0 else ()) for day in range(60)]
    found = associations(life, tag_factors(life, NAMES))
    said = association_in_words(next(one for one in found if one.when is When.SAME_DAY))
    assert "On days with “work”, 6 of 10 more came through." in said
    assert "20 days with, 40 without" in said
    twin = associations_in_words(found)
    for word in ("because", "cause", "impact"):
        assert word not in " ".join([twin.summary, *(cell for row in twin.rows for cell in row)])
    flat = [point(4, day, tags=("work",) if day % 2 else ()) for day in range(40)]
    assert "could be chance" in associations_in_words(found_for(flat)).summary
    assert "Not enough yet" in associations_in_words([]).summary


def test_a_factor_of_days_long_ago_is_sound():
    long_ago = Factor("practice:x", "x", frozenset({date(1900, 1, 1), date(2026, 1, 2)}))
    life = [point(4, day) for day in range(30)]
    assert associations(life, [long_ago]) == []


@settings(deadline=None, max_examples=60)
@given(any_life(60))
def test_any_life_gives_sound_associations(life):
    sessions = [session(day) for day in range(0, 30, 3)]
    factors = tag_factors(life, NAMES) + practice_factors(sessions)
    for one in associations(life, factors, resamples=50):
        assert -10 <= one.low <= one.difference <= one.high <= 10
        assert 0 <= one.sureness <= 1
        assert one.days_with >= 3
        assert one.days_without >= 3
        assert association_in_words(one)
