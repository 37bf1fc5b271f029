"""What the practices, the router and the breath patterns say: short, plain, kind."""

import re

import pytest

from numbcompanion.practice.breath_presets import shipped_presets
from numbcompanion.practice.helped import Helped
from numbcompanion.practice.plans import Caption
from numbcompanion.practice.router import Router
from numbcompanion.practice.script_plan import script_plan
from numbcompanion.practice.scripts import Anchor, anchor_words

NEVER = re.compile(
    r"!|\b(should|must|have to|try to|great|well done|give up|heal|cure|treat|proven"
    r"|streaks?|relax deeply|deeply relaxed|don['’]t give up|keep going|stick with it|most people"
    r"|you will (feel|be|find|notice|sleep|relax)|you['’]ll|will (help|calm|relax|make|take away|bring)"
    r"|guaranteed?|always works|never fails|symptoms?|patients?|disorders? go|diagnos\w*|therap(y|ies|eutic)"
    r"|failed|failure|wrong way|properly|correctly|perfect(ly)?|of course|simply relax|just relax|calm down)\b",
    re.IGNORECASE,
)
CLAIMS = re.compile(r"!|\b(proves?|proven|cures?|heals?|will|guarantee\w*|reduces? depression)\b", re.IGNORECASE)
LONGEST_WORDS = 20
ENDS = re.compile(r"[.?:;…]")


def ways_and_captions(script):
    for choices in script.every_choice():
        plan = script_plan(script, choices)
        yield choices, plan, [cue for cue in plan.cues if isinstance(cue, Caption)]


def test_the_words_ask_for_nothing_and_promise_nothing(script):
    said = [script.title, script.summary, script.purpose, *script.cautions, *script.phrases]
    said += [option.label for option in script.variants] + [section.title for section in script.sections]
    said += [caption.text for _, _, captions in ways_and_captions(script) for caption in captions]
    for text in said:
        assert not NEVER.search(text), text


def test_every_caption_is_short(script):
    for choices, _, captions in ways_and_captions(script):
        for caption in captions:
            assert 1 <= len(caption.text.split()) <= LONGEST_WORDS, (choices, caption.text)


def test_the_words_before_it_are_short_too(script):
    assert len(script.summary.split()) <= LONGEST_WORDS
    for text in (script.purpose, *script.cautions):
        for sentence in ENDS.split(text):
            assert len(sentence.split()) <= LONGEST_WORDS, sentence


def test_every_caption_is_a_sentence(script):
    for _, _, captions in ways_and_captions(script):
        for caption in captions:
            assert re.match(r"[A-Z].*[.?…]$", caption.text), caption.text


def test_an_anchor_begins_no_sentence(script):
    for caption in script.captions():
        assert not re.search(r"(^|[.?!:]\s+)\{anchor\}", caption.text), caption.text


def test_every_sentence_stays_long_enough_to_be_read(script):
    for choices, plan, captions in ways_and_captions(script):
        ends = [*(caption.at_s for caption in captions[1:]), plan.length_s]
        for caption, ends_s in zip(captions, ends, strict=True):
            assert ends_s - caption.at_s >= len(caption.text.split()) / 2.2, (choices, caption.text)


def test_feeling_nothing_is_a_normal_end(script):
    end = " ".join(caption.text for caption in script.captions()[-4:]).lower()
    allowed = r"nothing|zero|not |no |none|blank|faint|only|without|still|flat|dim|hard to tell|fine|all right"
    assert re.search(rf"\b({allowed})", end), end


def test_the_sources_claim_nothing(script):
    for source in script.sources:
        assert not CLAIMS.search(source), source


@pytest.mark.parametrize("anchor", Anchor)
def test_every_anchor_has_words_that_go_into_a_sentence(anchor):
    words = anchor_words(anchor.value)
    assert words
    assert words[0].islower()
    assert anchor_words("") == ""


@pytest.mark.parametrize("state", Router.from_resources().states, ids=lambda state: state.key)
def test_the_router_says_it_plainly(state):
    for text in (state.title, state.about, state.note, *(offer.why for offer in state.offers)):
        assert not NEVER.search(text), text
        assert all(len(sentence.split()) <= 24 for sentence in ENDS.split(text)), text
    assert all(offer.why.endswith((".", "?")) for offer in state.offers)


@pytest.mark.parametrize("preset", shipped_presets(), ids=lambda preset: preset.key)
def test_the_breath_patterns_say_it_plainly(preset):
    for text in (preset.title, preset.about):
        assert not NEVER.search(text), text
        assert len(text.split()) <= LONGEST_WORDS, text


@pytest.mark.parametrize("helped", [Helped(2, 0.5), Helped(30, 4.25)])
def test_the_own_numbers_are_no_promise(helped):
    assert not NEVER.search(helped.words())
