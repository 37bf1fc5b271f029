"""The silent timer: what can be set, what is not possible, and the plan that follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from numbcompanion.errors import UsageError
from numbcompanion.practice.plans import Again, Bell, BellKind, Plan
from numbcompanion.translation import tr

TIMER = "timer"
SHORTEST_MIN = 1
LONGEST_MIN = 180
LONGEST_PREPARE_S = 60
MOST_END_BELLS = 3
MOST_AT_MINUTES = 30
STROKES_APART_S = 5.0


@dataclass(frozen=True)
class TimerSettings:
    """How to sit: minutes (None is open-ended), seconds to settle, minutes between bells (None is none).

    `at_minutes` are minutes at which a bell rings in between; where there are any, `interval_min` is not used.
    """

    minutes: int | None = 10
    prepare_s: int = 10
    interval_min: int | None = None
    at_minutes: tuple[int, ...] = ()
    end_bells: int = 1
    start_bell: bool = True
    bell: BellKind = BellKind.BOWL

    def check(self) -> None:
        """Raise UsageError with the sentence for the first thing that cannot be."""
        if any(isinstance(value, float) for value in asdict(self).values()):
            raise UsageError(tr("Minutes, seconds and bells are whole numbers."))
        if self.minutes is not None and not SHORTEST_MIN <= self.minutes <= LONGEST_MIN:
            raise UsageError(tr("A timer lasts from one minute to three hours, or is open-ended."))
        if not 0 <= self.prepare_s <= LONGEST_PREPARE_S:
            raise UsageError(tr("The time to settle is at most one minute."))
        if self.interval_min is not None and not 1 <= self.interval_min <= LONGEST_MIN:
            raise UsageError(tr("Bells in between come every one to 180 minutes, or not at all."))
        if len(self.at_minutes) > MOST_AT_MINUTES or any(not 1 <= at < LONGEST_MIN for at in self.at_minutes):
            raise UsageError(tr("Bells at given minutes: up to 30 whole minutes, each from 1 to 179."))
        if list(self.at_minutes) != sorted(set(self.at_minutes)):
            raise UsageError(tr("Bells at given minutes are written in their order, each once."))
        if not 0 <= self.end_bells <= MOST_END_BELLS:
            raise UsageError(tr("There can be up to three bells at the end, or none."))

    def kept(self) -> dict[str, object]:
        """Return the settings as they are written into the log."""
        return {**asdict(self), "at_minutes": list(self.at_minutes)}

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> "TimerSettings":
        """Return the settings that were written; what is unknown or cannot be falls back to the usual ones."""
        try:
            known = {field.name: kept[field.name] for field in fields(cls) if field.name in kept}
            minutes = tuple(int(at) for at in known.get("at_minutes", ()))
            settings = cls(**{**known, "bell": BellKind(known.get("bell", BellKind.BOWL)), "at_minutes": minutes})
            settings.check()
        except (UsageError, TypeError, ValueError):
            return cls()
        return settings


def timer_plan(settings: TimerSettings) -> Plan:
    """Return the plan of a silent session; raises UsageError where the settings cannot be."""
    settings.check()
    length_s = None if settings.minutes is None else settings.minutes * 60.0
    every_s = None if settings.interval_min is None else settings.interval_min * 60.0
    start = [Bell(0.0, settings.bell)] if settings.start_bell else []
    between, end, again = [], [], None
    if length_s is not None:
        between = [Bell(at_s, settings.bell) for at_s in _between(settings.at_minutes, every_s, length_s)]
        end = [Bell(length_s + stroke * STROKES_APART_S, settings.bell) for stroke in range(settings.end_bells)]
    elif settings.at_minutes:
        between = [Bell(minute * 60.0, settings.bell) for minute in settings.at_minutes]
    elif every_s is not None:
        again = Again(every_s, settings.bell)
    cues = (*start, *between, *end)
    return Plan(TIMER, length_s, cues, float(settings.prepare_s), again, settings.kept())


def minutes_of(text: str) -> tuple[int, ...]:
    """Return the minutes written as "5, 12 20"; raises UsageError with the sentence for what cannot be read."""
    try:
        minutes = tuple(sorted({int(part) for part in text.replace(",", " ").split()}))
    except ValueError:
        raise UsageError(tr("Minutes are whole numbers, such as 5, 12, 20.")) from None
    TimerSettings(at_minutes=minutes).check()
    return minutes


def _between(at_minutes: Sequence[int], every_s: float | None, length_s: float) -> list[float]:
    """The times of the bells in between: never at the very end, where the end bell is."""
    if at_minutes:
        return [minute * 60.0 for minute in at_minutes if minute * 60.0 < length_s]
    if every_s is None:
        return []
    count = int((length_s - 1) // every_s)
    return [every_s * number for number in range(1, count + 1)]
