import pytest
from practising import press, words

import resources
from numbcompanion.practice.script_shelf import Scripts
from numbcompanion.practice.scripts import LengthKind
from numbcompanion.practice.timer import TIMER

SUGGESTED = [
    "orienting",
    "five-senses",
    "cool-water",
    "mindful-walk",
    "body-scan",
    "cyclic-sigh",
    "noticing-faint-feelings",
    "one-song",
    "kindness-from-afar",
]


def visible(page):
    return [name for name, card in page.cards.items() if card.isVisible()]


def test_suggested_cards_are_shown_first_contact_before_breath(page) -> None:
    assert page.shelf.shown == SUGGESTED
    assert sorted(visible(page)) == sorted(SUGGESTED)
    assert page.cards["orienting"].accessibleName() == "Orienting"
    assert page.cards["orienting"].accessibleDescription().startswith("1–3 min · grounding. Let the eyes wander")
    assert "1–3 min · grounding" in words(page)


def test_under_all_every_practice_has_a_card_and_can_be_chosen(page, shipped) -> None:
    press(page.shelf.filters, "all")
    every = [script.slug for script in shipped.shelf.scripts]
    assert sorted(page.shelf.shown) == sorted([*every, "breath", TIMER])
    assert len(page.shelf.shown) == 28
    assert sorted(visible(page)) == sorted(page.shelf.shown)
    for name in page.shelf.shown:
        page.cards[name].click()
        assert page.chosen == name
        assert page.before.plan() is not None or name == "one-song"
        page.show_all()


@pytest.mark.parametrize(("key", "most"), [("short", 3), ("medium", 10)])
def test_a_length_shows_what_can_be_done_in_it(page, shipped, key, most) -> None:
    press(page.shelf.filters, key)
    shown = page.shelf.shown
    for script in shipped.shelf.scripts:
        shortest = script.lengths[0]
        if shortest.kind is LengthKind.MINUTES:
            assert (script.slug in shown) is (shortest.count <= most), script.slug
    assert {"four-seven-eight", "breath", TIMER} <= set(shown)
    assert ("one-song" in shown) is (most == 10)


@pytest.mark.parametrize(
    ("key", "some", "never"),
    [
        ("grounding", "orienting", "body-scan"),
        ("breath", "breath", "orienting"),
        ("body", "body-scan", "breath"),
        ("heart", "one-song", "body-scan"),
        ("movement", "mindful-walk", TIMER),
    ],
)
def test_a_kind_shows_its_practices_only(page, key, some, never) -> None:
    press(page.shelf.filters, key)
    assert some in visible(page)
    assert never not in visible(page)
    assert not page.shelf.router.isVisible()


def test_every_practice_but_silence_is_found_under_some_kind(page) -> None:
    found = set()
    for key in ("grounding", "breath", "body", "heart", "movement"):
        press(page.shelf.filters, key)
        found |= set(page.shelf.shown)
    press(page.shelf.filters, "all")
    assert set(page.shelf.shown) - found == {TIMER}


def test_one_filter_is_always_on(page) -> None:
    press(page.shelf.filters, "all", "all")
    assert page.shelf.filters.chosen() == ["all"]


def test_the_filter_stays_when_one_comes_back(page) -> None:
    press(page.shelf.filters, "breath")
    page.cards["box-breathing"].click()
    page.show_all()
    assert page.shelf.filters.chosen() == ["breath"]
    assert page.focusWidget() is page.cards["box-breathing"]


def test_titles_of_what_is_no_script_and_of_what_is_unknown(page) -> None:
    assert page.shelf.title_of(TIMER) == "Just sit with me"
    assert page.shelf.title_of("breath") == "Your own breath"
    assert page.shelf.title_of("gone") == "gone"


def test_an_own_practice_stands_beside_the_others(build, tmp_path) -> None:
    text = resources.read_text("practices/en/orienting.md").replace("title: Orienting", "title: My window")
    (tmp_path / "my-window.md").write_text(text)
    page = build(Scripts.shipped(own=tmp_path))
    press(page.shelf.filters, "grounding")
    assert page.cards["my-window"].accessibleName() == "My window"
    page.choose("my-window")
    assert "your own practice." in words(page)
    page.begin()
    assert page.player.stage.name.text() == "My window · 3 min"
