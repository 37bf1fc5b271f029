"""The journal keeps every word, pages its list, and brings back what was put away."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from numbcompanion.clock import Moment
from numbcompanion.errors import DiskFull
from numbcompanion.journal.journal import Journal
from numbcompanion.journal.text import cleaned, cleaned_line

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)
MIXED = "שלום עולם – مرحبا · e\u0301 und n\u0303 · 👩🏽\u200d🚀👨\u200d👩\u200d👧 · \u202eback\u202c · नमस्ते"


@pytest.fixture
def journal(companion):
    return companion.journal


def write(journal, title, body="", *, at=None):
    moment = None if at is None else Moment.of(at, "Europe/Dublin")
    return journal.save(journal.begin(), title, body, moment)


def test_a_page_comes_back_as_it_was_written(journal, clock):
    entry = write(journal, "The train", "It was loud.\n\nI minded.")
    again = journal.entry(entry.id)
    assert (again.title, again.body) == ("The train", "It was loud.\n\nI minded.")
    assert again == entry
    assert again.moment.local_date == date(2026, 11, 23)
    assert again.created == again.changed == clock.now()


def test_nothing_is_kept_of_a_page_that_was_never_written_on(journal):
    assert journal.save(journal.begin(), "", " \n\t ") is None
    assert journal.count() == 0


def test_saving_again_changes_the_one_row(journal, clock):
    entry = write(journal, "", "It")
    clock.advance(60)
    later = journal.save(entry.id, "", "It was something")
    assert journal.count() == 1
    assert later.created == entry.created
    assert later.changed > entry.changed
    assert later.moment == entry.moment
    assert journal.entry(entry.id) == later


def test_saving_the_same_words_changes_nothing(journal, clock):
    entry = write(journal, "", "It")
    clock.advance(60)
    assert journal.save(entry.id, "", "It") == entry


def test_a_new_page_carries_the_moment_it_was_begun(journal, clock):
    begun = journal.moment()
    clock.advance(9 * 3600)
    entry = journal.save(journal.begin(), "", "late", begun)
    assert entry.moment == begun
    assert entry.created == clock.now()


def test_before_four_it_is_still_yesterday(journal, clock):
    clock.set(datetime(2026, 11, 24, 2, 30, tzinfo=UTC))
    assert write(journal, "", "awake").moment.local_date == date(2026, 11, 23)


def test_a_page_that_was_emptied_again_can_be_dropped_and_no_other(journal):
    entry = write(journal, "", "h")
    assert not journal.drop_if_blank(entry.id)
    journal.save(entry.id, "", "")
    assert journal.drop_if_blank(entry.id)
    assert journal.entry(entry.id) is None
    assert not journal.drop_if_blank(entry.id)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=ANY_TEXT, body=ANY_TEXT)
def test_any_text_goes_round(journal, title, body):
    entry = journal.save(journal.begin(), title, body)
    kept = (cleaned_line(title), cleaned(body))
    if not "".join(kept).strip():
        assert entry is None
        return
    again = journal.entry(entry.id)
    assert (again.title, again.body) == kept
    assert journal.line(again) == next(line for line in journal.lines(2000) if line.id == entry.id)


@pytest.mark.parametrize("text", [MIXED, "a" * 1_000_000, "word " * 200_000, "😶" * 1_000_000, "\n" * 999_999 + "x"])
def test_text_of_a_million_characters_and_of_every_script_is_kept(journal, text):
    entry = write(journal, text, text)
    again = journal.entry(entry.id)
    assert again.body == text
    assert again.title == cleaned_line(text)
    line = journal.lines()[0]
    assert len(line.headline) <= 160
    assert len(line.snippet) <= 500


def test_nul_and_halves_of_signs_are_cleaned(journal):
    entry = write(journal, "a\x00b\r\nc", "lone \ud800 half\rnext\u2029last \ud83d\ude36 \x02\x03")
    assert entry.title == "ab c"
    assert entry.body == "lone \ufffd half\nnext\nlast 😶 "


def test_the_list_is_newest_first_and_comes_in_pages(journal):
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    for number in range(25):
        write(journal, f"Page {number}", at=start + timedelta(hours=7 * number))
    for _ in range(3):  # the same instant: still each of them once
        write(journal, "Twin", at=start)
    seen, before = [], None
    while page := journal.lines(4, before):
        seen += page
        before = page[-1]
    assert [line.headline for line in seen[:24]] == [f"Page {n}" for n in range(24, 0, -1)]
    assert [line.headline for line in seen[24:]] == ["Twin", "Twin", "Twin", "Page 0"]
    assert seen == journal.lines(100)


def test_the_list_follows_the_stored_day_after_travel(journal, clock):
    write(journal, "Dublin", at=clock.now())
    clock.travel("Pacific/Auckland")
    auckland = write(journal, "Auckland")
    clock.travel("Europe/Dublin")
    clock.advance(3600)
    write(journal, "Dublin again")
    assert auckland.moment.local_date == date(2026, 11, 24)
    assert [line.headline for line in journal.lines()] == ["Auckland", "Dublin again", "Dublin"]


def test_a_page_without_a_title_is_listed_by_its_first_line(journal):
    write(journal, "", "\n\n## **Flat.** Wrote anyway.\n\n- tea\n- a walk")
    line = journal.lines()[0]
    assert line.headline == "Flat. Wrote anyway."
    assert line.snippet == "tea a walk"


def test_what_is_put_away_comes_back_as_it_was(journal):
    entry = write(journal, "Keep", "these words")
    assert journal.delete(entry.id)
    assert journal.lines() == []
    assert journal.search("words") == []
    assert journal.entry(entry.id).deleted is not None
    assert journal.restore(entry.id)
    again = journal.entry(entry.id)
    assert again == replace(entry, changed=again.changed)
    assert [line.id for line in journal.lines()] == [entry.id]
    assert not journal.delete("no such page")


def test_on_this_day_shows_earlier_years_only(journal):
    for year in (2021, 2024, 2025, 2026):
        write(journal, f"In {year}", at=datetime(year, 11, 23, 12, tzinfo=UTC))
    write(journal, "Another day", at=datetime(2025, 11, 22, 12, tzinfo=UTC))
    gone = write(journal, "Put away", at=datetime(2023, 11, 23, 12, tzinfo=UTC))
    journal.delete(gone.id)
    memories = journal.on_this_day(date(2026, 11, 23))
    assert [line.headline for line in memories] == ["In 2025", "In 2024", "In 2021"]


def test_on_this_day_knows_the_29th_of_february(journal):
    write(journal, "Leap", at=datetime(2024, 2, 29, 12, tzinfo=UTC))
    assert [line.headline for line in journal.on_this_day(date(2028, 2, 29))] == ["Leap"]
    assert journal.on_this_day(date(2027, 2, 28)) == []


def test_the_page_of_today_written_last(journal, clock):
    assert journal.last_of_today() is None
    first = write(journal, "Morning")
    clock.advance(60)
    write(journal, "Evening")
    clock.advance(60)
    journal.save(first.id, "Morning", "and more")
    assert journal.last_of_today().title == "Morning"
    clock.advance(86400)
    assert journal.last_of_today() is None


class FullStore:
    """A store whose disk has no room."""

    def writing(self):
        raise DiskFull("The disk is full.")


def test_a_full_disk_is_said_and_not_hidden(companion, clock):
    journal = Journal(FullStore(), clock, companion.preferences)
    with pytest.raises(DiskFull):
        journal.save(journal.begin(), "", "words")
