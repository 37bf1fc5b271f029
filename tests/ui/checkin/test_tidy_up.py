import pytest

from numbcompanion.checkins.records import Around, CheckInDraft, MarkerKind
from ui.checkin.tidy_up import TidyUp


@pytest.fixture
def panel(theme, tasks, companion, qtbot):
    companion.own_words.add("far off", -1, -2)
    panel = TidyUp(theme, tasks, companion.tags, companion.own_words, companion.markers)
    qtbot.addWidget(panel)
    panel.show()
    panel.load()
    tasks.drain()
    return panel


def tag_of(companion, name):
    return next((tag.id for group in companion.tags.groups() for tag in group.tags if tag.name == name), None)


def test_a_tag_is_renamed_and_gets_its_name_back(panel, tasks, companion):
    work = tag_of(companion, "work")
    panel.tag.choose(work)
    panel._show_tag()
    panel.name.setText("the office")
    panel.rename_button.click()
    tasks.drain()
    assert tag_of(companion, "the office") == work
    panel.undo_button.click()
    tasks.drain()
    assert tag_of(companion, "work") == work
    assert panel.undo_button.isHidden()


def test_a_name_that_is_taken_is_answered_in_a_sentence(panel, tasks, companion):
    panel.tag.choose(tag_of(companion, "work"))
    panel.name.setText("At  Home")
    panel.rename_button.click()
    tasks.drain()
    assert "Merge the two" in panel._said.text()


def test_two_tags_become_one_in_the_past_too_and_are_parted_again(panel, tasks, companion):
    work, outside = tag_of(companion, "work"), tag_of(companion, "outside")
    kept = companion.checkins.save(CheckInDraft(depth=3, around=(Around(outside),)))
    panel.tag.choose(outside)
    panel.into.choose(work)
    panel.merge_button.click()
    tasks.drain()
    assert companion.checkins.all_points()[0].around == (Around(work),)
    panel.undo_button.click()
    tasks.drain()
    assert companion.checkins.all_points()[0].around == kept.around


def test_a_tag_merged_with_itself_is_answered_in_a_sentence(panel, tasks, companion):
    panel.tag.choose(tag_of(companion, "work"))
    panel.into.choose(tag_of(companion, "work"))
    panel.merge_button.click()
    tasks.drain()
    assert panel._said.text() == "A tag cannot be merged with itself. Choose two tags."


def test_tags_and_words_that_are_taken_away_come_back(panel, tasks, companion):
    crowds = tag_of(companion, "crowds")
    panel.tag.choose(crowds)
    panel.remove_button.click()
    tasks.drain()
    assert tag_of(companion, "crowds") is None
    panel.undo_button.click()
    tasks.drain()
    assert tag_of(companion, "crowds") == crowds
    panel.remove_word_button.click()
    tasks.drain()
    assert companion.own_words.all() == []
    panel.undo_button.click()
    tasks.drain()
    assert [word.word for word in companion.own_words.all()] == ["far off"]


def test_a_mark_that_is_taken_away_comes_back(panel, tasks, companion):
    marker = companion.markers.add(MarkerKind.EVENT, "moved house")
    panel.load()
    tasks.drain()
    assert panel.mark.currentText() == "23 November 2026: moved house"
    panel.remove_mark_button.click()
    tasks.drain()
    assert companion.markers.all() == []
    panel.undo_button.click()
    tasks.drain()
    assert [one.id for one in companion.markers.all()] == [marker.id]
