"""What a chart shows, said in words."""

from numbcompanion.insights.thaw import Thaw
from numbcompanion.translation import tr, tr_n

_CLEAR_CHANGE = 1.0


def thaw_in_words(thaw: Thaw) -> str:
    """Return the text twin of the thaw: how many dots, their middle half, and where the line began and ended."""
    import numpy as np

    sentences = []
    if len(thaw.depth):
        low, middle, high = np.percentile(thaw.depth, (25, 50, 75))
        sentences.append(tr_n("{n} check-in has a number.", "{n} check-ins have a number.", len(thaw.depth)))
        sentences.append(
            tr("Half of them lie between {low} and {high} of 10, the middle one at {middle}.").format(
                low=_plain(low), high=_plain(high), middle=_plain(middle)
            )
        )
    if thaw.unknown:
        sentences.append(tr_n("{n} says “I can’t tell”.", "{n} say “I can’t tell”.", thaw.unknown))
    line = thaw.line[~np.isnan(thaw.line)] if len(thaw.line) else thaw.line
    if len(line):
        sentences.append(_from_to(float(line[0]), float(line[-1])))
    return " ".join(sentences)


def _from_to(begin: float, end: float) -> str:
    values = {"begin": _plain(begin), "end": _plain(end)}
    if abs(end - begin) < _CLEAR_CHANGE:
        return tr("The line begins near {begin} and ends near {end}: about level.").format(**values)
    if end > begin:
        return tr("The line begins near {begin} and ends near {end}: more gets through.").format(**values)
    return tr("The line begins near {begin} and ends near {end}: less gets through.").format(**values)


def _plain(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
