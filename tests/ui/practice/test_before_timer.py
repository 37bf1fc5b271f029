import pytest
from practising import keep, press, words

from numbcompanion.practice.plans import Bell, BellKind
from numbcompanion.practice.timer import TIMER, TimerSettings


@pytest.fixture
def before(page):
    page.choose("timer")
    return page.before


def name_it(before, name, tasks):
    before.presets.field.setText(name)
    before.presets.keep.click()
    tasks.drain()


def test_every_setting_of_the_timer_reaches_the_plan(page, before) -> None:
    press(before.lengths, "45")
    press(before.settle, "30")
    press(before.interval, "5")
    press(before.end_bells, "2")
    press(before.bell.kinds, BellKind.BAR.value)
    before.start.click()
    wanted = TimerSettings(45, 30, 5, (), 2, False, BellKind.BAR)
    assert before.settings() == wanted
    assert before.minutes.value() == 45
    page.begin()
    plan = page.player.session.plan
    assert (plan.length_s, plan.prepare_s) == (2700, 30)
    assert TimerSettings.from_kept(plan.settings) == wanted


def test_any_number_of_minutes_can_be_written(before) -> None:
    before.minutes.setValue(7)
    assert before.lengths.chosen() == []
    assert before.settings().minutes == 7
    press(before.lengths, "open")
    assert before.settings().minutes is None
    before.minutes.setValue(20)
    assert before.lengths.chosen() == ["20"]
    assert (before.minutes.minimum(), before.minutes.maximum()) == (1, 180)


def test_bells_at_given_minutes(page, before, qtbot) -> None:
    press(before.interval, "5")
    press(before.lengths, "30")
    qtbot.keyClicks(before.at_minutes, "20, 5 12")
    assert before.interval.chosen() == []
    assert before.settings().at_minutes == (5, 12, 20)
    page.begin()
    bells = [cue.at_s for cue in page.player.session.plan.cues if isinstance(cue, Bell)]
    assert bells == [0, 300, 720, 1200, 1800]


def test_given_minutes_and_bells_every_few_minutes_take_each_other_away(before, qtbot) -> None:
    qtbot.keyClicks(before.at_minutes, "5")
    press(before.interval, "2")
    assert before.at_minutes.text() == ""
    assert (before.settings().at_minutes, before.settings().interval_min) == ((), 2)
    qtbot.keyClicks(before.at_minutes, "5")
    assert before.interval.chosen() == []
    before.at_minutes.clear()
    qtbot.keyClicks(before.at_minutes, " ")
    assert before.interval.chosen() == ["0"]
    assert before.settings().interval_min is None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("five", "Minutes are whole numbers, such as 5, 12, 20."),
        ("5, 7.5", "Minutes are whole numbers, such as 5, 12, 20."),
        ("0", "Bells at given minutes: up to 30 whole minutes, each from 1 to 179."),
        ("200", "Bells at given minutes: up to 30 whole minutes, each from 1 to 179."),
        (" ".join(str(n) for n in range(1, 40)), "Bells at given minutes: up to 30 whole minutes, each from 1 to 179."),
    ],
)
def test_minutes_that_cannot_be_read_say_why_and_nothing_begins(page, before, tasks, written, said) -> None:
    before.at_minutes.setText(written)
    page.begin()
    assert page.player is None
    assert before.trouble.isVisible()
    assert before.trouble.text() == said
    name_it(before, "mine", tasks)
    assert before.presets.said.text() == said
    before.at_minutes.setText("5")
    page.begin()
    assert page.player is not None
    assert before.trouble.isHidden()


def test_a_timer_that_cannot_be_says_why_and_does_not_begin(page, before) -> None:
    before.show_settings(TimerSettings(prepare_s=90))
    page.begin()
    assert page.player is None
    assert "at most one minute" in words(page)


def test_the_last_settings_come_back(build, companion, clock) -> None:
    last = TimerSettings(7, 60, 4, (), 0, False, BellKind.SMALL_BOWL)
    keep(companion, TIMER, clock.now(), 60, last.kept())
    page = build()
    page.choose("timer")
    assert page.before.settings() == last


def test_the_last_minutes_of_bells_come_back(build, companion, clock) -> None:
    last = TimerSettings(30, 10, None, (5, 12, 20))
    keep(companion, TIMER, clock.now(), 60, last.kept())
    page = build()
    page.choose("timer")
    assert page.before.at_minutes.text() == "5, 12, 20"
    assert page.before.settings() == last


def test_what_is_being_set_is_not_set_back_by_what_was_kept_before(page, before, companion, clock, tasks) -> None:
    press(before.lengths, "20")
    keep(companion, TIMER, clock.now(), 60, TimerSettings(minutes=3).kept())
    page.opened()
    tasks.drain()
    assert before.settings().minutes == 20


def test_hear_it_rings_the_chosen_bell_as_loud_as_chosen(before, speaker, companion) -> None:
    press(before.bell.kinds, BellKind.BAR.value)
    before.sound.bells.level.click()
    before.sound.bells.level.click()
    before.bell.sample.click()
    assert [(kind, volume) for _, kind, volume in speaker.strokes] == [(BellKind.BAR, 0.35)]
    assert speaker.calls == ["prepare", "close"]
    assert companion.preferences.current.bells_volume == 0.35


def test_a_bell_that_cannot_be_heard_is_said_and_forgotten_at_the_next_try(page, before, speaker) -> None:
    speaker.trouble.emit("No sound device was found.")
    assert "No sound device was found." in words(page)
    before.bell.sample.click()
    assert "No sound device was found." not in words(page)


def test_without_presets_there_is_only_the_field(before) -> None:
    assert not before.presets.chips.isVisible()
    assert before.presets.field.isVisible()


def test_a_way_to_sit_is_kept_under_a_name_and_chosen_again(before, tasks, companion, build) -> None:
    press(before.lengths, "45")
    press(before.end_bells, "3")
    wanted = before.settings()
    name_it(before, "  after   lunch ", tasks)
    assert before.presets.field.text() == ""
    assert before.presets.chips.chosen() == ["after lunch"]
    press(before.lengths, "3")
    assert before.presets.chips.chosen() == []
    press(before.presets.chips, "after lunch")
    assert before.settings() == wanted
    page = build()
    page.choose("timer")
    press(page.before.presets.chips, "after lunch")
    assert page.before.settings() == wanted
    assert [preset.settings for preset in companion.practice_choices.timers()] == [wanted]


def test_one_of_the_same_name_is_replaced(before, tasks, companion) -> None:
    for minutes in ("45", "3"):
        press(before.lengths, minutes)
        name_it(before, "mine", tasks)
    [preset] = companion.practice_choices.timers()
    assert (preset.name, preset.settings.minutes) == ("mine", 3)
    assert [chip.key for chip in before.presets.chips.chips] == ["mine"]


def test_a_way_to_sit_is_forgotten(before, tasks, companion) -> None:
    name_it(before, "one", tasks)
    name_it(before, "two", tasks)
    assert before.presets.forget.isVisible()
    before.presets.forget.click()
    tasks.drain()
    assert [preset.name for preset in companion.practice_choices.timers()] == ["one"]
    assert not before.presets.forget.isVisible()
    press(before.presets.chips, "one")
    before.presets.forget.click()
    tasks.drain()
    assert not before.presets.chips.isVisible()


@pytest.mark.parametrize("change", ["minutes", "at_minutes", "settle", "start", "bell"])
def test_whatever_is_changed_it_is_no_way_by_name_any_more(before, tasks, qtbot, change) -> None:
    name_it(before, "mine", tasks)
    assert before.presets.chips.chosen() == ["mine"]
    changes = {
        "minutes": lambda: before.minutes.setValue(17),
        "at_minutes": lambda: qtbot.keyClicks(before.at_minutes, "5"),
        "settle": lambda: press(before.settle, "5"),
        "start": before.start.click,
        "bell": lambda: press(before.bell.kinds, "bar"),
    }
    changes[change]()
    assert before.presets.chips.chosen() == []
    assert not before.presets.forget.isVisible()


def test_without_a_name_nothing_is_kept(before, tasks, companion) -> None:
    name_it(before, "   ", tasks)
    assert before.presets.said.text() == "It needs a name."
    assert companion.practice_choices.timers() == []
    name_it(before, "mine", tasks)
    assert before.presets.said.isHidden()


def test_enter_in_the_field_keeps_it(before, qtbot, tasks, companion) -> None:
    from PySide6.QtCore import Qt

    qtbot.keyClicks(before.presets.field, "mine")
    qtbot.keyClick(before.presets.field, Qt.Key.Key_Return)
    tasks.drain()
    assert [preset.name for preset in companion.practice_choices.timers()] == ["mine"]


def test_there_is_an_end_to_the_names(before, tasks, companion) -> None:
    for number in range(50):
        companion.practice_choices.keep_timer(f"way {number}", TimerSettings())
    name_it(before, "one more", tasks)
    assert before.presets.said.text() == "There is room for 50 of these. Forget one first."
    assert before.presets.field.text() == "one more"


def test_a_chosen_way_is_not_set_back_by_the_last_session(page, before, tasks, companion, clock) -> None:
    press(before.lengths, "45")
    name_it(before, "mine", tasks)
    press(before.lengths, "3")
    press(before.presets.chips, "mine")
    keep(companion, TIMER, clock.now(), 60, TimerSettings(minutes=1).kept())
    page.opened()
    tasks.drain()
    assert before.settings().minutes == 45
