"""The companion has no network: it lives without one, and never asks for one."""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.desktop.desktop import Desktop
from tests.desktop.journey import SETTLE_S, Journey

pytestmark = [pytest.mark.desktop, pytest.mark.slow]
FAMILY = re.compile(r"sa_family=(\w+)")
LOCAL = {"AF_UNIX", "AF_LOCAL"}
SOCKET = re.compile(r"socket\((\w+), (\S+), (\w+)\)\s+= \d+")
NO_NAMESPACE = "this system lets nobody make a network namespace"


def works(*command: str) -> bool:
    return (
        shutil.which(command[0]) is not None
        and subprocess.run(command, capture_output=True, check=False).returncode == 0
    )


def without_interfaces() -> tuple[str, ...]:
    """The words that start a program where no network interface is, not even a loopback that is up."""
    return ("unshare", "--net") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--net")


def walk(journey: Journey) -> None:
    journey.begin()
    journey.check_in_from_today("3")
    journey.write("a quiet line")
    journey.sit(SETTLE_S + 2)
    journey.page("ctrl+5")
    journey.look_around()
    time.sleep(1)
    journey.end()


def test_everything_works_where_there_is_no_network(desktop: Desktop) -> None:
    prefix = without_interfaces()
    if not works(*prefix, "true"):
        pytest.skip(NO_NAMESPACE)
    assert not works(*prefix, "sh", "-c", "ip route get 192.0.2.1"), "the namespace has a way out"
    journey = Journey(desktop, *prefix)
    walk(journey)
    assert "Traceback" not in journey.program.words
    with journey.opened() as companion:
        assert companion.checkins.newest()[0].depth == 3


def test_no_connection_leaves_the_machine(desktop: Desktop, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    calls = "trace=socket,connect,bind,sendto,sendmsg,sendmmsg"
    prefix = ("strace", "-f", "-qq", "-e", calls, "-e", "signal=none", "-o", str(trace))
    if not works(*prefix, "true"):
        pytest.skip("strace cannot watch a program here")
    journey = Journey(desktop, *prefix)
    walk(journey)
    lines = trace.read_text(errors="replace").splitlines()
    assert any("connect(" in line and "AF_UNIX" in line for line in lines), "the trace saw the X server"
    strangers = [line for line in lines if set(FAMILY.findall(line)) - LOCAL]
    assert not strangers, "\n".join(strangers)
    others = [line for line in lines if (made := SOCKET.search(line)) and made[1] not in LOCAL]
    assert not others, "\n".join(others)
