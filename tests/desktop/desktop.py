"""A whole desktop without a screen: X, window manager, tray, notification daemon, session bus, sound."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from tests.desktop.bus import BusWatch
from tests.desktop.parts import (
    BUS_CONFIGURATION,
    NOTIFIER_CONFIGURATION,
    Process,
    eventually,
    start_screen,
)
from tests.desktop.screen import Screen, Window
from tests.desktop.sound import Recording

DROPPED = (
    "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE", "NUMBCOMPANION_HOME",
    "DBUS_SESSION_BUS_ADDRESS", "SESSION_MANAGER", "LC_ALL", "LANGUAGE",
)  # fmt: skip


class Desktop:
    """Everything a person's desktop has, in a folder of its own; leave the `with` block and all of it is gone."""

    def __init__(self, *features: str, size: str = "1400x900"):
        self.features = features
        self.size = size
        self.processes: list[Process] = []
        self.programs: list[Process] = []

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="desk-"))
        try:
            self._start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def _start(self) -> None:
        self.environment = self._own_environment()
        log = self.folder / "x.log"
        process, name = start_screen(self.environment, log, self.size)
        self.processes.append(process)
        self.environment["DISPLAY"] = name
        eventually(Path(f"/tmp/.X11-unix/X{name[1:]}").exists, "the socket of the X server")
        self.screen = Screen(name)
        self._start_bus()
        self._part("openbox", "openbox", "--sm-disable")
        eventually(self.screen.has_window_manager, "the window manager")
        if "tray" in self.features:
            self.start_tray()
        if "notifications" in self.features:
            self.start_notifications()
        if "sound" in self.features:
            self._start_sound()

    def _own_environment(self) -> dict[str, str]:
        environment = {key: value for key, value in os.environ.items() if key not in DROPPED}
        home = self.folder / "home"
        folders = {
            "HOME": home,
            "XDG_CONFIG_HOME": home / ".config",
            "XDG_DATA_HOME": home / ".local/share",
            "XDG_CACHE_HOME": home / ".cache",
            "XDG_STATE_HOME": home / ".local/state",
            "XDG_RUNTIME_DIR": self.folder / "rt",
        }
        for folder in folders.values():
            folder.mkdir(parents=True, mode=0o700)
        environment |= {key: str(folder) for key, folder in folders.items()}
        environment |= {
            "XDG_SESSION_TYPE": "x11",
            "XDG_CURRENT_DESKTOP": "Desktop",
            "LANG": "C.UTF-8",
            "NO_AT_BRIDGE": "1",
            "PULSE_SERVER": f"unix:{self.folder}/rt/sound",
        }
        return environment

    def _part(self, name: str, *command: str) -> Process:
        process = Process(command, self.environment, self.folder / f"{name}.log", self.folder)
        self.processes.append(process)
        return process

    def _start_bus(self) -> None:
        socket = self.folder / "rt/bus"
        configuration = self.folder / "bus.conf"
        configuration.write_text(BUS_CONFIGURATION.format(socket=socket))
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
        self._part("bus", "dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile")
        eventually(socket.exists, "the session bus")
        self.bus = BusWatch(self.environment["DBUS_SESSION_BUS_ADDRESS"])

    def start_tray(self) -> Process:
        """Start the tray; also later, as on desktops whose panel comes up after the programs."""
        process = self._part(
            "tray", "trayer", "--edge", "top", "--align", "right", "--widthtype", "request", "--height", "28"
        )
        eventually(self.screen.has_tray, "the tray")
        return process

    def start_notifications(self) -> None:
        """Start the notification daemon."""
        picker = self.folder / "pick"
        picker.write_text(f'#!/bin/sh\ngrep -F -m 1 -f "{self.folder}/wanted"\n')
        picker.chmod(0o700)
        configuration = self.folder / "dunstrc"
        configuration.write_text(NOTIFIER_CONFIGURATION.format(picker=picker))
        self._part("dunst", "dunst", "-conf", str(configuration))
        eventually(lambda: self.bus.has_name("org.freedesktop.Notifications"), "the notification daemon")

    def _start_sound(self) -> None:
        self._part(
            "sound", "pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
            "--disable-shm=yes", "--high-priority=no", "--realtime=no",
            "-L", f"module-native-protocol-unix auth-anonymous=1 socket={self.folder}/rt/sound",
            "-L", "module-null-sink sink_name=null rate=48000",
        )  # fmt: skip
        eventually(lambda: self._succeeds("pactl", "info"), "the sound server")

    def _succeeds(self, *command: str) -> bool:
        return subprocess.run(command, env=self.environment, capture_output=True, check=False).returncode == 0

    def run(self, *command: str) -> str:
        """Run a short command on this desktop; returns what it printed."""
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, f"{command[0]} failed: {done.stderr}"
        return done.stdout

    def start(self, command: Sequence[str], **environment: str) -> Process:
        """Start a program as a person would, in the folder of this desktop."""
        log = self.folder / f"program-{len(self.programs)}.log"
        process = Process(command, self.environment | environment, log, self.folder)
        self.programs.append(process)
        return process

    def window(self, title: str, timeout_s: float = 20.0) -> Window:
        """Return the mapped window whose title has `title` in it, once there is one."""
        return eventually(lambda: self.screen.window(title), f"a window called {title!r}", timeout_s)

    def no_window(self, title: str, timeout_s: float = 20.0) -> None:
        """Wait until no window of that title is mapped."""
        eventually(lambda: self.screen.window(title) is None, f"the window {title!r} to go", timeout_s)

    def type(self, text: str) -> None:
        """Type `text` into whatever has the keyboard."""
        self.run("xdotool", "type", "--delay", "15", "--", text)

    def press(self, *keys: str) -> None:
        """Press keys by their X names: "Return", "ctrl+4"."""
        self.run("xdotool", "key", "--delay", "40", *keys)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click at a place of the screen."""
        self.run("xdotool", "mousemove", str(x), str(y), "click", str(button))

    def screenshot(self, path: Path) -> None:
        """Keep a picture of the whole screen as PNG."""
        self.screen.picture(path)

    def notification(self, words: str, timeout_s: float = 20.0) -> dict[str, object]:
        """Return the notification with `words` in its title or text, once it was sent."""
        return eventually(lambda: self.bus.notification(words), f"a notification saying {words!r}", timeout_s)

    def press_action(self, text: str) -> None:
        """Press the button `text` of the notification that is shown, through the notification daemon."""
        (self.folder / "wanted").write_text(text + "\n")
        before = len(self.bus.actions)
        eventually(lambda: self._displayed() > 0, "a notification on the screen")
        self.run("dunstctl", "context")
        eventually(lambda: len(self.bus.actions) > before, f"the button {text!r} to be pressed")

    def _displayed(self) -> int:
        return int(self.run("dunstctl", "count", "displayed").strip())

    def record(self) -> Recording:
        """Record what is played; use as a `with` block, then ask for `.samples`."""
        return Recording(self.environment, self.folder)

    def end_programs(self) -> None:
        """End every program that `start` started."""
        for program in self.programs:
            program.end()

    def _end(self) -> None:
        self.end_programs()
        for name in ("bus", "screen"):
            if watched := getattr(self, name, None):
                watched.close()
        for process in reversed(self.processes):
            process.end()
        shutil.rmtree(self.folder, ignore_errors=True)
