"""The days of a made-up life: how deep they go, and what happens on them."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_SWING_DAYS = 38


class Shape(StrEnum):
    """How a made-up life goes: more gets through in time, little does throughout, or it goes up and down."""

    THAW = "thaw"
    FLAT = "flat"
    UP_AND_DOWN = "up and down"


@dataclass(frozen=True)
class Day:
    """What happens on one day, and how much gets through on it."""

    day: date
    depth: float
    part: float  # how far into the life, 0 to 1
    hours_slept: float
    slept_badly: bool
    walked: bool
    exercised: bool
    drinks: int
    cycle_day: int


def made_up_days(days: Sequence[date], shape: Shape, chance: random.Random, more: random.Random) -> list[Day]:
    """Return every day of `days`; `chance` draws the depths, `more` what happens."""
    depths = {Shape.THAW: _thaw, Shape.FLAT: _flat, Shape.UP_AND_DOWN: _up_and_down}[shape](days, chance)
    weight = 0.35 if shape is Shape.FLAT else 1.0
    found: list[Day] = []
    drank = 0
    for i, (day, depth) in enumerate(zip(days, depths, strict=True)):
        badly = more.random() < 0.24 + 0.1 * (drank > 0)
        walked = more.random() < 0.34
        drinks = more.choice((1, 2, 2, 3)) if more.random() < (0.4 if day.weekday() >= 4 else 0.1) else 0
        shift = weight * (0.8 * walked - 0.8 * badly - 0.4 * (drank > 1))
        found.append(
            Day(
                day=day,
                depth=min(10.0, max(0.0, depth + shift)),
                part=i / max(1, len(days) - 1),
                hours_slept=round(min(11.0, max(2.0, more.gauss(5.2 if badly else 7.2, 0.7))) * 2) / 2,
                slept_badly=badly,
                walked=walked,
                exercised=more.random() < 0.12,
                drinks=drinks,
                cycle_day=day.toordinal() % 29,
            )
        )
        drank = drinks
    return found


def _thaw(days: Sequence[date], chance: random.Random) -> list[float]:
    depths, drift = [], 0.0
    for i, day in enumerate(days):
        drift = 0.86 * drift + chance.gauss(0, 0.55)
        rise = 1.8 + 3.6 / (1 + math.exp(-(i / len(days) - 0.55) * 7))
        winter = 0.7 * math.cos(2 * math.pi * (day.timetuple().tm_yday - 15) / 365)
        depths.append(min(10.0, max(0.0, rise - winter + drift)))
    return depths


def _flat(days: Sequence[date], chance: random.Random) -> list[float]:
    return [min(3.0, max(0.0, 1.4 + chance.gauss(0, 0.25))) for _ in days]


def _up_and_down(days: Sequence[date], chance: random.Random) -> list[float]:
    depths, drift = [], 0.0
    for i in range(len(days)):
        drift = 0.55 * drift + chance.gauss(0, 1.0)
        depths.append(min(10.0, max(0.0, 4.6 + 2.9 * math.sin(2 * math.pi * i / _SWING_DAYS) + drift)))
    return depths
