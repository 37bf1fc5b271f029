import pytest
from practising import press, texts, words
from PySide6.QtCore import Qt

from numbcompanion.practice.scripts import Eyes


@pytest.fixture
def before(page):
    def before(slug):
        page.choose(slug)
        return page.before

    return before


@pytest.mark.parametrize(
    ("slug", "rows"),
    [
        ("orienting", {"lengths"}),
        ("cool-water", {"lengths", "variants"}),
        ("body-scan", {"lengths", "variants", "anchors", "eyes"}),
        ("make-a-mark", {"lengths", "anchors"}),
        ("breath-counting", {"lengths", "anchors", "eyes"}),
        ("kindness-from-afar", {"lengths", "eyes", "phrases"}),
        ("one-song", {"lengths", "eyes", "song"}),
    ],
)
def test_only_the_rows_a_practice_needs_are_there(before, slug, rows) -> None:
    shown = before(slug)
    there = {name for name in ("lengths", "variants", "anchors", "eyes") if getattr(shown, name).isVisible()}
    if shown.phrases:
        there.add("phrases")
    if shown.song is not None:
        there.add("song")
    assert there == rows


def test_what_nobody_has_to_choose_is_chosen_eyes_open(before, shipped) -> None:
    for script in shipped.shelf.scripts:
        shown = before(script.slug)
        assert shown.choices == script.usual(), script.slug
        assert shown.choices.eyes is Eyes.OPEN


def test_the_length_of_a_guided_practice_is_chosen(page, before) -> None:
    press(before("orienting").lengths, "3")
    page.begin()
    assert page.player.session.plan.length_s == pytest.approx(180)
    assert page.player.stage.name.text() == "Orienting · 3 min"


def test_every_choice_reaches_the_plan_and_the_log(page, before, play, tasks, companion) -> None:
    shown = before("breath-counting")
    for row, key in ((shown.lengths, "5"), (shown.anchors, "hands"), (shown.eyes, "closed")):
        press(row, key)
    page.begin()
    said = texts(page.player.session.plan)
    assert any(text.startswith("Press one finger at a time") for text in said)
    assert not any(text.startswith("Count each new sound") for text in said)
    assert "Close your eyes when you like. Open them again at any time." in said
    play(page.player, 30)
    page.player.end()
    tasks.drain()
    [record] = companion.practice_log.recent()
    assert record.settings == {"length": "5", "variant": "", "anchor": "hands", "eyes": "closed"}


def test_a_variant_reaches_the_plan_and_the_log(page, before, play, tasks, companion) -> None:
    press(before("box-breathing").variants, "holds")
    page.begin()
    assert "hold" in {phase.kind for phase in page.player.session.plan.phases}
    play(page.player, 30)
    page.player.end()
    tasks.drain()
    assert companion.practice_log.recent()[0].settings["variant"] == "holds"


def test_without_a_variant_nobody_holds_the_breath(page, before) -> None:
    for slug in ("box-breathing", "four-seven-eight", "coherent-breathing", "cyclic-sigh"):
        plan = before(slug).plan()
        assert not {phase.kind for phase in plan.phases} & {"hold", "rest"}, slug


def test_where_attention_rests_is_said(page, before) -> None:
    press(before("noticing-faint-feelings").anchors, "feet")
    assert "Rest with your feet for a moment." in texts(page.before.plan())


def test_one_of_each_is_always_chosen(before) -> None:
    shown = before("breath-counting")
    for row in (shown.lengths, shown.anchors, shown.eyes):
        [key] = row.chosen()
        press(row, key)
        assert row.chosen() == [key]


def test_bells_of_a_guided_practice_can_be_left_out(page, before, play, speaker, companion) -> None:
    before("orienting").sound.bells.switch.click()
    page.begin()
    play(page.player, 181)
    assert speaker.strokes == []
    assert not companion.preferences.current.bells_on


def test_its_bells_ring_at_the_beginning_and_at_the_end(page, before, play, speaker, clock) -> None:
    began_s = clock.monotonic_s()
    before("noticing-faint-feelings")
    page.begin()
    play(page.player, 182)
    assert len(speaker.strokes) == 2
    assert speaker.strokes[0][0] - began_s == pytest.approx(0.4)
    assert {kind for _, kind, _ in speaker.strokes} == {"small-bowl"}


def test_phrases_of_ones_own_are_kept_and_spoken(page, before, play, tasks, companion, voice, build, qtbot) -> None:
    shown = before("kindness-from-afar")
    tasks.drain()
    assert shown.phrases[0].placeholderText() == "May you be safe."
    qtbot.keyClicks(shown.phrases[1], " Let there be soup. ")
    qtbot.keyClick(shown.phrases[1], Qt.Key.Key_Return)
    tasks.drain()
    assert companion.practice_choices.phrases("kindness-from-afar") == ("", "Let there be soup.", "", "")
    shown.sound.voice.switch.click()
    page.begin()
    play(page.player, 301)
    assert voice.said.count("Let there be soup.") == 5
    assert voice.said.count("May you be safe.") == 5
    assert "May you be warm." not in voice.said
    again = build()
    again.choose("kindness-from-afar")
    tasks.drain()
    assert [field.text() for field in again.before.phrases] == ["", "Let there be soup.", "", ""]


def test_a_phrase_is_kept_when_one_goes_back_while_writing_it(page, before, tasks, companion, qtbot) -> None:
    shown = before("kindness-from-afar")
    tasks.drain()
    qtbot.keyClicks(shown.phrases[0], "Soup.")
    qtbot.keyClick(shown.phrases[0], Qt.Key.Key_Escape)
    tasks.drain()
    assert page.chosen == ""
    assert companion.practice_choices.phrases("kindness-from-afar") == ("Soup.", "", "", "")


def test_every_phrase_has_a_name(before) -> None:
    assert [field.accessibleName() for field in before("kindness-from-afar").phrases] == [
        f"Phrase {n}" for n in (1, 2, 3, 4)
    ]


def test_evidence_and_sources_are_said_and_no_more_is_claimed(before, page, shipped) -> None:
    for script in shipped.shelf.scripts:
        before(script.slug)
        said = words(page)
        assert f"Evidence {script.evidence}: " in said, script.slug
        for line in (script.purpose, *script.cautions, *script.sources):
            assert line in said, script.slug


@pytest.fixture
def choose_file(monkeypatch, tmp_path):
    """A song the dialog gives."""
    monkeypatch.setattr("ui.kit.dialogs.Dialogs.choose_file_to_open", lambda *_: tmp_path / "Wide river.mp3")


def test_without_a_song_it_says_so_and_does_not_begin(page, before) -> None:
    shown = before("one-song")
    page.begin()
    assert page.player is None
    assert shown.song.said.text() == "Choose a song first; any file of music on this computer."
    assert shown.song.said.isVisible()


def test_a_song_of_known_length_begins_and_is_as_long_as_it_is(page, before, song, choose_file, companion) -> None:
    shown = before("one-song")
    shown.song.button.click()
    assert song.calls == ["load"]
    assert shown.song.said.text() == "Looking at the file…"
    page.begin()
    assert page.player is None
    song.length_known.emit(185.4)
    assert shown.song.said.text() == "Wide river, 3 minutes and 5 seconds"
    page.begin()
    short_s = page.player.session.plan.length_s
    page.player.end()
    shown.song.button.click()
    song.length_known.emit(285.4)
    page.choose("one-song")
    page.begin()
    assert page.player.session.plan.length_s == pytest.approx(short_s + 100)
    assert page.player.stage.name.text() == "One song"


def test_the_name_of_the_song_is_written_nowhere(page, before, song, choose_file, play, tasks, companion) -> None:
    before("one-song").song.button.click()
    song.length_known.emit(20.0)
    page.begin()
    play(page.player, 10)
    page.player.end()
    tasks.drain()
    assert "river" not in str(companion.practice_log.recent())


def test_a_file_that_cannot_be_played_says_why(page, before, song, choose_file) -> None:
    shown = before("one-song")
    shown.song.button.click()
    song.length_known.emit(100.0)
    song.trouble.emit("This file cannot be played.")
    assert shown.song.said.text() == "This file cannot be played."
    page.begin()
    assert page.player is None


def test_a_dialog_that_was_put_off_changes_nothing(before, song, monkeypatch) -> None:
    monkeypatch.setattr("ui.kit.dialogs.Dialogs.choose_file_to_open", lambda *_: None)
    before("one-song").song.button.click()
    assert song.calls == []
