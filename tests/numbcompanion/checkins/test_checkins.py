import math
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from numbcompanion.checkins.quiet_line import quiet_line
from numbcompanion.checkins.records import CheckInDraft
from numbcompanion.checkins.words import MUTED, feeling_words, words_near
from numbcompanion.errors import UsageError


def test_nothing_and_cant_tell_are_two_answers(companion):
    companion.checkins.save(CheckInDraft(depth=0))
    companion.checkins.save(CheckInDraft(depth=None))
    assert [point.depth for point in companion.checkins.depths()] == [0, None]


def test_everything_said_comes_back(companion, clock):
    draft = CheckInDraft(depth=3, pleasantness=-1.5, energy=2.0, words=("tired", "raw"), note="a line")
    saved = companion.checkins.save(draft)
    assert companion.checkins.newest() == [saved]
    assert (saved.depth, saved.pleasantness, saved.energy) == (3, -1.5, 2.0)
    assert (saved.words, saved.note) == (("tired", "raw"), "a line")
    assert (saved.moment.at, saved.moment.zone_name) == (clock.now(), "Europe/Dublin")


def test_a_removed_check_in_comes_back_with_undo(companion):
    saved = companion.checkins.save(CheckInDraft(depth=3))
    companion.checkins.delete(saved.id)
    assert companion.checkins.depths() == []
    companion.checkins.restore(saved.id)
    assert [point.id for point in companion.checkins.depths()] == [saved.id]


def test_the_night_belongs_to_the_day_before(companion, clock):
    clock.set(datetime(2026, 11, 24, 2, 30, tzinfo=UTC))
    assert companion.checkins.save(CheckInDraft(depth=3)).moment.local_date == date(2026, 11, 23)


def test_the_day_of_a_check_in_is_not_computed_again_after_travel(companion, clock):
    companion.checkins.save(CheckInDraft(depth=3))
    clock.travel("Pacific/Auckland")
    assert companion.checkins.newest()[0].moment.local_date == date(2026, 11, 23)
    assert companion.checkins.newest()[0].moment.zone_name == "Europe/Dublin"


def test_a_clock_set_back_a_day_still_saves_and_nothing_is_overwritten(companion, clock):
    first = companion.checkins.save(CheckInDraft(depth=3))
    clock.set(clock.now() - timedelta(days=1))
    second = companion.checkins.save(CheckInDraft(depth=4))
    assert {point.id for point in companion.checkins.depths()} == {first.id, second.id}


@pytest.mark.parametrize(
    "draft",
    [
        CheckInDraft(depth=11),
        CheckInDraft(depth=-1),
        CheckInDraft(depth=3, pleasantness=math.nan),
        CheckInDraft(depth=3, energy=math.inf),
        CheckInDraft(depth=3, pleasantness=5.1),
        CheckInDraft(depth=3, words=("a", "b", "c", "d")),
        CheckInDraft(depth=3, at=datetime(2026, 11, 24, 19, 42, tzinfo=UTC)),
        CheckInDraft(depth=3, at=datetime(1899, 12, 31, tzinfo=UTC)),
        CheckInDraft(depth=3, at=datetime(2026, 11, 1)),
    ],
)
def test_what_makes_no_sense_gets_a_sentence_and_is_not_kept(companion, draft):
    with pytest.raises(UsageError) as caught:
        companion.checkins.save(draft)
    assert str(caught.value).endswith(".")
    assert companion.checkins.depths() == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=())), st.lists(st.text(max_size=80), max_size=3))
def test_any_text_is_kept_or_cleaned(companion, note, words):
    saved = companion.checkins.save(CheckInDraft(depth=1, note=note, words=tuple(words)))
    assert companion.checkins.newest() == [saved]
    if all(character.isprintable() for character in note):
        assert saved.note == note


def test_a_note_of_a_million_characters_is_kept(companion):
    note = "né שלום 🌧 " * 100_000
    assert companion.checkins.save(CheckInDraft(depth=1, note=note)).note == note
    assert companion.checkins.newest()[0].note == note


def test_words_near_a_point_always_have_two_muted_ones():
    words = feeling_words()
    assert len(words) == 143
    for point in [(-5, -5), (5, 5), (0, 0), (4, -4), None]:
        near = words_near(words, point)
        assert len({word.word for word in near}) == 12
        assert sum(word.family == MUTED for word in near) == 2


def test_nearer_words_come_first():
    near = words_near(feeling_words(), (-3.0, -2.0))
    away = [(word.pleasantness + 3) ** 2 + (word.energy + 2) ** 2 for word in near]
    assert away == sorted(away)
    assert "lonely" in {word.word for word in near}


def test_every_word_has_a_gloss_and_a_place_on_the_map():
    for word in feeling_words():
        assert word.gloss
        assert abs(word.pleasantness) <= 5
        assert abs(word.energy) <= 5


def test_the_quiet_line_tells_nothing_from_cant_tell():
    assert quiet_line(0) != quiet_line(None)
    assert "!" not in quiet_line(0) + quiet_line(None) + quiet_line(9)
