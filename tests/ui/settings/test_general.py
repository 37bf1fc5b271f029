import json

import pytest
from program import button

from numbcompanion.preferences import Audience, PreferencesFile, ThemeChoice
from ui.kit.chips import Chips
from ui.settings.appearance import Appearance


class FakeAutostart:
    place = "a place"
    on = False

    def enabled(self):
        return self.on

    def set(self, wanted):
        self.on = wanted


@pytest.fixture
def make(qtbot, theme, facts, home):
    def build():
        section = Appearance(theme, facts, PreferencesFile(home), FakeAutostart())
        qtbot.addWidget(section)
        section.resize(800, 900)
        section.show()
        return section

    return build


def chosen(section, name):
    chips = next(c for c in section.findChildren(Chips) if c.accessibleName() == name)
    return chips.chosen()


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [("dark", "theme", ThemeChoice.DARK), ("175 %", "text_scale", 1.75), ("still", "still", "on")],
)
def test_a_choice_is_told_at_once_and_kept(make, facts, home, qtbot, words, field, value):
    section = make()
    with qtbot.waitSignal(facts.preferences_changed) as told:
        button(section, words).click()
    assert getattr(told.args[0], field) == value
    assert getattr(PreferencesFile(home).current, field) == value
    assert button(make(), words).isChecked()


def test_the_window_takes_on_the_new_look_while_it_is_open(begin):
    program = begin()
    section = program.section("appearance")
    before = program.app.theme.px(100)
    button(section, "dark").click()
    button(section, "150 %").click()
    assert program.app.theme.dark
    assert program.app.theme.px(100) == round(before * 1.5)


def test_values_that_make_no_sense_are_read_as_the_first_day(make, home):
    home.make()
    home.settings_file.write_text(json.dumps({"theme": "mauve", "text_scale": "big", "still": 7, "day_start_hour": 99}))
    section = make()
    assert chosen(section, "Light or dark") == ["system"]
    assert chosen(section, "Text size") == ["100"]
    assert chosen(section, "Motion") == ["system"]


def test_what_could_not_be_written_is_said(make, facts, home, qtbot, monkeypatch):
    section = make()

    def refuse(file, data):
        raise OSError("read-only")

    monkeypatch.setattr("numbcompanion.preferences.write_private", refuse)
    with qtbot.waitSignal(section.said) as said:
        button(section, "dark").click()
    assert "cannot write to its folder" in said.args[0]


def test_who_it_is_for_can_be_changed(make, home):
    button(make(), "someone I love").click()
    assert PreferencesFile(home).current.audience is Audience.PARTNER
