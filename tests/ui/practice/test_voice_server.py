import os
import socket
import sys

import pytest

from ui.practice.voice_server import SpeechServer

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="speech-dispatcher is for Linux")


@pytest.fixture
def listening(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a path in a test's folder may be too long for an address
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("speechd.sock")
        server.listen()
        yield server


def test_where_there_never_was_a_connection_none_is_lost():
    assert not SpeechServer().lost()


def test_a_connection_whose_other_end_goes_is_lost(listening):
    server = SpeechServer()
    with socket.socket(socket.AF_UNIX) as ours:
        ours.connect("speechd.sock")
        theirs, _ = listening.accept()
        assert not server.lost()
        theirs.close()
        assert server.lost()


def test_a_connection_that_was_closed_here_is_lost(listening):
    server = SpeechServer()
    with socket.socket(socket.AF_UNIX) as ours:
        ours.connect("speechd.sock")
        assert not server.lost()
    assert server.lost()


def test_other_connections_are_none_of_its_business():
    one, other = socket.socketpair()
    reading, writing = os.pipe()
    server = SpeechServer()
    assert not server.lost()
    for number in (reading, writing):
        os.close(number)
    one.close()
    other.close()
    assert not server.lost()
