"""The person's preferences, in a plain file that holds nothing they wrote; a broken file never stops the start."""

import json
import math
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from numbcompanion.clock import DEFAULT_DAY_START_HOUR
from numbcompanion.errors import HomeNotWritable
from numbcompanion.paths import Home, write_private


class ThemeChoice(StrEnum):
    """Which of the two themes is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class StillChoice(StrEnum):
    """Whether motion is replaced by text and steps."""

    SYSTEM = "system"
    ON = "on"
    OFF = "off"


class Audience(StrEnum):
    """Who this copy is for."""

    ME = "me"
    PARTNER = "partner"
    BOTH = "both"


@dataclass(frozen=True)
class Preferences:
    """What the person chose; every field has a default that works."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 1.0  # 1.0 to 2.0
    still: StillChoice = StillChoice.SYSTEM
    country: str | None = None  # ISO 3166-1 alpha-2; None: guess from the locale
    audience: Audience | None = None
    first_run_done: bool = False
    day_start_hour: int = DEFAULT_DAY_START_HOUR
    prompts_per_day: int = 0
    prompts_from_hour: int = 9
    prompts_to_hour: int = 21
    bells_on: bool = True
    bells_volume: float = 0.7  # 0 to 1
    voice_on: bool = False
    voice_volume: float = 0.7  # 0 to 1
    voice_name: str = ""  # empty: the system's own
    voice_rate: float = -0.3  # -1 slow to 1
    voice_pitch: float = -0.1  # -1 low to 1
    soundscape: str = ""  # empty: none
    soundscape_volume: float = 0.35  # 0 to 1
    practice_time_hidden: bool = False
    nudge_hidden: bool = False
    dark_last_time: bool = False  # the colour of the first, still empty window
    practice_safety_shown: bool = False
    close_to_tray_told: bool = False
    recovery_offer_hidden: bool = False


_LONGEST_TEXT = 200
_RANGES: dict[str, tuple[float, float]] = {
    "text_scale": (1.0, 2.0),
    "day_start_hour": (0, 12),
    "prompts_per_day": (0, 6),
    "prompts_from_hour": (0, 23),
    "prompts_to_hour": (1, 24),
    "bells_volume": (0.0, 1.0),
    "voice_volume": (0.0, 1.0),
    "voice_rate": (-1.0, 1.0),
    "voice_pitch": (-1.0, 1.0),
    "soundscape_volume": (0.0, 1.0),
}
_CHOICES: dict[str, type[StrEnum]] = {"theme": ThemeChoice, "still": StillChoice, "audience": Audience}


class PreferencesFile:
    """Reads the settings file once, and writes it whole at each change."""

    def __init__(self, home: Home):
        self._home = home
        self.broken_file_kept_at: Path | None = None
        self.current = self._read()

    def change(self, **values: Any) -> Preferences:
        """Change some fields, clamped to their ranges, and write the file; raises HomeNotWritable."""
        self.current = replace(self.current, **{name: _fitting(name, value) for name, value in values.items()})
        text = json.dumps(asdict(self.current), indent=1, ensure_ascii=False)
        try:
            self._home.make()
            write_private(self._home.settings_file, text.encode("utf-8"))
        except OSError as error:
            raise HomeNotWritable(self._home.not_writable_sentence()) from error
        return self.current

    def _read(self) -> Preferences:
        file = self._home.settings_file
        try:
            content = json.loads(file.read_bytes())
            if not isinstance(content, dict):
                raise ValueError("not an object")
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError):
            self._keep_aside(file)
            return Preferences()
        known = {f.name for f in fields(Preferences)}
        return Preferences(**{name: _fitting(name, v) for name, v in content.items() if name in known})

    def _keep_aside(self, file: Path) -> None:
        kept = file.with_name("settings.broken.json")
        number = 1
        while kept.exists():
            number += 1
            kept = file.with_name(f"settings.broken-{number}.json")
        try:
            file.replace(kept)
        except OSError:
            return
        self.broken_file_kept_at = kept


def _fitting(name: str, value: Any) -> Any:
    default = getattr(Preferences(), name)
    if name in _CHOICES:
        try:
            return default if value is None else _CHOICES[name](value)
        except ValueError:
            return default
    if name == "country":
        return value.upper() if isinstance(value, str) and len(value) == 2 and value.isalpha() else None
    if isinstance(default, str):
        return value if isinstance(value, str) and len(value) <= _LONGEST_TEXT else default
    if isinstance(default, bool):
        return value if isinstance(value, bool) else default
    if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
        return default
    low, high = _RANGES[name]
    return type(default)(min(max(value, low), high))
