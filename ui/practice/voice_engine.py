"""What the voice knows of the engine that speaks."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import SignalInstance

from ui.practice.voice import Manner


class Failure(StrEnum):
    """Why an engine says nothing (any more)."""

    NO_ENGINE = "no engine"
    NO_VOICE = "no voice"
    NO_ANSWER = "no answer"
    BROKEN = "broken"


class Engine(Protocol):
    """One opening of an engine; says one thing at a time, and every call returns at once."""

    @property
    def opened(self) -> SignalInstance:
        """It can speak, with the voices of these names (list[str])."""

    @property
    def failed(self) -> SignalInstance:
        """It cannot, or cannot any more: a Failure."""

    @property
    def speaking_changed(self) -> SignalInstance:
        """It began to speak (True), or is silent again (False)."""

    def open(self) -> None:
        """Look for the voices; `opened` or `failed` follows, or nothing where the engine hangs."""

    def say(self, text: str, manner: Manner) -> None:
        """Say `text`; only while it is silent."""

    def set_volume(self, volume: float) -> None:
        """Speak so loud, 0 to 1."""

    def stop(self) -> None:
        """Fall silent; `speaking_changed` follows soon where it spoke."""

    def close(self) -> None:
        """Let go of everything; nothing is heard of it afterwards."""


EngineFactory = Callable[[], Engine]
