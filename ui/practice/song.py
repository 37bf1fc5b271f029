"""The song of a practice: the one thing a session knows of it."""

from typing import Protocol


class Song(Protocol):
    """A file of the person's own choosing, loaded and ready; none of the calls ever raises."""

    def play(self) -> None:
        """Play, or play on."""

    def pause(self) -> None:
        """Stand still."""

    def stop(self) -> None:
        """Fall silent and go back to the beginning."""
