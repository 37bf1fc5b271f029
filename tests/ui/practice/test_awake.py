import pytest

from ui.practice.awake import DesktopAwake


@pytest.fixture
def without_a_bus(monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")


def test_without_a_session_bus_nothing_happens(without_a_bus, qapp) -> None:
    awake = DesktopAwake()
    awake.hold()
    awake.hold()
    awake.release()
    awake.release()
