"""How a practice is laid out in time."""

import pytest

from numbcompanion.practice.plans import Ask, Bell, BellKind, Caption, Surface, SurfaceKind
from numbcompanion.practice.script_plan import script_plan, words_s
from numbcompanion.practice.scripts import RING_S, Eyes, Say

BODY = """
## One (1)
(bell)
Look.
...
## Two (3)
Listen now.
...
... 2
(bell bar)
"""


def captions(plan):
    return [cue for cue in plan.cues if isinstance(cue, Caption)]


def said(plan):
    return [caption.text for caption in captions(plan)]


def shortest(script):
    return next(script.every_choice())


def ways(script, **wanted):
    return [way for way in script.every_choice() if all(getattr(way, name) == one for name, one in wanted.items())]


def test_silences_stretch_and_words_do_not(written):
    script = written(BODY)
    for choices in script.every_choice():
        plan, length_s = script_plan(script, choices), choices.length.count * 60
        look, listen = captions(plan)
        silence_s = length_s - words_s(script, choices)
        assert look.at_s == RING_S
        assert listen.at_s - look.at_s == pytest.approx(Say("Look.").lasts_s() + silence_s / 4)
        assert plan.cues[-1] == Bell(pytest.approx(length_s - RING_S), BellKind.BAR)
        assert plan.length_s == length_s


def test_a_share_is_a_share_of_its_own_part(written):
    script = written("## One (1)\nOne.\n...\nTwo.\n... 3\nThree.\n## Two (1)\nFour.\n... 0.5\n")
    plan = script_plan(script, shortest(script))
    one, two, three, four = (caption.at_s for caption in captions(plan))
    half_s = (60 - 4 * 3) / 2
    assert two - one == pytest.approx(3 + half_s / 4)
    assert three - two == pytest.approx(3 + half_s * 3 / 4)
    assert plan.length_s - four == pytest.approx(3 + half_s)


def test_a_fixed_wait_is_never_stretched(written):
    script = written("## One\nTighten.\n... 5 s\nLet go.\n...\n")
    for choices in script.every_choice():
        tighten, let_go = captions(script_plan(script, choices))
        assert let_go.at_s - tighten.at_s == 8.0


def test_a_part_without_silence_takes_none_away_from_the_others(written):
    script = written("## One (5)\nOnly words.\n## Two (1)\nListen.\n...\n")
    plan = script_plan(script, shortest(script))
    assert [caption.at_s for caption in captions(plan)] == [0.0, 3.0]
    assert plan.length_s == 60


def test_parts_begin_where_their_first_step_does(written):
    script = written(BODY)
    plan = script_plan(script, shortest(script))
    assert [part.title for part in plan.parts] == ["One", "Two"]
    assert [part.at_s for part in plan.parts] == [0.0, captions(plan)[1].at_s]
    assert [caption.heading for caption in captions(plan)] == ["One", "Two"]


def test_bells_can_be_left_out_and_their_time_goes_to_the_silence(written):
    script = written(BODY)
    plan = script_plan(script, shortest(script), bells=False)
    assert not [cue for cue in plan.cues if isinstance(cue, Bell)]
    assert plan.length_s == 60
    assert captions(plan)[0].at_s == 0


def test_the_bell_of_the_head_rings_where_no_other_is_named(written):
    script = written("## One\n(bell)\nLook.\n...\n(bell bowl)\n", bell="bar")
    plan = script_plan(script, shortest(script))
    assert [cue.kind for cue in plan.cues if isinstance(cue, Bell)] == [BellKind.BAR, BellKind.BOWL]


def test_a_slow_voice_takes_its_time_from_the_silence(written):
    script = written("## One\nOne two three four five six seven.\n...\nEnd.\n...\n")
    usual, slow = (script_plan(script, shortest(script), words_a_second=pace) for pace in (2.2, 0.5))
    assert captions(usual)[1].at_s >= 7 / 2.2 + 1
    assert captions(slow)[1].at_s >= 7 / 0.5 + 1
    assert slow.length_s == usual.length_s == 60


def test_a_quick_voice_leaves_the_time_to_read(written):
    script = written("## One\nOne two three four five six seven eight nine ten eleven.\n...\nEnd.\n...\n")
    assert script_plan(script, shortest(script), words_a_second=9.0) == script_plan(script, shortest(script))


def test_lines_and_parts_count_where_their_condition_holds(written):
    script = written(
        "## One\nAlways.\n[breath] Breathe.\n[not breath] Look.\n...\n"
        "## Two (2) [hands]\nHands.\n...\n## Three [not hands]\nNo hands.\n...\n",
        anchors="breath, hands",
    )
    breath, hands = (script_plan(script, ways(script, anchor=anchor)[0]) for anchor in ("breath", "hands"))
    assert said(breath) == ["Always.", "Breathe.", "No hands."]
    assert said(hands) == ["Always.", "Look.", "Hands."]
    assert [part.title for part in breath.parts] == ["One", "Three"]
    assert breath.length_s == hands.length_s == 60


def test_silences_and_bells_can_have_a_condition_too(written):
    script = written("## One\n[soft] (bell)\nLook.\n...\n[soft] ... 3\nEnd.\n", eyes="open, soft")
    opened, soft = (script_plan(script, ways(script, eyes=eyes)[0]) for eyes in (Eyes.OPEN, Eyes.SOFT))
    assert not [cue for cue in opened.cues if isinstance(cue, Bell)]
    assert len([cue for cue in soft.cues if isinstance(cue, Bell)]) == 1


def test_what_is_only_for_long_ones_is_left_out_of_short_ones(written):
    script = written("## One\nLook.\n[from-10] Look longer.\n...\n[not from-10] Enough.\n...\n", minutes="5, 10")
    short, long = (script_plan(script, choices) for choices in script.every_choice())
    assert said(short) == ["Look.", "Enough."]
    assert said(long) == ["Look.", "Look longer."]


def test_what_is_said_of_the_eyes_comes_by_itself(written):
    script = written("## One\n(bell)\nLook.\n...\n## Two\nEnd.\n...\n(bell)\n", eyes="open, soft, closed")
    opened, soft, closed = (script_plan(script, ways(script, eyes=eyes)[0]) for eyes in Eyes)
    assert said(opened) == ["Look.", "End."]
    assert "half close" in said(soft)[0]
    assert said(soft)[1:] == ["Look.", "End."]
    assert "Close your eyes when you like" in said(closed)[0]
    assert said(closed)[1:3] == ["Look.", "End."]
    assert "eyes open" in said(closed)[3]
    for plan in (soft, closed):
        assert isinstance(plan.cues[0], Bell)
        assert isinstance(plan.cues[-1], Bell)
        assert captions(plan)[0].number == 0
        assert plan.length_s == 60


def test_one_part_alone_closes_the_eyes_and_opens_them_again(written):
    script = written("## One\nLook.\n...\n", eyes="open, closed")
    words = said(script_plan(script, ways(script, eyes=Eyes.CLOSED)[0]))
    assert words[0].startswith("Close")
    assert words[1] == "Look."
    assert words[2].startswith("Let your eyes open")


def test_the_anchor_is_named_in_the_sentence_and_has_the_time_it_needs(written):
    script = written("## One\nLet your attention rest on {anchor} for a while.\nYes.\n...\n", anchors="hands, object")
    hands, thing = (script_plan(script, ways(script, anchor=anchor)[0]) for anchor in ("hands", "object"))
    assert said(hands)[0] == "Let your attention rest on your hands for a while."
    assert said(thing)[0] == "Let your attention rest on the thing you chose to look at for a while."
    assert captions(thing)[1].at_s == pytest.approx(15 / 2.2 + 1)


def test_an_own_phrase_has_the_time_it_needs(written):
    script = written("## One\n{phrase 1}\nYes.\n...\n", more="phrase: May you rest.").with_phrases(["word " * 22])
    plan = script_plan(script, shortest(script))
    assert captions(plan)[1].at_s == pytest.approx(11.0)


def test_something_to_choose_comes_with_its_sentence_and_takes_no_time_of_its_own(written):
    script = written("## One\nHow big?\n(choose size: 0-10)\n(choose word: feeling words)\n(choose way: a, b)\n...\n")
    asks = [cue for cue in script_plan(script, shortest(script)).cues if isinstance(cue, Ask)]
    assert [ask.at_s for ask in asks] == [0.0, 0.0, 0.0]
    assert asks[0].choices == tuple(str(n) for n in range(11))
    assert [ask.numbers for ask in asks] == [True, False, False]
    assert asks[1].choices == ("feeling words",)
    assert asks[2].choices == ("a", "b")


def test_something_to_choose_behind_a_silence_waits_for_it(written):
    script = written("## One\nHow big?\n... 5 s\n(choose size: 0-10)\n...\n")
    [ask] = [cue for cue in script_plan(script, shortest(script)).cues if isinstance(cue, Ask)]
    assert ask.at_s == 8.0


def test_counting_and_drawing_last_to_the_end_of_their_part(written):
    script = written("## One\nCount.\n(count 12)\n...\n## Two\n(draw)\nDraw.\n...\n## Three\nEnd.\n...\n")
    plan = script_plan(script, shortest(script))
    two, three = plan.parts[1:]
    assert [cue for cue in plan.cues if isinstance(cue, Surface)] == [
        Surface(3.0, SurfaceKind.COUNT, 12),
        Surface(two.at_s),
        Surface(two.at_s, SurfaceKind.DRAW),
        Surface(three.at_s),
    ]


def test_bells_in_between_come_again_and_again_but_never_close_to_the_end(written):
    script = written("## One\n(bell)\nLook.\n...\n(bell)\n", more="bell-every: 60", minutes="1, 2, 10")
    for choices in script.every_choice():
        plan = script_plan(script, choices)
        bells = [cue.at_s for cue in plan.cues if isinstance(cue, Bell)]
        assert bells[:-1] == [60.0 * n for n in range(choices.length.count)]
        assert bells[-1] == pytest.approx(plan.length_s - RING_S)
        assert all(plan.length_s - at_s >= 10 for at_s in bells[:-1])
        assert [cue.at_s for cue in plan.cues] == sorted(cue.at_s for cue in plan.cues)
    silent = script_plan(script, choices, bells=False)
    assert not [cue for cue in silent.cues if isinstance(cue, Bell)]
