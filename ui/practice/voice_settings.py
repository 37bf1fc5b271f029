"""The section about the voice: which one, how fast, how high, how loud, and a sentence to hear it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import link_button
from ui.kit.chips import Chips
from ui.kit.choice import Choice
from ui.kit.text import label, soft
from ui.practice.bell_words import LEVELS, level_items, level_of
from ui.practice.voice import Manner, Voice
from ui.theme import Space, Theme

RATES = (-0.3, -0.6, 0.0)
PITCHES = (-0.1, 0.0)


class VoiceSettings(QWidget):
    """Tells each choice at once; asks for the names of the voices when it is first shown."""

    manner_chosen = Signal(object)  # Manner

    def __init__(self, theme: Theme, voice: Voice, manner: Manner, recordings: Path):
        super().__init__()
        self._theme = theme
        self._voice = voice
        self._manner = manner
        self._at_work = False  # whether the voice was opened from here
        self.names = Choice(theme, tr("Voice"))
        self.rates = self._chips(tr("How fast"), [("0", tr("Slow")), ("1", tr("Slower")), ("2", tr("Usual"))])
        self.pitches = self._chips(tr("How high"), [("0", tr("Low")), ("1", tr("Usual"))])
        self.levels = self._chips(tr("How loud"), level_items())
        self.sample = link_button(theme, tr("Hear it"))
        self.trouble = soft(theme, "")
        self.trouble.hide()
        self.hint = soft(theme, _recordings_words(recordings))
        self._build()
        self._show_names(voice.voices())
        self.show_manner(manner)
        self._connect()

    @property
    def manner(self) -> Manner:
        """How the voice is to speak, as it is chosen now."""
        return self._manner

    def show_manner(self, manner: Manner) -> None:
        """Show what was chosen elsewhere."""
        self._manner = manner
        self._show_names(self._voice.voices())
        self.rates.choose([str(_nearest(RATES, manner.rate))])
        self.pitches.choose([str(_nearest(PITCHES, manner.pitch))])
        self.levels.choose([str(level_of(manner.volume))])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and not self._voice.voices() and not self._at_work:
            self._at_work = True
            self._voice.prepare()

    def _chips(self, name: str, items: list[tuple[str, str]]) -> Chips:
        chips = Chips(self._theme, exclusive=True, name=name)
        chips.set_items(items)
        chips.set_needs_one(True)
        return chips

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for control in (self.names, self.rates, self.pitches, self.levels):
            column.addWidget(label(self._theme, control.accessibleName()))
            column.addWidget(control)
            column.addSpacing(Space.S)
        self.levels.add_after(self.sample)
        column.addWidget(self.trouble)
        column.addWidget(self.hint)

    def _connect(self) -> None:
        self.names.chosen_changed.connect(lambda name: self._choose(name=name))
        self.rates.chosen_changed.connect(lambda chosen: self._choose(rate=RATES[int(chosen[0])]))
        self.pitches.chosen_changed.connect(lambda chosen: self._choose(pitch=PITCHES[int(chosen[0])]))
        self.levels.chosen_changed.connect(lambda chosen: self._choose(volume=LEVELS[int(chosen[0])]))
        self.sample.clicked.connect(self._speak_once)
        self._voice.voices_known.connect(self._voices_known)
        self._voice.fell_silent.connect(self._leave)
        self._voice.trouble.connect(self._say)

    def _choose(self, **chosen: object) -> None:
        self._manner = replace(self._manner, **chosen)  # type: ignore[arg-type]
        self.manner_chosen.emit(self._manner)

    def _show_names(self, names: list[str]) -> None:
        items = [("", tr("The usual one")), *((name, name) for name in names)]
        own = self._manner.name
        if own and own not in names:
            items.append((own, own))  # not known yet, or on another computer
        self.names.set_items(items)
        self.names.choose(own)

    def _voices_known(self, names: list[str]) -> None:
        self._show_names(names)
        self._leave()

    def _speak_once(self) -> None:
        self.trouble.hide()
        self._at_work = True
        self._voice.prepare()
        self._voice.set_manner(self._manner)
        self._voice.say(tr("Nothing needs to be felt just now. Notice where your feet meet the floor."))

    def _leave(self) -> None:
        """Let go of the voice that was opened from here, once it has nothing to say."""
        if self._at_work and not self._voice.speaking:
            self._at_work = False
            self._voice.close()

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self._leave()


def _nearest(values: tuple[float, ...], value: float) -> int:
    return min(range(len(values)), key=lambda place: abs(values[place] - value))


def _recordings_words(folder: Path) -> str:
    sentence = tr(
        "A recording of your own is played in place of the voice where it lies in {folder}, "
        "in a folder named like the practice, called 01.wav for the first sentence, 02.wav for the second, and so on."
    )
    return sentence.format(folder=folder)
