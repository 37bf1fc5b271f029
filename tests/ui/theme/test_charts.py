from numbcompanion.preferences import ThemeChoice
from ui.theme import Role, Theme
from ui.theme.charts import cell_brush, cell_pen, chart_look, dot_brush


def test_charts_wear_the_colors_of_the_room(theme, qapp):
    light = chart_look(theme)
    theme.set_choice(ThemeChoice.DARK)
    dark = chart_look(theme)

    assert light.background != dark.background == theme.color(Role.CARD)
    assert dark.text == theme.color(Role.SOFT_INK)
    Theme().apply(qapp)


def test_points_are_drawn_in_marks_and_days_in_outlined_fills(theme):
    assert dot_brush(theme, 0.5).color() == theme.ramp_mark(0.5)
    assert cell_brush(theme, 0.5).color() == theme.ramp(0.5)
    assert cell_pen(theme, 0.5).color() == theme.ramp_mark(0.5)


def test_an_empty_day_is_a_sunk_cell(theme):
    assert cell_brush(theme, None).color() == theme.color(Role.SUNK)
    assert cell_pen(theme, None).color() == theme.color(Role.LINE)
