"""An onlooker on the session bus who keeps every notification and every button pressed."""

import contextlib
import threading
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse

NOTIFICATIONS = "org.freedesktop.Notifications"
_MONITORING = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", interface="org.freedesktop.DBus.Monitoring")


class BusWatch:
    """Sees all messages of the notification interface, as a monitor, without taking part."""

    def __init__(self, address: str):
        self._address = address
        self.sent: list[dict[str, object]] = []
        self.actions: list[tuple[int, str]] = []
        self._asking = open_dbus_connection(address)
        self._watching = self._monitor()
        self._thread = threading.Thread(target=self._watch, name="bus watch", daemon=True)
        self._thread.start()

    def _monitor(self) -> DBusConnection:
        connection = open_dbus_connection(self._address)
        rules = [MatchRule(interface=NOTIFICATIONS).serialise()]
        call = new_method_call(_MONITORING, "BecomeMonitor", "asu", (rules, 0))
        reply = connection.send_and_get_reply(call)
        assert reply.header.message_type is MessageType.method_return
        return connection

    def _watch(self) -> None:
        with contextlib.suppress(OSError, EOFError, ValueError):
            while True:
                self._take(self._watching.receive())

    def _take(self, message: Any) -> None:
        member = message.header.fields.get(HeaderFields.member)
        if member == "Notify":
            app, replaces, icon, title, text, actions, hints, timeout_ms = message.body
            self.sent.append(
                {
                    "app": app, "replaces": replaces, "icon": icon, "title": title, "text": text,
                    "actions": dict(zip(actions[::2], actions[1::2], strict=True)),
                    "buttons": [label for label in actions[1::2] if label],
                    "hints": hints, "timeout_ms": timeout_ms,
                }
            )  # fmt: skip
        elif member == "ActionInvoked":
            self.actions.append(message.body)

    def notification(self, words: str) -> dict[str, object] | None:
        """Return the latest notification with `words` in its title or text."""
        for sent in reversed(self.sent):
            if words in f"{sent['title']}\n{sent['text']}":
                return sent
        return None

    def has_name(self, name: str) -> bool:
        """Return whether somebody on the bus answers to `name`."""
        reply = self._asking.send_and_get_reply(message_bus.NameHasOwner(name))
        if reply.header.message_type is MessageType.error:
            raise DBusErrorResponse(reply)
        return bool(reply.body[0])

    def close(self) -> None:
        """Look away."""
        import socket

        with contextlib.suppress(OSError):
            self._watching.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        self._watching.close()
        self._asking.close()
