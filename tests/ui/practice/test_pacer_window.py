import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from numbcompanion.preferences import ThemeChoice
from ui.practice.pacer_window import PacerWindow
from ui.practice.showing import Shown


def small_windows():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, PacerWindow) and w.isVisible()]


@pytest.fixture
def player(moving, practise, play):
    """Box breathing, some seconds into the first breath."""
    player = practise("box-breathing")
    while player.showing.phase is None:
        play(player, 0.25)
    play(player, 1)
    return player


@pytest.fixture
def small(player, qtbot):
    """The small window of it."""
    qtbot.keyClick(player.stage.main, Qt.Key.Key_M)
    [small] = small_windows()
    return small


def test_it_stays_on_top_and_leaves_the_keyboard_to_the_other_program(small) -> None:
    assert small.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert small.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert small.windowTitle() == "Box breathing · 3 min"


def test_it_opens_in_the_lower_corner_and_the_large_window_is_put_away(player, small) -> None:
    room = small.screen().availableGeometry()
    assert room.contains(small.geometry())
    assert small.geometry().center().x() > room.center().x()
    assert small.geometry().center().y() > room.center().y()
    assert player.isMinimized()


def test_it_shows_what_the_large_one_shows(player, small, play) -> None:
    for _ in range(20):
        play(player, 0.5)
        assert small.ring.accessibleName() == player.stage.ring.accessibleName()
        assert small.ring.openness == player.stage.ring.openness
    assert small.ring.accessibleDescription() == player.stage.caption.text()
    assert small.toolTip() == player.stage.caption.text()


def test_its_circles_move_between_the_looks_at_the_clock(player, small, play, clock, qtbot) -> None:
    before = small.ring.openness
    clock.advance(1.0)
    qtbot.waitUntil(lambda: small.ring.openness != before, timeout=5000)


def test_it_pauses_and_goes_on(player, small, qtbot) -> None:
    small.pause.click()
    assert player.paused
    assert (small.pause.text(), small.ring.accessibleName()) == ("Go on", "Paused")
    qtbot.keyClick(small, Qt.Key.Key_Space)
    assert not player.paused
    assert small.pause.text() == "Pause"


def test_it_looks_around_too(player, small, play, qtbot) -> None:
    qtbot.keyClick(small, Qt.Key.Key_F)
    assert player.session.moved
    assert small.ring.accessibleName() == "Look around"
    play(player, 10)
    small.orient.click()
    assert player.session.position_s < 0
    assert small_windows() == [small]


@pytest.mark.parametrize("way", ["escape", "button"])
def test_ending_in_it_shows_the_end_in_the_large_one(player, small, qtbot, way) -> None:
    if way == "escape":
        qtbot.keyClick(small, Qt.Key.Key_Escape)
    else:
        small.end.click()
    assert player.is_over
    assert small_windows() == []
    assert not player.isMinimized()
    assert player.stage.after.isVisible()


@pytest.mark.parametrize("way", ["key", "button", "large_key", "closed"])
def test_leaving_it_brings_the_large_one_back_and_the_session_goes_on(player, small, qtbot, way) -> None:
    if way == "key":
        qtbot.keyClick(small, Qt.Key.Key_M)
    elif way == "button":
        small.large.click()
    elif way == "large_key":
        qtbot.keyClick(player.stage.main, Qt.Key.Key_M)
    else:
        small.close()
    assert small_windows() == []
    assert player.isVisible()
    assert not player.isMinimized()
    assert not player.is_over


def test_a_maximised_window_comes_back_maximised(player, qtbot) -> None:
    player.showMaximized()
    player.show_small()
    player.show_small()
    assert player.isMaximized()


def test_it_goes_with_the_session(player, small, play) -> None:
    play(player, 200)
    assert player.is_over
    assert small_windows() == []
    assert not player.isMinimized()


def test_it_goes_when_the_session_is_ended_from_outside(player, small, page) -> None:
    player.end()
    assert small_windows() == []
    assert page.player is None


def test_it_can_be_opened_again_and_there_is_never_a_second_one(player, small, page) -> None:
    player.show_small()
    player.show_small()
    assert len(small_windows()) == 1
    page.choose("timer")
    page.begin()
    assert page.player is player


def test_afterwards_there_is_none(player, qtbot) -> None:
    player.stop()
    player.show_small()
    assert small_windows() == []


def test_the_breath_is_led_in_it_by_key_and_mouse(page, play, qtbot) -> None:
    page.choose("breath")
    page.before.lead()
    page.begin()
    player = page.player
    play(player, 1)
    player.show_small()
    [small] = small_windows()
    qtbot.keyPress(small, Qt.Key.Key_B)
    assert small.ring.accessibleName() == "Breathe in"
    play(player, 2)
    qtbot.keyRelease(small, Qt.Key.Key_B)
    assert small.ring.accessibleName() == "Breathe out"
    play(player, 2)
    qtbot.mousePress(small.ring, Qt.MouseButton.LeftButton)
    assert small.ring.accessibleName() == "Breathe in"
    qtbot.mouseRelease(small.ring, Qt.MouseButton.LeftButton)
    assert small.ring.accessibleName() == "Breathe out"


def test_every_button_of_it_has_a_name_and_is_reached_by_tab(small, qtbot) -> None:
    buttons = set(small.findChildren(QAbstractButton))
    assert all(button.text() for button in buttons)
    small.activateWindow()
    small.pause.setFocus()
    reached = set()
    for _ in range(6):
        reached.add(small.focusWidget())
        qtbot.keyClick(small.focusWidget(), Qt.Key.Key_Tab)
    assert buttons <= reached


def test_it_is_moved_by_its_ground(small, qtbot) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    begun = small.pos()

    def mouse(kind, at):
        glob = QPointF(begun) + QPointF(at)
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(small, QMouseEvent(kind, QPointF(at), glob, button, button, none))

    mouse(QEvent.Type.MouseButtonPress, QPoint(2, 2))
    mouse(QEvent.Type.MouseMove, QPoint(-38, -28))
    assert small.pos() == begun - QPoint(40, 30)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_its_words_fit_at_every_text_size(theme, qtbot, scale) -> None:
    theme.set_choice(ThemeChoice.LIGHT, scale)
    small = PacerWindow(theme, "Box breathing")
    qtbot.addWidget(small)
    small.show_beside(small)
    small.show_moment(Shown("Breathe out", "", "A caption."), 0.5, False)
    assert small.minimumSizeHint().width() <= small.width()
    for button in (small.pause, small.orient, small.large, small.end):
        assert small.rect().contains(button.geometry().translated(button.parent().pos()))
    theme.set_choice()


def test_help_now_is_reached_from_it(player, small, qtbot) -> None:
    small.activateWindow()
    with qtbot.waitSignals([player.closed, player.help_wanted]):
        small.help_requested.emit()
    assert small_windows() == []
