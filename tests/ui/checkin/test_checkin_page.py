from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from numbcompanion.checkins.records import (
    Around,
    CheckInDraft,
    Felt,
    Kind,
    Ladder,
    MarkerKind,
    Region,
    Sensation,
    Source,
)
from numbcompanion.errors import DiskFull

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def everything(companion):
    """A check-in that says all there is to say."""
    tags = {tag.name: tag for group in companion.tags.groups() for tag in group.tags}
    now = companion.clock.now()
    return companion.checkins.save(
        CheckInDraft(
            depth=2,
            pleasantness=-1.5,
            energy=-2.5,
            words=("distant", "lonely"),
            note="rain",
            source=Source.PAGE,
            at=now - timedelta(days=1, seconds=17),
            close_people=2,
            close_self=1,
            body=(Felt(Region.CHEST, Sensation.TIGHT), Felt(Region.CHEST, Sensation.COLD)),
            around=(Around(tags["at home"].id), Around(tags["hours slept"].id, 5.5)),
            ladder=Ladder(("feet",), Sensation.COLD, "violet", ("angry",), ""),
            noticed=now - timedelta(hours=3),
        )
    )


def newest(companion):
    return companion.checkins.newest()[0]


def test_two_keys_are_a_whole_check_in(page, tasks, companion, qtbot, said):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    tasks.drain()
    assert newest(companion).draft() == CheckInDraft(depth=4, at=newest(companion).moment.at)
    assert said[0][0] == "Kept: 4 of 10."
    assert page.form.first.slider.depth() is None


def test_save_is_there_before_anything_is_said_and_nothing_is_not_zero(page, tasks, companion, qtbot):
    assert page.save_button.isEnabled()
    page.save_button.click()
    tasks.drain()
    assert newest(companion).depth is None
    qtbot.keyClick(page.form.first.slider, Qt.Key.Key_0)
    page.save_button.click()
    tasks.drain()
    assert newest(companion).depth == 0


def test_all_of_it_with_the_keyboard_alone(page, tasks, companion, qtbot):
    def keys(*names):
        for name in names:
            qtbot.keyClick(QApplication.focusWidget(), name)

    keys(Qt.Key.Key_3, Qt.Key.Key_F6)
    keys(Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Down)
    keys(Qt.Key.Key_F6, "2", Qt.Key.Key_Tab, "4")
    keys(Qt.Key.Key_F6, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    keys(Qt.Key.Key_F6, Qt.Key.Key_Return, Qt.Key.Key_Space)
    keys(Qt.Key.Key_F6, Qt.Key.Key_Space, Qt.Key.Key_F6)
    qtbot.keyClicks(QApplication.focusWidget(), "rain on the roof")
    keys(Qt.Key.Key_Return)
    tasks.drain()
    kept = newest(companion)
    assert (kept.depth, kept.pleasantness, kept.energy) == (3, -1.0, -0.5)
    assert (kept.close_people, kept.close_self) == (2, 4)
    assert len(kept.words) == 2
    assert kept.body == (Felt(Region.CHEST, Sensation.WARM),)
    assert list(companion.tags.names([one.tag_id for one in kept.around]).values()) == ["at home"]
    assert kept.note == "rain on the roof"


def test_tab_goes_through_the_questions_in_their_order(page, qtbot):
    form = page.form
    wanted = [
        form.first.slider,
        form.first.cant_tell,
        form.map_card.map,
        form.map_card.cant_tell,
        form.first.people,
        form.first.myself,
        *form.words.chips.chips,
    ]
    reached = [QApplication.focusWidget()]
    for _ in range(len(wanted) + 30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached[: len(wanted)] == wanted
    assert reached.index(form.body.figure) < reached.index(form.around.plus) < reached.index(form.around.line)


def test_a_kept_one_opens_with_everything_and_saving_it_changes_nothing(page, tasks, companion, everything):
    page.open_checkin(everything.id)
    tasks.drain()
    assert page.form.draft() == everything.draft()
    page.save()
    tasks.drain()
    assert companion.checkins.by_id(everything.id).draft() == everything.draft()


def test_a_change_can_be_taken_back(page, tasks, companion, everything, said, facts, qtbot):
    page.open_checkin(everything.id)
    tasks.drain()
    page.form.first.slider.set_depth(7)
    page.form.first.people.set_level(None)
    page.form.around.line.setText("sun")
    with qtbot.waitSignal(facts.checkin_saved):
        page.save()
        tasks.drain()
    changed = companion.checkins.by_id(everything.id)
    assert (changed.depth, changed.close_people, changed.note) == (7, None, "sun")
    said[-1][1]()
    tasks.drain()
    assert companion.checkins.by_id(everything.id).draft() == everything.draft()


def test_a_deleted_one_comes_back(page, tasks, companion, everything, said):
    page.open_checkin(everything.id)
    tasks.drain()
    page.delete.click()
    tasks.drain()
    assert companion.checkins.newest() == []
    said[-1][1]()
    tasks.drain()
    assert newest(companion).id == everything.id


def test_a_saved_one_can_be_taken_back(page, tasks, companion, said, qtbot):
    qtbot.keyClick(page.form.first.slider, Qt.Key.Key_1)
    page.save()
    tasks.drain()
    said[-1][1]()
    tasks.drain()
    assert companion.checkins.newest() == []
    assert page.after.isHidden()


def test_a_tag_that_is_gone_stays_with_what_was_said(page, tasks, companion, everything):
    companion.tags.remove(everything.around[0].tag_id)
    page.open_checkin(everything.id)
    page.opened()
    tasks.drain()
    page.form.first.slider.set_depth(9)
    page.save()
    tasks.drain()
    assert companion.checkins.by_id(everything.id).around == everything.around


def test_it_can_be_of_an_earlier_time(page, tasks, companion):
    when = page.form.around.when
    when.chips.chips[1].click()
    when.was.set_wall(when.was.wall() - timedelta(days=2))
    page.save()
    tasks.drain()
    ago = companion.clock.now() - newest(companion).moment.at
    assert timedelta(days=2) <= ago < timedelta(days=2, minutes=1)
    assert when.at() is None


def test_noticed_before_it_was_is_said_and_nothing_is_lost(page, tasks, companion, said):
    when = page.form.around.when
    when.chips.chips[2].click()
    when.noticed_at.set_wall(when.was.wall() - timedelta(hours=2))
    page.form.around.line.setText("later")
    page.save()
    tasks.drain()
    assert said == [("A feeling can be noticed when it is there or later, not before.", None)]
    assert page.form.around.line.text() == "later"
    assert companion.checkins.newest() == []


def test_what_no_disk_takes_stays_on_the_page(page, tasks, said, monkeypatch):
    def refuse(draft):
        raise DiskFull("The disk is full. Nothing was lost.")

    monkeypatch.setattr(page._checkins, "save", refuse)
    page.form.first.slider.set_depth(5)
    page.save()
    tasks.drain()
    assert said == [("The disk is full. Nothing was lost.", None)]
    assert page.form.first.slider.depth() == 5


def test_a_low_number_offers_small_things_and_opens_none(page, tasks, qtbot):
    with qtbot.assertNotEmitted(page.small_thing_wanted):
        page.form.first.slider.set_depth(1)
        page.save()
        tasks.drain()
    assert [one.text() for one in page.after._buttons if one.isVisible()] == [
        "Look around the room, 3 minutes",
        "Five senses, 2 minutes",
        "A short walk",
    ]
    page.after._buttons[2].click()
    assert page.after._text.text().startswith("Twenty steps")
    with qtbot.waitSignal(page.small_thing_wanted) as wanted:
        page.after._buttons[0].click()
    assert wanted.args == ["orienting"]
    page.form.first.slider.set_depth(8)
    page.save()
    tasks.drain()
    assert page.after.isHidden()


def test_a_new_tag_is_kept_and_chosen_and_the_same_in_other_letters_is_the_same(page, tasks, companion):
    around = page.form.around
    around.plus.click()
    around.new_tag.setText("Caf\u00e9")
    around.new_tag.returnPressed.emit()
    tasks.drain()
    around.new_tag.setText("cafe\u0301")
    around.new_tag.returnPressed.emit()
    tasks.drain()
    assert len(around.around()) == 1
    page.save()
    tasks.drain()
    kept = newest(companion).around
    assert companion.tags.names([kept[0].tag_id]) == {kept[0].tag_id: "Caf\u00e9"}


def test_a_tag_of_five_thousand_characters_is_answered_in_a_sentence(page, tasks, said):
    around = page.form.around
    around.plus.click()
    around.new_tag.setText("x" * 5000)
    around.new_tag.returnPressed.emit()
    tasks.drain()
    assert "up to 60 characters" in said[0][0]
    assert around.around() == ()


def test_hours_of_sleep_go_with_their_tag(page, tasks, companion):
    around = page.form.around
    chip = next(chip for chips in around._chips for chip in chips.chips if chip.text() == "hours slept")
    chip.click()
    field = next(iter(around._fields.values()))
    field.setValue(6.5)
    page.save()
    tasks.drain()
    assert newest(companion).around == (Around(chip.key, 6.5),)
    assert around._fields == {}


def test_a_word_of_ones_own_gets_the_place_of_the_point(page, tasks, companion):
    page.form.map_card.map.set_point((2.0, -1.0))
    words = page.form.words
    words.toggle_all()
    words.search.setText("snowed  in")
    assert words.keep.text() == "Keep “snowed in” as a word of my own"
    words.keep.click()
    tasks.drain()
    own = companion.own_words.all()[0]
    assert (own.word, own.pleasantness, own.energy) == ("snowed in", 2.0, -1.0)
    assert words.chosen() == ("snowed in",)


def test_a_glimmer_opened_again_stays_a_glimmer(page, tasks, companion):
    glimmer = companion.checkins.glimmer("a laugh")
    page.open_checkin(glimmer.id)
    tasks.drain()
    page.form.around.line.setText("in the queue")
    page.save()
    tasks.drain()
    changed = companion.checkins.by_id(glimmer.id)
    assert (changed.kind, changed.words, changed.depth, changed.note) == (
        Kind.GLIMMER,
        ("a laugh",),
        None,
        "in the queue",
    )


def test_control_enter_saves_from_anywhere(page, tasks, companion, qtbot):
    page.form.first.slider.set_depth(6)
    page.form.body.figure.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    tasks.drain()
    assert newest(companion).depth == 6


def test_what_another_program_took_away_is_said(page, tasks, said):
    page.open_checkin("gone")
    tasks.drain()
    assert said == [("This check-in is not there any more.", None)]


def test_the_list_shows_days_as_ranges_and_opens_what_was_said(page, tasks, companion):
    for depth in (2, 7):
        companion.checkins.save(CheckInDraft(depth=depth))
    companion.checkins.glimmer("warmth")
    page.earlier.click()
    tasks.drain()
    row = page.days.rows[0]
    assert row.button.text() == "Monday 23 November · 2 check-ins · 1 glimmer"
    assert row.bar.toolTip() == "2 to 7 of 10"
    row.button.click()
    tasks.drain()
    assert [one.text().partition(" · ")[2] for one in row.buttons] == [
        "2 of 10, faint",
        "7 of 10, clear",
        "something came through · warmth",
    ]
    row.buttons[1].click()
    tasks.drain()
    assert page.form.first.slider.depth() == 7
    assert page.days.isHidden()


def test_older_days_come_when_asked_for(page, tasks, companion):
    now = companion.clock.now()
    for ago in range(25):
        companion.checkins.save(CheckInDraft(depth=5, at=now - timedelta(days=ago)))
    page.earlier.click()
    tasks.drain()
    assert len(page.days.rows) == 20
    page.days.older.click()
    tasks.drain()
    assert len(page.days.rows) == 25
    assert page.days.older.isHidden()


def test_a_change_of_medication_is_marked_and_can_be_taken_back(page, tasks, companion, facts, said, qtbot):
    row = page.form.around.change_row
    page.form.around.change.click()
    row.line.setText("half a tablet less")
    row.at.set_wall(row.at.wall() - timedelta(days=3))
    with qtbot.waitSignal(facts.around_changed):
        qtbot.keyClick(row.line, Qt.Key.Key_Return)
        tasks.drain()
    marker = companion.markers.all()[0]
    assert (marker.kind, marker.line) == (MarkerKind.MEDICATION, "half a tablet less")
    assert marker.moment.local_date == companion.checkins.today() - timedelta(days=3)
    assert row.isHidden()
    assert companion.checkins.newest() == []
    said[-1][1]()
    tasks.drain()
    assert companion.markers.all() == []


def test_a_change_needs_no_words(page, tasks, companion):
    page.form.around.change.click()
    page.form.around.change_row.kind.chips[1].click()
    page.form.around.change_row.line.returnPressed.emit()
    tasks.drain()
    assert [(one.kind, one.line) for one in companion.markers.all()] == [(MarkerKind.EVENT, "")]


def test_the_page_scrolls_to_where_the_keyboard_goes(page, tasks, qtbot):
    page.resize(1000, 400)
    bar = page.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert page.form.around.line.hasFocus()
    qtbot.waitUntil(lambda: bar.value() > 0)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    tasks.drain()
    assert page.form.first.slider.hasFocus()
    assert bar.value() == 0
