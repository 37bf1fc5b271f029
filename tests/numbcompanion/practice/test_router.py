"""How is it now? Two or three practices that fit, and why."""

import pytest

from numbcompanion.practice.helped import Helped
from numbcompanion.practice.router import SHOWN, Offer, OwnRules, Router
from numbcompanion.practice.scripts import Eyes
from numbcompanion.practice.timer import TIMER

STATES = ("shut-down", "overloaded", "unreal", "flat", "tense", "unknown")
INWARD = ("body-scan", "safe-place", "open-awareness", "rain", "kindness-from-afar", "noticing-faint-feelings")


@pytest.fixture
def router():
    return Router.from_resources()


@pytest.fixture
def known(practices):
    return {*practices, TIMER}


def routed(router, key, known, helped=None, most=SHOWN):
    return [suggestion.offer.practice for suggestion in router.route(key, known, helped or {}, most)]


def test_the_states_are_those_of_the_question(router):
    assert tuple(state.key for state in router.states) == STATES
    assert all(state.title and state.about for state in router.states)
    with pytest.raises(KeyError):
        router.state("happy")


@pytest.mark.parametrize("key", STATES)
def test_two_or_three_are_suggested_each_with_its_reason(router, known, key):
    suggestions = router.route(key, known, {})
    assert 2 <= len(suggestions) <= 3
    assert len({suggestion.offer.practice for suggestion in suggestions}) == len(suggestions)
    assert all(suggestion.offer.why and not suggestion.helped for suggestion in suggestions)


@pytest.mark.parametrize("key", STATES)
def test_every_offer_can_be_done_as_it_says(router, practices, key):
    for offer in router.state(key).offers:
        if offer.practice == TIMER:
            assert 1 <= int(offer.length) <= 180
            assert offer.variant == ""
            continue
        script = practices[offer.practice]
        assert offer.length in [length.key for length in script.lengths], offer
        assert offer.variant in ["", *(option.key for option in script.variants)], offer
        kept = script.from_kept({"length": offer.length, "variant": offer.variant})
        assert kept.length.key == offer.length
        assert kept.eyes is Eyes.OPEN


@pytest.mark.parametrize("key", STATES)
def test_only_what_is_known_is_suggested(router, known, key):
    offers = [offer.practice for offer in router.state(key).offers]
    assert routed(router, key, set()) == []
    assert routed(router, key, {offers[-1]}) == [offers[-1]]
    assert routed(router, key, known - {offers[0]}) == offers[1:4]


@pytest.mark.parametrize("key", STATES)
def test_the_senses_come_before_the_breath_and_nothing_holds_it(router, practices, known, key):
    offers = router.state(key).offers
    paces = [offer.practice in practices and practices[offer.practice].kind == "breath" for offer in offers]
    assert not paces[0]
    assert True not in paces or paces.index(False) < paces.index(True)
    for offer, is_paced in zip(offers, paces, strict=True):
        if is_paced:
            script = practices[offer.practice]
            assert not script.pacing(offer.variant or script.usual().variant).pattern.holds
    assert practices.get(routed(router, key, known)[0]) is None or not paces[0]


def test_where_things_seem_unreal_nothing_leads_inward_or_closes_the_eyes(router, practices, known):
    for offer in router.state("unreal").offers:
        assert offer.practice not in INWARD
        assert practices[offer.practice].eyes == (Eyes.OPEN,)
        assert practices[offer.practice].kind in ("grounding", "movement")
    assert "eyes open" in router.state("unreal").note
    assert routed(router, "unreal", known)[0] == "five-senses"


def test_not_even_what_helped_elsewhere_leads_inward_where_things_seem_unreal(router, known):
    helped = {practice: Helped(9, 5.0) for practice in INWARD}
    assert not {*routed(router, "unreal", known, helped, most=9)} & {*INWARD}


def test_the_tense_are_offered_something_to_do_before_something_to_let_be(router, known):
    assert routed(router, "tense", known)[:2] == ["muscle-release", "mindful-walk"]


def test_too_much_is_met_with_little_and_the_body_with_hands_and_feet_only(router):
    offers = {offer.practice: offer for offer in router.state("overloaded").offers}
    assert offers["body-scan"].variant == "hands-and-feet"
    assert offers["four-seven-eight"].variant == "no-hold"
    assert next(iter(offers)) == TIMER


def test_not_knowing_begins_with_one_or_two_minutes(router):
    assert {offer.length for offer in router.state("unknown").offers} <= {"1", "2"}


def test_flat_for_weeks_is_worth_telling_a_doctor(router):
    assert "doctor" in router.state("flat").note


@pytest.mark.parametrize("key", STATES)
def test_the_same_answers_always_give_the_same(known, key):
    helped = {"orienting": Helped(4, 1.5), "cool-water": Helped(2, 1.5), "five-senses": Helped(9, 0.5)}
    first = Router.from_resources().route(key, sorted(known), helped)
    again = Router.from_resources().route(key, sorted(known, reverse=True), dict(reversed(helped.items())))
    assert first == again


def test_what_has_helped_comes_first_and_says_so(router, known):
    usual = routed(router, "shut-down", known)
    suggestions = router.route("shut-down", known, {"one-song": Helped(3, 2.0), "mindful-walk": Helped(2, 0.5)})
    assert [s.offer.practice for s in suggestions] == ["one-song", "mindful-walk", usual[0]]
    assert "2 of 10, 3 times" in suggestions[0].helped
    assert suggestions[2].helped == ""


@pytest.mark.parametrize("helped", [Helped(1, 9.0), Helped(50, 0.49), Helped(5, 0.0), Helped(5, -3.0)])
def test_too_little_to_go_by_changes_nothing(router, known, helped):
    usual = router.route("shut-down", known, {})
    assert router.route("shut-down", known, {"mindful-walk": helped, "orienting": helped}) == usual


def test_of_two_that_helped_as_much_the_more_fitting_comes_first(router, known):
    helped = {"mindful-walk": Helped(2, 1.0), "cool-water": Helped(8, 1.0)}
    assert routed(router, "shut-down", known, helped)[:2] == ["cool-water", "mindful-walk"]


def test_what_was_left_out_is_never_offered(known):
    router = Router.from_resources({"tense": OwnRules(left_out=("muscle-release", "cyclic-sigh"))})
    assert not {"muscle-release", "cyclic-sigh"} & {*routed(router, "tense", known, {"muscle-release": Helped(9, 9.0)})}
    assert "muscle-release" not in routed(router, "tense", known, most=99)
    usual = Router.from_resources()
    assert routed(router, "flat", known) == routed(usual, "flat", known)


def test_what_was_added_comes_first_before_what_helped(known):
    router = Router.from_resources({"tense": OwnRules(added=("rain", "make-a-mark"))})
    suggestions = router.route("tense", known, {"cyclic-sigh": Helped(9, 9.0)})
    assert [s.offer.practice for s in suggestions] == ["rain", "make-a-mark", "cyclic-sigh"]
    assert suggestions[0].offer == Offer("rain", "", "")
    assert suggestions[1].offer.why, "what the rules say of it stays"


def test_an_own_practice_can_be_added_and_is_gone_with_its_file(known):
    router = Router.from_resources({"unknown": OwnRules(added=("mine",))})
    assert routed(router, "unknown", {*known, "mine"})[0] == "mine"
    assert "mine" not in routed(router, "unknown", known)


def test_what_was_added_twice_is_offered_once(known):
    router = Router.from_resources({"unknown": OwnRules(added=("rain", "rain", "orienting"))})
    offered = routed(router, "unknown", known, most=99)
    assert len(offered) == len(set(offered))


def test_what_was_added_and_left_out_is_left_out(known):
    router = Router.from_resources({"unknown": OwnRules(left_out=("rain",), added=("rain",))})
    assert "rain" not in routed(router, "unknown", known, most=99)


def test_without_a_question_contact_comes_first_then_the_body_then_warmth(router, practices):
    assert {*router.suggested} <= {*practices}
    assert router.suggested[:3] == ("orienting", "five-senses", "cool-water")
    kinds = [practices[slug].kind for slug in router.suggested]
    assert kinds.index("grounding") < kinds.index("body") < kinds.index("heart")
    assert kinds.index("grounding") < kinds.index("breath")
