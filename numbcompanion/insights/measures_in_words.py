"""Each measure in one plain sentence, and all as a table."""

import math
from collections.abc import Sequence

from numbcompanion.insights.measures import Measure, MeasureKind, Missing
from numbcompanion.insights.points import ENOUGH_CHECKINS, Twin, plain
from numbcompanion.translation import tr

_SLOW, _FAST = 0.6, 0.2


def measure_name(kind: MeasureKind) -> str:
    """Return what `kind` is called."""
    return {
        MeasureKind.RANGE: tr("Range"),
        MeasureKind.VARIABILITY: tr("Spread"),
        MeasureKind.CHANGE: tr("Change from one to the next"),
        MeasureKind.INERTIA: tr("How much stays"),
        MeasureKind.WORD_VARIETY: tr("Words in use"),
        MeasureKind.CONTACT: tr("Contact"),
    }[kind]


def measure_value(measure: Measure) -> str:
    """Return the value as it is shown; change as its square root, in steps of depth, so that it can be compared."""
    if measure.value is None:
        return "–"
    if measure.kind is MeasureKind.CHANGE:
        return plain(math.sqrt(measure.value))
    return plain(measure.value, 2 if measure.kind is MeasureKind.INERTIA else 1)


def measure_in_words(measure: Measure) -> str:
    """Return one sentence about `measure`."""
    value = measure.value
    if value is None:
        if measure.missing is Missing.ALL_THE_SAME:
            return tr("All the same so far, so this cannot be said.")
        return tr("Not enough yet: this needs {n} check-ins.").format(n=ENOUGH_CHECKINS)
    shown = measure_value(measure)
    if measure.kind is MeasureKind.INERTIA:
        return _inertia_in_words(value)
    sentence = {
        MeasureKind.RANGE: tr("Eight in ten of your answers span {value} of the 10 steps."),
        MeasureKind.VARIABILITY: tr("An answer usually lies about {value} of 10 from your middle."),
        MeasureKind.CHANGE: tr("From one check-in to the next, it moves by about {value} of 10."),
        MeasureKind.WORD_VARIETY: tr("As many words as if you used {value} of them equally often."),
        MeasureKind.CONTACT: tr("Close or far: {value} on average, from 1 (far) to 5 (close)."),
    }[measure.kind]
    return sentence.format(value=shown)


def _inertia_in_words(value: float) -> str:
    if value >= _SLOW:
        return tr("Within a day, how much you feel tends to stay as it was.")
    if value > _FAST:
        return tr("Within a day, some of how much you feel carries over to the next check-in.")
    return tr("Within a day, one check-in says little about the next.")


def measures_in_words(found: Sequence[Measure]) -> Twin:
    """Return the text twin of all measures."""
    rows = tuple((measure_name(m.kind), measure_value(m), str(m.n), measure_in_words(m)) for m in found)
    if all(m.value is None for m in found):
        summary = tr("Not enough yet. From {n} check-ins on, this says more than a mean.").format(n=ENOUGH_CHECKINS)
    else:
        summary = tr("Ways to see movement that a mean hides. None of them is good or bad.")
    return Twin(summary, (tr("Measure"), tr("Value"), tr("From"), tr("In words")), rows)
