"""Feeling words over time: met for the first time, most used, and how many different ones."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from numbcompanion.checkins.records import Point
from numbcompanion.insights.measures import evenly_used
from numbcompanion.insights.points import Twin, plain
from numbcompanion.translation import tr, tr_n


@dataclass(frozen=True)
class MetWord:
    """A word, the day it was first used, the last, and in how many check-ins and glimmers."""

    word: str
    first: date
    last: date
    count: int


@dataclass(frozen=True)
class WordMonth:
    """The words of one month: how many were named, how many different, how many for the first time ever, variety.

    `variety` is as in `measures.word_variety`: as many as if all were used equally often.
    """

    month: date
    named: int
    distinct: int
    new: int
    variety: float


@dataclass(frozen=True)
class FeelingWords:
    """All words, the most used first; the months that have any, oldest first."""

    words: tuple[MetWord, ...]
    months: tuple[WordMonth, ...]

    def met_since(self, day: date) -> tuple[MetWord, ...]:
        """Return the words first used on `day` or later, the newest first."""
        return tuple(sorted((w for w in self.words if w.first >= day), key=lambda w: (w.first, w.word), reverse=True))


def feeling_words_used(points: Sequence[Point]) -> FeelingWords:
    """Return the words of `points`, of check-ins and of glimmers. Counts are of points, each word once in each."""
    first: dict[str, date] = {}
    last: dict[str, date] = {}
    months: dict[date, Counter[str]] = {}
    for point in points:
        if not point.words:
            continue
        day = point.moment.local_date
        months.setdefault(day.replace(day=1), Counter()).update(dict.fromkeys(point.words, 1))
        for word in point.words:
            if word not in first or day < first[word]:
                first[word] = day
            if word not in last or day > last[word]:
                last[word] = day
    counts = sum(months.values(), Counter[str]())
    new = Counter(day.replace(day=1) for day in first.values())
    words = [MetWord(word, first[word], last[word], count) for word, count in counts.items()]
    return FeelingWords(
        tuple(sorted(words, key=lambda w: (-w.count, w.word))),
        tuple(
            WordMonth(month, used.total(), len(used), new[month], evenly_used(used))
            for month, used in sorted(months.items())
        ),
    )


def feeling_words_in_words(found: FeelingWords, say_day: Callable[[date], str] = date.isoformat) -> Twin:
    """Return the text twin: the words, how often, since when."""
    heads = (tr("Word"), tr("Times"), tr("First"), tr("Last"))
    if not found.words:
        return Twin(tr("No word has been named yet. A check-in is whole without one."), heads)
    most = ", ".join(w.word for w in found.words[:3])
    newest = max(found.words, key=lambda w: (w.first, w.word))
    sentences = [
        tr_n("{n} different word so far.", "{n} different words so far.", len(found.words)),
        tr("Most used: {words}.").format(words=most),
        tr("Met last for the first time: {word}, on {day}.").format(word=newest.word, day=say_day(newest.first)),
    ]
    rows = tuple((w.word, str(w.count), say_day(w.first), say_day(w.last)) for w in found.words)
    return Twin(" ".join(sentences), heads, rows)


def word_months_in_words(found: FeelingWords, say_month: Callable[[date], str] = date.isoformat) -> Twin:
    """Return the text twin of variety over time, month by month."""
    heads = (tr("Month"), tr("Named"), tr("Different"), tr("For the first time"), tr("As many as, if used equally"))
    rows = tuple(
        (say_month(m.month), str(m.named), str(m.distinct), str(m.new), plain(m.variety)) for m in found.months
    )
    if not rows:
        return Twin(tr("No word has been named yet. A check-in is whole without one."), heads)
    widest = max(found.months, key=lambda m: m.distinct)
    summary = tr("The month with the most different words is {month}, with {n}.")
    return Twin(summary.format(month=say_month(widest.month), n=widest.distinct), heads, rows)
