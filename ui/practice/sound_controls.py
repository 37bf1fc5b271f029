"""What is heard of a session, each with a switch and a level of its own: voice, bells, soundscape."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from numbcompanion.practice.plans import Soundscape
from numbcompanion.translation import tr
from ui.kit.buttons import Button, aside_button
from ui.kit.switch import Switch
from ui.kit.text import soft_body
from ui.practice.bell_words import LEVELS, level_of, level_words
from ui.practice.session_sound import SessionSound
from ui.theme import Space, Theme


class SoundControl(QWidget):
    """A name, a switch, and a word for how loud it is; pressing the word goes to the next level."""

    turned = Signal(bool)
    volume_chosen = Signal(float)

    def __init__(self, theme: Theme, name: str, named: QWidget | None = None):
        super().__init__()
        self._name = name
        self._volume = LEVELS[1]
        self.words: QWidget = named or soft_body(theme, name)
        self.switch = Switch(theme, name)
        self.level = aside_button(theme, "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for part in (self.words, self.switch, self.level):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.switch.clicked.connect(self.turned)
        self.level.clicked.connect(self._next_level)

    def show_state(self, on: bool, volume: float) -> None:
        """Show whether it is on, and how loud."""
        self._volume = volume
        if self.switch.isChecked() is not on:
            self.switch.setChecked(on)
        words = level_words(level_of(volume))
        self.level.setText(words)
        self.level.setEnabled(on)
        about = tr("{name} {level}, press for the next level").format(name=self._name, level=words)
        self.level.setAccessibleName(about)
        self.level.setToolTip(about)

    def rename(self, name: str) -> None:
        """Be called something else."""
        self._name = name
        self.switch.setAccessibleName(name)

    def _next_level(self) -> None:
        self.volume_chosen.emit(LEVELS[(level_of(self._volume) + 1) % len(LEVELS)])


class SoundControls(QWidget):
    """The three of them, wrapping where there is little room; `changed` says what was asked for."""

    changed = Signal(object)  # fields of SessionSound; a dict signal would make plain text of its enums

    def __init__(self, theme: Theme, sound: SessionSound):
        super().__init__()
        self._sound = sound
        self._last_soundscape = sound.soundscape or Soundscape.RAIN
        self.voice = SoundControl(theme, tr("Voice"))
        self.bells = SoundControl(theme, tr("Bells"))
        self.soundscape_button: Button = aside_button(theme, "")
        self.soundscape = SoundControl(theme, tr("Soundscape"), self.soundscape_button)
        self.soundscape_button.clicked.connect(self._next_soundscape)
        self.voice.turned.connect(lambda on: self.changed.emit({"voice_on": on}))
        self.bells.turned.connect(lambda on: self.changed.emit({"bells_on": on}))
        self.soundscape.turned.connect(self._turn_soundscape)
        self.voice.volume_chosen.connect(self._voice_volume)
        self.bells.volume_chosen.connect(lambda volume: self.changed.emit({"bells_volume": volume}))
        self.soundscape.volume_chosen.connect(lambda volume: self.changed.emit({"soundscape_volume": volume}))
        self.show_sound(sound)

    @property
    def parts(self) -> tuple[SoundControl, ...]:
        """The controls in their order."""
        return (self.voice, self.bells, self.soundscape)

    def show_sound(self, sound: SessionSound) -> None:
        """Show what is heard."""
        self._sound = sound
        self._last_soundscape = sound.soundscape or self._last_soundscape
        self.voice.show_state(sound.voice_on, sound.manner.volume)
        self.bells.show_state(sound.bells_on, sound.bells_volume)
        name = soundscape_words(self._last_soundscape)
        self.soundscape.rename(name)
        self.soundscape_button.setText(name)
        about = tr("Soundscape: {name}, press for the next one").format(name=name)
        self.soundscape_button.setAccessibleName(about)
        self.soundscape_button.setToolTip(about)
        self.soundscape.show_state(sound.soundscape is not None, sound.soundscape_volume)

    def _voice_volume(self, volume: float) -> None:
        self.changed.emit({"manner": replace(self._sound.manner, volume=volume)})

    def _turn_soundscape(self, on: bool) -> None:
        self.changed.emit({"soundscape": self._last_soundscape if on else None})

    def _next_soundscape(self) -> None:
        every = list(Soundscape)
        self._last_soundscape = every[(every.index(self._last_soundscape) + 1) % len(every)]
        self.changed.emit({"soundscape": self._last_soundscape})


def soundscape_words(soundscape: Soundscape) -> str:
    """Return what a soundscape is called."""
    return {
        Soundscape.RAIN: tr("Rain"),
        Soundscape.WAVES: tr("Waves"),
        Soundscape.WIND: tr("Wind"),
        Soundscape.BROWN_NOISE: tr("Brown noise"),
        Soundscape.DRONE: tr("Low drone"),
    }[soundscape]
