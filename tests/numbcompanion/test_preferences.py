import pytest

from numbcompanion.errors import HomeNotWritable
from numbcompanion.paths import Home
from numbcompanion.preferences import Preferences, PreferencesFile, ThemeChoice


def test_a_change_is_there_at_the_next_start(home):
    PreferencesFile(home).change(theme="dark", text_scale=1.5, country="ie")
    current = PreferencesFile(home).current
    assert (current.theme, current.text_scale, current.country) == (ThemeChoice.DARK, 1.5, "IE")


def test_values_out_of_range_are_brought_into_it(home):
    current = PreferencesFile(home).change(text_scale=99, day_start_hour=-3, bells_volume="loud", theme="pink")
    assert (current.text_scale, current.day_start_hour) == (2.0, 0)
    assert (current.bells_volume, current.theme) == (Preferences().bells_volume, ThemeChoice.SYSTEM)


@pytest.mark.parametrize("content", [b"", b"{broken", b"[1, 2]", b"\xff\xfe\x00", b"null"])
def test_a_broken_file_gives_defaults_and_is_kept(home, content):
    home.make()
    home.settings_file.write_bytes(content)
    file = PreferencesFile(home)
    assert file.current == Preferences()
    assert file.broken_file_kept_at.read_bytes() == content


@pytest.mark.parametrize("content", ['{"text_scale": "big", "unknown": 1, "country": 7}', '{"text_scale": NaN}'])
def test_single_wrong_values_become_defaults(home, content):
    home.make()
    home.settings_file.write_text(content)
    assert PreferencesFile(home).current == Preferences()


def test_a_home_that_takes_no_writing_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    file = PreferencesFile(Home(tmp_path / "file" / "home", tmp_path))
    with pytest.raises(HomeNotWritable):
        file.change(theme="dark")
