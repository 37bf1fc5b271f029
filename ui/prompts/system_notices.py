"""The system's own notifications, with buttons, through desktop-notifier on an asyncio thread of its own."""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import resources
from numbcompanion.translation import tr
from ui.prompts.notice import Notice, Replied, Reply, Shown

if TYPE_CHECKING:
    from desktop_notifier import DesktopNotifier

_APP_NAME = "Numb Companion"
_STAYS_S = 60  # on the screen; where there is a list of notifications it stays in it until withdrawn
_PATIENCE_S = 10.0  # a daemon that hangs is no daemon
_CLOSING_S = 2.0


@dataclass(frozen=True)
class SystemAbilities:
    """What the notification daemon can do; both False without one."""

    notices: bool = False
    buttons: bool = False


class SystemNotices:
    """Shows notices as system notifications; the thread and the library begin with the first one."""

    name = "system"

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._notifier: DesktopNotifier | None = None
        self._current: str | None = None  # the library's identifier; used on the asyncio thread only
        self._platform_id: int | None = None

    def show(self, notice: Notice, shown: Shown, replied: Replied) -> None:
        """Send the notice in the place of the one before."""
        self._run(self._show(notice, shown, replied))

    def withdraw(self) -> None:
        """Take the notification back."""
        if self._loop is not None:
            self._run(self._clear())

    def tell_abilities(self, told: Callable[[SystemAbilities], None]) -> None:
        """Ask the daemon what it can do; `told` is called from the asyncio thread."""

        async def ask() -> None:
            told(await self._abilities())

        self._run(ask())

    def close(self) -> None:
        """Take the notification back and end the thread."""
        loop, thread = self._loop, self._thread
        if loop is None or thread is None:
            return
        self._loop = self._thread = None
        asyncio.run_coroutine_threadsafe(self._end(), loop)
        thread.join(_CLOSING_S)

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        if self._loop is None:
            for name in ("desktop_notifier", "dbus_fast"):  # no daemon is nothing to report
                logging.getLogger(name).setLevel(logging.CRITICAL)
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(target=_turn, args=(self._loop,), name="notifications", daemon=True)
            self._thread.start()
        asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _show(self, notice: Notice, shown: Shown, replied: Replied) -> None:
        try:
            sent = await asyncio.wait_for(self._send(notice, replied), _PATIENCE_S)
        except Exception:  # whatever the platform's library meets: the next channel is tried
            sent = False
        if not sent:
            self._forget()
        shown(notice.key, sent)

    async def _send(self, notice: Notice, replied: Replied) -> bool:
        from desktop_notifier import Button, Notification

        abilities = await self._abilities()
        if not abilities.notices:
            return False
        await self._clear()
        buttons = [Button(tr("Check in"), on_pressed=lambda: replied(notice.key, Reply.CHECK_IN))]
        if notice.later:
            buttons.append(Button(tr("Later"), on_pressed=lambda: replied(notice.key, Reply.LATER)))
        dispatched: list[bool] = []
        notification = Notification(
            notice.title,
            notice.body,
            buttons=tuple(buttons) if abilities.buttons else (),
            on_dispatched=lambda: dispatched.append(True),
            on_clicked=lambda: replied(notice.key, Reply.CHECK_IN),
            on_dismissed=lambda: replied(notice.key, Reply.DISMISSED),
            timeout=_STAYS_S,
        )
        await self._library().send_notification(notification)
        if dispatched:
            self._current = notification.identifier
            self._platform_id = self._id_on_the_bus(notification.identifier)
        return bool(dispatched)

    async def _abilities(self) -> SystemAbilities:
        try:
            from desktop_notifier import Capability

            able = await asyncio.wait_for(self._library().get_capabilities(), _PATIENCE_S)
        except Exception:  # no bus, no daemon, a platform that is not supported
            self._forget()
            return SystemAbilities()
        return SystemAbilities(Capability.TITLE in able, Capability.BUTTONS in able)

    def _library(self) -> "DesktopNotifier":
        if self._notifier is None:
            from desktop_notifier import DesktopNotifier, Icon

            self._notifier = DesktopNotifier(_APP_NAME, Icon(path=resources.path("icons/orb.svg")))
        return self._notifier

    async def _clear(self) -> None:
        current, self._current = self._current, None
        if current is None or self._notifier is None:
            return
        try:
            if current in await self._notifier.get_current_notifications():
                await self._notifier.clear(current)
            elif self._platform_id is not None:
                # The library has let go of it at the first reply; some daemons leave it on the screen.
                await self._interface().call_close_notification(self._platform_id)
        except Exception as error:
            if type(error).__name__ != "DBusError":  # that one says only that it was closed before
                self._forget()

    def _interface(self) -> Any:
        return getattr(getattr(self._notifier, "_backend", None), "interface", None)

    def _id_on_the_bus(self, identifier: str) -> int | None:
        known = getattr(getattr(self._notifier, "_backend", None), "_platform_to_interface_notification_identifier", {})
        return next((number for number, name in known.items() if name == identifier and isinstance(number, int)), None)

    def _forget(self) -> None:
        """Let go of a connection that does not serve, so that the next notice makes a new one."""
        notifier, self._notifier = self._notifier, None
        bus = getattr(getattr(notifier, "_backend", None), "bus", None)
        if bus is not None:
            bus.disconnect()

    async def _end(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._clear(), _CLOSING_S / 2)
        self._forget()
        await asyncio.sleep(0)
        asyncio.get_running_loop().stop()


def _turn(loop: asyncio.AbstractEventLoop) -> None:
    loop.run_forever()
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
