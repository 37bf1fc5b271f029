"""What goes with the check-ins of a made-up life: closeness, body, tags, the ladder, glimmers, markers."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from numbcompanion.checkins.records import (
    Around,
    CheckIn,
    Felt,
    GroupKind,
    Ladder,
    MarkerKind,
    Region,
    Sensation,
    Tag,
    TagGroup,
    Unit,
)
from numbcompanion.made_up_days import Day

_LITTLE = (Sensation.NOTHING, Sensation.NOTHING, Sensation.HEAVY, Sensation.HOLLOW, Sensation.COLD)
_SOME = (Sensation.TIGHT, Sensation.HEAVY, Sensation.HOLLOW, Sensation.COLD, Sensation.TINGLING)
_MUCH = (Sensation.WARM, Sensation.WARM, Sensation.TINGLING, Sensation.TIGHT)
_COLOURS = ("grey", "blue", "white", "brown")
_CONTACT = ("feet on the floor", "back on the chair", "hands on each other")
MARKERS = (  # how far into the life, what, the line
    (0.12, MarkerKind.MEDICATION, "new tablets, half the dose"),
    (0.3, MarkerKind.EVENT, "moved to the flat by the canal"),
    (0.47, MarkerKind.MEDICATION, "dose changed"),
    (0.63, MarkerKind.EVENT, "first choir evening"),
    (0.86, MarkerKind.EVENT, "Nora's mother died"),
)


class Surroundings:
    """Adds to check-ins what was felt, where, and what was around."""

    def __init__(self, groups: Sequence[TagGroup], chance: random.Random):
        self._chance = chance
        self._tags: Mapping[GroupKind, Sequence[Tag]] = {group.kind: group.tags for group in groups}

    def around(self, checkin: CheckIn, day: Day, first_of_day: bool, now: datetime) -> CheckIn:
        """Return `checkin` with all that goes with it."""
        felt = checkin.depth
        noticed = self._noticed(checkin, day, now)
        people, self_ = self._close(felt), self._close(felt)
        return replace(
            checkin,
            close_people=people,
            close_self=self_,
            body=self._body(felt),
            around=self._around(checkin, day, first_of_day),
            ladder=self._ladder(checkin),
            noticed=noticed,
            created=noticed or checkin.created,
            changed=noticed or checkin.changed,
        )

    def _close(self, felt: int | None) -> int | None:
        if self._chance.random() < 0.35:
            return None
        near = 2 if felt is None else 1.2 + 0.36 * felt
        return min(5, max(1, round(self._chance.gauss(near, 0.7))))

    def _body(self, felt: int | None) -> tuple[Felt, ...]:
        if self._chance.random() < 0.62:
            return ()
        choices = _LITTLE if felt is None or felt < 3 else _SOME if felt < 6 else _MUCH
        regions = self._chance.sample(list(Region), self._chance.choice((1, 1, 2)))
        return tuple(Felt(region, self._chance.choice(choices)) for region in regions)

    def _noticed(self, checkin: CheckIn, day: Day, now: datetime) -> datetime | None:
        if self._chance.random() >= 0.08:
            return None
        slowness_h = 22 - 1.9 * day.depth
        lag = timedelta(minutes=round(60 * self._chance.uniform(0.3, 1.0) * slowness_h))
        return checkin.moment.at + lag if checkin.moment.at + lag < now else None

    def _ladder(self, checkin: CheckIn) -> Ladder | None:
        little = checkin.depth is None or checkin.depth <= 2
        if not little or checkin.words or self._chance.random() < 0.6:
            return None
        whole = self._chance.random() < 0.5
        return Ladder(
            contact=(self._chance.choice(_CONTACT),),
            sensation=self._chance.choice((Sensation.COLD, Sensation.HEAVY, Sensation.HOLLOW)) if whole else None,
            colour=self._chance.choice(_COLOURS) if whole else "",
            not_these=("angry",) if self._chance.random() < 0.3 else (),
        )

    def _around(self, checkin: CheckIn, day: Day, first_of_day: bool) -> tuple[Around, ...]:
        if self._chance.random() < 0.12:
            return ()
        found = [*self._where(checkin, day), *self._who(), *self._doing()]
        if first_of_day:
            found += self._night(day)
        found += self._movement(day)
        hour = checkin.moment.wall.hour
        if day.drinks and hour >= 17:
            found.append(Around(self._tag(GroupKind.ALCOHOL, 0), float(day.drinks)))
        if day.cycle_day < 5:
            found.append(Around(self._tag(GroupKind.CYCLE, 1)))
        elif day.cycle_day > 23:
            found.append(Around(self._tag(GroupKind.CYCLE, 0)))
        own = self._tags.get(GroupKind.OWN, ())
        found += [Around(tag.id) for tag in own if self._chance.random() < 0.1]
        return tuple(found)

    def _where(self, checkin: CheckIn, day: Day) -> list[Around]:
        working = day.day.weekday() < 5 and 9 <= checkin.moment.wall.hour < 17
        if self._chance.random() < 0.2:
            return [Around(self._tag(GroupKind.PLACE, self._chance.choice((2, 3))))]
        return [Around(self._tag(GroupKind.PLACE, 1 if working else 0))]

    def _who(self) -> list[Around]:
        if self._chance.random() < 0.3:
            return []
        return [Around(self._tag(GroupKind.PEOPLE, self._chance.choice((0, 0, 1, 1, 2, 3, 4))))]

    def _doing(self) -> list[Around]:
        doing = self._tags[GroupKind.DOING]
        return [Around(tag.id) for tag in self._chance.sample(doing, self._chance.choice((0, 0, 1, 1, 2)))]

    def _night(self, day: Day) -> list[Around]:
        asleep = next(tag for tag in self._tags[GroupKind.SLEEP] if tag.unit is Unit.HOURS)
        night = [Around(asleep.id, day.hours_slept)]
        return [*night, Around(self._tag(GroupKind.SLEEP, 1))] if day.slept_badly else night

    def _movement(self, day: Day) -> list[Around]:
        found = [Around(self._tag(GroupKind.MOVEMENT, 0))] if day.walked else []
        if day.exercised:
            found.append(Around(self._tag(GroupKind.MOVEMENT, 1)))
        return found

    def _tag(self, kind: GroupKind, place: int) -> str:
        return self._tags[kind][place].id
