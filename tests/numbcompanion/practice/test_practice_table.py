"""What CARE.md asks of each practice: its lengths, its cautions, its evidence, and that the senses come first."""

import pytest

from numbcompanion.practice.breath import Pacing
from numbcompanion.practice.scripts import WORDS_A_SECOND, Anchor, Eyes, LengthKind
from numbcompanion.practice.timer import TIMER

LENGTHS = {
    "breath-counting": "3, 5, 10",
    "coherent-breathing": "5, 10, 20",
    "box-breathing": "3, 5",
    "four-seven-eight": "4 breaths, 8 breaths",
    "cyclic-sigh": "1, 5",
    "body-scan": "5, 10, 20",
    "noticing-faint-feelings": "3, 8",
    "labelling": "3, 5",
    "five-senses": "2, 4",
    "kindness-from-afar": "5, 10, 15",
    "compassion-break": "2, 5",
    "rain": "5, 10",
    "mindful-walk": "5, 10, 20",
    "muscle-release": "5, 12",
    "one-song": "song",
    "savouring": "2, 5",
    "wave": "5, 10, 15",
    "cool-water": "1, 3",
    "safe-place": "4, 8",
    "orienting": "1, 3",
    "mindful-eating": "3, 6",
    "three-good-things": "3",
    "what-matters": "5, 10",
    "open-awareness": "5, 10, 20",
    "two-minutes-of-movement": "2",
    "make-a-mark": "2, 5",
}

# "≠" in CARE 3.2 (and the like, where it warns without the sign): words its cautions have to hold.
WARNED_OF = {
    "breath-counting": ("breath is not a good place", "count sounds"),
    "coherent-breathing": ("dizzy", "breathe as you usually do", "small and gentle"),
    "box-breathing": ("pregnant", "heart", "lung", "panic", "Without holding"),
    "four-seven-eight": ("pregnant", "heart", "lung", "panic", "Without holding", "Eight breaths are the most"),
    "cyclic-sigh": ("lightheaded", "stop"),
    "body-scan": ("far from your body", "not long ago", "Hands and feet only"),
    "noticing-faint-feelings": ("floods you", "stop"),
    "labelling": ("no need to argue",),
    "five-senses": ("all day",),
    "kindness-from-afar": ("grief", "shame", "animal", "child"),
    "compassion-break": ("slow down",),
    "rain": ("memories of violence",),
    "mindful-walk": ("balance", "traffic"),
    "muscle-release": ("hurts", "injured", "unease", "Stretch instead"),
    "one-song": ("lost", "fragile"),
    "savouring": ("not about counting yourself lucky",),
    "wave": ("hurt yourself", "to die", "Help now"),
    "cool-water": (
        *("heart disease", "low blood pressure", "beta-blockers", "eating disorder", "Raynaud", "welts from cold"),
        *("face out of the water", "Do not hold your breath", "no ice"),
    ),
    "safe-place": ("made you feel unsafe", "turns bad, open your eyes"),
    "orienting": ("dizzy",),
    "mindful-eating": ("eating is hard", "tea or the smell"),
    "three-good-things": ("No thanks are owed",),
    "what-matters": ("Help now",),
    "open-awareness": ("unreal", "psychosis", "first days", "Orienting", "five senses"),
    "two-minutes-of-movement": ("hurts",),
}


def test_every_practice_of_the_table_is_there_and_no_other(practices):
    assert len(LENGTHS) == 26
    assert set(practices) == set(LENGTHS)
    assert TIMER not in practices


def test_it_is_offered_in_every_length_of_the_table(script):
    assert [length.key for length in script.lengths] == LENGTHS[script.slug].split(", ")


@pytest.mark.parametrize("slug", WARNED_OF)
def test_its_cautions_are_said_before_it_begins(practices, slug):
    cautions = " ".join(practices[slug].cautions)
    for words in WARNED_OF[slug]:
        assert words in cautions


def test_every_practice_has_a_caution_a_purpose_and_a_summary(script):
    assert script.cautions
    assert script.purpose.startswith("For ")
    assert script.summary


def test_what_is_rated_a_or_b_names_a_source_that_was_read(script):
    assert script.evidence in ("A", "B", "A/B", "C")
    assert script.sources or script.evidence == "C"
    for source in script.sources:
        assert any(str(year) in source for year in range(1990, 2027)), source
        assert "umbness" in " ".join(script.sources), "it has to say that numbness was not tested"


def test_the_eyes_are_open_until_someone_likes_it_otherwise(script):
    assert script.eyes[0] is Eyes.OPEN
    assert script.usual().eyes is Eyes.OPEN
    if script.kind == "grounding":
        assert script.eyes == (Eyes.OPEN,)


def test_the_breath_is_never_the_first_anchor(script):
    assert not script.anchors or len(script.anchors) > 1
    assert script.anchors[:1] != (Anchor.BREATH,) or script.kind == "breath"


def test_where_the_breath_is_an_anchor_hands_or_sounds_are_one_too(script):
    assert Anchor.BREATH not in script.anchors or {Anchor.HANDS, Anchor.SOUND} & {*script.anchors}


def test_without_a_choice_no_breath_is_held(script):
    usual = script.pacing(script.usual().variant)
    assert usual is None or not usual.pattern.holds
    paced = [script.pacing(option.key) for option in script.variants]
    holding = [pacing.pattern.holds for pacing in paced if isinstance(pacing, Pacing)]
    assert holding == sorted(holding), "those without holding come first"


def test_only_practices_of_the_breath_pace_it(script):
    assert not script.pacings or script.kind == "breath"


def test_only_those_that_do_not_turn_inward_are_called_grounding(practices):
    grounding = {script.slug for script in practices.values() if script.kind == "grounding"}
    assert grounding >= {"orienting", "five-senses", "cool-water"}
    assert not grounding & {"body-scan", "safe-place", "open-awareness"}


@pytest.mark.parametrize(
    ("slug", "variants"),
    [
        ("box-breathing", ["no-hold", "holds"]),
        ("four-seven-eight", ["no-hold", "half", "holds"]),
        ("body-scan", ["whole", "hands-and-feet"]),
        ("muscle-release", ["release", "active"]),
        ("mindful-eating", ["tea-or-smell", "bite"]),
        ("cool-water", ["wrists", "cloth"]),
        ("two-minutes-of-movement", ["standing", "seated"]),
    ],
)
def test_the_variants_of_the_table_can_be_chosen(practices, slug, variants):
    assert [option.key for option in practices[slug].variants] == variants
    assert all(option.label for option in practices[slug].variants)


@pytest.mark.parametrize(
    ("slug", "variant", "pattern"),
    [
        ("coherent-breathing", "", "in 5.45, out 5.45"),
        ("box-breathing", "no-hold", "in 4, out 4"),
        ("box-breathing", "holds", "in 4, hold 4, out 4, rest 4"),
        ("four-seven-eight", "no-hold", "in 4, out 8"),
        ("four-seven-eight", "half", "in 2, hold 3.5, out 4"),
        ("four-seven-eight", "holds", "in 4, hold 7, out 8"),
        ("cyclic-sigh", "", "in 2, top-up 1, out 6"),
    ],
)
def test_the_breath_is_paced_as_the_table_says(practices, slug, variant, pattern):
    assert str(practices[slug].pacing(variant).pattern) == pattern


def test_the_coherent_breath_grows_from_four_and_four_over_a_minute(practices):
    pacing = practices["coherent-breathing"].pacing("")
    assert (str(pacing.begin), pacing.ramp_s) == ("in 4, out 4", 60.0)


def test_what_else_the_table_asks_for_is_there(practices):
    assert practices["breath-counting"].bell_every_s == 60
    assert len(practices["kindness-from-afar"].phrases) == 4
    assert len(practices["compassion-break"].phrases) == 1
    whole = [part for part in practices["body-scan"].sections if part.when.key == "whole"]
    assert len(whole) == 12
    groups = {"Hands", "Arms", "Shoulders", "Face", "Belly", "Legs", "Feet"}
    assert groups <= {part.title for part in practices["muscle-release"].sections}
    asked = {ask.name: ask for ask in _asks(practices["what-matters"])}
    assert len(asked["area"].choices) == 8
    assert all(ask.numbers and len(ask.choices) == 11 for ask in _asks(practices["wave"]))
    assert len(_asks(practices["wave"])) >= 4


def test_the_words_leave_room_for_silence(script):
    for length in script.lengths:
        if length.kind is LengthKind.MINUTES and length.count >= 5:
            words = sum(len(caption.text.split()) for caption in script.captions())
            ways = max(1, len(script.variants))
            assert words / ways / WORDS_A_SECOND < 0.6 * length.count * 60


def _asks(script):
    return [step for section in script.sections for step in section.steps if hasattr(step, "choices")]
