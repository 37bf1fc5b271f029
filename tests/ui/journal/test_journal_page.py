"""Writing, leaving, coming back, finding, putting away: the page on a real home."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from numbcompanion.clock import Moment
from numbcompanion.journal.text import cleaned


def write(journal, title, body="", *, at=None):
    return journal.save(journal.begin(), title, body, None if at is None else Moment.of(at, "Europe/Dublin"))


def rows(page):
    from ui.journal.entry_model import Heading, line_of

    model = page.column.lines
    every = [model.row(n) for n in range(model.rowCount())]
    return [row.text if isinstance(row, Heading) else line_of(row).headline for row in every]


def wait_out(page, clock, tasks, seconds=2):
    clock.advance(seconds)
    page.keeper.look()
    tasks.drain()


def find(page, qtbot, tasks, words):
    page.column.search.setText(words)
    page.column.search_now()
    tasks.drain()


def test_a_first_page_is_blank_and_ready_to_be_written_on(page):
    assert page.sheet.words() == ("", "")
    assert page.sheet.state.text() == ""
    assert page.sheet.when.text().startswith("Monday 23 November, ")
    assert "kept here" in page.column.note.text()


def test_what_is_typed_is_saved_and_listed(page, qtbot, clock, tasks, journal):
    qtbot.keyClicks(page.sheet.body, "It was something")
    assert page.sheet.state.text() == "writing…"
    assert journal.count() == 0
    wait_out(page, clock, tasks)
    assert page.sheet.state.text() == "saved · 3 words"
    assert journal.lines()[0].headline == "It was something"
    assert rows(page) == ["November", "It was something"]


def test_saved_is_said_only_after_the_commit(page, qtbot, clock, tasks):
    qtbot.keyClicks(page.sheet.body, "It")
    clock.advance(2)
    page.keeper.look()
    assert page.sheet.state.text() == "writing…"
    tasks.drain()
    assert page.sheet.state.text() == "saved · 1 word"


def test_typing_on_without_a_pause_is_saved_on_the_way(page, qtbot, clock, tasks, journal):
    for number in range(30):
        qtbot.keyClicks(page.sheet.body, "a")
        clock.advance(0.1)
        page.keeper.look()
        tasks.drain()
        kept = journal.lines()
        if kept:
            assert len(kept[0].headline) >= number + 1 - 16
    assert journal.lines()


def test_leaving_saves_at_once(page, qtbot, tasks, journal):
    qtbot.keyClicks(page.sheet.body, "last words")
    page.leaving()
    tasks.drain()
    assert journal.lines()[0].headline == "last words"
    assert not page.unsaved


def test_leaving_while_a_save_is_under_way_still_saves_the_newest_words(page, qtbot, clock, tasks, journal):
    qtbot.keyClicks(page.sheet.body, "one")
    clock.advance(2)
    page.keeper.look()
    qtbot.keyClicks(page.sheet.body, " two")
    page.hide()
    tasks.drain()
    assert journal.lines()[0].headline == "one two"


def test_enter_in_the_title_goes_on_to_the_words(page, qtbot, tasks, journal):
    page.sheet.title.setFocus()
    qtbot.keyClicks(page.sheet.title, "The train")
    qtbot.keyClick(page.sheet.title, Qt.Key.Key_Return)
    assert page.sheet.words().title == "The train"
    page.leaving()
    tasks.drain()
    entry = journal.last_of_today()
    assert (entry.title, entry.body) == ("The train", "")


def test_the_page_of_today_is_open_at_its_end(make_page, journal):
    write(journal, "Morning", "It was something")
    page = make_page()
    assert page.sheet.words() == ("Morning", "It was something")
    assert page.sheet.body.textCursor().atEnd()
    assert page.sheet.state.text() == "saved · 4 words"


def test_coming_back_shows_the_page_where_you_were(page, journal, tasks):
    entry = write(journal, "Older", "words", at=datetime(2026, 11, 1, 12, tzinfo=UTC))
    page.open_entry(entry.id)
    tasks.drain()
    page.sheet.body.moveCursor(QTextCursor.MoveOperation.Start)
    page.leaving()
    page.opened()
    tasks.drain()
    assert page.sheet.words() == ("Older", "words")
    assert page.sheet.body.textCursor().atStart()


def test_words_typed_before_the_store_had_answered_stay(qtbot, make_page, journal, tasks, theme):
    write(journal, "Morning", "already here")
    page = make_page()
    page._read_once = False
    page.write_new()
    page._openings = 0
    page.opened()
    qtbot.keyClicks(page.sheet.body, "quick")
    tasks.drain()
    assert page.sheet.words().body == "quick"


def test_another_page_is_opened_after_this_one_is_saved(page, qtbot, journal, tasks):
    older = write(journal, "Older", at=datetime(2026, 11, 1, 12, tzinfo=UTC))
    qtbot.keyClicks(page.sheet.body, "newer")
    page.open_entry(older.id)
    tasks.drain()
    assert page.sheet.words().title == "Older"
    assert [line.headline for line in journal.lines()] == ["newer", "Older"]
    assert rows(page)[:2] == ["November", "newer"]


def test_opening_a_page_changes_nothing(make_page, journal, clock, tasks, theme):
    entry = write(journal, "Kept", "as **it** is")
    page = make_page()
    clock.advance(100)
    page.open_entry(entry.id)
    tasks.drain()
    theme.set_choice(scale=1.5)
    page.sheet.body._emphasis.rehighlight()
    page.keeper.look()
    page.leaving()
    tasks.drain()
    theme.set_choice(scale=1.0)
    assert journal.entry(entry.id) == entry
    assert page.sheet.state.text().startswith("saved")


def test_a_new_page_that_was_emptied_again_is_not_kept(page, qtbot, clock, tasks, journal):
    qtbot.keyClicks(page.sheet.body, "h")
    wait_out(page, clock, tasks)
    assert journal.count() == 1
    qtbot.keyClick(page.sheet.body, Qt.Key.Key_Backspace)
    page.write_new()
    page.keeper.leave()
    page._show_new()
    tasks.drain()
    assert journal.count() == 0
    assert rows(page) == []


def test_any_text_goes_through_the_editor_unchanged(page, tasks, journal):
    text = "שלום · e\u0301 · 👩🏽\u200d🚀 · no\u00a0break · tab\t · \u202eback\u202c\n\nनमस्ते _x_ **y**"
    for pasted in (text, "a " * 10_000, "lone \ud83d half\x00 \ufdd0"):
        source = QMimeData()
        source.setText(pasted)
        page.write_new()
        page.sheet.body.insertFromMimeData(source)
        page.leaving()
        tasks.drain()
        assert page.keeper.leaf.entry.body == cleaned(source.text())
        assert page.sheet.words().body == cleaned(source.text())


def test_pasted_markup_stays_text(page):
    source = QMimeData()
    source.setHtml("<b>bold</b><script>x()</script>")
    source.setText("<b>bold</b>")
    page.sheet.body.insertFromMimeData(source)
    assert page.sheet.words().body == "<b>bold</b>"


def test_every_line_break_keeps_its_line_height(page, qtbot):
    qtbot.keyClicks(page.sheet.body, "one")
    qtbot.keyClick(page.sheet.body, Qt.Key.Key_Return)
    page.sheet.body.insertPlainText("two\nthree")
    block = page.sheet.body.document().firstBlock()
    while block.isValid():
        assert block.blockFormat().lineHeight() > 100
        block = block.next()


def test_undo_goes_back_to_the_start(page, qtbot):
    qtbot.keyClicks(page.sheet.body, "one")
    page.sheet.body.insertPlainText(" two")
    while page.sheet.body.document().isUndoAvailable():
        page.sheet.body.undo()
    assert page.sheet.words().body == ""


def test_search_shows_hits_and_esc_goes_back(page, qtbot, journal, tasks):
    write(journal, "Train", "the noise went through me")
    write(journal, "Sea", "a window")
    find(page, qtbot, tasks, "nois")
    assert rows(page) == ["Train"]
    find(page, qtbot, tasks, "xylophone")
    assert rows(page) == []
    assert page.column.note.text() == "No page has these words."
    qtbot.keyClick(page.column.search, Qt.Key.Key_Escape)
    page.column.search_now()
    tasks.drain()
    assert rows(page) == ["November", "Sea", "Train"]


def test_an_older_answer_never_covers_a_newer_question(page, journal, tasks):
    write(journal, "Train")
    write(journal, "Sea")
    for words in ("Train", "Sea", ""):
        page.column.search.setText(words)
        page.column.search_now()
    tasks.drain()
    assert rows(page) == ["November", "Sea", "Train"]


def test_the_list_is_walked_with_keys_alone(page, qtbot, journal, tasks):
    entry = write(journal, "Train", "the noise")
    find(page, qtbot, tasks, "noise")
    qtbot.keyClick(page.column.search, Qt.Key.Key_Down)
    assert page.column.list.currentIndex().row() == 0
    qtbot.keyClick(page.column.list, Qt.Key.Key_Return)
    tasks.drain()
    assert page.keeper.leaf.id == entry.id
    assert page.sheet.words().title == "Train"


def test_delete_puts_a_page_away_and_undo_brings_it_back(page, qtbot, journal, tasks):
    toasts = []
    page.toast_requested.connect(lambda text, undo: toasts.append((text, undo)))
    entry = write(journal, "Keep", "words")
    page.opened()
    tasks.drain()
    page.open_entry(entry.id)
    tasks.drain()
    page.column.list.enter()
    qtbot.keyClick(page.column.list, Qt.Key.Key_Delete)
    tasks.drain()
    assert rows(page) == []
    assert page.sheet.words() == ("", "")
    ((text, undo),) = toasts
    assert text == "The page is in the trash."
    undo()
    tasks.drain()
    assert rows(page) == ["November", "Keep"]
    assert page.sheet.words() == ("Keep", "words")


def test_what_another_program_wrote_is_shown(page, journal, tasks, facts):
    entry = write(journal, "Mine", "old")
    page.open_entry(entry.id)
    tasks.drain()
    journal.save(entry.id, "Mine", "from elsewhere")
    facts.store_changed_elsewhere.emit()
    tasks.drain()
    assert page.sheet.words().body == "from elsewhere"


def test_unsaved_words_are_not_covered_by_what_another_program_wrote(page, qtbot, journal, tasks, facts):
    entry = write(journal, "Mine", "old")
    page.open_entry(entry.id)
    tasks.drain()
    qtbot.keyClicks(page.sheet.body, " and new")
    journal.save(entry.id, "Mine", "from elsewhere")
    facts.store_changed_elsewhere.emit()
    tasks.drain()
    assert page.sheet.words().body == "old and new"


def test_on_this_day_is_offered(make_page, journal, tasks):
    memory = write(journal, "Nothing to report", at=datetime(2025, 11, 23, 20, tzinfo=UTC))
    page = make_page()
    assert page.column.memories.isVisible()
    page.column.memories.enter()
    page.column.memories._open(page.column.memories.currentIndex())
    tasks.drain()
    assert page.keeper.leaf.id == memory.id


def test_five_thousand_pages_come_as_they_are_scrolled_to(make_page, companion, tasks):
    from numbcompanion.journal.records import Entry
    from numbcompanion.store import entries as rows_of_entries

    start = datetime(2013, 1, 1, 12, tzinfo=UTC)
    moments = [Moment.of(start + timedelta(days=n), "Europe/Dublin") for n in range(5000)]
    many = [Entry(f"id-{n}", 0, at, at.at, at.at, f"Page {n}", "words") for n, at in enumerate(moments)]
    with companion.store.writing() as writing:
        rows_of_entries.insert_many(writing.connection, many)
    page = make_page()
    model, bar = page.column.lines, page.column.list.verticalScrollBar()
    assert model.line_count == 100
    for _ in range(100):
        page.column.list.executeDelayedItemsLayout()
        bar.setValue(bar.maximum())
        if model.canFetchMore(model.index(-1)):
            model.fetchMore(model.index(-1))
        tasks.drain()
    assert model.line_count == 5000
    assert rows(page)[-1] == "Page 0"
    assert len(rows(page)) == 5000 + len({(m.local_date.year, m.local_date.month) for m in moments})


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_lines_stay_readable(page, theme, scale):
    theme.set_choice(scale=scale)
    page.resize(2400, 1200)
    body = page.sheet.body
    assert body.width() <= body.widest() * 1.1
    theme.set_choice(scale=1.0)
