import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from numbcompanion.checkins.records import MOST_AROUND, Around, CheckInDraft, GroupKind, Unit
from numbcompanion.companion import Companion
from numbcompanion.errors import UsageError


def group(companion, kind):
    return next(group for group in companion.tags.groups() if group.kind is kind)


def named(companion, name):
    return next(tag for group in companion.tags.groups() for tag in group.tags if tag.name == name)


def offered(companion):
    return [tag.name for group in companion.tags.groups() for tag in group.tags]


def test_the_first_groups_are_made_once(companion, clock, key_store):
    first = companion.tags.groups()
    assert [each.kind for each in first] == [kind for kind in GroupKind if kind is not GroupKind.OWN]
    assert all(each.tags for each in first)
    other = Companion(companion.home, clock, [key_store])
    other.open()
    assert other.tags.groups() == first
    other.close()


def test_hours_of_sleep_are_an_amount(companion):
    slept = companion.tags.hours_slept()
    assert slept.unit is Unit.HOURS
    companion.tags.rename(slept.id, "asleep")
    assert companion.tags.hours_slept().id == slept.id
    saved = companion.checkins.save(CheckInDraft(depth=3, around=(Around(slept.id, 6.5),)))
    assert companion.checkins.by_id(saved.id).around == (Around(slept.id, 6.5),)


def test_hours_of_sleep_come_back_when_they_were_taken_away(companion):
    slept = companion.tags.hours_slept()
    companion.tags.remove(slept.id)
    assert companion.tags.hours_slept().id == slept.id


def test_hours_of_sleep_are_made_anew_when_another_tag_has_their_name(companion):
    slept = companion.tags.hours_slept()
    companion.tags.remove(slept.id)
    companion.tags.rename(named(companion, "nap").id, slept.name)
    again = companion.tags.hours_slept()
    assert (again.unit, again.name == slept.name) == (Unit.HOURS, False)
    assert companion.tags.hours_slept() == again


def test_a_new_tag_is_the_last_of_its_group(companion):
    doing = group(companion, GroupKind.DOING)
    tag = companion.tags.add(doing.id, "  the   loom ")
    assert tag.name == "the loom"
    assert group(companion, GroupKind.DOING).tags == (*doing.tags, tag)


def test_a_group_can_be_added_and_renamed(companion):
    own = companion.tags.add_group("weather")
    assert companion.tags.add_group("Weather") == own
    tag = companion.tags.add(own.id, "rain")
    companion.tags.rename_group(own.id, "sky")
    last = companion.tags.groups()[-1]
    assert (last.name, last.kind, last.tags) == ("sky", GroupKind.OWN, (tag,))


def test_one_name_in_other_case_or_composition_is_one_tag(companion):
    place = group(companion, GroupKind.PLACE)
    composed = unicodedata.normalize("NFC", "Café Ärger")
    tag = companion.tags.add(place.id, composed)
    for writing in (unicodedata.normalize("NFD", composed), composed.upper(), f" {composed.lower()} "):
        assert companion.tags.add(place.id, writing) == tag
    assert offered(companion).count(composed) == 1


@pytest.mark.parametrize("name", ["", "   ", "x" * 5000, "\x00"])
def test_a_name_that_cannot_be_kept_gets_a_sentence(companion, name):
    place = group(companion, GroupKind.PLACE)
    with pytest.raises(UsageError) as caught:
        companion.tags.add(place.id, name)
    assert str(caught.value).endswith(".")
    assert len(str(caught.value)) < 120


def test_what_is_not_there_gets_a_sentence(companion):
    companion.tags.groups()
    for wrong in (
        lambda: companion.tags.add("no group", "loom"),
        lambda: companion.tags.rename("no tag", "loom"),
        lambda: companion.tags.merge("no tag", "other"),
        lambda: companion.checkins.save(CheckInDraft(depth=1, around=(Around("no tag"),))),
    ):
        with pytest.raises(UsageError, match="not there any more"):
            wrong()


def test_renaming_reaches_the_past(companion):
    tag = named(companion, "crowds")
    saved = companion.checkins.save(CheckInDraft(depth=3, around=(Around(tag.id),)))
    companion.tags.rename(tag.id, "many people")
    around = companion.checkins.by_id(saved.id).around
    assert companion.tags.names([near.tag_id for near in around]) == {tag.id: "many people"}


def test_a_name_that_another_tag_has_is_refused_but_a_new_writing_of_its_own_is_not(companion):
    tag = named(companion, "crowds")
    with pytest.raises(UsageError, match="Merge the two"):
        companion.tags.rename(tag.id, "MUSIC")
    assert companion.tags.rename(tag.id, "Crowds").name == "Crowds"


def test_merging_makes_one_of_two_in_the_past_and_can_be_undone(companion):
    walked, music = named(companion, "walked"), named(companion, "music")
    saved = companion.checkins.save(CheckInDraft(depth=3, around=(Around(music.id), Around(walked.id))))
    only = companion.checkins.save(CheckInDraft(depth=3, around=(Around(music.id),)))
    companion.tags.merge(into=walked.id, other=music.id)
    assert "music" not in offered(companion)
    assert companion.checkins.by_id(saved.id).around == (Around(walked.id),)
    assert [point.around for point in companion.checkins.all_points()] == [(Around(walked.id),)] * 2
    assert companion.tags.names([music.id]) == {music.id: "walked"}
    assert companion.tags.add(walked.group_id, "Music").id == walked.id
    companion.tags.restore(music.id)
    assert companion.checkins.by_id(only.id).around == (Around(music.id),)
    assert companion.checkins.by_id(saved.id).around == (Around(music.id), Around(walked.id))


def test_merging_goes_on_from_what_was_merged(companion):
    names = ("walked", "music", "crowds")
    a, b, c = (named(companion, name) for name in names)
    saved = companion.checkins.save(CheckInDraft(depth=3, around=(Around(a.id),)))
    companion.tags.merge(into=b.id, other=a.id)
    companion.tags.merge(into=c.id, other=b.id)
    assert companion.checkins.by_id(saved.id).around == (Around(c.id),)
    companion.tags.restore(b.id)
    assert companion.checkins.by_id(saved.id).around == (Around(b.id),)


def test_merging_keeps_the_amount_that_was_given(companion):
    drinks = named(companion, "drinks")
    glass = companion.tags.add(drinks.group_id, "wine", Unit.DRINKS)
    around = (Around(drinks.id), Around(glass.id, 2.0))
    saved = companion.checkins.save(CheckInDraft(depth=3, around=around))
    companion.tags.merge(into=drinks.id, other=glass.id)
    assert companion.checkins.by_id(saved.id).around == (Around(drinks.id, 2.0),)


def test_a_tag_is_not_merged_with_itself_or_with_one_taken_away(companion):
    walked, music = named(companion, "walked"), named(companion, "music")
    with pytest.raises(UsageError, match="with itself"):
        companion.tags.merge(walked.id, walked.id)
    companion.tags.remove(music.id)
    with pytest.raises(UsageError, match="not there any more"):
        companion.tags.merge(music.id, walked.id)
    assert "walked" in offered(companion)


def test_a_tag_taken_away_stays_in_the_past_and_comes_back(companion):
    tag = named(companion, "crowds")
    saved = companion.checkins.save(CheckInDraft(depth=3, around=(Around(tag.id),)))
    companion.tags.remove(tag.id)
    assert "crowds" not in offered(companion)
    assert companion.checkins.by_id(saved.id).around == (Around(tag.id),)
    assert companion.tags.names()[tag.id] == "crowds"
    assert companion.tags.add(tag.group_id, "CROWDS").id == tag.id
    companion.tags.remove(tag.id)
    companion.tags.restore(tag.id)
    assert "crowds" in offered(companion)


def test_a_tag_whose_name_was_given_on_says_so_when_it_comes_back(companion):
    tag = named(companion, "crowds")
    companion.tags.remove(tag.id)
    companion.tags.rename(named(companion, "music").id, "crowds")
    with pytest.raises(UsageError, match="cannot come back"):
        companion.tags.restore(tag.id)


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), -1.0, 24.5])
def test_an_amount_that_cannot_be_gets_a_sentence(companion, amount):
    slept = companion.tags.hours_slept()
    with pytest.raises(UsageError, match="24"):
        companion.checkins.save(CheckInDraft(depth=3, around=(Around(slept.id, amount),)))
    assert companion.checkins.depths() == []


def test_a_tag_said_twice_goes_once_with_its_amount(companion):
    drinks = named(companion, "drinks")
    around = (Around(drinks.id), Around(drinks.id, 2.0), Around(drinks.id, 3.0))
    assert companion.checkins.save(CheckInDraft(depth=3, around=around)).around == (Around(drinks.id, 2.0),)


def test_ten_thousand_tags_are_kept_and_too_many_on_one_check_in_are_said(companion):
    tags = companion.tags.named(f"tag {i}" for i in range(10_000))
    assert len(offered(companion)) > 10_000
    assert len(companion.tags.names()) > 10_000
    with pytest.raises(UsageError, match=str(MOST_AROUND)):
        companion.checkins.save(CheckInDraft(depth=3, around=tuple(Around(tag.id) for tag in tags)))
    some = tuple(Around(tag.id) for tag in tags[:MOST_AROUND])
    assert companion.checkins.save(CheckInDraft(depth=3, around=some)).around == some


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=70))
def test_any_name_is_kept_or_said_and_found_again(companion, name):
    place = group(companion, GroupKind.PLACE)
    try:
        tag = companion.tags.add(place.id, name)
    except UsageError:
        return
    assert companion.tags.add(place.id, name) == tag
    assert companion.tags.names([tag.id]) == {tag.id: tag.name}
