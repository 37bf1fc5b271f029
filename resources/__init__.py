"""What is written or drawn: guides, practices, help lines, words, sounds, icons, themes, translations."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Return the path of the resource `name` (a relative path with forward slashes)."""
    return _HERE / name


def read_text(name: str) -> str:
    """Return the UTF-8 text of the resource `name`; raises OSError when it is not there."""
    return path(name).read_text(encoding="utf-8")
