"""Every page and state of the window, each as a scene that is set, looked at, and cleared away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from program import Program, lay_out, wait_until
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from numbcompanion.checkins.records import MarkerKind, Source
from numbcompanion.errors import KeyUnavailable, StoreDamaged, StoreTooNew
from numbcompanion.translation import tr

PAGES = ("today", "checkin", "practice", "journal", "insights", "path", "together", "library", "help", "settings")
SECTIONS = ("appearance", "prompts", "privacy", "about")
Scene = Callable[[Program], Iterator[QWidget]]


def _page(name: str) -> Scene:
    def scene(program: Program) -> Iterator[QWidget]:
        program.page(name)
        yield program.window

    return scene


def _section(name: str) -> Scene:
    def scene(program: Program) -> Iterator[QWidget]:
        program.section(name)
        yield program.window

    return scene


def _recovery_code(program: Program) -> Iterator[QWidget]:
    program.section("privacy").make_code()
    program.settle()
    yield program.window


def _all_words(program: Program) -> Iterator[QWidget]:
    page = program.page("checkin")
    words = page.form.words
    page.form.map_card.map.set_point((-2.0, 3.0))
    words.set_point((-2.0, 3.0))
    words.toggle_all()
    words.chips.choose(["lonely", "numb"])
    lay_out()
    yield program.window
    words.search.setText("lone")
    lay_out()
    yield program.window
    words.toggle_all()
    words.nearer.click()
    lay_out()
    yield program.window
    page.begin_anew()


def _from_below(program: Program) -> Iterator[QWidget]:
    page = program.page("checkin")
    page.form.words.open_below()
    below = page.form.words.from_below
    for _ in range(4):
        below.further.click()
    below.colour.chips[0].click()
    below.not_these.chips[2].click()
    lay_out()
    yield program.window
    below.enough.click()
    lay_out()
    yield program.window
    page.begin_anew()


def _body_and_around(program: Program) -> Iterator[QWidget]:
    page = program.page("checkin")
    page.form.body.figure.region_chosen.emit("chest")
    page.form.body.sensations.chips[2].click()
    page.form.body.as_list.click()
    page.form.around.all_tags.click()
    for chips in page.form.around._chips:
        chips.chips[0].click()
    page.form.around.plus.click()
    page.form.around.change.click()
    page.form.around.when.chips.chips[2].click()
    page.form.focus_first()  # a field for a moment takes Tab for each of its parts
    lay_out()
    yield program.window
    page.form.around.plus.click()
    page.form.around.all_tags.click()
    page.form.body.as_list.click()
    page.begin_anew()


def _days(program: Program) -> Iterator[QWidget]:
    page = program.page("checkin")
    page.show_days()
    program.settle()
    page.days.rows[0].button.click()
    program.settle()
    yield program.window
    page.days.rows[0].buttons[0].click()
    program.settle()
    yield program.window
    page.begin_anew()


def _after_low(program: Program) -> Iterator[QWidget]:
    from numbcompanion.checkins.low import small_things

    for name in ("today", "checkin"):
        page = program.page(name)
        page.after.offer(small_things(1))
        page.after._buttons[2].click()
        if name == "today":
            page.little.show()
        lay_out()
        yield program.window
        page.after.put_away()
        if name == "today":
            page.little.hide()


def _low_energy(program: Program) -> Iterator[QWidget]:
    program.page("today")
    program.app.navigation.low_energy()
    low = program.app.navigation._low
    for door in (None, low.say_door, low.line_door):
        if door is not None:
            door.click()
        lay_out()
        yield program.window
        if door is not None:
            low.go_back()
    program.app.navigation.low_energy()
    program.settle()


def _glimmer(program: Program) -> Iterator[QWidget]:
    program.app.navigation.glimmer(Source.TRAY)
    lay_out()
    yield program.app.rooms.glimmer_window
    program.app.rooms.glimmer_window.close()


def _tidy_up(program: Program) -> Iterator[QWidget]:
    from ui.checkin.tidy_up import TidyUp

    companion, app = program.companion, program.app
    app.tasks.run(lambda: companion.own_words.add("far off", -1.0, -2.0))
    app.tasks.run(lambda: companion.markers.add(MarkerKind.EVENT, "lonely"))
    panel = TidyUp(app.theme, app.tasks, companion.tags, companion.own_words, companion.markers, program.window)
    panel.load()
    panel.show()
    program.settle()
    panel.remove_word_button.click()
    program.settle()
    yield panel
    panel.undo_button.click()
    program.settle()
    panel.close()
    panel.deleteLater()


def _found(program: Program) -> Iterator[QWidget]:
    page = program.page("journal")
    page.column.search.setText("the")
    page.column.search_now()
    program.settle()
    yield program.window
    page.column.search.clear()


def _entry(program: Program) -> Iterator[QWidget]:
    page = program.page("journal")
    page.open_entry(program.companion.journal.lines(1)[0].id)
    program.settle()
    yield program.window


def _chapter(room: str, number: int) -> Scene:
    def scene(program: Program) -> Iterator[QWidget]:
        pages = program.app.rooms.shelf(room).pages
        what = number + 1 if room == "path" else pages[number].slug
        program.app.navigation.open_chapter(room, what)
        program.settle()
        yield program.window

    return scene


def _things(program: Program) -> Iterator[QWidget]:
    from ui.path.path_page import _things as things_of

    page = program.page("path")
    for number in range(1, 8):
        page.show_step(number)
        for thing in things_of(page._page):
            if thing.goes_to.startswith(("ticks:", "sentence:", "read:", "sentence")):
                page.show_step(number)
                page.open_thing(thing.key)
                program.settle(1)
                yield program.window
    page.show_step(1)


def _practice(program: Program) -> Iterator[QWidget]:
    program.app.navigation.practise("orienting")
    program.settle()
    yield program.window
    program.app.navigation.practise("timer")
    program.settle()
    yield program.window


def _player(program: Program) -> Iterator[QWidget]:
    for practice in ("orienting", "timer"):
        program.app.navigation.practise(practice)
        page = program.window.page("practice")
        page.begin()
        program.settle()
        yield program.window
        page.player.end()
        program.settle()
        yield program.window


def _toast_and_card(program: Program) -> Iterator[QWidget]:
    from ui.prompts.notice import Notice

    program.page("today")
    program.window.toasts.say(tr("Gone."), lambda: None)
    program.reminders.card.show_notice(Notice.neutral("key"), lambda key, reply: None)
    lay_out()
    yield program.window
    program.window.toasts.put_away()
    program.reminders.card.take_away()


def _first_run(program: Program) -> Iterator[QWidget]:
    program.page("today")
    program.companion.preferences.change(first_run_done=False)
    program.app.opening.ask_first_questions()
    program.settle()
    yield program.window
    program.app.opening.skip_questions()
    program.settle()


def _trouble(error: Exception) -> Scene:
    def scene(program: Program) -> Iterator[QWidget]:
        from ui.shell.trouble import Trouble

        trouble = Trouble(program.app.theme, error)
        trouble.say(tr("Nothing was changed."))
        program.window.cover_with(trouble)
        program.settle()
        yield program.window
        program.window.uncover(trouble)

    return scene


def _small(program: Program) -> Iterator[QWidget]:
    program.reminders.open_small_check_in(Source.TRAY)
    small = program.reminders._small
    small.save()
    lay_out()
    yield small
    small.close()


def _go_to(program: Program) -> Iterator[QWidget]:
    from ui.shell.go_to import GoTo

    dialog = GoTo(program.app.theme, program.app.navigation.places(), program.window)
    dialog.show()
    lay_out()
    yield dialog
    dialog.close()
    dialog.deleteLater()


def _question(program: Program) -> Iterator[QWidget]:
    from ui.kit.dialogs import Question

    dialog = Question(program.app.theme, program.window, tr("Close"), tr("Nothing was changed."), tr("Yes"), tr("No"))
    dialog.show()
    lay_out()
    yield dialog
    dialog.close()
    dialog.deleteLater()


def _help_window(program: Program) -> Iterator[QWidget]:
    program.app.rooms.open_help_window()
    window = program.app.rooms._help_window
    lay_out()
    yield window
    window.close()


def _help(country: str) -> Scene:
    def scene(program: Program) -> Iterator[QWidget]:
        program.companion.preferences.change(country=country)
        page = program.page("help")
        for chip in page._halves.right.itemAt(0).widget()._chips.chips[1:2]:
            chip.click()
        program.settle(1)
        yield program.window
        program.companion.preferences.change(country="IE")

    return scene


def _insights_whole(program: Program) -> Iterator[QWidget]:
    page = program.page("insights")
    page.build_all()
    program.settle()
    wait_until(lambda: not page.cards[0].going_on)
    opened = [card for card in (page.thaw_card, page.year_card, *page.cards) if card.words_button.isVisible()]
    for card in opened:
        card.words_button.click()
    program.settle()
    yield program.window
    for card in opened:
        card.words_button.click()


SCENES: dict[str, Scene] = {
    **{name: _page(name) for name in PAGES},
    **{f"settings-{name}": _section(name) for name in SECTIONS},
    "recovery-code": _recovery_code,
    "all-words": _all_words,
    "insights-whole": _insights_whole,
    "from-below": _from_below,
    "body-and-around": _body_and_around,
    "days": _days,
    "tidy-up": _tidy_up,
    "after-low": _after_low,
    "low-energy": _low_energy,
    "glimmer": _glimmer,
    "found": _found,
    "entry": _entry,
    "step-1": _chapter("path", 0),
    "step-7": _chapter("path", 6),
    "step-things": _things,
    "library-chapter": _chapter("library", 0),
    "together-chapter": _chapter("together", 0),
    "before-practice": _practice,
    "player": _player,
    "toast-and-card": _toast_and_card,
    "first-run": _first_run,
    "no-key": _trouble(KeyUnavailable("[The key is not where it was kept.]")),
    "damaged": _trouble(StoreDamaged("[Damaged.]", Path("x"), Path("y"), date(2026, 11, 20))),
    "too-new": _trouble(StoreTooNew("[Newer.]")),
    "small-check-in": _small,
    "go-to": _go_to,
    "question": _question,
    "help-window": _help_window,
    "help-us": _help("US"),
    "help-unlisted": _help("ZZ"),
}


@contextmanager
def scene(program: Program, name: str) -> Iterator[Iterator[QWidget]]:
    """Set the scene; the iterator gives the window to look at, once for each of its states."""
    states = SCENES[name](program)
    try:
        yield _active(states)
    finally:
        for _ in states:  # what a failed test did not come to
            pass
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _active(states: Iterator[QWidget]) -> Iterator[QWidget]:
    for window in states:
        window.activateWindow()
        wait_until(window.isActiveWindow)
        yield window
