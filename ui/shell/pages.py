"""The pages as a table: name, title, icon, shortcut, and how each is built when it is first opened."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class PageSpec:
    """One page. `title` is a call, because its words are translated when they are shown."""

    name: str
    title: Callable[[], str]
    icon: str
    shortcut: str
    build: Callable[[], QWidget]
    at_foot: bool = False
    also: tuple[str, ...] = ()  # other words it is found by
