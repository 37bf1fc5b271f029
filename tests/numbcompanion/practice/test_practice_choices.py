"""What a person chose about practices outlives the evening: presets, phrases, rules."""

import pytest

from numbcompanion.companion import Companion
from numbcompanion.errors import UsageError
from numbcompanion.practice.breath import BreathPattern, Pacing
from numbcompanion.practice.breath_presets import BreathPreset
from numbcompanion.practice.practice_choices import MOST, TimerPreset
from numbcompanion.practice.router import OwnRules, Router
from numbcompanion.practice.timer import TimerSettings

EVENING = TimerSettings(20, 30, None, (5, 12), 2, False)
SLOW = Pacing(BreathPattern.parse("in 5, out 7"), BreathPattern.parse("in 4, out 4"), 90.0)


@pytest.fixture
def choices(companion):
    return companion.practice_choices


@pytest.fixture
def reopened(companion, clock, key_store):
    """Close the home, open it again, and give what is kept in it."""
    opened = []

    def reopened():
        companion.close()
        opened.append(Companion(companion.home, clock, [key_store]))
        opened[-1].open()
        return opened[-1].practice_choices

    yield reopened
    for again in opened:
        again.close()


def preset(title, pacing=SLOW):
    return BreathPreset("", title, pacing, own=True)


def test_nothing_is_there_at_first(choices):
    assert choices.timers() == []
    assert choices.breaths() == []
    assert choices.phrases("compassion-break") == ()
    assert choices.rules() == {}


def test_everything_is_there_after_closing_and_opening_the_home(choices, reopened):
    choices.keep_timer("Evening 🌙", EVENING)
    choices.keep_breath(preset("Slow"))
    choices.keep_phrases("kindness-from-afar", ["May you rest.", "", "Möge es leicht sein."])
    choices.keep_rules("tense", OwnRules(("rain",), ("make-a-mark", "mine")))
    again = reopened()
    assert again.timers() == [TimerPreset("Evening 🌙", EVENING)]
    assert again.breaths() == [BreathPreset("Slow", "Slow", SLOW, own=True)]
    assert again.phrases("kindness-from-afar") == ("May you rest.", "", "Möge es leicht sein.")
    assert again.phrases("compassion-break") == ()
    assert again.rules() == {"tense": OwnRules(("rain",), ("make-a-mark", "mine"))}


def test_own_rules_and_phrases_are_used(choices, practices):
    rules = choices.keep_rules("unknown", OwnRules(("orienting",), ("rain",)))
    router = Router.from_resources(rules)
    assert router.route("unknown", practices, {})[0].offer.practice == "rain"
    choices.keep_phrases("compassion-break", ["Hard, and all the same here."])
    script = practices["compassion-break"].with_phrases(choices.phrases("compassion-break"))
    assert script.phrases == ("Hard, and all the same here.",)


def test_presets_come_by_name_and_one_of_the_same_name_is_replaced(choices):
    for name in ("zazen", "Evening", "dawn"):
        found = choices.keep_timer(name, TimerSettings())
    assert [one.name for one in found] == ["dawn", "Evening", "zazen"]
    choices.keep_timer("dawn", EVENING)
    assert choices.timers()[0] == TimerPreset("dawn", EVENING)
    assert len(choices.timers()) == 3


def test_what_was_forgotten_is_gone_and_what_is_unknown_is_no_trouble(choices):
    choices.keep_timer("Evening", EVENING)
    choices.keep_breath(preset("Slow"))
    assert choices.forget_timer("Evening") == []
    assert choices.forget_breath("Slow") == []
    assert choices.forget_timer("never there") == []
    assert choices.forget_breath("never there") == []


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("  Evening \n sit ", "Evening sit"),
        ("x" * 200, "x" * 60),
        ("x" * 59 + " y", "x" * 59),
        ("\tשלום\t🌙 ", "שלום 🌙"),
    ],
)
def test_names_are_trimmed_and_can_be_forgotten_as_they_are_shown(choices, name, kept):
    assert [one.name for one in choices.keep_timer(name, EVENING)] == [kept]
    [breath] = choices.keep_breath(preset(name))
    assert breath.title == breath.key == kept
    assert choices.forget_timer(kept) == []
    assert choices.forget_breath(breath.title) == []


@pytest.mark.parametrize("name", ["", "   ", "\n\t"])
def test_without_a_name_nothing_is_kept(choices, name):
    for keep in (lambda: choices.keep_timer(name, EVENING), lambda: choices.keep_breath(preset(name))):
        with pytest.raises(UsageError, match="It needs a name"):
            keep()
    assert choices.timers() == choices.breaths() == []


def test_a_timer_that_cannot_be_is_not_kept(choices):
    with pytest.raises(UsageError, match="one minute to three hours"):
        choices.keep_timer("Long", TimerSettings(minutes=999))
    assert choices.timers() == []


def test_more_than_fifty_are_refused_in_a_sentence_and_fifty_are_kept(choices):
    assert MOST == 50
    for number in range(MOST):
        choices.keep_timer(f"sit {number}", EVENING)
    with pytest.raises(UsageError, match=r"room for 50 of these\. Forget one first"):
        choices.keep_timer("one too many", EVENING)
    assert len(choices.timers()) == MOST
    assert len(choices.keep_timer("sit 7", TimerSettings())) == MOST
    choices.forget_timer("sit 0")
    assert len(choices.keep_timer("one more", EVENING)) == MOST
    choices.keep_breath(preset("Slow"))


@pytest.mark.parametrize("broken", [None, 5, "text", [], ["a"], True, 1.5])
def test_a_kept_value_that_is_broken_as_a_whole_is_as_if_nothing_was_kept(companion, choices, broken):
    for name in ("practice_timers", "practice_breaths", "practice_phrases", "practice_rules"):
        companion.store.set_state(name, broken)
    assert choices.timers() == choices.breaths() == []
    assert choices.phrases("rain") == ()
    assert choices.rules() == {}
    assert choices.keep_timer("Evening", EVENING) == [TimerPreset("Evening", EVENING)]


@pytest.mark.parametrize(
    "broken",
    [None, 5, "text", ["minutes"], {}, {"minutes": "ten"}, {"end_bells": 1.5}, {"minutes": 2.5}, {"at_minutes": 7}],
)
def test_a_timer_that_is_broken_falls_back_to_the_usual_one(companion, choices, broken):
    companion.store.set_state("practice_timers", {"Broken": broken, "Evening": EVENING.kept()})
    assert choices.timers() == [TimerPreset("Broken", TimerSettings()), TimerPreset("Evening", EVENING)]


@pytest.mark.parametrize(
    "broken",
    [None, 5, "text", ["pattern"], {}, {"pattern": "in 0, out 4"}, {"pattern": "in 4, out 4", "begin": "in 4, out 6"}],
)
def test_a_breath_that_is_broken_is_left_out_and_the_others_stay(companion, choices, broken):
    companion.store.set_state("practice_breaths", {"Broken": broken, "Slow": preset("Slow").kept()})
    assert [one.title for one in choices.breaths()] == ["Slow"]


def test_broken_phrases_and_rules_fall_back(companion, choices):
    companion.store.set_state("practice_phrases", {"a": None, "b": 5, "c": "text", "d": ["x", 5]})
    assert [choices.phrases(practice) for practice in "abcd"] == [(), (), (), ("x", "5")]
    kept = {"a": None, "b": [], "c": {"left_out": None, "added": "text"}, "d": {"added": ["rain", 5]}}
    companion.store.set_state("practice_rules", kept)
    assert choices.rules() == {"c": OwnRules(), "d": OwnRules((), ("rain", "5"))}
