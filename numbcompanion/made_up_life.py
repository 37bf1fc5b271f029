"""A made-up life, drawn from a seed: check-ins, journal, practice, glimmers, markers."""

import random
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import resources
from numbcompanion.checkins.records import CheckIn, GroupKind, Kind, Marker, Source, Tag, TagGroup
from numbcompanion.checkins.words import FeelingWord, feeling_words, words_near
from numbcompanion.clock import Clock, Moment, zone
from numbcompanion.journal.records import Entry
from numbcompanion.made_up_around import MARKERS, Surroundings
from numbcompanion.made_up_days import Shape, made_up_days
from numbcompanion.practice.records import Ending, SessionRecord

YEARS = 2
SEED = 7
_SPACE = uuid.UUID("5b6d3d0e-8a55-4b39-9a55-3f6c7a6a0b11")
_HOLIDAY = (150, 163)  # days in each year without the companion
_NOTES = (
    "slept badly",
    "long walk by the canal",
    "",
    "",
    "",
    "the song in the kitchen",
    "noise at work",
    "",
    "tea with Nora",
    "rain all day",
)


@dataclass(frozen=True)
class MadeUpLife:
    """How it goes, and how much there is of it: check-ins a day, journal entries a week, words in each."""

    years: float = YEARS
    checkins_per_day: float = 1.3
    entries_per_week: float = 2.2
    words_per_entry: int = 60
    seed: int = SEED
    shape: Shape = Shape.THAW
    extra_tags: int = 0  # beside the first ones


class Teller:
    """Tells one life: the same one for the same seed, clock and groups of tags."""

    def __init__(self, life: MadeUpLife, clock: Clock, day_start_hour: int):
        self._life = life
        self._random = random.Random(life.seed)
        self._more = random.Random(life.seed + 1)
        self._noise = 0.4 if life.shape is Shape.FLAT else 1.1
        self._ids = random.Random(life.seed + 2)
        self._now = clock.now()
        self._zone_name = clock.zone_name()
        self._day_start_hour = day_start_hour
        self._words = feeling_words()
        last = Moment.of(self._now, self._zone_name, day_start_hour).local_date
        number = max(1, round(life.years * 365))
        self._days = [last - timedelta(days=back) for back in range(number - 1, -1, -1)]
        self._lived = made_up_days(self._days, life.shape, self._random, self._more)

    def _away(self, i: int) -> bool:
        return self._life.checkins_per_day < 3 and _HOLIDAY[0] <= i % 365 <= _HOLIDAY[1]

    def groups(self) -> list[TagGroup]:
        """Return further groups of tags, past the first ones."""
        if not self._life.extra_tags:
            return []
        group_id = self.new_id()
        tags = tuple(Tag(self.new_id(), group_id, f"thing {i + 1}") for i in range(self._life.extra_tags))
        return [TagGroup(group_id, "things", GroupKind.OWN, tags)]

    def new_id(self) -> str:
        """Return an id that the seed decides."""
        return str(uuid.UUID(int=self._ids.getrandbits(128), version=4))

    def checkins(self, groups: Sequence[TagGroup]) -> Iterator[CheckIn]:
        """Tell the check-ins, with tags of `groups` around them."""
        surroundings = Surroundings(groups, self._more)
        for i, day in enumerate(self._lived):
            for order, moment in enumerate(self._moments(i, day.day)):
                checkin = self._checkin(moment, day.depth)
                yield surroundings.around(checkin, day, order == 0, self._now)

    def glimmers(self) -> Iterator[CheckIn]:
        """Tell the glimmers: the more gets through, the more often."""
        for i, day in enumerate(self._lived):
            if self._away(i) or self._more.random() >= 0.02 + 0.035 * day.depth:
                continue
            moment = self._moment(day.day, self._more.uniform(8, 22.5))
            if moment.at < self._now:
                yield self._glimmer(moment)

    def _glimmer(self, moment: Moment) -> CheckIn:
        word = self._more.choice(("", "", "irritated", "touched", "curious", "amused", "warm"))
        return CheckIn(
            id=self.new_id(),
            moment=moment,
            created=moment.at,
            changed=moment.at,
            depth=None,
            words=(word,) if word else (),
            note=self._more.choice(("", "", "the light on the wall", "a song", "the dog next door")),
            source=self._more.choice((Source.TRAY, Source.PAGE, Source.PROMPT)),
            kind=Kind.GLIMMER,
        )

    def markers(self) -> Iterator[Marker]:
        """Tell the days something changed."""
        for part, kind, line in MARKERS:
            moment = self._moment(self._days[int(part * (len(self._days) - 1))], 12.0)
            if moment.at < self._now:
                yield Marker(self.new_id(), moment, moment.at, moment.at, kind, line)

    def _moments(self, i: int, day: date) -> list[Moment]:
        if self._away(i):
            return []
        average = self._life.checkins_per_day
        number = int(average) + (self._random.random() < average % 1)
        hours = sorted(self._random.uniform(8.5, 22.5) for _ in range(number))
        moments = [self._moment(day, hour) for hour in hours]
        return [moment for moment in moments if moment.at < self._now]

    def _moment(self, day: date, hour: float) -> Moment:
        wall = datetime.combine(day, time(), zone(self._zone_name)) + timedelta(hours=hour)
        return Moment.of(wall.astimezone(UTC), self._zone_name, self._day_start_hour)

    def _checkin(self, moment: Moment, depth: float) -> CheckIn:
        chance = self._random
        felt = round(min(10.0, max(0.0, depth + chance.gauss(0, self._noise))))
        point = self._point(felt) if chance.random() < 0.7 else None
        return CheckIn(
            id=self._id("checkin", moment.at),
            moment=moment,
            created=moment.at,
            changed=moment.at,
            depth=None if chance.random() < 0.06 else felt,
            pleasantness=None if point is None else point[0],
            energy=None if point is None else point[1],
            words=tuple(word.word for word in self._near(point)),
            note=chance.choice(_NOTES),
            source=chance.choice((Source.TODAY, Source.PROMPT, Source.PAGE)),
        )

    def _point(self, felt: int) -> tuple[float, float]:
        pleasant = min(5.0, max(-5.0, self._random.gauss((felt - 4) * 0.6, 1.4)))
        energy = min(5.0, max(-5.0, self._random.gauss((felt - 5) * 0.6, 1.5)))
        return round(pleasant, 1), round(energy, 1)

    def _near(self, point: tuple[float, float] | None) -> list[FeelingWord]:
        number = self._random.choice((0, 1, 1, 2, 3))
        return self._random.sample(words_near(self._words, point, 10), number)

    def entries(self) -> Iterator[Entry]:
        """Tell the journal."""
        lines = [line for line in resources.read_text("words/demo_lines.txt").splitlines() if line.strip()]
        titles = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
        sentences = [line for line in lines if not line.startswith("# ")]
        for i, day in enumerate(self._days):
            if self._away(i) or self._random.random() >= self._life.entries_per_week / 7:
                continue
            moment = self._moment(day, self._random.uniform(18, 22.8))
            if moment.at < self._now:
                yield self._entry(moment, titles, sentences)

    def _entry(self, moment: Moment, titles: list[str], sentences: list[str]) -> Entry:
        body: list[str] = []
        words = 0
        while words < self._life.words_per_entry:
            sentence = self._random.choice(sentences)
            words += len(sentence.split())
            body.append(sentence)
            body.append("\n\n" if self._random.random() < 0.15 else " ")
        title = self._random.choice(titles) if self._random.random() < 0.7 else ""
        text = "".join(body).strip()
        return Entry(self._id("entry", moment.at), 0, moment, moment.at, moment.at, title, text)

    def sessions(self) -> Iterator[SessionRecord]:
        """Tell what was practised."""
        for i, day in enumerate(self._days):
            if self._away(i) or self._random.random() >= 0.3:
                continue
            moment = self._moment(day, self._random.uniform(7, 22))
            if moment.at < self._now:
                yield self._session(moment, self._lived[i].depth)

    def _session(self, moment: Moment, depth: float) -> SessionRecord:
        practice = self._random.choice(("orienting", "timer"))
        planned = 180 if practice == "orienting" else self._random.choice((300, 600, 900))
        whole = self._random.random() < 0.8
        before, after = self._before_and_after(depth)
        return SessionRecord(
            id=self._id("session", moment.at),
            moment=moment,
            created=moment.at,
            changed=moment.at,
            practice=practice,
            planned_s=planned,
            done_s=float(planned) if whole else float(round(planned * self._random.uniform(0.2, 0.9))),
            ending=Ending.COMPLETE if whole else Ending.EARLY,
            settings={},
            depth_before=before,
            depth_after=after,
            note="",
        )

    def _before_and_after(self, depth: float) -> tuple[int | None, int | None]:
        before = round(min(10.0, max(0.0, self._more.gauss(depth, 1.0))))
        after = min(10, max(0, before + self._more.choice((-1, 0, 0, 0, 1, 1, 2))))
        given = self._more.random()
        return (before, after) if given < 0.6 else (before, None) if given < 0.75 else (None, None)

    def _id(self, kind: str, at: datetime) -> str:
        return str(uuid.uuid5(_SPACE, f"{kind} {at.isoformat()} {self._random.random()}"))
