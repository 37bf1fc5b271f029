"""A made-up home: some years of one plausible life, drawn from a seed, for trying the companion out."""

import math
import random
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import resources
from numbcompanion.checkins.records import CheckIn, Source
from numbcompanion.checkins.words import FeelingWord, feeling_words, words_near
from numbcompanion.clock import Clock, Moment, zone
from numbcompanion.companion import Companion
from numbcompanion.journal.records import Entry
from numbcompanion.paths import Home
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
    """How much there is of it: check-ins a day on average, journal entries a week, words in each."""

    years: float = YEARS
    checkins_per_day: float = 1.3
    entries_per_week: float = 2.2
    words_per_entry: int = 60
    seed: int = SEED


@contextmanager
def demo_home(clock: Clock | None = None) -> Iterator[Companion]:
    """Lend a companion on a filled home in a temporary folder, encrypted by a key that is kept nowhere."""
    with empty_home(clock) as companion:
        fill(companion, MadeUpLife())
        companion.preferences.change(first_run_done=True, country="IE", prompts_per_day=2)
        companion.store.set_state("recovery-code-kept", True)
        yield companion


@contextmanager
def empty_home(clock: Clock | None = None) -> Iterator[Companion]:
    """Lend a companion on an empty home in a temporary folder, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="numb-companion-demo-"))
    companion = Companion(Home(folder / "home", folder / "keys"), clock, [_KeyInMemory()])
    try:
        companion.open()
        yield companion
    finally:
        companion.close()
        shutil.rmtree(folder, ignore_errors=True)


def fill(companion: Companion, life: MadeUpLife) -> None:
    """Write a made-up life that ends a moment ago into an open, empty home, in one commit."""
    from numbcompanion.store import checkins as rows_of_checkins
    from numbcompanion.store import entries as rows_of_entries
    from numbcompanion.store import sessions as rows_of_sessions

    teller = _Teller(life, companion.clock, companion.preferences.current.day_start_hour)
    with companion.store.writing() as rows:
        rows_of_checkins.insert_many(rows.connection, teller.checkins())
        rows_of_entries.insert_many(rows.connection, teller.entries())
        for session in teller.sessions():
            rows_of_sessions.insert(rows.connection, session)


class _KeyInMemory:
    kind = "key-file"

    def __init__(self) -> None:
        self._key: bytes | None = None

    def fetch(self, home_id: str) -> bytes | None:
        return self._key

    def keep(self, home_id: str, key: bytes) -> bool:
        self._key = key
        return True

    def forget(self, home_id: str) -> None:
        self._key = None


class _Teller:
    def __init__(self, life: MadeUpLife, clock: Clock, day_start_hour: int):
        self._life = life
        self._random = random.Random(life.seed)
        self._now = clock.now()
        self._zone_name = clock.zone_name()
        self._day_start_hour = day_start_hour
        self._words = feeling_words()
        last = Moment.of(self._now, self._zone_name, day_start_hour).local_date
        number = max(1, round(life.years * 365))
        self._days = [last - timedelta(days=back) for back in range(number - 1, -1, -1)]
        self._depths = self._slow_thaw(number)

    def _slow_thaw(self, number: int) -> list[float]:
        depths, drift = [], 0.0
        for i in range(number):
            drift = 0.86 * drift + self._random.gauss(0, 0.55)
            rise = 1.8 + 3.6 / (1 + math.exp(-(i / number - 0.55) * 7))
            winter = 0.7 * math.cos(2 * math.pi * (self._days[i].timetuple().tm_yday - 15) / 365)
            depths.append(min(10.0, max(0.0, rise - winter + drift)))
        return depths

    def _away(self, i: int) -> bool:
        return self._life.checkins_per_day < 3 and _HOLIDAY[0] <= i % 365 <= _HOLIDAY[1]

    def checkins(self) -> Iterator[CheckIn]:
        for i, day in enumerate(self._days):
            for moment in self._moments(i, day):
                yield self._checkin(moment, self._depths[i])

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
        felt = round(min(10.0, max(0.0, depth + chance.gauss(0, 1.1))))
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
        for i, day in enumerate(self._days):
            if self._away(i) or self._random.random() >= 0.3:
                continue
            moment = self._moment(day, self._random.uniform(7, 22))
            if moment.at < self._now:
                yield self._session(moment)

    def _session(self, moment: Moment) -> SessionRecord:
        practice = self._random.choice(("orienting", "timer"))
        planned = 180 if practice == "orienting" else self._random.choice((300, 600, 900))
        whole = self._random.random() < 0.8
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
            depth_before=None,
            depth_after=None,
            note="",
        )

    def _id(self, kind: str, at: datetime) -> str:
        return str(uuid.uuid5(_SPACE, f"{kind} {at.isoformat()} {self._random.random()}"))
