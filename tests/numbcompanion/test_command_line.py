import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest

from numbcompanion.checkins.records import Felt, Ladder, Region, Sensation, Source
from numbcompanion.companion import Companion
from numbcompanion.paths import Home


@pytest.fixture
def run(tmp_path):
    def run(*arguments, **environment):
        return subprocess.run(
            [sys.executable, "-m", "numbcompanion", *arguments],
            capture_output=True,
            check=False,
            text=True,
            env={
                **os.environ,
                "NUMBCOMPANION_HOME": str(tmp_path / "home"),
                "XDG_CONFIG_HOME": str(tmp_path / "config"),
                "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
                **environment,
            },
            timeout=120,
        )

    return run


def test_the_version_is_said(run):
    done = run("--version")
    assert (done.returncode, done.stdout.strip()[0].isdigit()) == (0, True)


def test_a_check_in_is_kept_and_counted(run):
    assert run("check-in", "--depth", "4", "--words", "tired, far away", "--note", "a line").returncode == 0
    assert run("check-in", "--depth", "unknown", "--at", "2026-01-02T10:00").returncode == 0
    done = run("status", "--json")
    status = json.loads(done.stdout)
    assert done.returncode == 0
    assert status["counts"]["checkins"] == 2
    assert status["encrypted"] is True
    assert status["key"] == "key-file"
    assert set(status) >= {"version", "home", "encrypted", "key", "schema", "counts", "next_prompt"}
    assert set(status["counts"]) >= {"checkins", "entries", "sessions"}


def test_every_field_can_be_said(run, tmp_path, monkeypatch):
    done = run(
        "check-in", "--depth", "3", "--pleasantness", "-1.5", "--energy", "-2", "--close-people", "2",
        "--close-self", "5", "--words", "tired, raw", "--body", "chest:tight, throat:Heavy", "--tags",
        "At Home, drinks:2, the loom, THE LOOM", "--sleep-hours", "6.5", "--at", "2026-01-02T10:00", "--noticed-at",
        "2026-01-02T18:30", "--note", "a line", "--below", "contact:feet,sensation:cold,colour:grey,not:angry,word:far",
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "Kept.\n", "")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    companion = Companion(Home.chosen(str(tmp_path / "home")))
    companion.open()
    (kept,) = companion.checkins.newest(9)
    names = companion.tags.names()
    companion.close()
    assert (kept.depth, kept.pleasantness, kept.energy, kept.close_people, kept.close_self) == (3, -1.5, -2.0, 2, 5)
    assert (kept.words, kept.note, kept.source) == (("tired", "raw"), "a line", Source.COMMAND)
    assert kept.body == (Felt(Region.CHEST, Sensation.TIGHT), Felt(Region.THROAT, Sensation.HEAVY))
    assert [(names[near.tag_id], near.amount) for near in kept.around] == [
        ("hours slept", 6.5), ("at home", None), ("drinks", 2.0), ("the loom", None),
    ]  # fmt: skip
    assert kept.ladder == Ladder(("feet",), Sensation.COLD, "grey", ("angry",), "far")
    assert kept.noticed - kept.moment.at == timedelta(hours=8.5)


def test_a_glimmer_needs_no_number(run):
    assert run("check-in", "--glimmer").returncode == 0
    assert run("check-in", "--glimmer", "--words", "irritated").returncode == 0
    counts = json.loads(run("status", "--json").stdout)["counts"]
    assert (counts["glimmers"], counts["checkins"]) == (2, 0)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check-in",),
        ("check-in", "--depth", "11"),
        ("check-in", "--depth", "-1"),
        ("check-in", "--depth", "nan"),
        ("check-in", "--depth", "²"),
        ("check-in", "--depth", "4", "--at", "yesterday"),
        ("check-in", "--depth", "4", "--at", "2999-01-01T00:00"),
        ("check-in", "--depth", "4", "--words", "a,b,c,d"),
        ("check-in", "--depth", "4", "--pleasantness", "5.1"),
        ("check-in", "--depth", "4", "--pleasantness", "nan"),
        ("check-in", "--depth", "4", "--energy", "much"),
        ("check-in", "--depth", "4", "--energy=-inf"),
        ("check-in", "--depth", "4", "--close-people", "0"),
        ("check-in", "--depth", "4", "--close-self", "2.5"),
        ("check-in", "--depth", "4", "--body", "chest"),
        ("check-in", "--depth", "4", "--body", "elbow:warm"),
        ("check-in", "--depth", "4", "--body", "chest:\nstone"),
        ("check-in", "--depth", "4", "--below", "colour:grey,colour:blue"),
        ("check-in", "--depth", "4", "--below", "shape:round"),
        ("check-in", "--depth", "4", "--tags", "x" * 5000),
        ("check-in", "--depth", "4", "--tags", ",".join(f"t{i}" for i in range(10_000))),
        ("check-in", "--depth", "4", "--sleep-hours", "25"),
        ("check-in", "--depth", "4", "--noticed-at", "later"),
        ("check-in", "--depth", "4", "--at", "2026-01-02T10:00", "--noticed-at", "2026-01-02T09:00"),
        ("check-in", "--glimmer", "--depth", "eleven"),
        ("nonsense",),
        ("--nonsense",),
    ],
)
def test_wrong_usage_is_one_sentence_and_code_2(run, arguments):
    done = run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_home_that_cannot_be_opened_is_one_sentence_and_code_1(run, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    done = run("status", "--json", "--data-dir", str(blocked / "home"))
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_the_command_line_imports_no_qt(tmp_path):
    program = (
        "import sys; from numbcompanion.__main__ import main; main(['check-in', '--depth', '3']); "
        "main(['status', '--json']); "
        "print([name for name in sys.modules if name.split('.')[0] in {'PySide6', 'shiboken6', 'ui', 'pyqtgraph'}])"
    )
    environment = {
        **os.environ,
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "NUMBCOMPANION_HOME": str(tmp_path / "home"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=False)
    assert done.stdout.strip().splitlines()[-1] == "[]", done.stdout + done.stderr
