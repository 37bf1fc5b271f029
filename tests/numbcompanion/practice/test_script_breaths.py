"""Practices that are so many breaths, or a song, long; and those whose breath is paced."""

import pytest

from numbcompanion.practice.breath import PhaseKind
from numbcompanion.practice.plans import Caption, Surface, SurfaceKind
from numbcompanion.practice.script_plan import script_plan
from numbcompanion.practice.scripts import Length, LengthKind, ScriptBroken

PACED = "## Settle\nSit.\n... 4\n## Breath\n(breathe)\nSlowly.\n...\nOut.\n... 2\n## End\nEnough.\n... 6\n"


def breaths(plan):
    return len({phase.breath for phase in plan.phases})


@pytest.mark.parametrize(
    "pattern", ["in 4, out 6", "in 3, hold 5, out 7", "in 5.45, out 5.45", "in 2, top-up 1, out 6"]
)
@pytest.mark.parametrize("counts", ["1, 4", "8, 33", "200"])
def test_so_many_breaths_are_exactly_so_many(written, pattern, counts):
    script = written(PACED, minutes=None, breaths=counts, pattern=pattern)
    if counts.startswith("1,"):
        assert script.lengths == (Length(LengthKind.BREATHS, 1), Length(LengthKind.BREATHS, 4))
    for choices in script.every_choice():
        plan = script_plan(script, choices)
        paced_s = choices.length.count * script.pacing("").pattern.period_s
        assert breaths(plan) == choices.length.count
        assert plan.phases[0].at_s == 7.0  # three to read, four of silence: here a share is a second
        assert plan.length_s == pytest.approx(7.0 + max(paced_s, 6.0) + 9.0)


def test_breaths_that_grow_are_counted_the_same(written):
    script = written(PACED, minutes=None, breaths="4, 12", pattern="in 5, out 5", more="ramp: in 3, out 3 over 60")
    for choices in script.every_choice():
        plan = script_plan(script, choices)
        assert breaths(plan) == choices.length.count
        assert plan.phases[0].lasts_s == 3.0


def test_silences_before_the_first_breath_are_seconds(written):
    script = written("## One\nSit.\n... 4\n(breathe)\nSlowly.\n...\n", minutes=None, breaths="4", pattern="in 4, out 6")
    plan = script_plan(script, script.usual())
    assert plan.phases[0].at_s == 7.0
    assert breaths(plan) == 4
    assert plan.length_s == pytest.approx(47.0)


def test_words_that_take_longer_than_the_breaths_are_refused(written):
    words = "A sentence of ten words that is said to someone.\n" * 3
    with pytest.raises(ScriptBroken, match="longer than 1 breath\\.") as found:
        written(f"## One\n(breathe)\n{words}...\n", minutes=None, breaths="1, 9", pattern="in 4, out 4")
    assert found.value.line == 7


@pytest.mark.parametrize("song_s", [10.0, 60.0, 214.5, 3600.0])
def test_a_song_has_the_time_it_takes(written, song_s):
    script = written(
        "## One\nSit.\n... 8\n(song)\nListen.\n...\n## End\nIt is over.\n... 6\n", minutes=None, song="one"
    )
    plan = script_plan(script, script.usual(), song_s=song_s)
    begins, ends = (cue for cue in plan.cues if isinstance(cue, Surface))
    assert (begins.kind, ends.kind) == (SurfaceKind.SONG, SurfaceKind.NONE)
    assert begins.at_s == 11.0
    assert ends.at_s - begins.at_s == pytest.approx(song_s)
    assert plan.length_s == pytest.approx(11.0 + song_s + 9.0)
    assert script.lengths == (Length(LengthKind.SONG),)


def test_a_practice_of_minutes_is_paced_to_the_end_of_the_part(written):
    script = written(PACED, pattern="in 4, out 6", minutes="1, 5")
    for choices in script.every_choice():
        plan = script_plan(script, choices)
        end_s = plan.parts[2].at_s
        last = plan.phases[-1]
        assert plan.phases[0].at_s == plan.parts[1].at_s
        assert last.kind is PhaseKind.OUT
        assert end_s - 10 < last.at_s + last.lasts_s <= end_s + 0.01
        assert plan.length_s == choices.length.count * 60


def test_the_pace_begins_where_it_says_so(written):
    script = written("## One\nSit.\n...\n(breathe)\nSlowly.\n...\n", pattern="in 4, out 6")
    plan = script_plan(script, script.usual())
    slowly = [cue for cue in plan.cues if isinstance(cue, Caption)][1]
    assert plan.phases[0].at_s == slowly.at_s


def test_a_variant_has_its_own_pace(written):
    script = written(
        "## One\n(breathe)\nSlowly.\n...\n",
        more="variant: plain = A\nvariant: holds = B\npattern [holds]: in 4, hold 4, out 4\npattern: in 4, out 6",
    )
    periods = {choices.variant: script_plan(script, choices).phases[:3] for choices in script.every_choice()}
    assert [phase.kind for phase in periods["plain"]] == [PhaseKind.IN, PhaseKind.OUT, PhaseKind.IN]
    assert [phase.kind for phase in periods["holds"]] == [PhaseKind.IN, PhaseKind.HOLD, PhaseKind.OUT]
