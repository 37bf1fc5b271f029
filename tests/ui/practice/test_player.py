import pytest
from practising import controls, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from numbcompanion import translation
from numbcompanion.practice.plans import LEAD_S, BellKind
from numbcompanion.practice.records import Ending
from numbcompanion.practice.timer import TimerSettings
from numbcompanion.preferences import ThemeChoice


def test_it_shows_the_name_the_part_and_its_sentence(orienting, play) -> None:
    play(orienting, 4)
    stage = orienting.stage
    assert stage.name.text() == "Orienting · 3 min"
    assert stage.ring.accessibleName() == "Look around"
    assert stage.caption.text().startswith("Keep your eyes open.")
    assert stage.time_button.text() == "2:57 left"


def test_bells_ring_at_the_planned_moments(practise, play, speaker, clock) -> None:
    began_s = clock.monotonic_s()
    settings = TimerSettings(minutes=5, prepare_s=10, interval_min=2, end_bells=3, bell=BellKind.BAR)
    play(practise(settings), 10 + 5 * 60 + 12)
    heard = [at_s - began_s - 10 for at_s, _, _ in speaker.strokes]
    assert heard == pytest.approx([0, 120, 240, 300, 305, 310])
    assert {kind for _, kind, _ in speaker.strokes} == {BellKind.BAR}
    assert {volume for _, _, volume in speaker.strokes} == {0.7}


def test_without_time_to_settle_the_first_bell_still_has_its_moment(practise, play, speaker, clock) -> None:
    began_s = clock.monotonic_s()
    play(practise(TimerSettings(prepare_s=0)), 1, 0.05)
    assert [at_s - began_s for at_s, _, _ in speaker.strokes] == pytest.approx([LEAD_S])


def test_its_own_timer_moves_it_on(practise, clock, qtbot) -> None:
    player = practise(TimerSettings(prepare_s=0))
    clock.advance(2)
    qtbot.waitUntil(lambda: player.session.done_s > 1, timeout=5000)


def test_the_end_is_said_with_its_length_and_only_then_that_it_is_kept(orienting, play, tasks, companion) -> None:
    play(orienting, 181)
    assert orienting.is_over
    assert orienting.stage.caption.text() == "That was 3 minutes."
    tasks.drain()
    assert orienting.stage.caption.text() == "That was 3 minutes. It is kept."
    [record] = companion.practice_log.recent()
    assert (record.practice, record.planned_s, record.ending) == ("orienting", 180, Ending.COMPLETE)
    assert record.done_s == pytest.approx(180)


def test_a_session_is_kept_when_its_time_is_over_though_bells_are_still_to_come(
    practise, play, tasks, companion
) -> None:
    player = practise(TimerSettings(minutes=1, prepare_s=0, end_bells=3))
    play(player, 61)
    tasks.drain()
    assert not player.session.state.final
    assert companion.practice_log.recent()[0].ending is Ending.COMPLETE
    play(player, 15)
    tasks.drain()
    assert companion.practice_log.count() == 1


def test_end_closes_and_keeps_in_one(orienting, play, tasks, companion, page) -> None:
    play(orienting, 20)
    orienting.end()
    orienting.end()
    tasks.drain()
    assert page.player is None
    assert companion.practice_log.count() == 1


def test_a_computer_that_slept_is_said(orienting, play, clock) -> None:
    play(orienting, 10)
    clock.advance(3600)
    orienting.move_on()
    assert orienting.paused
    assert orienting.stage.ring.accessibleDescription() == "The computer was asleep."
    assert orienting.session.done_s == pytest.approx(10 - LEAD_S)
    orienting.stage.main.click()
    play(orienting, 1)
    assert orienting.session.done_s == pytest.approx(11 - LEAD_S)


def test_the_screen_is_let_go_when_the_computer_slept(orienting, clock, awake) -> None:
    assert awake.held
    clock.advance(3600)
    orienting.move_on()
    assert not awake.held


def test_the_screen_is_let_go_at_the_end(orienting, play, awake) -> None:
    play(orienting, 181)
    assert not awake.held


def test_an_open_ended_session_shows_how_long_it_has_been(practise, play) -> None:
    player = practise(TimerSettings(minutes=None, prepare_s=0))
    play(player, 75.4)
    assert player.stage.name.text() == "Just sit with me · open-ended"
    assert player.stage.time_button.text() == "1:15 so far"


def test_the_time_to_settle_is_counted_down_in_words(practise, play) -> None:
    player = practise(TimerSettings(prepare_s=10))
    play(player, 4)
    assert player.stage.ring.accessibleName() == "Settle in"
    assert player.stage.ring.accessibleDescription() == "6 s"


def test_where_the_time_is_hidden_the_time_to_settle_is_too(practise, play, companion) -> None:
    companion.preferences.change(practice_time_hidden=True)
    player = practise(TimerSettings(prepare_s=10))
    play(player, 4)
    assert player.stage.ring.accessibleDescription() == ""
    assert player.stage.time_button.text() == "Show the time"


def test_a_practice_measured_in_breaths_has_no_minutes_in_its_name(practise) -> None:
    assert practise("four-seven-eight").stage.name.text() == "Four, seven, eight"


def test_every_control_has_a_name(orienting, play, practise) -> None:
    play(orienting, 1)
    for control in orienting.findChildren(QAbstractButton):
        assert control.accessibleName() or control.text()


def test_tab_reaches_every_control(orienting, play, qtbot) -> None:
    play(orienting, 1)
    orienting.activateWindow()
    orienting.focus_first()
    stage = orienting.stage
    there = set(controls(orienting))
    sound = [control for part in stage.sound.parts for control in (part.switch, part.level) if control.isEnabled()]
    buttons = (stage.main, stage.time_button, stage.end_button, stage.orient_button, stage.skip_button)
    assert {*buttons, stage.small_button, stage.full_button, stage.sound.soundscape_button, *sound} <= there
    reached = set()
    for _ in range(len(there) + 4):
        reached.add(orienting.focusWidget())
        qtbot.keyClick(orienting.focusWidget(), Qt.Key.Key_Tab)
    assert there <= reached


def test_tab_reaches_every_control_afterwards(orienting, play, qtbot) -> None:
    play(orienting, 181)
    orienting.activateWindow()
    there = set(controls(orienting))
    after = orienting.stage.after
    help_button = orienting.stage.help_button
    assert {orienting.stage.main, help_button, after.line, after.write, *after.felt.chips.chips} == there
    reached = set()
    for _ in range(len(there) + 4):
        reached.add(orienting.focusWidget())
        qtbot.keyClick(orienting.focusWidget(), Qt.Key.Key_Tab)
    assert there <= reached


@pytest.mark.parametrize(("language", "scale"), [(translation.STRETCHED, 1.0), (None, 2.0)])
@pytest.mark.parametrize("over", [False, True])
def test_it_fits_stretched_and_at_double_text_size(build, theme, play, language, scale, over) -> None:
    translation.use(language)
    theme.set_choice(ThemeChoice.LIGHT, scale)
    try:
        page = build()
        page.choose("orienting")
        press(page.before.lengths, "1")
        page.begin()
        player = page.player
        player.resize(760, 520)
        play(player, 61 if over else 2)
        assert player.is_over is over
        assert player.stage.widget().minimumSizeHint().width() <= 760
        assert player.stage.caption.height() >= player.stage.caption.heightForWidth(player.stage.caption.width())
    finally:
        translation.use(None)
        theme.set_choice(ThemeChoice.SYSTEM, 1.0)


def test_help_now_ends_the_practice_and_keeps_what_was_done(orienting, play, qtbot, tasks, companion) -> None:
    play(orienting, 20)
    with qtbot.waitSignals([orienting.closed, orienting.help_wanted]):
        orienting.stage.help_button.click()
    tasks.drain()
    assert companion.practice_log.count() == 1
