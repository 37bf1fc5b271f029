import os
import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from numbcompanion.paths import Home
from ui.settings.autostart import Autostart, AutostartNotWritten, autostart_here, start_command
from ui.settings.autostart_launch_agent import LaunchAgent
from ui.settings.autostart_run_key import KEY, VALUE, RunKey
from ui.settings.autostart_xdg import XdgEntry, exec_line

COMMAND = ["/opt/numb companion/python", "-m", "numbcompanion", "--hidden", "--data-dir", '/home/me/100%/"mine" \\ $x']


class MemoryRegistry:
    def __init__(self):
        self.values = {}

    def value(self, key, name):
        return self.values.get((key, name))

    def set_value(self, key, name, value):
        self.values[key, name] = value

    def remove_value(self, key, name):
        self.values.pop((key, name), None)


def entry(kind: str, folder: Path, command=COMMAND):
    if kind == "xdg":
        return XdgEntry(command, folder)
    if kind == "launch-agent":
        return LaunchAgent(command, folder)
    return RunKey(command, REGISTRIES.setdefault(folder, MemoryRegistry()))


REGISTRIES: dict[Path, MemoryRegistry] = {}
KINDS = pytest.mark.parametrize("kind", ["xdg", "launch-agent", "run-key"])


@KINDS
def test_the_switch_reads_back_what_it_wrote(kind, tmp_path):
    autostart = Autostart(entry(kind, tmp_path / "new" / "folder"))
    assert not autostart.enabled()
    assert autostart.set(True)
    assert autostart.enabled()
    assert not autostart.set(False)
    assert not autostart.enabled()
    assert not autostart.set(False)


@KINDS
def test_one_that_starts_another_command_counts_as_off(kind, tmp_path):
    Autostart(entry(kind, tmp_path, ["/moved/python", "-m", "numbcompanion"])).set(True)
    autostart = Autostart(entry(kind, tmp_path))
    assert not autostart.enabled()
    assert autostart.set(True)


def test_what_the_system_does_not_take_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    autostart = Autostart(XdgEntry(COMMAND, tmp_path / "file"))
    with pytest.raises(AutostartNotWritten, match="does not keep"):
        autostart.set(True)
    assert not autostart.enabled()


def test_what_the_system_does_not_keep_is_said(tmp_path):
    class Forgetful(XdgEntry):
        def write(self):
            return

    with pytest.raises(AutostartNotWritten):
        Autostart(Forgetful(COMMAND, tmp_path)).set(True)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_switched_off_in_the_desktop_s_own_settings_counts_as_off(tmp_path, line):
    autostart = Autostart(XdgEntry(COMMAND, tmp_path))
    autostart.set(True)
    file = Path(autostart.place)
    file.write_text(file.read_text() + line + "\n")
    assert not autostart.enabled()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe nonsense", b"<plist>"])
@pytest.mark.parametrize("kind", ["xdg", "launch-agent"])
def test_a_broken_file_counts_as_off(kind, tmp_path, content):
    autostart = Autostart(entry(kind, tmp_path))
    autostart.set(True)
    Path(autostart.place).write_bytes(content)
    assert not autostart.enabled()


def test_the_desktop_starts_exactly_the_command(tmp_path):
    """The line is read as GLib reads it, then by a program that prints what it was given."""
    if shutil.which("gio") is None:
        pytest.skip("gio is not installed")
    told = tmp_path / "told"
    awkward = ["a b", "100%", '"quoted"', "back\\slash", "$HOME", "`x`", "é"]
    command = [sys.executable, "-c", f"import sys; open({str(told)!r}, 'w').write(repr(sys.argv[1:]))", *awkward]
    autostart = Autostart(XdgEntry(command, tmp_path))
    autostart.set(True)
    subprocess.run(["gio", "launch", autostart.place], check=True, env={**os.environ, "DISPLAY": ":0"}, timeout=30)
    for _ in range(200):
        if told.exists() and told.read_text():
            break
        subprocess.run(["sleep", "0.05"], check=True)
    assert told.read_text() == repr(awkward)


def test_an_exec_line_quotes_only_what_needs_it():
    assert exec_line(["/usr/bin/python3", "-m", "x"]) == "/usr/bin/python3 -m x"
    assert exec_line(["a b"]) == '"a b"'
    assert exec_line(["50%"]) == "50%%"
    assert exec_line(["$x"]) == '"\\\\$x"'


def test_the_launch_agent_is_a_property_list_of_the_command(tmp_path):
    agent = LaunchAgent(COMMAND, tmp_path)
    agent.write()
    content = plistlib.loads(Path(agent.place).read_bytes())
    assert content["ProgramArguments"] == COMMAND
    assert content["RunAtLoad"] is True


def test_the_run_key_holds_one_quoted_line():
    registry = MemoryRegistry()
    RunKey(["C:\\Program Files\\Numb\\pythonw.exe", "--hidden"], registry).write()
    assert registry.values[KEY, VALUE] == '"C:\\Program Files\\Numb\\pythonw.exe" --hidden'


def test_every_platform_has_its_entry(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert autostart_here(COMMAND, "linux").place == str(tmp_path / "autostart" / "numb-companion.desktop")
    assert autostart_here(COMMAND, "darwin").place.endswith(".plist")
    assert autostart_here(COMMAND, "win32").place.startswith("HKEY_CURRENT_USER")


def test_the_command_names_a_home_that_is_not_the_usual_one(monkeypatch, tmp_path):
    monkeypatch.delenv("NUMBCOMPANION_HOME", raising=False)
    assert "--data-dir" not in start_command(Home.chosen())
    assert start_command(Home(tmp_path, tmp_path))[-2:] == ["--data-dir", str(tmp_path)]
    assert start_command(Home.chosen())[1:] == ["-m", "numbcompanion", "--hidden"]
