"""A phase of the breath as it is shown: its words, and how open the circles are."""

import math

from numbcompanion.practice.breath import PhaseKind, TimedPhase
from numbcompanion.translation import tr

_TOPPED_UP_FROM = 0.8
_HINTED_BREATHS = 3


def phase_title(kind: PhaseKind) -> str:
    """Return what to do in a phase."""
    return {
        PhaseKind.IN: tr("Breathe in"),
        PhaseKind.TOP_UP: tr("A little more"),
        PhaseKind.HOLD: tr("Hold"),
        PhaseKind.OUT: tr("Breathe out"),
        PhaseKind.REST: tr("Rest"),
    }[kind]


def phase_hint(phase: TimedPhase) -> str:
    """Return a line more for the first few breaths."""
    if phase.breath >= _HINTED_BREATHS:
        return ""
    return {
        PhaseKind.IN: tr("through the nose, if easy"),
        PhaseKind.TOP_UP: tr("one small sip of air"),
        PhaseKind.HOLD: tr("softly, or let it go"),
        PhaseKind.OUT: tr("without pushing"),
        PhaseKind.REST: tr("nothing to do"),
    }[phase.kind]


def openness(phase: TimedPhase, position_s: float, topped_up: bool = False, still: bool = False) -> float:
    """Return how open the circles are at `position_s`, 0 to 1; in still mode there are only steps."""
    gone = 1.0 if still else 0.5 - 0.5 * math.cos(math.pi * phase.fraction(position_s))
    full = _TOPPED_UP_FROM if topped_up else 1.0
    if phase.kind is PhaseKind.IN:
        return full * gone
    if phase.kind is PhaseKind.TOP_UP:
        return _TOPPED_UP_FROM + (1 - _TOPPED_UP_FROM) * gone
    if phase.kind is PhaseKind.OUT:
        return 1.0 - gone
    return 1.0 if phase.kind is PhaseKind.HOLD else 0.0
