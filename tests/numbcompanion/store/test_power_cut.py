"""Pull the plug at random moments: whatever said "saved" is there, and the file is whole."""

import os
import random
import signal
import sys
import time

import pytest

from numbcompanion.checkins.records import CheckInDraft
from numbcompanion.companion import Companion
from numbcompanion.store.connection import raw_connection
from numbcompanion.store.key_stores import KeyFile

CUTS = 200


def write_until_killed(home, out):
    """Save check-ins and one growing entry for ever; say each only after its call returned."""
    companion = Companion(home, key_stores=[KeyFile(home.key_folder)])
    companion.open()
    journal = companion.journal
    page = journal.begin()
    number = 0
    while True:
        number += 1
        checkin = companion.checkins.save(CheckInDraft(depth=number % 11, note="n" * (number % 4000)))
        os.write(out, f"c {checkin.id}\n".encode())
        entry = journal.save(page, "a page", "word " * (number * 40))
        os.write(out, f"e {entry.id} {number}\n".encode())
        if number % 5 == 0:
            page = journal.begin()


def cut_once(home, patience_s):
    """Let a child write for a moment, kill it, and return the lines it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write_until_killed(home, writing)
        finally:
            os._exit(1)
    os.close(writing)
    said = os.read(reading, 1)  # the first "saved": from now on the plug may go at any moment
    time.sleep(patience_s)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while block := os.read(reading, 65536):
        said += block
    os.close(reading)
    return [line.decode().split() for line in said.split(b"\n")[:-1]]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="forks and kills")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_killed_at_two_hundred_random_moments_everything_that_was_saved_is_there(home):
    first = Companion(home, key_stores=[KeyFile(home.key_folder)])
    first.open()
    first.close()
    chance = random.Random(20261123)
    checkins, entries = set(), {}
    for _ in range(CUTS):
        for kind, *rest in cut_once(home, chance.uniform(0, 0.06)):
            if kind == "c":
                checkins.add(rest[0])
            else:
                entries[rest[0]] = int(rest[1])
    companion = Companion(home, key_stores=[KeyFile(home.key_folder)])
    companion.open()
    kept = {point.id for point in companion.checkins.depths()}
    lost = {
        entry_id
        for entry_id, number in entries.items()
        if len(companion.journal.entry(entry_id).body.split()) < number * 40
    }
    file = raw_connection(home.store_file, companion.store._data_key)
    torn = file.execute("PRAGMA cipher_integrity_check").fetchall()
    whole = file.execute("PRAGMA integrity_check").fetchall()
    file.close()
    companion.close()
    assert len(checkins) >= CUTS
    assert checkins - kept == set()
    assert lost == set()
    assert (torn, whole) == ([], [("ok",)])
