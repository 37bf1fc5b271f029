import json
import os
import stat
import time

import keyring
import pytest
from fakes import MemoryKeyStore
from keyring.backend import KeyringBackend

from numbcompanion.errors import KeyUnavailable
from numbcompanion.store import keys as key_slots
from numbcompanion.store.key_stores import Keychain, KeyFile, KeyStoreSilent


class FakeBackend(KeyringBackend):
    """A keychain in memory that can hang or refuse."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}
        self.hangs_s = 0.0
        self.refuses = False

    def _answer(self):
        time.sleep(self.hangs_s)
        if self.refuses:
            raise keyring.errors.KeyringLocked("locked")

    def get_password(self, service, username):
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._answer()
        self.kept[service, username] = password

    def delete_password(self, service, username):
        self._answer()
        self.kept.pop((service, username), None)


@pytest.fixture
def backend():
    before = keyring.get_keyring()
    backend = FakeBackend()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


def test_the_data_key_comes_back_through_its_slot(home, key_store):
    home.make()
    keys, data_key = key_slots.create(home, [key_store])
    assert len(data_key) == 32
    assert key_slots.unlock(key_slots.read(home), [key_store]) == data_key
    assert data_key.hex() not in home.keys_file.read_text()
    assert next(iter(key_store.kept.values())).hex() not in home.keys_file.read_text()
    assert keys.machine_kind == "key-file"


def test_the_first_place_that_keeps_a_key_is_used(home):
    home.make()
    locked, file = MemoryKeyStore("keychain"), MemoryKeyStore("key-file")
    locked.refuses = True
    keys, _ = key_slots.create(home, [locked, file])
    assert keys.machine_kind == "key-file"


def test_a_second_first_start_takes_the_key_of_the_first(home, key_store):
    home.make()
    _, first = key_slots.create(home, [key_store])
    _, second = key_slots.create(home, [key_store])
    assert first == second
    assert len(key_store.kept) == 1


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda store: setattr(store, "silent", True), "does not answer"),
        (lambda store: store.kept.clear(), "not where it was kept"),
        (lambda store: store.kept.update(dict.fromkeys(store.kept, b"x" * 32)), "does not fit"),
    ],
)
def test_missing_wrong_and_silent_are_told_apart(home, key_store, break_it, words):
    home.make()
    key_slots.create(home, [key_store])
    break_it(key_store)
    with pytest.raises(KeyUnavailable, match=words):
        key_slots.unlock(key_slots.read(home), [key_store])


def test_the_recovery_code_opens_and_an_older_one_does_not(home, key_store):
    home.make()
    keys, data_key = key_slots.create(home, [key_store])
    keys, old = key_slots.with_recovery_slot(keys, data_key)
    keys, new = key_slots.with_recovery_slot(keys, data_key)
    key_slots.write(home, keys)
    read = key_slots.read(home)
    assert key_slots.unlock_with_code(read, new.lower()) == data_key
    with pytest.raises(KeyUnavailable, match="not the newest one"):
        key_slots.unlock_with_code(read, old)


def test_without_a_recovery_slot_the_code_is_refused_in_a_sentence(home, key_store):
    home.make()
    keys, data_key = key_slots.create(home, [key_store])
    _, code = key_slots.with_recovery_slot(keys, data_key)
    with pytest.raises(KeyUnavailable, match="No recovery code was made"):
        key_slots.unlock_with_code(keys, code)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 1}', b"\xff\xfe"])
def test_a_broken_key_file_is_read_from_its_spare(home, key_store, content):
    home.make()
    keys, _ = key_slots.create(home, [key_store])
    key_slots.write(home, keys)
    home.keys_file.write_bytes(content)
    assert key_slots.read(home) == keys


def test_without_key_file_and_spare_the_person_is_told_that_nothing_is_lost(home):
    home.make()
    with pytest.raises(KeyUnavailable, match="still there"):
        key_slots.read(home)


@pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX matter")
def test_the_key_file_is_for_the_owner_alone(tmp_path):
    place = KeyFile(tmp_path / "keys")
    assert place.keep("home", b"k" * 32)
    assert place.fetch("home") == b"k" * 32
    assert stat.S_IMODE(place.file("home").stat().st_mode) == 0o600
    assert stat.S_IMODE(place.folder.stat().st_mode) == 0o700
    place.forget("home")
    assert place.fetch("home") is None


def test_the_keychain_keeps_and_gives_back(backend):
    place = Keychain()
    assert place.keep("home", b"k" * 32)
    assert place.fetch("home") == b"k" * 32
    assert place.fetch("another") is None
    place.forget("home")
    assert place.fetch("home") is None


def test_a_keychain_that_hangs_or_refuses_does_not_stop_the_start(backend):
    place = Keychain(patience_s=0.05)
    backend.hangs_s = 0.4
    assert not place.keep("home", b"k" * 32)
    with pytest.raises(KeyStoreSilent):
        place.fetch("home")
    backend.hangs_s, backend.refuses = 0.0, True
    with pytest.raises(KeyStoreSilent):
        Keychain().fetch("home")


def test_a_system_without_keychain_is_noticed():
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())
    try:
        assert not Keychain().keep("home", b"k" * 32)
    finally:
        keyring.set_keyring(before)


def test_the_slots_file_tells_its_format(home, key_store):
    home.make()
    key_slots.create(home, [key_store])
    assert json.loads(home.keys_file.read_text())["format"] == key_slots.FORMAT
