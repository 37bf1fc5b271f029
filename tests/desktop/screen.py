"""The X screen as a person sees it: which windows are there, what docked in the tray, what it looks like."""

import contextlib
import struct
import time
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from Xlib import X, display, error
from Xlib.protocol import event

CLIENT = ~0x1FFFFF  # the bits of a window's number that say whose it is


@dataclass(frozen=True)
class Window:
    """One top-level window."""

    screen: "Screen"
    id: int
    title: str

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        return self.screen.place(self.id)

    @property
    def size(self) -> tuple[int, int]:
        return self.place[2:]

    def close(self) -> None:
        """Press its close button, as the window manager does."""
        self.screen.ask_manager(self.id, "_NET_CLOSE_WINDOW")

    def activate(self) -> None:
        """Bring it to the front and give it the keyboard."""
        self.screen.ask_manager(self.id, "_NET_ACTIVE_WINDOW", 2)


class Screen:
    """A connection to the X server that only looks, and asks the window manager."""

    def __init__(self, name: str):
        self._display: Any = display.Display(name)
        self._root: Any = self._display.screen().root

    def close(self) -> None:
        """Let the server go."""
        with contextlib.suppress(Exception):  # the server may be gone first
            self._display.close()

    def _atom(self, name: str) -> int:
        return self._display.intern_atom(name)

    def _property(self, window: Any, name: str) -> Any:
        try:
            found = window.get_full_property(self._atom(name), X.AnyPropertyType)
        except error.XError:
            return None
        return None if found is None else found.value

    def has_window_manager(self) -> bool:
        return self._property(self._root, "_NET_SUPPORTING_WM_CHECK") is not None

    def has_tray(self) -> bool:
        return self._display.get_selection_owner(self._atom("_NET_SYSTEM_TRAY_S0")) != X.NONE

    def windows(self) -> list[Window]:
        """All top-level windows the window manager knows and shows."""
        found = []
        for number in self._property(self._root, "_NET_CLIENT_LIST") or ():
            window = self._display.create_resource_object("window", number)
            title = self._property(window, "_NET_WM_NAME")
            with contextlib.suppress(error.XError):
                if title is not None and window.get_attributes().map_state == X.IsViewable:
                    found.append(Window(self, int(number), title.decode("utf-8", "replace")))
        return found

    def window(self, title: str) -> Window | None:
        return next((window for window in self.windows() if title in window.title), None)

    def active(self) -> int:
        """The window that has the keyboard, as the window manager says."""
        value = self._property(self._root, "_NET_ACTIVE_WINDOW")
        return int(value[0]) if value is not None and len(value) else 0

    def place(self, number: int) -> tuple[int, int, int, int]:
        window = self._display.create_resource_object("window", number)
        geometry = window.get_geometry()
        corner = self._root.translate_coords(window, 0, 0)
        return (int(-corner.x), int(-corner.y), int(geometry.width), int(geometry.height))

    def ask_manager(self, number: int, request: str, *data: int) -> None:
        window = self._display.create_resource_object("window", number)
        values = [*data, *[0] * (5 - len(data))]
        message = event.ClientMessage(window=window, client_type=self._atom(request), data=(32, values))
        self._root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._display.sync()

    def tray_icons(self) -> list[int]:
        """The windows of other programs that are docked in the tray."""
        owner = self._display.get_selection_owner(self._atom("_NET_SYSTEM_TRAY_S0"))
        if owner == X.NONE:
            return []
        tray = owner.id & CLIENT
        return [number for number in self._docked(self._root, tray, False) if number & CLIENT != tray]

    def _docked(self, window: Any, tray: int, inside: bool) -> list[int]:
        found: list[int] = []
        with contextlib.suppress(error.XError):
            for child in window.query_tree().children:
                if inside and child.id & CLIENT != tray:
                    found.append(int(child.id))
                else:
                    found += self._docked(child, tray, child.id & CLIENT == tray)
        return found

    def first_map_after(self, start_s: float, timeout_s: float = 30.0) -> float | None:
        """Return seconds from the monotonic instant `start_s` to the first mapped window of some size."""
        while time.monotonic() - start_s < timeout_s:
            while self._display.pending_events():
                seen = self._display.next_event()
                if seen.type != X.MapNotify:
                    continue
                with contextlib.suppress(error.XError):
                    geometry = seen.window.get_geometry()
                    if geometry.width >= 200 and geometry.height >= 150:
                        return time.monotonic() - start_s
            time.sleep(0.001)
        return None

    def watch_maps(self) -> None:
        """From now on hear of every window that is mapped."""
        self._root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self._display.sync()
        while self._display.pending_events():
            self._display.next_event()

    def pixels(self) -> tuple[int, int, bytes]:
        """Width, height and the bytes (blue, green, red, unused) of what is on the screen."""
        geometry = self._root.get_geometry()
        image = self._root.get_image(0, 0, geometry.width, geometry.height, X.ZPixmap, 0xFFFFFFFF)
        return int(geometry.width), int(geometry.height), image.data

    def picture(self, path: Path) -> None:
        """Write what is on the screen as PNG."""
        width, height, data = self.pixels()
        rows = bytearray()
        for y in range(height):
            row = data[y * width * 4 : (y + 1) * width * 4]
            line = bytearray(width * 3)
            line[0::3], line[1::3], line[2::3] = row[2::4], row[1::4], row[0::4]
            rows += b"\x00" + line
        chunks = (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(bytes(rows), 6)),
            _chunk(b"IEND", b""),
        )
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
