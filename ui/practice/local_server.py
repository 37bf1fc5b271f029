"""The connections of this program to a server of the desktop, as the system lists them (Linux only).

Sound and speech are reached through libraries that do not say when the other end has gone, and that end the
program when they are used after that. The descriptors of the program tell.
"""

import ctypes
import os
import select
import sys
from dataclasses import dataclass
from pathlib import Path

_DESCRIPTORS = Path("/proc/self/fd")
_ADDRESS_BYTES = 128
_LOCAL, _INTERNET = 1, (2, 10)  # families of addresses on Linux


@dataclass(frozen=True)
class LocalServer:
    """A server known by the end of its usual path, its usual port, and the variable that can name another path."""

    path_end: str
    port: int
    variable: str

    def connections(self) -> list[int] | None:
        """Return the descriptors that are connected to it; None where that cannot be known."""
        if not sys.platform.startswith("linux"):
            return None
        try:
            numbers = [int(name) for name in os.listdir(_DESCRIPTORS)]  # noqa: PTH208 (only the names)
        except OSError:
            return None
        return [number for number in numbers if self._is_it(_peer(number))]

    def _is_it(self, address: bytes) -> bool:
        family = int.from_bytes(address[:2], sys.byteorder)
        if family == _LOCAL:
            path = os.fsdecode(address[2:].split(b"\0")[0])
            return bool(path) and (path.endswith(self.path_end) or path in os.environ.get(self.variable, ""))
        return family in _INTERNET and int.from_bytes(address[2:4], "big") == self.port


def is_alive(number: int) -> bool:
    """Return whether the other end of a descriptor is still there."""
    look = select.poll()
    try:
        look.register(number, select.POLLRDHUP)
        return not look.poll(0)
    except OSError:
        return False


def _peer(number: int) -> bytes:
    """Return the address at the other end of a descriptor, as the system writes it; empty where there is none."""
    room, size = ctypes.create_string_buffer(_ADDRESS_BYTES), ctypes.c_uint(_ADDRESS_BYTES)
    if ctypes.CDLL(None).getpeername(number, room, ctypes.byref(size)) != 0:
        return b""
    return room.raw[: size.value]
