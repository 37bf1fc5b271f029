import pytest
from practising import keep, press, words

from numbcompanion.practice.router import OwnRules, Router
from numbcompanion.practice.timer import TIMER, TimerSettings

STATES = ["shut-down", "overloaded", "unreal", "flat", "tense", "unknown"]


@pytest.fixture
def router(page):
    return page.shelf.router


def names(router):
    return [card.accessibleName() for card in router.cards]


def rated(companion, clock, practice, before, after, times=2):
    for _ in range(times):
        keep(companion, practice, clock.now(), 60, depth_before=before, depth_after=after)


def test_nothing_is_offered_before_an_answer(router) -> None:
    assert [chip.key for chip in router.states.chips] == STATES
    assert router.cards == []
    assert not router.change.isVisible()


@pytest.mark.parametrize("state", STATES)
def test_every_answer_offers_two_or_three_practices_and_says_why(page, router, state) -> None:
    press(router.states, state)
    assert 2 <= len(router.cards) <= 3
    rules = Router.from_resources().state(state)
    assert router.about.text() == rules.about
    for card, offer in zip(router.cards, rules.offers, strict=False):
        assert card.accessibleName() == page.shelf.title_of(offer.practice)
        assert offer.why in card.accessibleDescription()
    assert page.shelf.shown == []


def test_an_answer_is_taken_back(page, router) -> None:
    press(router.states, "tense", "tense")
    assert router.cards == []
    assert "orienting" in page.shelf.shown


def test_flat_for_weeks_says_whom_to_tell(router) -> None:
    press(router.states, "flat")
    assert "doctor" in router.note.text()
    assert router.note.isVisible()
    press(router.states, "tense")
    assert not router.note.isVisible()


def test_an_offer_sets_length_and_variant(page, router) -> None:
    press(router.states, "overloaded")
    router.cards[1].click()
    assert page.chosen == "body-scan"
    choices = page.before.choices
    assert (choices.length.key, choices.variant) == ("5", "hands-and-feet")


def test_an_offer_of_silence_sets_its_minutes(page, router) -> None:
    press(router.states, "overloaded")
    router.cards[0].click()
    assert page.chosen == TIMER
    assert page.before.settings() == TimerSettings(minutes=3)


def test_what_was_offered_is_not_set_back_by_the_last_timer(page, router, companion, clock, tasks) -> None:
    keep(companion, TIMER, clock.now(), 60, TimerSettings(minutes=45).kept())
    page.opened()
    tasks.drain()
    press(router.states, "overloaded")
    router.cards[0].click()
    page.opened()
    tasks.drain()
    assert page.before.settings().minutes == 3


def test_an_offer_in_breaths_says_and_sets_them(page, router, companion, clock, tasks) -> None:
    rated(companion, clock, "four-seven-eight", 1, 5)
    page.opened()
    tasks.drain()
    press(router.states, "overloaded")
    assert router.cards[0].accessibleDescription().startswith("4 breaths.")
    router.cards[0].click()
    assert page.before.choices.length.key == "4 breaths"


def test_what_helped_twice_comes_first_and_says_so(page, router, companion, clock, tasks) -> None:
    press(router.states, "tense")
    usual = names(router)
    rated(companion, clock, "make-a-mark", 2, 4)
    page.opened()
    tasks.drain()
    assert names(router) == [page.shelf.title_of("make-a-mark"), *usual[:2]]
    said = router.cards[0].accessibleDescription()
    assert "This has helped you: a little more came through afterwards (2 of 10, 2 times)." in said


def test_once_is_not_yet_a_help_and_less_is_none(page, router, companion, clock, tasks) -> None:
    press(router.states, "tense")
    usual = names(router)
    rated(companion, clock, "make-a-mark", 2, 9, times=1)
    rated(companion, clock, "cyclic-sigh", 5, 3)
    page.opened()
    tasks.drain()
    assert names(router) == usual
    assert "helped" not in "".join(card.accessibleDescription() for card in router.cards)


def test_two_rated_sessions_in_the_player_are_enough(page, router, play, tasks) -> None:
    for _ in range(2):
        page.choose("cyclic-sigh")
        press(page.before.felt.chips, "1")
        page.begin()
        play(page.player, 70)
        tasks.drain()
        press(page.player.stage.after.felt.chips, "3")
        tasks.drain()
        page.player.end()
    tasks.drain()
    press(router.states, "tense")
    assert names(router)[0] == "Cyclic sigh"


def test_what_is_offered_is_changed_and_stays_so(page, router, tasks, companion, build) -> None:
    press(router.states, "unknown")
    usual = names(router)
    assert usual[0] == "Orienting"
    router.change.click()
    assert router.rules.isVisible()
    press(router.rules.chips, "orienting", "body-scan")
    tasks.drain()
    assert names(router) == ["Body scan", *usual[1:3]]
    assert companion.practice_choices.rules() == {"unknown": OwnRules(("orienting",), ("body-scan",))}
    again = build().shelf.router
    press(again.states, "unknown")
    assert names(again) == ["Body scan", *usual[1:3]]
    again.change.click()
    assert "body-scan" in again.rules.chips.chosen()
    assert "orienting" not in again.rules.chips.chosen()


def test_the_list_stays_open_while_it_is_changed(page, router, tasks) -> None:
    press(router.states, "unknown")
    router.change.click()
    chip = next(chip for chip in router.rules.chips.chips if chip.key == "five-senses")
    chip.click()
    tasks.drain()
    assert router.rules.isVisible()
    assert chip in router.rules.chips.chips


def test_the_list_closes_with_another_answer_and_by_its_own_link(page, router) -> None:
    press(router.states, "unknown")
    router.change.click()
    press(router.states, "tense")
    assert not router.rules.isVisible()
    router.change.click()
    router.change.click()
    assert not router.rules.isVisible()


def test_all_of_it_can_be_switched_off(page, router, tasks) -> None:
    press(router.states, "unknown")
    router.change.click()
    press(router.rules.chips, *router.rules.chips.chosen())
    tasks.drain()
    assert router.cards == []
    assert router.change.isVisible()


def test_one_switched_back_on_comes_back(page, router, tasks, companion) -> None:
    press(router.states, "unknown")
    usual = names(router)
    router.change.click()
    press(router.rules.chips, "orienting")
    tasks.drain()
    press(router.rules.chips, "orienting")
    tasks.drain()
    assert names(router) == usual
    assert companion.practice_choices.rules() == {"unknown": OwnRules()}


def test_a_practice_added_without_a_rule_leaves_the_length_to_the_person(page, router, tasks) -> None:
    press(router.states, "unknown")
    router.change.click()
    press(router.rules.chips, "body-scan")
    tasks.drain()
    assert "5–20 min · body" in words(router.cards[0])
    assert "Visit the body" in words(router.cards[0])
    router.cards[0].click()
    assert page.chosen == "body-scan"


def test_where_everything_is_left_out_a_sentence_says_so(page, router, tasks) -> None:
    press(router.states, "unreal")
    router.change.click()
    for chip in [chip for chip in router.rules.chips.chips if chip.isChecked()]:
        press(router.rules.chips, chip.key)
        tasks.drain()
    assert router.cards == []
    assert router.nothing.isVisible()
    press(router.rules.chips, "orienting")
    tasks.drain()
    assert not router.nothing.isVisible()
