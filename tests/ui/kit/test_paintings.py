import pytest
from PySide6.QtCore import Qt

from numbcompanion.preferences import ThemeChoice
from ui.kit.bars import DayBars
from ui.kit.ladder import Rung, StepLadder
from ui.kit.ring import SessionRing
from ui.theme.tokens import contrast

STEPS = [("Acknowledge", "done", 1.0), Rung("Practise noticing", "3 of 5", 0.6), ("Be patient", "", 0.0)]


def test_the_ring_shows_progress_and_breath(theme, shown, picture):
    ring = shown(SessionRing(theme), 420, 420)
    pictures = {picture(ring)}
    for progress in (0.0, 0.3, 1.0):
        ring.set_progress(progress)
        pictures.add(picture(ring))
    for title, openness in (("Breathe in", 1.0), ("Breathe in", 0.4), ("Breathe out", 0.4)):
        ring.set_phase(title, "if easy", openness)
        pictures.add(picture(ring))

    assert len(pictures) == 6  # without an end and at its beginning look alike


def test_the_ring_says_its_phase_aloud(theme, shown):
    ring = shown(SessionRing(theme))
    ring.set_phase("Breathe in", "through the nose, if easy")

    assert ring.accessibleName() == "Breathe in"
    assert ring.accessibleDescription() == "through the nose, if easy"


def test_a_frame_paints_the_circles_and_nothing_beside_them(theme, shown, qtbot):
    ring = shown(SessionRing(theme), 600, 420)
    qtbot.wait(50)
    painted = []
    ring.paintEvent = lambda event, paint=ring.paintEvent: (painted.append(event.region().boundingRect()), paint(event))
    ring.set_openness(0.4)
    qtbot.waitUntil(lambda: bool(painted))

    assert painted[-1].width() < 0.9 * 420
    assert abs(painted[-1].center().x() - ring.rect().center().x()) <= 1


def test_a_ring_that_is_told_nothing_new_paints_nothing(theme, shown, qtbot):
    ring = shown(SessionRing(theme), 420, 420)
    ring.set_phase("Breathe in", "", 0.5)
    ring.set_progress(0.3)
    qtbot.wait(50)
    painted = []
    ring.paintEvent = lambda event, paint=ring.paintEvent: (painted.append(event), paint(event))
    ring.set_phase("Breathe in", "", 0.5)
    ring.set_progress(0.3)
    qtbot.wait(50)

    assert painted == []


@pytest.mark.parametrize("openness", [0.0, 0.5, 1.0])
def test_a_part_painted_anew_looks_as_the_whole_painted_anew(theme, shown, picture, openness):
    one, other = shown(SessionRing(theme), 420, 420), shown(SessionRing(theme), 420, 420)
    for ring in (one, other):
        ring.set_progress(0.3)
        ring.set_phase("Breathe in", "if easy", 0.7)
    picture(one)
    one.set_openness(openness)
    other.set_phase("Breathe in", "if easy", openness)

    assert picture(one) == picture(other)


def test_the_ring_has_no_edge_where_its_own_ground_ends(theme, shown):
    image = shown(SessionRing(theme), 500, 420).grab().toImage()

    assert image.pixelColor(1, 1).name() == theme.tokens.colors["paper"].lower()


def test_the_ring_follows_the_theme_and_its_size(theme, shown, picture):
    ring = shown(SessionRing(theme), 420, 420)
    light = picture(ring)
    theme.set_choice(ThemeChoice.DARK)
    dark = picture(ring)
    ring.resize(300, 300)

    assert light != dark
    assert ring.grab().toImage().width() == 300


@pytest.mark.parametrize("side", [260, 420])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_words_stay_inside_the_ring(theme, shown, side, scale):
    theme.set_choice(scale=scale)
    ring = shown(SessionRing(theme), side, side)
    plain = ring.grab().toImage()
    ring.set_phase("Breathe out", "softly, or let it go")
    image = ring.grab().toImage()

    points = [(x, y) for x in range(side) for y in range(side) if image.pixel(x, y) != plain.pixel(x, y)]
    assert points
    assert max((x - side / 2) ** 2 + (y - side / 2) ** 2 for x, y in points) < (side / 2 - 4) ** 2


def test_the_smallest_ring_grows_a_little_with_the_text(theme):
    ring = SessionRing(theme)
    small = ring.minimumSizeHint().width()
    theme.set_choice(scale=2.0)

    assert small < ring.minimumSizeHint().width() < 2 * small


def test_the_ring_says_when_it_is_pressed_and_let_go(theme, shown, qtbot):
    ring = shown(SessionRing(theme), 420, 420)
    said = []
    ring.pressed.connect(lambda: said.append("pressed"))
    ring.released.connect(lambda: said.append("released"))
    qtbot.mouseClick(ring, Qt.MouseButton.LeftButton)

    assert said == ["pressed", "released"]


@pytest.mark.parametrize(("told", "is_now"), [(-1.0, 0.0), (0.25, 0.25), (7.0, 1.0)])
def test_the_circles_stay_between_closed_and_open(theme, shown, told, is_now):
    ring = shown(SessionRing(theme))
    ring.set_openness(told)

    assert ring.openness == is_now


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_words_in_the_ring_can_be_read(theme, shown, choice):
    theme.set_choice(choice)
    ring = shown(SessionRing(theme), 420, 420)
    ring.set_phase("", "", 1.0)
    image = ring.grab().toImage()

    inner = image.pixelColor(image.width() // 2, image.height() // 2).name()

    assert contrast(theme.tokens.colors["ink"], inner) >= 4.5


def test_the_bars_are_as_different_as_the_days(theme, shown, picture):
    bars = shown(DayBars(theme), 500)
    pictures = set()
    for day in (("M", None, None, None), ("M", 0, 0, 0), ("M", 3, 3, 3), ("M", 3, 8, 3), ("M", 10, 10, 10)):
        bars.set_days([day])
        pictures.add(picture(bars))

    assert len(pictures) == 5


def test_the_bars_say_each_day_in_words(theme, shown):
    bars = shown(DayBars(theme), 500)
    bars.set_days([("Mon", 2, 5, 3.5), ("Tue", None, None, None), ("Wed", 4, 4, 4)])

    assert bars.accessibleDescription() == "Mon: 3.5 of 10, between 2 and 5; Tue: nothing noted; Wed: 4 of 10"


def test_no_days_are_no_trouble(theme, shown):
    bars = shown(DayBars(theme), 500)
    bars.set_days([])

    assert not bars.grab().isNull()


@pytest.fixture
def ladder(theme, shown):
    ladder = StepLadder(theme, "Seven steps")
    ladder.set_steps(STEPS, 1)
    return shown(ladder, 340)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_step_is_chosen_from_the_keyboard(ladder, qtbot, key):
    chosen = []
    ladder.step_chosen.connect(chosen.append)

    qtbot.keyClick(ladder.rungs[2], key)

    assert chosen == [2]
    assert [rung.isChecked() for rung in ladder.rungs] == [False, False, True]


def test_arrows_go_from_step_to_step(ladder, qtbot):
    ladder.rungs[0].setFocus()
    qtbot.keyClick(ladder.rungs[0], Qt.Key.Key_Down)
    assert ladder.focusWidget() is ladder.rungs[1]
    qtbot.keyClick(ladder.rungs[1], Qt.Key.Key_Up)
    qtbot.keyClick(ladder.rungs[0], Qt.Key.Key_Up)
    assert ladder.focusWidget() is ladder.rungs[0]


def test_pressing_the_open_step_again_keeps_it_open(ladder, qtbot):
    qtbot.keyClick(ladder.rungs[1], Qt.Key.Key_Space)

    assert ladder.rungs[1].isChecked()


def test_steps_have_names_and_say_where_they_stand(ladder):
    assert ladder.rungs[1].accessibleName() == "Step 2: Practise noticing"
    assert ladder.rungs[1].accessibleDescription() == "3 of 5"


def test_the_rings_close_as_steps_are_walked(ladder, picture):
    before = picture(ladder)
    ladder.set_steps([("Acknowledge", "done", 1.0), ("Practise noticing", "3 of 5", 0.2), ("Be patient", "", 0.0)], 1)

    assert picture(ladder) != before


def test_fewer_steps_leave_no_rungs_behind(ladder):
    ladder.set_steps(STEPS[:1])

    assert len(ladder.rungs) == 1


def test_long_names_wrap_inside_the_ladder(theme, shown, stretched):
    theme.set_choice(scale=2.0)
    ladder = StepLadder(theme, "x")
    ladder.set_steps([("Find professional help from someone who knows it", "not begun", 0.0)])
    rung = ladder.rungs[0]

    assert rung.heightForWidth(300) > rung.heightForWidth(1200)
