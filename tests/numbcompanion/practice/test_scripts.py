"""Guided practices: how they can be done, and what counts then."""

import pytest

from numbcompanion.practice.plans import Caption
from numbcompanion.practice.script_plan import script_plan
from numbcompanion.practice.script_shelf import load_scripts
from numbcompanion.practice.scripts import (
    Anchor,
    Choices,
    Condition,
    Eyes,
    Length,
    LengthKind,
    Option,
    Say,
)

MANY_WAYS = {
    "minutes": "2, 10",
    "eyes": "open, soft, closed",
    "anchors": "hands, feet",
    "more": "variant: no-hold = Without holding\nvariant: holds = With holding",
}


@pytest.fixture
def many_ways(written):
    return written("## One\nLook.\n...\n", **MANY_WAYS)


def test_the_shipped_practices_all_load():
    shelf = load_scripts()
    assert shelf.broken == ()
    assert shelf.find("orienting")
    assert shelf.find("no such practice") is None


def test_orienting_says_what_it_is_for_and_keeps_the_eyes_open(practices):
    orienting = practices["orienting"]
    assert orienting.eyes == (Eyes.OPEN,)
    assert orienting.evidence == "C"
    assert orienting.lengths == (Length(LengthKind.MINUTES, 1), Length(LengthKind.MINUTES, 3))
    assert orienting.cautions
    assert orienting.sources
    words = " ".join(caption.text for caption in orienting.captions())
    for part in ("turn slowly", "ways out", "colours", "three things that have not changed", "feet", "your name"):
        assert part in words


@pytest.mark.parametrize(
    ("length", "key"),
    [
        (Length(LengthKind.MINUTES, 5), "5"),
        (Length(LengthKind.BREATHS, 4), "4 breaths"),
        (Length(LengthKind.SONG), "song"),
    ],
)
def test_a_length_is_written_down_in_a_word(length, key):
    assert length.key == key


def test_what_nobody_chooses_is_the_first_variant_and_anchor_with_open_eyes(many_ways):
    assert many_ways.usual() == Choices(Length(LengthKind.MINUTES, 2), "no-hold", "hands", Eyes.OPEN)
    assert many_ways.variants == (Option("no-hold", "Without holding"), Option("holds", "With holding"))


@pytest.mark.parametrize(
    ("minutes", "usual"), [("1", "1"), ("1, 3", "3"), ("2, 4, 20", "2"), ("3, 5", "3"), ("5, 10", "5")]
)
def test_nobody_has_to_choose_more_than_three_minutes_where_there_is_that(written, minutes, usual):
    assert written("## One\nLook.\n...\n", minutes=minutes).usual().length.key == usual


def test_where_there_is_nothing_to_choose_the_choice_is_empty(written):
    usual = written("## One\nLook.\n...\n").usual()
    assert (usual.variant, usual.anchor, usual.eyes) == ("", "", Eyes.OPEN)


def test_every_way_of_doing_it_is_given_once(many_ways):
    ways = list(many_ways.every_choice())
    assert len(ways) == len(set(ways)) == 2 * 2 * 2 * 3
    assert {way.eyes for way in ways} == {*Eyes}
    assert many_ways.usual() in ways


def test_kept_choices_come_back(many_ways):
    for choices in many_ways.every_choice():
        assert many_ways.from_kept(choices.kept()) == choices


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"length": "7", "variant": "gone", "anchor": "breath", "eyes": "shut"},
        {"length": 2, "variant": None, "anchor": ["hands"], "eyes": {}},
        {"minutes": 10, "new": "thing"},
    ],
)
def test_what_is_not_offered_any_more_falls_back_to_the_usual(many_ways, kept):
    assert many_ways.from_kept(kept) == many_ways.usual()


def test_what_still_is_offered_is_kept_beside_what_is_not(many_ways):
    choices = many_ways.from_kept({"length": "10", "variant": "gone", "anchor": "feet", "eyes": "soft"})
    assert choices == Choices(Length(LengthKind.MINUTES, 10), "no-hold", "feet", Eyes.SOFT)


@pytest.mark.parametrize(
    ("condition", "chosen", "holds"),
    [
        (Condition(), (), True),
        (Condition("breath"), ("breath",), True),
        (Condition("breath"), ("hands",), False),
        (Condition("breath", negated=True), ("hands",), True),
        (Condition("breath", negated=True), ("breath",), False),
    ],
)
def test_a_condition_holds_with_what_is_chosen(condition, chosen, holds):
    assert condition.holds(chosen) is holds


@pytest.mark.parametrize(("count", "holds"), [(9, False), (10, True), (20, True)])
def test_from_ten_counts_for_lengths_of_ten_and_more(count, holds):
    assert Condition("from-10").holds(Choices(Length(LengthKind.MINUTES, count)).keys) is holds


def test_a_caption_stays_as_long_as_slow_reading_takes():
    assert Say("Look.").lasts_s() == 3.0
    assert Say("one two three four five six seven eight nine ten eleven").lasts_s() == pytest.approx(6.0)
    assert Say("one two three four five six seven eight nine ten eleven").lasts_s(1.1) == pytest.approx(11.0)


def test_own_phrases_take_the_place_of_ours_and_an_empty_one_does_not(written):
    script = written("## One\n{phrase 1}\n{phrase 2}\n...\n", more="phrase: May you rest.\nphrase: May you eat.")
    own = script.with_phrases(["", "May you sleep.", "one too many"])
    assert own.phrases == ("May you rest.", "May you sleep.")
    assert script.with_phrases([]).phrases == script.phrases
    said = [cue.text for cue in script_plan(own, own.usual()).cues if isinstance(cue, Caption)]
    assert said == ["May you rest.", "May you sleep."]


def test_captions_are_counted_from_one_in_the_order_of_the_file(many_ways, practices):
    assert [caption.number for caption in many_ways.captions()] == [1]
    for script in practices.values():
        assert [caption.number for caption in script.captions()] == list(range(1, len(script.captions()) + 1))


def test_the_keys_of_a_way_are_its_choices(many_ways):
    keys = Choices(Length(LengthKind.MINUTES, 2), "holds", "feet", Eyes.SOFT).keys
    assert set(keys) == {"holds", Anchor.FEET, "soft", "from-1", "from-2"}
