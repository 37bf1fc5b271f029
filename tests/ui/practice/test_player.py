import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from numbcompanion import translation
from numbcompanion.errors import NotSaved
from numbcompanion.practice.plans import LEAD_S, BellKind
from numbcompanion.practice.records import Ending
from numbcompanion.practice.timer import TimerSettings
from numbcompanion.preferences import StillChoice, ThemeChoice
from ui.practice.keeping import Keeping


def begin(page, settings=None):
    """Begin Orienting, or a timer with these settings, and return the player."""
    page.choose("orienting" if settings is None else "timer")
    if settings is not None:
        page.before.show_settings(settings)
    page.begin()
    return page.player


@pytest.fixture
def orienting(page):
    return begin(page)


def test_it_shows_the_name_the_part_and_its_sentence(orienting, play) -> None:
    play(orienting, 2)
    stage = orienting.stage
    assert stage.name.text() == "Orienting · 3 min"
    assert stage.ring.accessibleName() == "Look around"
    assert stage.caption.text().startswith("Keep your eyes open.")
    assert stage.time_button.text() == "2:59 left"


def test_bells_ring_at_the_planned_moments(page, play, speaker, clock) -> None:
    began_s = clock.monotonic_s()
    settings = TimerSettings(minutes=5, prepare_s=10, interval_min=2, end_bells=3, bell=BellKind.BAR)
    player = begin(page, settings)
    play(player, 10 + 5 * 60 + 12)
    heard = [at_s - began_s - 10 for at_s, _, _ in speaker.strokes]
    assert heard == pytest.approx([0, 120, 240, 300, 305, 310])
    assert {kind for _, kind, _ in speaker.strokes} == {BellKind.BAR}
    assert {volume for _, _, volume in speaker.strokes} == {0.7}


def test_without_time_to_settle_the_first_bell_still_has_its_moment(page, play, speaker, clock) -> None:
    began_s = clock.monotonic_s()
    play(begin(page, TimerSettings(prepare_s=0)), 1, 0.05)
    assert [at_s - began_s for at_s, _, _ in speaker.strokes] == pytest.approx([LEAD_S])


def test_its_own_timer_moves_it_on(page, clock, qtbot) -> None:
    player = begin(page, TimerSettings(prepare_s=0))
    clock.advance(2)
    qtbot.waitUntil(lambda: player.session.done_s > 1, timeout=5000)


def test_the_end_is_said_with_its_length_and_only_then_that_it_is_kept(orienting, play, tasks, companion) -> None:
    play(orienting, 181)
    assert orienting.is_over
    assert orienting.stage.caption.text() == "That was 3 minutes."
    tasks.drain()
    assert orienting.stage.caption.text() == "That was 3 minutes. It is kept."
    [record] = companion.practice_log.recent()
    assert (record.practice, record.done_s, record.ending) == ("orienting", 180, Ending.COMPLETE)


def test_a_session_is_kept_when_its_time_is_over_though_bells_are_still_to_come(page, play, tasks, companion) -> None:
    player = begin(page, TimerSettings(minutes=1, prepare_s=0, end_bells=3))
    play(player, 61)
    tasks.drain()
    assert not player.session.state.final
    assert companion.practice_log.recent()[0].ending is Ending.COMPLETE
    play(player, 15)
    tasks.drain()
    assert companion.practice_log.count() == 1


def test_escape_ends_at_once_and_keeps_what_was_done(orienting, play, tasks, companion, qtbot, speaker) -> None:
    play(orienting, 60.5)
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_Escape)
    tasks.drain()
    assert "silence" in speaker.calls
    assert orienting.stage.caption.text() == "That was 1 minute. It is kept."
    [record] = companion.practice_log.recent()
    assert (record.planned_s, record.ending) == (180, Ending.EARLY)
    assert record.done_s == pytest.approx(60.1)
    with qtbot.waitSignal(orienting.closed):
        qtbot.keyClick(orienting.stage.main, Qt.Key.Key_Escape)
    assert speaker.calls[-1] == "close"


def test_ending_before_it_began_goes_back_and_keeps_nothing(page, play, tasks, companion, qtbot) -> None:
    player = begin(page, TimerSettings(prepare_s=30))
    play(player, 5)
    with qtbot.waitSignal(player.closed):
        qtbot.keyClick(player.stage.main, Qt.Key.Key_Escape)
    tasks.drain()
    assert companion.practice_log.count() == 0
    assert page.player is None


def test_end_closes_and_keeps_in_one(orienting, play, tasks, companion, page) -> None:
    play(orienting, 20)
    orienting.end()
    orienting.end()
    tasks.drain()
    assert page.player is None
    assert companion.practice_log.count() == 1


def test_space_pauses_and_goes_on(orienting, play, qtbot, awake, speaker) -> None:
    play(orienting, 10)
    assert awake.held
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_Space)
    assert orienting.paused
    assert not awake.held
    assert orienting.stage.ring.accessibleName() == "Paused"
    assert orienting.stage.ring.accessibleDescription() == ""
    play(orienting, 100)
    assert orienting.session.done_s == pytest.approx(10 - LEAD_S)
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_Space)
    assert not orienting.paused
    assert awake.held


def test_space_works_wherever_the_focus_is_not_on_a_control(orienting, play, qtbot) -> None:
    play(orienting, 10)
    qtbot.keyClick(orienting, Qt.Key.Key_Space)
    assert orienting.paused


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


def test_the_screen_is_let_go_when_the_computer_slept(orienting, play, clock, awake) -> None:
    clock.advance(3600)
    orienting.move_on()
    assert not awake.held


def test_the_time_can_be_hidden_by_key_and_by_click(orienting, play, qtbot) -> None:
    play(orienting, 10)
    qtbot.keyClick(orienting.stage.main, Qt.Key.Key_T)
    assert orienting.stage.time_button.text() == "Show the time"
    play(orienting, 1)
    assert orienting.stage.time_button.text() == "Show the time"
    orienting.stage.time_button.click()
    assert orienting.stage.time_button.text().endswith("left")


def test_an_open_ended_session_shows_how_long_it_has_been(page, play) -> None:
    player = begin(page, TimerSettings(minutes=None, prepare_s=0))
    play(player, 75.4)
    assert player.stage.name.text() == "Just sit · open-ended"
    assert player.stage.time_button.text() == "1:15 so far"


def test_the_time_to_settle_is_counted_down_in_words(page, play) -> None:
    player = begin(page, TimerSettings(prepare_s=10))
    play(player, 4)
    assert player.stage.ring.accessibleName() == "Settle in"
    assert player.stage.ring.accessibleDescription() == "6 s"


def test_bells_can_be_switched_off_and_their_level_changed_meanwhile(page, play, speaker, companion) -> None:
    player = begin(page, TimerSettings(minutes=10, prepare_s=0, interval_min=1))
    play(player, 30)
    player.stage.bells_switch.click()
    play(player, 60)
    assert len(speaker.strokes) == 1
    player.stage.bells_switch.click()
    player.stage.level_button.click()
    assert player.stage.level_button.text() == "clear"
    play(player, 60)
    assert [volume for _, _, volume in speaker.strokes] == [0.7, 1.0]
    assert companion.preferences.current.bells_volume == 1.0


def test_a_silent_sound_device_is_said_in_small_words(orienting, speaker) -> None:
    speaker.trouble.emit("No sound device was found.")
    assert orienting.stage.trouble.text() == "No sound device was found."
    assert not orienting.stage.trouble.isHidden()


def test_still_mode_moves_the_ring_once_a_second(page, play, theme) -> None:
    theme.set_choice(ThemeChoice.LIGHT, 1.0, StillChoice.ON)
    player = begin(page, TimerSettings(minutes=1, prepare_s=0))
    shown = set()
    set_progress = player.stage.ring.set_progress
    player.stage.ring.set_progress = lambda fraction: (shown.add(fraction), set_progress(fraction))
    play(player, 10, 0.1)
    assert len(shown) <= 11
    assert all(abs(fraction * 60 - round(fraction * 60)) < 1e-6 for fraction in shown)


def test_what_could_not_be_kept_is_said_and_tried_again(
    page, orienting, play, tasks, companion, monkeypatch, facts
) -> None:
    def refuse(done):
        raise NotSaved("The disk is full.")

    keep = companion.practice_log.keep
    monkeypatch.setattr(companion.practice_log, "keep", refuse)
    play(orienting, 61)
    orienting.stop()
    tasks.drain()
    assert orienting.stage.caption.text() == "Not kept yet."
    assert "The disk is full." in orienting.stage.trouble.text()
    monkeypatch.setattr(companion.practice_log, "keep", keep)
    kept = []
    facts.session_kept.connect(kept.append)
    page.findChild(Keeping).keep()
    tasks.drain()
    assert len(kept) == 1
    assert orienting.stage.caption.text().endswith("It is kept.")
    assert orienting.stage.trouble.isHidden()


def test_every_control_has_a_name(orienting) -> None:
    for control in orienting.findChildren(QAbstractButton):
        assert control.accessibleName() or control.text()


def test_tab_reaches_every_control(orienting, qtbot) -> None:
    orienting.activateWindow()
    orienting.focus_first()
    stage = orienting.stage
    reached = set()
    for _ in range(12):
        reached.add(orienting.focusWidget())
        qtbot.keyClick(orienting.focusWidget(), Qt.Key.Key_Tab)
    assert {stage.main, stage.time_button, stage.bells_switch, stage.level_button, stage.end_button} <= reached


@pytest.mark.parametrize(("language", "scale"), [(translation.STRETCHED, 1.0), (None, 2.0)])
def test_it_fits_stretched_and_at_double_text_size(build, theme, play, language, scale) -> None:
    translation.use(language)
    theme.set_choice(ThemeChoice.LIGHT, scale)
    try:
        player = begin(build())
        player.resize(760, 520)
        play(player, 2)
        assert player.stage.widget().minimumSizeHint().width() <= 760
        assert player.stage.caption.height() >= player.stage.caption.heightForWidth(player.stage.caption.width())
    finally:
        translation.use(None)
        theme.set_choice(ThemeChoice.SYSTEM, 1.0)
