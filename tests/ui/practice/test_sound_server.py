import socket
import sys
import tempfile
from pathlib import Path

import pytest

from ui.practice.sound_server import PULSE, SoundServer

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


def test_a_server_that_was_never_met_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    assert not SoundServer().lost


def test_a_connection_that_ended_is_lost_until_there_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    server = SoundServer()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pulse").mkdir()
        address = f"{folder}/pulse/native"
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(address)
            listening.listen()
            with socket.socket(socket.AF_UNIX) as first:
                first.connect(address)
                assert len(PULSE.connections()) == 1
                assert not server.lost
            assert server.lost
            with socket.socket(socket.AF_UNIX) as second:
                second.connect(address)
                assert not server.lost
