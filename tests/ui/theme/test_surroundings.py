import pytest

from ui.theme import surroundings


@pytest.mark.parametrize(
    ("text", "still"),
    [
        ("[Settings]\ngtk-enable-animations=false\n", True),
        ("[Settings]\ngtk-enable-animations = 0\n", True),
        ("[Settings]\ngtk-enable-animations=true\n", False),
        ("[Settings]\ngtk-theme-name=x\n", False),
    ],
)
def test_a_desktop_without_animations_asks_for_stillness(qapp, tmp_path, monkeypatch, text, still):
    (tmp_path / "gtk-3.0").mkdir()
    (tmp_path / "gtk-3.0" / "settings.ini").write_text(text)
    monkeypatch.setattr(surroundings.QStandardPaths, "writableLocation", lambda where: str(tmp_path))

    assert surroundings._gtk_wants_stillness() is still


def test_a_settings_file_that_is_no_text_changes_nothing(qapp, tmp_path, monkeypatch):
    (tmp_path / "gtk-4.0").mkdir()
    (tmp_path / "gtk-4.0" / "settings.ini").write_bytes(b"\xff\xfe\x00")
    monkeypatch.setattr(surroundings.QStandardPaths, "writableLocation", lambda where: str(tmp_path))

    assert surroundings._gtk_wants_stillness() is False
