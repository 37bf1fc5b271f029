"""Chooses the file of a song. Its name is shown while it is chosen, and written nowhere."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import quiet_button
from ui.kit.dialogs import Dialogs
from ui.kit.text import soft
from ui.practice.song import Song
from ui.practice.words import length_words
from ui.theme import Space, Theme


class LoadedSong(Song, Protocol):
    """A song that can be loaded from a file."""

    @property
    def length_known(self) -> SignalInstance:
        """Says (float) how many seconds it has."""

    @property
    def trouble(self) -> SignalInstance:
        """Says (str) why it cannot be played."""

    def load(self, file: Path) -> None:
        """Get it ready."""


class SongRow(QWidget):
    """A button for the file, its name and its length."""

    def __init__(self, theme: Theme, dialogs: Dialogs, song: LoadedSong):
        super().__init__()
        self._dialogs = dialogs
        self._name = ""
        self.player = song
        self.length_s: float | None = None
        self.button = quiet_button(theme, tr("Choose a file…"))
        self.button.clicked.connect(self._choose)
        self.said = soft(theme, "")
        self.said.hide()
        song.length_known.connect(self._length_known)
        song.trouble.connect(self._failed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.button)
        column.addWidget(self.said)

    def say(self, words: str) -> None:
        """Say what is chosen, or what is missing."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def load(self, file: Path) -> None:
        """Take this file."""
        self._name, self.length_s = file.stem, None
        self.say(tr("Looking at the file…"))
        self.player.load(file)

    def _choose(self) -> None:
        music = tr("Music ({endings})").format(endings=" ".join(f"*.{ending}" for ending in _ENDINGS))
        file = self._dialogs.choose_file_to_open(self.window(), tr("Choose a song"), music)
        if file is not None:
            self.load(file)

    def _length_known(self, seconds: float) -> None:
        self.length_s = seconds
        self.say(tr("{name}, {length}").format(name=self._name, length=length_words(seconds)))

    def _failed(self, sentence: str) -> None:
        self.length_s = None
        self.say(sentence)


_ENDINGS = ("mp3", "ogg", "oga", "opus", "flac", "wav", "m4a", "aac", "wma", "aiff")
