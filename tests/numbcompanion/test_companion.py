import subprocess
import sys
from pathlib import Path

from numbcompanion.checkins.records import CheckInDraft
from numbcompanion.companion import Companion

ROOT = Path(__file__).parents[2]
HEAVY = ("sqlalchemy", "sqlcipher3", "numpy", "alembic", "keyring", "apscheduler", "PySide6", "cryptography")


def test_services_are_handed_out_before_it_is_open_and_work_after(home, clock, key_store):
    companion = Companion(home, clock, [key_store])
    checkins, journal = companion.checkins, companion.journal
    assert not home.store_file.exists()
    companion.open()
    checkins.save(CheckInDraft(3))
    journal.save(journal.begin(), "", "words")
    assert (len(companion.checkins.newest(5)), companion.journal.count()) == (1, 1)
    companion.close()


def test_opening_twice_and_closing_twice_are_no_trouble(companion):
    companion.open()
    companion.close()
    companion.close()
    companion.open()
    assert companion.store.is_open


def test_two_on_one_home_see_what_the_other_keeps(companion, clock, key_store):
    other = Companion(companion.home, clock, [key_store])
    other.open()
    other.checkins.save(CheckInDraft(8))
    assert companion.checkins.newest()[0].depth == 8
    other.close()


def test_the_copy_of_today_belongs_to_the_persons_day(companion, clock):
    clock.set(clock.now().replace(hour=2))
    assert companion.copy_of_today().day.isoformat() == "2026-11-22"
    assert companion.copy_of_today() is None
    clock.advance(86_400)
    assert companion.copy_of_today().day.isoformat() == "2026-11-23"


def test_building_one_loads_nothing_heavy(tmp_path):
    code = (
        "import sys; from pathlib import Path; from numbcompanion.companion import Companion;"
        "from numbcompanion.paths import Home;"
        f"Companion(Home(Path({str(tmp_path)!r}) / 'h', Path({str(tmp_path)!r}) / 'k'));"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
