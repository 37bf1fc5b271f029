"""What may be kept of what was said: drafts checked and made tidy."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from numbcompanion.checkins.records import (
    CLOSEST,
    DEEPEST,
    MAP_REACH,
    MOST_AROUND,
    MOST_WORDS,
    Around,
    CheckInDraft,
    Ladder,
    Unit,
)
from numbcompanion.errors import UsageError
from numbcompanion.translation import tr
from numbcompanion.written import cleaned, folded, one_line

LONGEST_WORD = 60
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
MOST_HOURS = 24
MOST_OF_IT = 1000
_AHEAD = timedelta(minutes=5)  # clocks differ a little; a check-in is never of the future


def checked(draft: CheckInDraft, now: datetime, known_tags: Mapping[str, Unit | None]) -> CheckInDraft:
    """Return `draft` made tidy, or raise the UsageError that says what is wrong with it."""
    checked_instant(draft.at or now, now)
    _check_numbers(draft)
    noticed = None if draft.noticed is None else checked_instant(draft.noticed, now)
    if noticed is not None and noticed < (draft.at or now).astimezone(UTC):
        raise UsageError(tr("A feeling can be noticed when it is there or later, not before."))
    return replace(
        draft,
        words=tidy_words(draft.words),
        note=cleaned(draft.note),
        body=tuple(dict.fromkeys(draft.body)),
        around=_tidy_around(draft.around, known_tags),
        ladder=_tidy_ladder(draft.ladder),
        noticed=noticed,
    )


def checked_instant(at: datetime, now: datetime) -> datetime:
    """Return `at` in UTC, or raise the UsageError for a time that a record cannot be of."""
    try:
        if at.tzinfo is not None and EARLIEST <= at.astimezone(UTC) <= now + _AHEAD:
            return at.astimezone(UTC)
    except OverflowError:  # at the very ends of the calendar
        pass
    raise UsageError(tr("A check-in can be of now or of any time since 1900, not of the future."))


def _check_numbers(draft: CheckInDraft) -> None:
    if draft.depth is not None and not (0 <= draft.depth <= DEEPEST and draft.depth == int(draft.depth)):
        raise UsageError(tr("How much can be felt goes from 0 (nothing) to 10, or it is unknown."))
    check_place(draft.pleasantness, draft.energy)
    for value in (draft.close_people, draft.close_self):
        if value is not None and not (1 <= value <= CLOSEST and value == int(value)):
            raise UsageError(tr("How close or far goes from 1 (far) to 5 (close), or it is left out."))


def check_place(pleasantness: float | None, energy: float | None) -> None:
    """Raise UsageError for a place that is not on the map."""
    for value in (pleasantness, energy):
        if value is not None and not (math.isfinite(value) and abs(value) <= MAP_REACH):
            raise UsageError(tr("A place on the map goes from -5 to 5 in both directions."))


def tidy_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return `words` as single lines, each once."""
    found: dict[str, str] = {}
    for raw in words:
        if word := one_line(raw, LONGEST_WORD):
            found.setdefault(folded(word), word)
    if len(found) > MOST_WORDS:
        raise UsageError(tr("Up to {number} words go with a check-in.").format(number=MOST_WORDS))
    return tuple(found.values())


def _tidy_around(around: Sequence[Around], known: Mapping[str, Unit | None]) -> tuple[Around, ...]:
    found: dict[str, Around] = {}
    for near in around:
        if near.tag_id not in known:
            raise UsageError(tr("One of the tags is not there any more. Choose it again."))
        _check_amount(near.amount, known[near.tag_id])
        if near.tag_id not in found or found[near.tag_id].amount is None:
            found[near.tag_id] = near
    if len(found) > MOST_AROUND:
        raise UsageError(tr("Up to {number} tags go with a check-in.").format(number=MOST_AROUND))
    return tuple(found.values())


def _check_amount(amount: float | None, unit: Unit | None) -> None:
    if amount is None:
        return
    most = MOST_HOURS if unit is Unit.HOURS else MOST_OF_IT
    if not (math.isfinite(amount) and 0 <= amount <= most):
        if unit is Unit.HOURS:
            raise UsageError(tr("Hours of sleep go from 0 to 24."))
        raise UsageError(tr("An amount goes from 0 to {most}.").format(most=most))


def _tidy_ladder(ladder: Ladder | None) -> Ladder | None:
    if ladder is None:
        return None
    tidy = Ladder(
        contact=_lines(ladder.contact),
        sensation=ladder.sensation,
        colour=one_line(ladder.colour, LONGEST_WORD),
        not_these=_lines(ladder.not_these),
        word=one_line(ladder.word, LONGEST_WORD),
    )
    return None if tidy.empty else tidy


def _lines(raw: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for text in raw if (line := one_line(text, LONGEST_WORD))))
