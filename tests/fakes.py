"""Stand-ins for what lies at the edges: the clock, the key store, the dialogs."""

from datetime import UTC, datetime, timedelta

from numbcompanion.store.key_stores import KeyStoreSilent


class MovableClock:
    """A clock that moves only when told to."""

    def __init__(self, start: datetime = datetime(2026, 11, 23, 19, 42, tzinfo=UTC), zone: str = "Europe/Dublin"):
        self._now = start
        self._zone = zone
        self._monotonic = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic_s(self) -> float:
        return self._monotonic

    def zone_name(self) -> str:
        return self._zone

    def advance(self, seconds: float) -> None:
        """Let both clocks run on."""
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds

    def set(self, instant: datetime) -> None:
        """Set the wall clock alone, as a person or a time server does."""
        self._now = instant

    def travel(self, zone: str) -> None:
        """Be in another zone."""
        self._zone = zone


class MemoryKeyStore:
    """A key store in memory that can be silent or refuse."""

    def __init__(self, kind: str = "key-file"):
        self.kind = kind
        self.kept: dict[str, bytes] = {}
        self.silent = False
        self.refuses = False

    def fetch(self, home_id: str) -> bytes | None:
        if self.silent:
            raise KeyStoreSilent("silent")
        return self.kept.get(home_id)

    def keep(self, home_id: str, key: bytes) -> bool:
        if self.silent or self.refuses:
            return False
        self.kept[home_id] = key
        return True

    def forget(self, home_id: str) -> None:
        self.kept.pop(home_id, None)
