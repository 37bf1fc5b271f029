"""Body: how often each sensation was named in each region."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from numbcompanion.checkins.records import Point, Region, Sensation
from numbcompanion.insights.points import Twin, only_checkins
from numbcompanion.translation import tr, tr_n


@dataclass(frozen=True)
class BodyCounts:
    """Counts of check-ins: by region and sensation, by region (any sensation but "nothing"), and with any at all."""

    pairs: dict[tuple[Region, Sensation], int]
    felt: dict[Region, int]
    checkins: int

    def of(self, region: Region, sensation: Sensation) -> int:
        """Return in how many check-ins `sensation` was in `region`."""
        return self.pairs.get((region, sensation), 0)


def body_counts(points: Sequence[Point]) -> BodyCounts:
    """Return how many check-ins name what where; the same pair twice in one check-in counts once."""
    pairs: Counter[tuple[Region, Sensation]] = Counter()
    felt: Counter[Region] = Counter()
    number = 0
    for point in only_checkins(points):
        number += bool(point.body)
        pairs.update({(one.region, one.sensation) for one in point.body})
        felt.update({one.region for one in point.body if one.sensation is not Sensation.NOTHING})
    return BodyCounts(dict(pairs), dict(felt), number)


def body_in_words(
    counts: BodyCounts, say_region: Callable[[Region], str], say_sensation: Callable[[Sensation], str]
) -> Twin:
    """Return the text twin: a row for each region, a column for each sensation."""
    heads = (tr("Where"), *(say_sensation(sensation) for sensation in Sensation))
    rows = tuple(
        (say_region(region), *(str(counts.of(region, sensation)) for sensation in Sensation)) for region in Region
    )
    if not counts.checkins:
        return Twin(tr("No check-in says anything about the body yet."), heads, rows)
    sentences = [
        tr_n(
            "{n} check-in says something about the body.",
            "{n} check-ins say something about the body.",
            counts.checkins,
        )
    ]
    if counts.felt:
        most = max(Region, key=lambda region: counts.felt.get(region, 0))
        sentences.append(tr("Most often felt: {place} ({n}).").format(place=say_region(most), n=counts.felt[most]))
    return Twin(" ".join(sentences), heads, rows)
