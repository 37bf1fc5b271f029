"""Every face of the practice page: names, Tab, large text, long words."""

import pytest
from practising import controls, keep, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from numbcompanion import translation
from numbcompanion.practice.timer import TimerSettings
from numbcompanion.preferences import ThemeChoice

SAMPLE = ["orienting", "box-breathing", "breath-counting", "kindness-from-afar", "one-song", "labelling"]
FACES = ["", "all", "router", "log", *SAMPLE, "timer", "breath"]


@pytest.fixture
def show(companion, clock, tasks):
    """Return a function that shows one face of the page."""

    def show(page, face):
        companion.practice_choices.keep_timer("after lunch", TimerSettings())
        keep(companion, "noticing-faint-feelings", clock.now(), 605, depth_before=3, depth_after=4, note="A lamp.")
        page.opened()
        tasks.drain()
        if face == "all":
            press(page.shelf.filters, "all")
        elif face == "router":
            press(page.shelf.router.states, "flat")
            page.shelf.router.change.click()
        elif face == "log":
            page.show_log()
        elif face:
            page.choose(face)
        tasks.drain()
        QApplication.processEvents()

    return show


@pytest.mark.parametrize("face", FACES)
def test_every_control_has_a_name_and_is_reached_by_tab(page, qtbot, show, face) -> None:
    show(page, face)
    there = controls(page)
    for control in there:
        assert control.accessibleName() or control.text(), control
    page.activateWindow()
    there[0].setFocus()
    reached = set()
    for _ in range(len(there) * 2 + 4):
        reached.add(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert set(there) <= reached


@pytest.mark.parametrize(("language", "scale"), [(translation.STRETCHED, 1.0), (None, 2.0)])
@pytest.mark.parametrize("face", FACES)
def test_it_fits_stretched_and_at_double_text_size(build, theme, show, face, language, scale) -> None:
    translation.use(language)
    theme.set_choice(ThemeChoice.LIGHT, scale)
    try:
        page = build()
        show(page, face)
        content = page.scroll_area.widget()
        assert content.minimumSizeHint().width() <= 956
        for control in controls(page):
            right = control.mapTo(content, control.rect().topRight()).x()
            assert right <= content.width(), (control.accessibleName() or control.text(), right)
    finally:
        translation.use(None)
        theme.set_choice(ThemeChoice.SYSTEM, 1.0)


def test_two_controls_of_one_face_never_lie_on_each_other(page, show) -> None:
    for face in FACES:
        page.show_all()
        show(page, face)
        there = controls(page)
        places = [control.rect().translated(control.mapTo(page, control.rect().topLeft())) for control in there]
        for number, (one, place) in enumerate(zip(there, places, strict=True)):
            for other, its_place in zip(there[number + 1 :], places[number + 1 :], strict=True):
                assert not place.intersects(its_place), (face, one.text(), other.text())
