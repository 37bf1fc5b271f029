from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QLabel

from numbcompanion import translation
from numbcompanion.errors import HomeNotWritable
from numbcompanion.practice.plans import BellKind
from numbcompanion.practice.records import Ending, SessionDone
from numbcompanion.practice.scripts import ScriptBroken, Shelf
from numbcompanion.practice.timer import TIMER, TimerSettings
from numbcompanion.preferences import ThemeChoice
from ui.practice.page import PracticePage


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def keep(companion, practice, at, seconds, settings=None):
    done = SessionDone(practice, at, None, seconds, Ending.COMPLETE, settings or {})
    return companion.practice_log.keep(done)


def test_there_is_a_card_for_each_practice_and_one_for_silence(page) -> None:
    assert list(page.cards) == ["orienting", TIMER]
    assert page.cards["orienting"].accessibleName() == "Orienting"
    assert "1–3 min · grounding" in words(page)


def test_the_purpose_cautions_and_evidence_are_said_before_the_start(page) -> None:
    page.cards["orienting"].click()
    said = words(page)
    for part in ("For when the room", "move only your eyes", "Evidence C", "Frontiers in Psychology", "Eyes open"):
        assert part in said
    assert not page.cards["orienting"].isVisible()


def test_the_safety_note_is_said_once(page, build, play) -> None:
    page.choose("orienting")
    assert "Once, before the first practice" in words(page)
    page.show_all()
    page.choose("timer")
    assert "Once, before the first practice" in words(page)  # none has begun yet
    page.begin()
    page.player.end()
    for again in (page, build()):
        again.choose("orienting")
        assert "Once, before the first practice" not in words(again)


def test_settings_that_cannot_be_written_do_not_stop_a_practice(page, companion, tasks, monkeypatch) -> None:
    def refuse(**values):
        raise HomeNotWritable("The folder cannot be written.")

    said = []
    tasks.trouble.connect(said.append)
    monkeypatch.setattr(companion.preferences, "change", refuse)
    page.choose("orienting")
    page.begin()
    assert page.player is not None
    assert len(said) == 1
    page.player.end()


def test_by_keyboard_alone_from_the_card_to_the_end_and_back(page, play, tasks, qtbot, companion) -> None:
    page.activateWindow()
    page.cards["orienting"].setFocus()
    qtbot.keyClick(page.cards["orienting"], Qt.Key.Key_Return)
    assert page.focusWidget() is page.begin_button
    qtbot.keyClick(page.begin_button, Qt.Key.Key_Return)
    player = page.player
    player.focus_first()
    assert player.focusWidget() is player.stage.main
    play(player, 30)
    qtbot.keyClick(player.stage.main, Qt.Key.Key_Space)
    assert player.paused
    qtbot.keyClick(player.stage.main, Qt.Key.Key_Space)
    qtbot.keyClick(player.stage.main, Qt.Key.Key_Escape)
    tasks.drain()
    qtbot.keyClick(player.stage.main, Qt.Key.Key_Return)
    assert page.player is None
    assert page.chosen == ""
    assert companion.practice_log.count() == 1
    tasks.drain()
    assert "Orienting · 29 s · today" in words(page)


def test_escape_goes_back_to_all_practices(page, qtbot) -> None:
    page.choose("timer")
    qtbot.keyClick(page.begin_button, Qt.Key.Key_Escape)
    assert page.chosen == ""
    assert page.cards[TIMER].isVisible()


def test_the_button_beside_the_title_leads_to_the_timer(page) -> None:
    page.timer_button.click()
    assert page.chosen == TIMER


def test_a_practice_that_is_not_there_shows_all(page) -> None:
    page.choose("no such practice")
    assert page.chosen == ""
    page.begin()
    assert page.player is None


def test_the_length_of_a_guided_practice_is_chosen(page) -> None:
    page.choose("orienting")
    page.before.lengths.chips[0].click()
    page.begin()
    assert page.player.session.plan.length_s == 60
    assert page.player.stage.name.text() == "Orienting · 1 min"
    page.player.end()


def test_bells_of_a_guided_practice_can_be_left_out(page, play, speaker) -> None:
    page.choose("orienting")
    page.before.bells.click()
    page.begin()
    play(page.player, 181)
    assert speaker.strokes == []
    page.player.end()


def test_every_setting_of_the_timer_reaches_the_plan(page) -> None:
    page.choose("timer")
    before = page.before
    press(before.lengths, "45")
    press(before.settle, "30")
    press(before.interval, "5")
    press(before.end_bells, "2")
    press(before.sound.kinds, BellKind.BAR.value)
    before.start.click()
    assert before.settings() == TimerSettings(45, 30, 5, 2, False, BellKind.BAR)
    assert before.minutes.value() == 45


def test_any_number_of_minutes_can_be_written(page) -> None:
    page.choose("timer")
    page.before.minutes.setValue(7)
    assert page.before.lengths.chosen() == []
    assert page.before.settings().minutes == 7
    press(page.before.lengths, "open")
    assert page.before.settings().minutes is None
    page.before.minutes.setValue(20)
    assert page.before.lengths.chosen() == ["20"]
    assert (page.before.minutes.minimum(), page.before.minutes.maximum()) == (1, 180)


def test_the_last_settings_come_back(build, companion, clock) -> None:
    last = TimerSettings(7, 60, 4, 0, False, BellKind.SMALL_BOWL)
    keep(companion, TIMER, clock.now(), 60, last.kept())
    page = build()
    page.choose("timer")
    assert page.before.settings() == last


def test_what_is_being_set_is_not_set_back_by_what_was_kept_before(page, companion, clock, tasks) -> None:
    page.choose("timer")
    press(page.before.lengths, "20")
    keep(companion, TIMER, clock.now(), 60, TimerSettings(minutes=3).kept())
    page.opened()
    tasks.drain()
    assert page.before.settings().minutes == 20


def test_a_timer_that_cannot_be_says_why_and_does_not_begin(page) -> None:
    page.choose("timer")
    page.before.show_settings(TimerSettings(prepare_s=90))
    page.begin()
    assert page.player is None
    assert "at most one minute" in words(page)


def test_hear_it_rings_the_chosen_bell_as_loud_as_chosen(page, speaker, companion) -> None:
    page.choose("timer")
    press(page.before.sound.kinds, BellKind.BAR.value)
    press(page.before.sound.levels, "0")
    page.before.sound.sample.click()
    assert [(kind, volume) for _, kind, volume in speaker.strokes] == [(BellKind.BAR, 0.35)]
    assert speaker.calls == ["prepare", "close"]
    assert companion.preferences.current.bells_volume == 0.35


def test_a_bell_that_cannot_be_heard_is_said(page, speaker) -> None:
    page.choose("orienting")
    speaker.trouble.emit("No sound device was found.")
    assert "No sound device was found." in words(page)


def test_at_most_five_sessions_are_listed_and_nothing_is_counted(page, companion, clock, tasks) -> None:
    for days in range(7):
        keep(companion, "orienting", clock.now() - timedelta(days=days), 180)
    page.opened()
    tasks.drain()
    lines = [line for line in words(page).splitlines() if line.startswith("Orienting · ")]
    assert lines[:2] == ["Orienting · 3 min · today", "Orienting · 3 min · yesterday"]
    assert len(lines) == 5


def test_without_sessions_nothing_is_said_of_them(page) -> None:
    assert "Lately" not in words(page)


def test_a_broken_practice_file_is_named_with_its_line(
    qtbot, theme, tasks, facts, companion, clock, speaker, awake
) -> None:
    shelf = Shelf((), (ScriptBroken(3, "“sort” is not known here.", "mine.md"),))
    page = PracticePage(
        theme, tasks, facts, companion.practice_log, shelf, clock, speaker, companion.preferences, awake
    )
    qtbot.addWidget(page)
    page.show()
    assert "mine.md:3: “sort” is not known here." in words(page)
    assert list(page.cards) == [TIMER]


def test_a_second_practice_does_not_begin_over_the_first(page) -> None:
    page.choose("orienting")
    page.begin()
    player = page.player
    page.choose("timer")
    page.begin()
    assert page.player is player
    player.end()


@pytest.mark.parametrize("name", ["", "orienting", "timer"])
def test_every_control_has_a_name_and_is_reached_by_tab(page, qtbot, name) -> None:
    if name:
        page.choose(name)
    QApplication.processEvents()
    controls = [
        control
        for kind in (QAbstractButton, QAbstractSpinBox)
        for control in page.findChildren(kind)
        if control.isVisible() and control.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    for control in controls:
        assert control.accessibleName() or control.text(), control
    page.activateWindow()
    controls[0].setFocus()
    reached = set()
    for _ in range(len(controls) * 2 + 4):
        reached.add(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert set(controls) <= reached


@pytest.mark.parametrize(("language", "scale"), [(translation.STRETCHED, 1.0), (None, 2.0)])
@pytest.mark.parametrize("name", ["", "orienting", "timer"])
def test_it_fits_stretched_and_at_double_text_size(build, theme, name, language, scale) -> None:
    translation.use(language)
    theme.set_choice(ThemeChoice.LIGHT, scale)
    try:
        page = build()
        if name:
            page.choose(name)
        QApplication.processEvents()
        assert page.scroll_area.widget().minimumSizeHint().width() <= 956
    finally:
        translation.use(None)
        theme.set_choice(ThemeChoice.SYSTEM, 1.0)


def press(chips, key) -> None:
    next(chip for chip in chips.chips if chip.key == key).click()
