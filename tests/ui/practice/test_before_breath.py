import pytest
from practising import press, words

from numbcompanion.practice.breath import BreathPattern, Pacing, PhaseKind


@pytest.fixture
def before(page):
    page.choose("breath")
    return page.before


def names(before):
    return [chip.text() for chip in before.presets.chips.chips]


def choose(before, name):
    next(chip for chip in before.presets.chips.chips if chip.text() == name).click()


def chosen(before):
    return [chip.text() for chip in before.presets.chips.chips if chip.isChecked()]


def name_it(before, name, tasks):
    before.presets.field.setText(name)
    before.presets.keep.click()
    tasks.drain()


SHIPPED = ["Even", "Longer out", "Coherent", "Slow", "Sigh", "Box", "Four, seven, eight", "I lead"]


def test_patterns_without_holding_come_first_and_one_is_chosen(before) -> None:
    assert names(before) == SHIPPED
    assert chosen(before) == ["Even"]
    assert before.pacing() == Pacing(BreathPattern.of(4, 0, 4))
    assert before.minutes() == 3


def test_the_caution_is_said_before_any_holding(before, page) -> None:
    assert "Skip holding in pregnancy, with heart or lung disease, or when panic is near." in words(page)


@pytest.mark.parametrize("name", SHIPPED[:-1])
def test_every_pattern_by_name_is_shown_as_it_is_and_begins(page, before, name) -> None:
    choose(before, name)
    pacing = before.pacing()
    assert before.about.text()
    assert before.trouble.isHidden()
    page.begin()
    plan = page.player.session.plan
    assert plan.settings["pattern"] == str(pacing.pattern)
    assert {phase.kind for phase in plan.phases} == {phase.kind for phase in pacing.pattern.phases}


def test_a_pattern_with_a_ramp_shows_its_first_breath(before) -> None:
    choose(before, "Coherent")
    assert before.parts[PhaseKind.IN].value() == 5.45
    assert (before.begin[PhaseKind.IN].value(), before.ramp.value()) == (4, 60)
    assert before.pacing().begin == BreathPattern.of(4, 0, 4)


def test_editing_makes_a_pattern_of_ones_own_and_says_its_speed(before) -> None:
    before.parts[PhaseKind.OUT].setValue(6)
    assert chosen(before) == []
    assert before.about.text() == "6 breaths a minute"
    before.parts[PhaseKind.REST].setValue(0.5)
    assert before.about.text() == "5.7 breaths a minute"
    assert before.pacing().pattern == BreathPattern.of(4, 0, 6, 0.5)


@pytest.mark.parametrize(
    ("part", "seconds", "said"),
    [
        (PhaseKind.IN, 0.0, "Each part of a breath lasts from half a second to 30 seconds."),
        (PhaseKind.HOLD, 0.25, "Each part of a breath lasts from half a second to 30 seconds."),
    ],
)
def test_a_pattern_that_cannot_be_breathed_says_why_and_does_not_begin(
    page, before, tasks, companion, part, seconds, said
) -> None:
    before.parts[part].setValue(seconds)
    assert before.trouble.text() == said
    page.begin()
    assert page.player is None
    assert before.trouble.isVisible()
    name_it(before, "mine", tasks)
    assert before.presets.said.text() == said
    assert companion.practice_choices.breaths() == []
    choose(before, "Even")
    assert before.trouble.isHidden()
    page.begin()
    assert page.player is not None


def test_a_breath_longer_than_a_minute_is_refused(page, before) -> None:
    for part in (PhaseKind.IN, PhaseKind.OUT, PhaseKind.HOLD):
        before.parts[part].setValue(25)
    page.begin()
    assert page.player is None
    assert before.trouble.text() == "A whole breath lasts from 2 to 60 seconds."


def test_one_begins_faster_and_grows_into_it(page, before) -> None:
    before.parts[PhaseKind.OUT].setValue(8)
    before.begin[PhaseKind.OUT].setValue(4)
    before.ramp.setValue(60)
    press(before.lengths, "5")
    page.begin()
    plan = page.player.session.plan
    outs = [phase.lasts_s for phase in plan.phases if phase.kind is PhaseKind.OUT]
    assert outs[0] == 4
    assert outs[:8] == sorted(outs[:8])
    assert outs[-1] == 8
    assert (plan.settings["begin"], plan.settings["ramp_s"]) == ("in 4, out 4", 60.0)


@pytest.mark.parametrize(("key", "length_s"), [("1", 60), ("20", 1200), ("open", None)])
def test_how_long_is_chosen(page, before, key, length_s) -> None:
    press(before.lengths, key)
    page.begin()
    assert page.player.session.plan.length_s == length_s


def test_a_pattern_of_ones_own_is_kept_and_chosen_again(before, tasks, companion, build) -> None:
    before.parts[PhaseKind.OUT].setValue(7)
    before.ramp.setValue(30)
    wanted = before.pacing()
    name_it(before, "evening", tasks)
    assert chosen(before) == ["evening"]
    assert before.pacing() == wanted
    choose(before, "Even")
    choose(before, "evening")
    assert before.pacing() == wanted
    page = build()
    page.choose("breath")
    assert names(page.before) == [*SHIPPED[:-1], "evening", "I lead"]
    choose(page.before, "evening")
    assert page.before.pacing() == wanted
    [preset] = companion.practice_choices.breaths()
    assert (preset.title, preset.pacing) == ("evening", wanted)


def test_what_is_being_edited_is_not_set_back_when_the_page_looks_again(page, before, tasks) -> None:
    before.parts[PhaseKind.OUT].setValue(7)
    page.opened()
    tasks.drain()
    assert before.parts[PhaseKind.OUT].value() == 7


def test_only_ones_own_can_be_forgotten(before, tasks, companion) -> None:
    assert not before.presets.forget.isVisible()
    before.parts[PhaseKind.OUT].setValue(7)
    name_it(before, "mine", tasks)
    assert before.presets.forget.isVisible()
    before.presets.forget.click()
    tasks.drain()
    assert companion.practice_choices.breaths() == []
    assert names(before) == SHIPPED
    assert before.parts[PhaseKind.OUT].value() == 7


@pytest.mark.parametrize("name", ["box", "Box", "lead", "even"])
def test_ones_own_may_be_called_as_one_of_the_programs(page, before, tasks, name) -> None:
    before.parts[PhaseKind.OUT].setValue(7)
    wanted = before.pacing()
    name_it(before, name, tasks)
    assert len(names(before)) == len(SHIPPED) + 1
    choose(before, "Box")
    if name != "Box":
        assert before.pacing().pattern == BreathPattern.of(4, 4, 4, 4)
    choose(before, "I lead")
    assert before.leads
    before.presets.chips.chips[7].click()
    assert before.pacing() == wanted
    assert not before.leads


def test_who_leads_needs_no_seconds(page, before) -> None:
    choose(before, "I lead")
    assert not before.parts[PhaseKind.IN].isVisible()
    assert not before.ramp.isVisible()
    assert "You breathe as you do" in before.about.text()
    page.begin()
    assert page.player.showing.own_pace is not None
    page.player.end()
    page.choose("breath")
    choose(before, "Even")
    assert before.parts[PhaseKind.IN].isVisible()
    page.begin()
    assert page.player.showing.own_pace is None


def test_pressing_the_pattern_that_is_shown_leaves_it(before) -> None:
    choose(before, "I lead")
    choose(before, "I lead")
    assert before.leads
    choose(before, "Slow")
    choose(before, "Slow")
    assert chosen(before) == ["Slow"]


def test_seconds_are_written_without_needless_noughts(before) -> None:
    field = before.parts[PhaseKind.IN]
    assert [field.textFromValue(value) for value in (4.0, 5.45, 5.5, 0.0, 10.0)] == ["4", "5.45", "5.5", "0", "10"]
