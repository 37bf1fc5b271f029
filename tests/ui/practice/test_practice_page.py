from datetime import timedelta

from practising import keep, press, words
from PySide6.QtCore import Qt

from numbcompanion.errors import HomeNotWritable
from numbcompanion.practice.script_shelf import Scripts
from numbcompanion.practice.timer import TIMER, TimerSettings


def test_the_purpose_cautions_and_evidence_are_said_before_the_start(page) -> None:
    page.cards["orienting"].click()
    said = words(page)
    for part in ("For when the room", "move only your eyes", "Evidence C", "Frontiers in Psychology", "Eyes open"):
        assert part in said
    assert not page.cards["orienting"].isVisible()


def test_the_safety_note_is_said_once(page, build) -> None:
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
    assert page.focusWidget() is page.cards["orienting"]


def test_escape_goes_back_to_all_practices(page, qtbot) -> None:
    page.choose("body-scan")
    qtbot.keyClick(page.begin_button, Qt.Key.Key_Escape)
    assert page.chosen == ""
    assert page.cards["body-scan"].isVisible()


def test_the_way_back_leads_to_all_practices(page) -> None:
    page.choose("body-scan")
    page.before.back.click()
    assert page.chosen == ""
    assert page.shelf.isVisible()


def test_the_button_beside_the_title_leads_to_the_timer(page) -> None:
    page.timer_button.click()
    assert page.chosen == TIMER


def test_a_practice_that_is_not_there_shows_all(page) -> None:
    page.choose("no such practice")
    assert page.chosen == ""
    page.begin()
    assert page.player is None


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


def test_a_session_of_another_program_is_listed_when_the_store_says_so(page, companion, clock, tasks, facts) -> None:
    keep(companion, "orienting", clock.now(), 60)
    facts.store_changed_elsewhere.emit()
    tasks.drain()
    assert "Orienting · 1 min · today" in words(page)


def test_a_broken_practice_file_is_named_with_its_line_and_the_rest_still_load(build, tmp_path) -> None:
    (tmp_path / "mine.md").write_text("---\ntitle: Mine\nsort: nothing\n---\n")
    page = build(Scripts.shipped(own=tmp_path))
    [said] = [line for line in words(page).splitlines() if line.startswith("A practice file cannot be used: ")]
    assert said.endswith("mine.md:3: “sort” is not known here.")
    page.shelf.choose("all")
    assert len(page.shelf.shown) == 28


def test_the_folder_of_own_practices_is_asked_for(page, qtbot) -> None:
    with qtbot.waitSignal(page.folder_requested):
        page.shelf.folder.click()


def test_a_second_practice_does_not_begin_over_the_first(page) -> None:
    page.choose("orienting")
    page.begin()
    player = page.player
    page.choose("timer")
    page.begin()
    page.begin_timer()
    assert page.player is player
    player.end()


def test_the_depth_before_reaches_the_record_and_is_forgotten_for_the_next(page, play, tasks, companion) -> None:
    page.choose("orienting")
    press(page.before.felt.chips, "0")
    page.begin()
    play(page.player, 30)
    page.player.end()
    tasks.drain()
    assert companion.practice_log.recent()[0].depth_before == 0
    page.choose("orienting")
    assert page.before.felt.chosen_depth is None


def test_a_depth_that_cannot_be_told_is_kept_as_none(page, play, tasks, companion) -> None:
    page.choose("orienting")
    press(page.before.felt.chips, "?")
    page.begin()
    play(page.player, 30)
    page.player.end()
    tasks.drain()
    assert companion.practice_log.recent()[0].depth_before is None


def test_the_timer_begins_at_once_as_the_last_time(page, companion, clock, tasks) -> None:
    last = TimerSettings(7, 5, 2, (), 0, False)
    keep(companion, TIMER, clock.now(), 60, last.kept())
    page.begin_timer()
    tasks.drain()
    assert TimerSettings.from_kept(page.player.session.plan.settings) == last


def test_the_timer_begins_at_once_also_the_first_time(page, tasks) -> None:
    page.begin_timer()
    tasks.drain()
    assert TimerSettings.from_kept(page.player.session.plan.settings) == TimerSettings()


def test_what_is_heard_is_the_same_before_every_practice(page, companion) -> None:
    page.choose("orienting")
    page.before.sound.voice.switch.click()
    page.before.sound.soundscape.switch.click()
    page.before.sound.bells.level.click()
    page.choose("timer")
    sound = page.before.sound
    assert sound.voice.switch.isChecked()
    assert sound.soundscape.switch.isChecked()
    assert sound.bells.level.text() == "clear"
    current = companion.preferences.current
    assert (current.voice_on, current.soundscape, current.bells_volume) == (True, "rain", 1.0)


def test_what_is_heard_before_a_practice_is_heard_in_it(page, speaker) -> None:
    page.choose("orienting")
    page.before.sound.soundscape.switch.click()
    page.begin()
    assert speaker.laid == [("rain", 0.35)]
