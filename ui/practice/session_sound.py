"""What is to be heard of a session, as it was last chosen."""

from dataclasses import dataclass, field

from numbcompanion.practice.plans import Soundscape
from numbcompanion.preferences import Preferences
from ui.practice.voice import Manner


@dataclass(frozen=True)
class SessionSound:
    """Bells, voice and soundscape, each with a switch and a volume (0 to 1) of its own."""

    bells_on: bool = True
    bells_volume: float = 0.7
    voice_on: bool = False
    manner: Manner = field(default_factory=Manner)
    soundscape: Soundscape | None = None
    soundscape_volume: float = 0.35

    @classmethod
    def of(cls, preferences: Preferences) -> "SessionSound":
        """Return what was chosen the last time."""
        p = preferences
        chosen = Soundscape(p.soundscape) if p.soundscape in tuple(Soundscape) else None
        manner = Manner(p.voice_name, p.voice_rate, p.voice_pitch, p.voice_volume)
        return cls(p.bells_on, p.bells_volume, p.voice_on, manner, chosen, p.soundscape_volume)

    def preferences(self) -> dict[str, object]:
        """Return it as fields of the preferences."""
        return {
            "bells_on": self.bells_on,
            "bells_volume": self.bells_volume,
            "voice_on": self.voice_on,
            "voice_volume": self.manner.volume,
            "soundscape": "" if self.soundscape is None else self.soundscape.value,
            "soundscape_volume": self.soundscape_volume,
        }
