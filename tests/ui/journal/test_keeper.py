"""Words outlive a store that fails: they stay on the page, and are tried again."""

import pytest

from numbcompanion.errors import DiskFull


class FailingJournal:
    """The real journal, but the disk is full when told so."""

    def __init__(self, journal):
        self._journal = journal
        self.full = False
        self.attempts = 0

    def save(self, *values):
        self.attempts += 1
        if self.full:
            raise DiskFull("The disk is full. Nothing was lost.")
        return self._journal.save(*values)

    def drop_if_blank(self, entry_id):
        if self.full:
            raise DiskFull("The disk is full. Nothing was lost.")
        return self._journal.drop_if_blank(entry_id)

    def __getattr__(self, name):
        return getattr(self._journal, name)


@pytest.fixture
def failing(journal):
    return FailingJournal(journal)


@pytest.fixture
def page(make_page, failing):
    return make_page(failing)


def wait_out(page, clock, tasks, seconds=2):
    clock.advance(seconds)
    page.keeper.look()
    tasks.drain()


def test_a_full_disk_is_said_and_the_words_stay(page, qtbot, clock, tasks, failing, journal):
    failing.full = True
    qtbot.keyClicks(page.sheet.body, "precious")
    wait_out(page, clock, tasks)
    assert page.sheet.state.text() == "not saved yet: the disk is full"
    assert page.sheet.words().body == "precious"
    assert page.unsaved
    wait_out(page, clock, tasks, 4.9)
    assert failing.attempts == 1
    failing.full = False
    wait_out(page, clock, tasks, 0.2)
    assert page.sheet.state.text() == "saved · 1 word"
    assert journal.lines()[0].headline == "precious"


def test_the_next_key_tries_again_soon(page, qtbot, clock, tasks, failing):
    failing.full = True
    qtbot.keyClicks(page.sheet.body, "a")
    for seconds in (2, 5, 10, 20):
        wait_out(page, clock, tasks, seconds)
    failing.full = False
    qtbot.keyClicks(page.sheet.body, "b")
    wait_out(page, clock, tasks)
    assert page.sheet.state.text() == "saved · 1 word"


def test_words_of_a_page_that_was_turned_over_are_not_lost(page, qtbot, clock, tasks, failing, journal):
    older = journal.save(journal.begin(), "Older", "")
    failing.full = True
    qtbot.keyClicks(page.sheet.body, "precious")
    page.open_entry(older.id)
    tasks.drain()
    assert page.sheet.words().title == "Older"
    assert page.unsaved
    failing.full = False
    wait_out(page, clock, tasks, 61)
    assert not page.unsaved
    assert {line.headline for line in journal.lines()} == {"Older", "precious"}


def test_going_back_to_a_page_not_saved_yet_shows_its_newest_words(page, qtbot, clock, tasks, failing, journal):
    first = journal.save(journal.begin(), "First", "old")
    second = journal.save(journal.begin(), "Second", "")
    page.open_entry(first.id)
    tasks.drain()
    failing.full = True
    qtbot.keyClicks(page.sheet.body, " and new")
    page.open_entry(second.id)
    tasks.drain()
    page.open_entry(first.id)
    tasks.drain()
    assert page.sheet.words().body == "old and new"
    assert page.sheet.state.text() == "not saved yet: the disk is full"
    failing.full = False
    wait_out(page, clock, tasks, 61)
    assert journal.entry(first.id).body == "old and new"


def test_only_one_save_is_under_way_and_the_newest_words_win(page, qtbot, clock, tasks, failing, journal):
    qtbot.keyClicks(page.sheet.body, "one")
    clock.advance(2)
    page.keeper.look()
    for _ in range(5):
        qtbot.keyClicks(page.sheet.body, "!")
        clock.advance(2)
        page.keeper.look()
    tasks.drain()
    assert failing.attempts == 1
    assert page.sheet.state.text() == "writing…"
    wait_out(page, clock, tasks)
    assert failing.attempts == 2
    assert journal.last_of_today().body == "one!!!!!"
