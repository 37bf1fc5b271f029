"""The data key of the store and the slots that wrap it (AES-256-GCM), kept in keys.json beside the store.

A slot is one way to the same random 256-bit data key: the key in the keychain (or key file), or the recovery code
stretched by Argon2id (RFC 9106, its second recommended set: 64 MiB, 3 passes, 4 lanes).
"""

import base64
import json
import os
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from numbcompanion.errors import CompanionError, HomeNotWritable, KeyUnavailable
from numbcompanion.paths import Home, sync_folder, write_private
from numbcompanion.store.key_stores import KeyStore, KeyStoreSilent
from numbcompanion.store.recovery_code import new_code, secret_of
from numbcompanion.translation import tr

FORMAT = 1
KEY_BYTES = 32
RECOVERY = "recovery-code"
_NONCE_BYTES = 12
_SALT_BYTES = 16
_ARGON2ID = {"memory_kib": 64 * 1024, "passes": 3, "lanes": 4}


@dataclass(frozen=True)
class Slot:
    """One wrapped copy of the data key; `details` holds what its kind needs to unwrap it again."""

    kind: str
    nonce: bytes
    wrapped: bytes
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Keys:
    """The content of keys.json."""

    home_id: str
    slots: tuple[Slot, ...]

    def slot(self, kind: str) -> Slot | None:
        """Return the slot of `kind`, if there is one."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_slot(self, slot: Slot) -> "Keys":
        """Return these keys with `slot` in the place of any other of its kind."""
        return replace(self, slots=(*(s for s in self.slots if s.kind != slot.kind), slot))

    @property
    def machine_kind(self) -> str | None:
        """The kind of slot that opens the home by itself: "keychain" or "key-file"."""
        return next((slot.kind for slot in self.slots if slot.kind != RECOVERY), None)


def _wrap(data_key: bytes, wrapping_key: bytes, home_id: str, kind: str, **details: Any) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = AESGCM(wrapping_key).encrypt(nonce, data_key, f"{home_id}/{kind}".encode())
    return Slot(kind, nonce, sealed, details)


def _unwrap(slot: Slot, wrapping_key: bytes, home_id: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(wrapping_key).decrypt(slot.nonce, slot.wrapped, f"{home_id}/{slot.kind}".encode())
    except (InvalidTag, ValueError):
        return None


def _stretch(code: str, details: dict[str, Any]) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=base64.b64decode(details["salt"]),
        length=KEY_BYTES,
        iterations=details["passes"],
        lanes=details["lanes"],
        memory_cost=details["memory_kib"],
    ).derive(secret_of(code))


def create(home: Home, key_stores: Sequence[KeyStore]) -> tuple[Keys, bytes]:
    """Make a data key and its first slot, and write keys.json; a home that just got one keeps the one it has."""
    home_id = str(uuid.uuid4())
    data_key = secrets.token_bytes(KEY_BYTES)
    wrapping_key = secrets.token_bytes(KEY_BYTES)
    kept_in = next((store for store in key_stores if store.keep(home_id, wrapping_key)), None)
    if kept_in is None:
        raise HomeNotWritable(
            tr("The key for your words could not be kept, neither in the keychain nor in a file. Nothing was written.")
        )
    keys = Keys(home_id, (_wrap(data_key, wrapping_key, home_id, kept_in.kind),))
    if not _write_if_first(home.keys_file, keys):
        kept_in.forget(home_id)
        keys = read(home)
        return keys, unlock(keys, key_stores)
    return keys, data_key


def unlock(keys: Keys, key_stores: Sequence[KeyStore]) -> bytes:
    """Return the data key by the machine's own slot; raises KeyUnavailable saying which place failed and how."""
    silent = wrong = False
    for store in key_stores:
        slot = keys.slot(store.kind)
        if slot is None:
            continue
        try:
            wrapping_key = store.fetch(keys.home_id)
        except KeyStoreSilent:
            silent = True
            continue
        data_key = None if wrapping_key is None else _unwrap(slot, wrapping_key, keys.home_id)
        if data_key is not None:
            return data_key
        wrong = wrong or wrapping_key is not None
    raise KeyUnavailable(_why_locked(silent, wrong))


def _why_locked(silent: bool, wrong: bool) -> str:
    if silent:
        happened = tr("The system's keychain does not answer or is locked, and the key for your words is in it.")
    elif wrong:
        happened = tr("The key found on this computer does not fit this home.")
    else:
        happened = tr("The key for your words is not where it was kept on this computer.")
    todo = tr("Nothing is lost or changed. Try again when the keychain is open, or use your recovery code.")
    return f"{happened} {todo}"


def unlock_with_code(keys: Keys, code: str) -> bytes:
    """Return the data key by the recovery code; raises CodeMistyped, or KeyUnavailable for another home's code."""
    slot = keys.slot(RECOVERY)
    if slot is None:
        secret_of(code)
        raise KeyUnavailable(tr("No recovery code was made for this home. Nothing was changed."))
    data_key = _unwrap(slot, _stretch(code, slot.details), keys.home_id)
    if data_key is None:
        raise KeyUnavailable(
            tr("This is a well-formed recovery code, but not the newest one of this home. Nothing was changed.")
        )
    return data_key


def with_machine_slot(keys: Keys, data_key: bytes, key_stores: Sequence[KeyStore]) -> Keys:
    """Return keys whose machine slot is made anew in the first place that takes it; raises KeyUnavailable."""
    wrapping_key = secrets.token_bytes(KEY_BYTES)
    for store in key_stores:
        if store.keep(keys.home_id, wrapping_key):
            slots = tuple(slot for slot in keys.slots if slot.kind == RECOVERY)
            slot = _wrap(data_key, wrapping_key, keys.home_id, store.kind)
            return Keys(keys.home_id, (*slots, slot))
    raise KeyUnavailable(tr("The key could not be kept on this computer. The recovery code still opens the home."))


def with_recovery_slot(keys: Keys, data_key: bytes) -> tuple[Keys, str]:
    """Return keys with a new recovery slot, and the code that opens it; any older code stops working."""
    code = new_code()
    details = {"salt": base64.b64encode(secrets.token_bytes(_SALT_BYTES)).decode("ascii"), **_ARGON2ID}
    slot = _wrap(data_key, _stretch(code, details), keys.home_id, RECOVERY, **details)
    return keys.with_slot(slot), code


def read(home: Home) -> Keys:
    """Return keys.json, or its spare beside the copies where the first is gone or broken; raises KeyUnavailable."""
    for file in (home.keys_file, spare(home)):
        try:
            return _parsed(file.read_bytes())
        except (OSError, ValueError, KeyError, TypeError):
            continue
    raise KeyUnavailable(
        tr(
            "The file with the wrapped key, {file}, is missing or cannot be read. Your words are still there, "
            "encrypted. Put the file back from a backup of the folder."
        ).format(file=home.keys_file)
    )


def write(home: Home, keys: Keys) -> None:
    """Write keys.json and its spare; raises HomeNotWritable."""
    try:
        write_private(home.keys_file, _text(keys))
        write_private(spare(home), _text(keys))
    except OSError as error:
        raise HomeNotWritable(home.not_writable_sentence()) from error


def spare(home: Home) -> Path:
    """Return where the second copy of keys.json lies."""
    return home.copies_folder / "keys.json"


def _write_if_first(file: Path, keys: Keys) -> bool:
    new = file.with_name(f"{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        write_private(new, _text(keys))
        os.link(new, file)
    except FileExistsError:
        return False
    except OSError as error:
        raise HomeNotWritable(str(error)) from error
    finally:
        new.unlink(missing_ok=True)
    sync_folder(file.parent)
    return True


def _text(keys: Keys) -> bytes:
    slots = [
        {
            "kind": slot.kind,
            "nonce": base64.b64encode(slot.nonce).decode("ascii"),
            "wrapped": base64.b64encode(slot.wrapped).decode("ascii"),
            **slot.details,
        }
        for slot in keys.slots
    ]
    return json.dumps({"format": FORMAT, "home": keys.home_id, "slots": slots}, indent=1).encode("utf-8")


def _parsed(data: bytes) -> Keys:
    content = json.loads(data)
    if content["format"] > FORMAT:
        raise CompanionError(
            tr("The key file of this home was written by a newer version of the companion. Nothing was changed.")
        )
    slots = tuple(
        Slot(
            kind=slot["kind"],
            nonce=base64.b64decode(slot["nonce"]),
            wrapped=base64.b64decode(slot["wrapped"]),
            details={name: slot[name] for name in slot.keys() - {"kind", "nonce", "wrapped"}},
        )
        for slot in content["slots"]
    )
    return Keys(uuid.UUID(content["home"]).__str__(), slots)
