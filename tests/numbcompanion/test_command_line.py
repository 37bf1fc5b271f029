import json
import os
import subprocess
import sys

import pytest


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
