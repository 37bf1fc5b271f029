"""Every practice that comes with the program, in every way it can be done, to its end."""

from itertools import pairwise

from fakes import MovableClock

from numbcompanion.practice.breath import Pacing
from numbcompanion.practice.plans import Ask, Bell, Caption, Surface, SurfaceKind
from numbcompanion.practice.records import Ending
from numbcompanion.practice.script_plan import script_plan
from numbcompanion.practice.scripts import CAPTION_REST_S, LEAST_CAPTION_S, WORDS_A_SECOND, LengthKind
from numbcompanion.practice.session import Session, SessionState

STEP_S = 0.5  # a tenth of what counts as having been away
SONG_S = 214.0


def plans(script):
    for choices in script.every_choice():
        yield choices, script_plan(script, choices, prepare_s=3.0, song_s=SONG_S)


def captions(plan):
    return [cue for cue in plan.cues if isinstance(cue, Caption)]


def test_it_plays_every_cue_once_and_in_order_and_comes_to_its_end(script):
    for choices, plan in plans(script):
        clock = MovableClock()
        session = Session(plan, clock)
        seen, spent_s = [], 0.0
        while not session.state.final:
            clock.advance(STEP_S)
            for cue in session.tick():
                assert 0 <= session.position_s - cue.at_s < STEP_S + 1e-6, choices
                seen.append(cue)
            assert session.spent_s > spent_s
            spent_s = session.spent_s
            assert spent_s < plan.lead_s + plan.end_s + 2 * STEP_S, choices
        assert session.state is SessionState.ENDED
        assert seen == list(plan.cues), choices
        assert session.done_s == plan.length_s
        done = session.done()
        assert (done.practice, done.ending) == (script.slug, Ending.COMPLETE)
        assert done.settings == choices.kept()


def test_it_is_exactly_as_long_as_was_chosen(script):
    for choices, plan in plans(script):
        if choices.length.kind is LengthKind.MINUTES:
            assert plan.length_s == choices.length.count * 60, choices
        elif choices.length.kind is LengthKind.BREATHS:
            assert len({phase.breath for phase in plan.phases}) == choices.length.count, choices
        else:
            begins, ends = [cue for cue in plan.cues if isinstance(cue, Surface)]
            assert begins.kind is SurfaceKind.SONG
            assert abs(ends.at_s - begins.at_s - SONG_S) < 1e-6
        assert plan.end_s - plan.length_s < 1e-6, choices


def test_no_sentence_goes_before_it_can_be_read(script):
    for choices, plan in plans(script):
        said = captions(plan)
        ends = [*(caption.at_s for caption in said[1:]), plan.length_s]
        for caption, ends_s in zip(said, ends, strict=True):
            needed_s = max(LEAST_CAPTION_S, len(caption.text.split()) / WORDS_A_SECOND + CAPTION_REST_S)
            assert ends_s - caption.at_s >= needed_s - 1e-6, (choices, caption.text)


def test_what_can_be_chosen_stays_for_a_while(script):
    for choices, plan in plans(script):
        for ask in (cue for cue in plan.cues if isinstance(cue, Ask)):
            following = min((caption.at_s for caption in captions(plan) if caption.at_s > ask.at_s), default=None)
            assert following is not None, (choices, ask)
            assert following - ask.at_s >= 4.0, (choices, ask)


def test_only_whole_breaths_are_paced_and_they_leave_no_gap(script):
    for choices, plan in plans(script):
        pacing = script.pacing(choices.variant)
        if not isinstance(pacing, Pacing):
            assert plan.phases == ()
            continue
        kinds = [phase.kind for phase in pacing.pattern.phases]
        assert len(plan.phases) >= 3 * len(kinds), choices
        assert [phase.kind for phase in plan.phases] == kinds * (len(plan.phases) // len(kinds))
        for phase, following in pairwise(plan.phases):
            assert abs(phase.at_s + phase.lasts_s - following.at_s) < 1e-9
        last = plan.phases[-1]
        after = next(part.at_s for part in plan.parts if part.at_s > plan.phases[0].at_s)
        assert last.at_s + last.lasts_s <= after + 0.02, choices
        assert after - last.at_s - last.lasts_s < pacing.pattern.period_s, choices


def test_a_bell_begins_it_and_where_one_ends_it_it_has_time_to_sound(script):
    for choices, plan in plans(script):
        bells = [cue for cue in plan.cues if isinstance(cue, Bell)]
        assert bells[0].at_s == 0, choices
        assert {bell.kind for bell in bells} == {script.bell}
        assert bells[-1].at_s <= plan.length_s - 2.5 + 1e-6, choices
        for bell, following in pairwise(bells):
            assert following.at_s - bell.at_s > 2.5, choices


def test_without_bells_none_is_left_and_the_words_are_the_same(script):
    for choices, plan in plans(script):
        silent = script_plan(script, choices, prepare_s=3.0, bells=False, song_s=SONG_S)
        assert not [cue for cue in silent.cues if isinstance(cue, Bell)]
        assert [caption.text for caption in captions(silent)] == [caption.text for caption in captions(plan)]


def test_the_same_choices_give_the_same_plan(script):
    for choices, plan in plans(script):
        assert script_plan(script, choices, prepare_s=3.0, song_s=SONG_S) == plan


def test_how_it_was_done_can_be_done_again(script):
    for choices, plan in plans(script):
        assert script.from_kept(plan.settings) == choices


def test_every_sentence_is_said_in_some_way_of_doing_it(script):
    said = {caption.number for _, plan in plans(script) for caption in captions(plan) if caption.number}
    assert said == {caption.number for caption in script.captions()}
    assert said == set(range(1, len(said) + 1))


def test_no_placeholder_is_left_in_what_is_said(script):
    for choices, plan in plans(script):
        for caption in captions(plan):
            assert not set("{}[]") & set(caption.text), (choices, caption.text)


def test_a_slow_voice_makes_it_longer_where_it_must_and_cuts_nothing(script):
    for choices, plan in plans(script):
        slow = script_plan(script, choices, prepare_s=3.0, words_a_second=1.2, song_s=SONG_S)
        assert slow.length_s >= plan.length_s - 1e-6
        said = captions(slow)
        ends = [*(caption.at_s for caption in said[1:]), slow.length_s]
        for caption, ends_s in zip(said, ends, strict=True):
            assert ends_s - caption.at_s >= len(caption.text.split()) / 1.2, (choices, caption.text)
