"""Where the key that unwraps the data key is kept: the system's keychain, else a file in another folder."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from numbcompanion.paths import write_private

SERVICE = "numb-companion"
KEYCHAIN_PATIENCE_S = 4.0
T = TypeVar("T")


class KeyStoreSilent(Exception):
    """The place did not answer in time, is locked, or refused."""


class KeyStore(Protocol):
    """A place that keeps one wrapping key for each home."""

    kind: str

    def fetch(self, home_id: str) -> bytes | None:
        """Return the key kept for `home_id`, or None where there is none; raises KeyStoreSilent."""

    def keep(self, home_id: str, key: bytes) -> bool:
        """Keep `key` and read it back; return whether that worked."""

    def forget(self, home_id: str) -> None:
        """Remove the key of `home_id`, quietly."""


class Keychain:
    """The system's keychain through `keyring`; each call runs aside, so that one that hangs cannot hold us up."""

    kind = "keychain"

    def __init__(self, patience_s: float = KEYCHAIN_PATIENCE_S):
        self._patience_s = patience_s

    def fetch(self, home_id: str) -> bytes | None:
        def ask() -> str | None:
            import keyring

            return keyring.get_password(SERVICE, home_id)

        text = self._aside(ask)
        try:
            return None if text is None else bytes.fromhex(text)
        except ValueError:
            return None

    def keep(self, home_id: str, key: bytes) -> bool:
        def ask() -> bool:
            import keyring
            from keyring.backends import fail, null

            if isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring):
                return False
            keyring.set_password(SERVICE, home_id, key.hex())
            return keyring.get_password(SERVICE, home_id) == key.hex()

        try:
            return self._aside(ask)
        except KeyStoreSilent:
            return False

    def forget(self, home_id: str) -> None:
        def ask() -> None:
            import keyring

            keyring.delete_password(SERVICE, home_id)

        try:
            self._aside(ask)
        except KeyStoreSilent:
            return

    def _aside(self, ask: Callable[[], T]) -> T:
        answers: list[T] = []
        failures: list[BaseException] = []

        def work() -> None:
            try:
                answers.append(ask())
            except BaseException as error:  # whatever a back end raises, it is "no answer" to us
                failures.append(error)

        thread = threading.Thread(target=work, name="keychain", daemon=True)
        thread.start()
        thread.join(self._patience_s)
        if answers:
            return answers[0]
        reason = failures[0] if failures else TimeoutError(f"no answer in {self._patience_s} s")
        raise KeyStoreSilent(f"{type(reason).__name__}") from reason


@dataclass(frozen=True)
class KeyFile:
    """A file of mode 0600 outside the home, where there is no keychain."""

    folder: Path
    kind = "key-file"

    def file(self, home_id: str) -> Path:
        """Return where the key of `home_id` lies."""
        return self.folder / f"{home_id}.key"

    def fetch(self, home_id: str) -> bytes | None:
        try:
            return bytes.fromhex(self.file(home_id).read_text("ascii").strip())
        except FileNotFoundError:
            return None
        except (ValueError, UnicodeDecodeError):
            return None
        except OSError as error:
            raise KeyStoreSilent(type(error).__name__) from error

    def keep(self, home_id: str, key: bytes) -> bool:
        try:
            write_private(self.file(home_id), key.hex().encode("ascii"))
            return self.fetch(home_id) == key
        except (OSError, KeyStoreSilent):
            return False

    def forget(self, home_id: str) -> None:
        try:
            os.remove(self.file(home_id))  # noqa: PTH107
        except OSError:
            return
