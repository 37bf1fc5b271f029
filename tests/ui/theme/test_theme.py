import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QPushButton

import ui.theme.theme as theme_module
from numbcompanion.preferences import StillChoice, ThemeChoice
from ui.theme import Role, Space, TextStyle, Theme


@pytest.fixture(autouse=True)
def undressed(qapp):
    yield
    Theme().apply(qapp)


def test_the_explicit_choice_is_shown_whatever_the_system_says(theme, monkeypatch):
    monkeypatch.setattr(theme_module, "prefers_dark", lambda: True)
    theme.set_choice(ThemeChoice.LIGHT)
    assert not theme.dark

    monkeypatch.setattr(theme_module, "prefers_dark", lambda: False)
    theme.set_choice(ThemeChoice.DARK)
    assert theme.dark


def test_without_a_choice_the_system_is_followed(theme, qapp, monkeypatch):
    light = theme.color(Role.PAPER)
    monkeypatch.setattr(theme_module, "prefers_dark", lambda: True)

    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())

    assert theme.dark
    assert theme.color(Role.PAPER) != light
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color(Role.PAPER)


def test_a_change_is_told_once(theme, qtbot):
    told = []
    theme.changed.connect(lambda: told.append(theme.dark))

    theme.set_choice(ThemeChoice.DARK, 1.5)
    theme.set_choice(ThemeChoice.DARK, 1.5)

    assert told == [True]


def test_stillness_follows_the_choice_then_the_system(theme, monkeypatch):
    monkeypatch.setattr(theme_module, "prefers_still", lambda: True)
    assert theme.still
    theme.set_choice(still=StillChoice.OFF)
    assert not theme.still
    theme.set_choice(still=StillChoice.ON)
    assert theme.still


def test_fonts_and_sizes_grow_with_the_scale(theme):
    small = theme.font(TextStyle.BODY).pixelSize()
    assert (small, theme.px(10)) == (15, 10)

    theme.set_choice(scale=2.0)

    assert theme.font(TextStyle.BODY).pixelSize() == 2 * small
    assert theme.px(10) == 20


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (9.0, 2.0), (1.25, 1.25)])
def test_the_scale_stays_within_its_ends(theme, asked, given):
    theme.set_choice(scale=asked)

    assert theme.scale == given


def test_the_serif_is_for_reading(theme):
    assert "Noto Serif" in theme.font(TextStyle.READING).families()
    assert "Noto Serif" not in theme.font(TextStyle.BODY).families()


def test_the_thaw_runs_from_fog_to_sun(theme):
    assert theme.ramp(0) == theme.color(Role.FOG)
    assert theme.ramp(1) == theme.color(Role.SUN)
    assert theme.ramp(-3) == theme.ramp(0)
    assert theme.ramp_mark(1 / 3).name() == theme.color(Role.HAZE_MARK).name()
    shades = {theme.ramp(step / 10).name() for step in range(11)}
    assert len(shades) == 11


def test_space_goes_in_the_agreed_steps():
    assert [int(step) for step in Space] == [4, 8, 12, 16, 20, 24, 32, 40]


def test_the_style_sheet_wears_the_tokens_and_the_scale(theme, qapp):
    theme.set_choice(ThemeChoice.DARK, 2.0)

    sheet = qapp.styleSheet()

    assert theme.color(Role.ACCENT).name().upper() in sheet
    assert "font-size: 30px" in sheet
    assert "$" not in sheet


def test_a_plain_button_does_not_look_like_the_system(theme, qtbot):
    button = QPushButton("Save")
    button.setProperty("role", "main")
    qtbot.addWidget(button)
    button.show()

    middle = button.grab().toImage().pixelColor(6, button.height() // 2)

    assert middle == theme.color(Role.ACCENT)


def test_labels_take_the_ink_of_the_theme(theme, qtbot):
    label = QLabel("words")
    qtbot.addWidget(label)
    theme.set_choice(ThemeChoice.DARK)
    label.ensurePolished()

    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.color(Role.INK)


def test_mixing_goes_from_one_role_to_the_other(theme):
    assert theme.mix(Role.PAPER, Role.INK, 0) == theme.color(Role.PAPER)
    assert theme.mix(Role.PAPER, Role.INK, 1).name() == theme.color(Role.INK).name()
    assert theme.blend(QColor("#000000"), Role.CARD, 1).name() == theme.color(Role.CARD).name()
