import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

import resources
from ui.theme import Role

NAMES = sorted(file.stem for file in resources.path("icons").glob("*.svg"))
NEEDED = {
    "today", "check-in", "practice", "journal", "insights", "path", "together", "library", "help", "settings", "close",
    "search", "play", "pause", "plus", "check", "chevron", "tray", "tray-symbolic", "orb",
}  # fmt: skip


def _inked(image):
    return sum(image.pixelColor(x, y).alpha() > 128 for x in range(image.width()) for y in range(image.height()))


def test_every_icon_that_is_needed_is_there():
    assert set(NAMES) >= NEEDED


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_well_formed_and_draws_something(theme, name):
    root = ElementTree.fromstring(resources.read_text(f"icons/{name}.svg"))
    assert root.get("viewBox") == "0 0 24 24"

    image = theme.icon(name, Role.INK).pixmap(QSize(24, 24)).toImage()

    assert _inked(image) > 3


def test_an_icon_takes_the_color_of_its_role(theme):
    image = theme.icon("plus", Role.CARE, size=24).pixmap(QSize(24, 24), 1.0).toImage()

    assert image.pixelColor(12, 8).name() == theme.color(Role.CARE).name()


def test_a_checked_icon_can_have_another_color(theme):
    icon = theme.icon("plus", Role.SOFT_INK, Role.ACCENT, size=24)

    checked = icon.pixmap(QSize(24, 24), 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage()

    assert checked.pixelColor(12, 8).name() == theme.color(Role.ACCENT).name()


@pytest.mark.parametrize("symbolic", [True, False])
def test_the_tray_icon_comes_in_tray_sizes(theme, symbolic):
    sizes = {(size.width(), size.height()) for size in theme.tray_icon(symbolic).availableSizes()}

    assert {(16, 16), (22, 22), (24, 24), (32, 32)} <= sizes


def test_the_app_icon_is_the_orb(theme):
    image = theme.app_icon().pixmap(QSize(64, 64), 1.0).toImage()

    colors = {image.pixelColor(x, 32).name() for x in (4, 14, 32)}
    assert len(colors) == 3
