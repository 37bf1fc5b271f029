import pytest

from ui.theme import Role
from ui.theme.tokens import contrast, load

TEXT = 4.5
GRAPHICS = 3.0
GROUNDS = (Role.PAPER, Role.CARD, Role.SUNK)

TEXT_PAIRS = [
    *((ink, ground) for ink in (Role.INK, Role.SOFT_INK, Role.ACCENT, Role.CARE) for ground in GROUNDS),
    *((ink, Role.ACCENT_WASH) for ink in (Role.INK, Role.SOFT_INK, Role.ACCENT)),
    (Role.CARE, Role.CARE_WASH),
    (Role.INK, Role.CARE_WASH),
    (Role.ON_ACCENT, Role.ACCENT),
    (Role.ON_ACCENT, Role.ACCENT_STRONG),
    *((Role.MAP_INK, field) for field in (Role.MAP_TENSE, Role.MAP_BRIGHT, Role.MAP_LOW, Role.MAP_CALM)),
]

GRAPHIC_PAIRS = [
    *(
        (mark, ground)
        for mark in (
            Role.FOG_MARK,
            Role.HAZE_MARK,
            Role.DAWN_MARK,
            Role.SUN_MARK,
            Role.EDGE,
            Role.FOCUS,
            Role.ACCENT,
            Role.INK,
        )
        for ground in GROUNDS
    ),
    *((Role.ACCENT, field) for field in (Role.MAP_TENSE, Role.MAP_BRIGHT, Role.MAP_LOW, Role.MAP_CALM)),
    (Role.FOCUS, Role.ACCENT_WASH),
]


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(name, ink, ground):
    colors = load(name).colors

    assert contrast(colors[ink], colors[ground]) >= TEXT


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), GRAPHIC_PAIRS)
def test_marks_can_be_seen_on_their_ground(name, mark, ground):
    colors = load(name).colors

    assert contrast(colors[mark], colors[ground]) >= GRAPHICS


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_role_names_a_color(name):
    tokens = load(name)

    assert set(tokens.colors) == set(Role)
    assert tokens.dark == (name == "dark")
