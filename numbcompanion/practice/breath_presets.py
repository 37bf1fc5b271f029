"""Breath patterns with names: those that come with the program, and the person's own."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import resources
from numbcompanion.errors import UsageError
from numbcompanion.practice.breath import BreathPattern, Pacing
from numbcompanion.practice.plans import Bell, BellKind, Part, Plan
from numbcompanion.practice.scripts import BREATH
from numbcompanion.translation import tr

SHORTEST_MIN, LONGEST_MIN = 1, 60
LONGEST_NAME = 60


@dataclass(frozen=True)
class BreathPreset:
    """A pacing under a name; `own` says that the person made it."""

    key: str
    title: str
    pacing: Pacing
    about: str = ""
    own: bool = False

    def kept(self) -> dict[str, object]:
        """Return it as it is kept in the store."""
        begin = None if self.pacing.begin is None else str(self.pacing.begin)
        return {
            "title": self.title,
            "pattern": str(self.pacing.pattern),
            "begin": begin,
            "ramp_s": self.pacing.ramp_s,
        }

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> "BreathPreset":
        """Return the preset that was kept; raises UsageError where it cannot be breathed."""
        begin = BreathPattern.parse(str(kept["begin"])) if kept.get("begin") else None
        pacing = Pacing(BreathPattern.parse(str(kept["pattern"])), begin, float(kept.get("ramp_s") or 0.0))
        title = str(kept.get("title", "")).strip()[:LONGEST_NAME]
        return cls(title, title, pacing, own=True)


def shipped_presets() -> tuple[BreathPreset, ...]:
    """Return the presets of the program; those without holding come first."""
    found = tomllib.loads(resources.read_text("practices/breath-patterns.toml"))
    return tuple(_preset(one) for one in found["pattern"])


def _preset(found: Mapping[str, str]) -> BreathPreset:
    pattern = BreathPattern.parse(found["pattern"])
    begin, ramp_s = None, 0.0
    if "ramp" in found:
        begin_text, _over, seconds = found["ramp"].partition(" over ")
        begin, ramp_s = BreathPattern.parse(begin_text), float(seconds)
    return BreathPreset(found["key"], found["title"], Pacing(pattern, begin, ramp_s), found["about"])


def breath_plan(pacing: Pacing, minutes: int | None, bell: BellKind = BellKind.SMALL_BOWL) -> Plan:
    """Return the plan of so many minutes of one pacing, in whole breaths; raises UsageError.

    `minutes` None is open-ended: the plan is laid out for the longest time and ends when it is ended.
    """
    if minutes is not None and not SHORTEST_MIN <= minutes <= LONGEST_MIN:
        raise UsageError(tr("Paced breathing lasts from one minute to an hour, or is open-ended."))
    length_s = None if minutes is None else minutes * 60.0
    phases = tuple(pacing.phases(0.0, LONGEST_MIN * 60.0 if length_s is None else length_s))
    cues = (Bell(0.0, bell),) if length_s is None else (Bell(0.0, bell), Bell(length_s, bell))
    settings: dict[str, object] = {"minutes": minutes, "pattern": str(pacing.pattern)}
    if pacing.begin is not None:
        settings |= {"begin": str(pacing.begin), "ramp_s": pacing.ramp_s}
    return Plan(BREATH, length_s, cues, 3.0, None, settings, (Part(0.0, ""),), phases)


def own_pace_plan(minutes: int | None, bell: BellKind = BellKind.SMALL_BOWL) -> Plan:
    """Return the plan of breathing at one's own pace: no phases, they follow from what is pressed."""
    if minutes is not None and not SHORTEST_MIN <= minutes <= LONGEST_MIN:
        raise UsageError(tr("Paced breathing lasts from one minute to an hour, or is open-ended."))
    length_s = None if minutes is None else minutes * 60.0
    cues = (Bell(0.0, bell),) if length_s is None else (Bell(0.0, bell), Bell(length_s, bell))
    return Plan(BREATH, length_s, cues, 0.0, None, {"minutes": minutes, "own_pace": True})
