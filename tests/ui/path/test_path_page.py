import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from numbcompanion import translation
from numbcompanion.errors import NotSaved
from numbcompanion.preferences import ThemeChoice
from numbcompanion.reading import Shelf, shelf_of
from ui.kit.chips import Chip
from ui.path.cards import ReadCard, SentenceCard, StepCard, TicksCard
from ui.path.path_page import PathPage

STEPS, LIBRARY = shelf_of("path"), shelf_of("library")


@pytest.fixture
def build(qtbot, theme, tasks, facts, companion):
    def build() -> PathPage:
        page = PathPage(theme, tasks, facts, companion.path, STEPS, (LIBRARY,))
        qtbot.addWidget(page)
        page.resize(956, 780)
        page.show()
        page.opened()
        tasks.drain()
        return page

    return build


@pytest.fixture
def page(build) -> PathPage:
    return build()


def words(page: QWidget) -> str:
    QApplication.processEvents()  # a layout shows new widgets with its next event
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def button(page: PathPage, text: str) -> QPushButton:
    QApplication.processEvents()
    return next(b for b in page.card.findChildren(QPushButton) if b.text() == text)


def notes(page: PathPage) -> list[str]:
    return [rung.accessibleDescription() for rung in page._ladder.rungs]


def test_the_seven_steps_stand_there_and_none_asks_to_be_first(page) -> None:
    assert [rung.accessibleName() for rung in page._ladder.rungs] == [
        f"Step {step.order}: {step.title}" for step in STEPS.pages
    ]
    page._ladder.rungs[4].click()
    assert "Build a circle" in words(page.card)
    assert "More of this step is being written." in words(page.card)


def test_step_one_can_be_walked_and_is_all_there_the_next_time(page, tasks, build, companion) -> None:
    page.open_thing("read")
    assert isinstance(page.card, ReadCard)
    button(page, "Done for now").click()
    page.open_thing("signs")
    assert isinstance(page.card, TicksCard)
    for key in ("body-quiet", "no-words"):
        next(chip for chip in page.card.findChildren(Chip) if chip.key == key).click()
    button(page, "Done for now").click()
    page.open_thing("causes")
    next(chip for chip in page.card.findChildren(Chip) if chip.key == "loss").click()
    button(page, "Done for now").click()
    page.open_thing("sentence")
    assert isinstance(page.card, SentenceCard)
    page.card.field.setPlainText("It is as if I were behind glass.")
    button(page, "Done for now").click()
    tasks.drain()
    assert isinstance(page.card, StepCard)
    assert notes(page)[0] == "tried"
    again = build()
    assert notes(again)[0] == "tried"
    assert all(row.mark.isChecked() for row in again.card.rows)
    assert "behind glass" in words(again.card)
    again.open_thing("signs")
    assert [chip.key for chip in again.card.findChildren(Chip) if chip.isChecked()] == ["body-quiet", "no-words"]
    assert companion.path.ticks("causes") == ("loss",)


def test_going_back_marks_nothing(page, tasks, companion) -> None:
    page.open_thing("signs")
    button(page, "Back to the step").click()
    tasks.drain()
    assert companion.path.state().tried(1) == frozenset()
    assert notes(page)[0] == "now"


def test_a_sentence_is_kept_when_the_page_is_left_in_the_middle(page, tasks, companion) -> None:
    page.open_thing("sentence")
    page.card.field.setPlainText("Half a")
    page.leaving()
    tasks.drain()
    assert companion.path.sentence() == "Half a"


def test_a_sentence_is_kept_by_itself_after_a_moment(page, tasks, companion, qtbot) -> None:
    page.open_thing("sentence")
    page.card.field.setPlainText("Quiet.")
    qtbot.waitUntil(lambda: bool(tasks._executor.jobs), timeout=5000)
    tasks.drain()
    assert companion.path.sentence() == "Quiet."


def test_a_mark_can_be_set_and_taken_back_by_keyboard(page, tasks, companion, qtbot) -> None:
    page.show_step(6)
    mark = page.card.rows[0].mark
    qtbot.keyClick(mark, Qt.Key.Key_Space)
    tasks.drain()
    assert notes(page)[5] == "1 of 3 tried"
    qtbot.keyClick(mark, Qt.Key.Key_Return)
    tasks.drain()
    assert companion.path.state().tried(6) == frozenset()


def test_what_is_elsewhere_in_the_program_is_asked_for(page, qtbot) -> None:
    page.show_step(2)
    with qtbot.waitSignal(page.practice_requested) as practice:
        page.card.row("orienting").button.click()
    assert practice.args == ["orienting"]
    page.show_step(3)
    with qtbot.waitSignal(page.page_requested) as help_now:
        page.card.row("lines").button.click()
    assert help_now.args == ["help"]
    page.show_step(4)
    with qtbot.waitSignal(page.page_requested) as journal:
        page.card.row("one-page").button.click()
    assert journal.args == ["journal"]


def test_a_thing_off_screen_has_no_button_that_leads_nowhere(page) -> None:
    for number in range(1, 8):
        page.show_step(number)
        for row in page.card.rows:
            assert (row.button is not None) == bool(row.thing.goes_to)


def test_a_step_that_stands_below_the_ladder_is_scrolled_to(page) -> None:
    page.resize(500, 400)
    for _ in range(5):
        QApplication.processEvents()
    page._ladder.rungs[1].click()
    for _ in range(5):
        QApplication.processEvents()
    assert page.scroll_area.verticalScrollBar().value() > 200


def test_a_mark_that_could_not_be_kept_is_taken_back_and_said(page, tasks, companion, monkeypatch) -> None:
    def refuse(*args: object) -> None:
        raise NotSaved("It could not be kept.")

    monkeypatch.setattr(companion.path, "set_tried", refuse)
    said = []
    tasks.trouble.connect(said.append)
    page.show_step(6)
    page.card.rows[0].mark.click()
    tasks.drain()
    assert len(said) == 1
    assert not page.card.rows[0].mark.isChecked()


def test_every_control_has_a_name_on_every_step_and_in_all_that_opens(page) -> None:
    def check() -> None:
        for control in page.findChildren(QAbstractButton):
            if control.isVisible():
                assert control.accessibleName() or control.text(), control

    for number in range(1, 8):
        page.show_step(number)
        check()
    page.show_step(1)
    for key in ("read", "signs", "causes", "sentence"):
        page.open_thing(key)
        check()
        page.show_step(1)


def test_without_steps_the_page_still_opens(qtbot, theme, tasks, facts, companion) -> None:
    page = PathPage(theme, tasks, facts, companion.path, Shelf(()))
    qtbot.addWidget(page)
    page.show()
    page.show_step(3)
    tasks.drain()
    assert page.card is None


def test_it_fits_at_double_text_size_and_stretched(build, theme) -> None:
    translation.use(translation.STRETCHED)
    theme.set_choice(ThemeChoice.LIGHT, 2.0)
    try:
        page = build()
        for key in ("", "signs", "sentence"):
            if key:
                page.open_thing(key)
            assert page.scroll_area.widget().minimumSizeHint().width() <= 956
    finally:
        translation.use(None)
        theme.set_choice(ThemeChoice.SYSTEM, 1.0)
