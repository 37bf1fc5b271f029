"""Help lines by country: the emergency number, then the lines, each with where it was found and when.

A country that is not in the list has no number here: never another country's. Hours, cost and dates that the
sources do not state, or do not agree on, stay empty; `caution` says so in words.
"""

import csv
import io
from dataclasses import dataclass, field
from datetime import date, timedelta

import resources
from numbcompanion.clock import Clock, local_date

ELSEWHERE = "ZZ"
DIRECTORY = "findahelpline.com"
KEEPS_FOR = timedelta(days=365)


@dataclass(frozen=True)
class EmergencyNumber:
    """A number to call in danger; `purpose` is empty where one number serves all."""

    number: str
    purpose: str = ""


@dataclass(frozen=True)
class Helpline:
    """One line to call or write to; `number` may be empty where it is reached by text alone."""

    name: str
    number: str
    part: str = ""  # of the country, or its language
    also: tuple[str, ...] = ()
    hours: str = ""
    cost: str = ""
    languages: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    checked: date | None = None
    caution: str = ""
    main: bool = True


@dataclass(frozen=True)
class CountryHelp:
    """What there is for one country."""

    code: str
    country: str
    emergency: tuple[EmergencyNumber, ...]
    lines: tuple[Helpline, ...]


@dataclass(frozen=True)
class Elsewhere:
    """What to say where no country is known: advice and a directory's name, and no number."""

    advice: str
    directory: str


@dataclass(frozen=True)
class Helplines:
    """All countries of the list."""

    countries: tuple[CountryHelp, ...]
    elsewhere: Elsewhere
    left_out: tuple[int, ...] = field(default=())  # lines of the file that could not be read

    def for_country(self, code: str | None) -> CountryHelp | None:
        """Return the help of the country `code`, or None where the list has none."""
        wanted = (code or "").upper()
        return next((country for country in self.countries if country.code == wanted), None)


def load_helplines() -> Helplines:
    """Read the list that is shipped with the program."""
    return parse_helplines(resources.read_text("care/helplines.csv"))


def parse_helplines(text: str) -> Helplines:
    """Return the help lines written in the CSV `text`; rows that do not make sense are left out and listed."""
    lines: dict[str, list[Helpline]] = {}
    heads: dict[str, tuple[str, tuple[EmergencyNumber, ...]]] = {}
    elsewhere = Elsewhere("", DIRECTORY)
    left_out: list[int] = []
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), 2):
        try:
            code = row["iso2"].strip().upper()
            if code == ELSEWHERE:
                elsewhere = Elsewhere(row["caution"], row["also"])
                continue
            line, head = _line(row), (row["country"], _emergency(row["emergency"]))
            if len(code) != 2 or not head[0] or not head[1] or not line.name:
                raise ValueError(code)
        except (KeyError, ValueError, AttributeError):
            left_out.append(number)
            continue
        heads.setdefault(code, head)
        lines.setdefault(code, []).append(line)
    countries = [
        CountryHelp(code, country, emergency, tuple(sorted(lines[code], key=lambda line: not line.main)))
        for code, (country, emergency) in heads.items()
    ]
    return Helplines(tuple(sorted(countries, key=lambda c: c.country)), elsewhere, tuple(left_out))


def is_old(line: Helpline, clock: Clock) -> bool:
    """Say whether a line was last checked more than a year ago, or at a time nobody knows."""
    if line.checked is None:
        return True
    return local_date(clock.now(), clock.zone_name(), 0) - line.checked > KEEPS_FOR


def guessed_country(locale_name: str | None) -> str | None:
    """Return the country in a locale's name ("en_IE.UTF-8", "zh-Hant-TW"), or None where it names none."""
    plain = (locale_name or "").partition(".")[0].partition("@")[0].replace("-", "_")
    language, *others = plain.split("_")
    if not (2 <= len(language) <= 3 and language.isascii() and language.isalpha()):
        return None
    found = (part.upper() for part in others if len(part) == 2 and part.isascii() and part.isalpha())
    return next(found, None)


def _line(row: dict[str, str]) -> Helpline:
    checked = row["checked"].strip()
    return Helpline(
        name=row["name"],
        number=row["number"],
        part=row["part"],
        also=_several(row["also"], ";"),
        hours=row["hours"],
        cost=row["cost"],
        languages=_several(row["languages"], ","),
        sites=_several(row["sites"], ";"),
        checked=date.fromisoformat(checked) if checked else None,
        caution=row["caution"],
        main=row["rank"] == "1",
    )


def _several(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def _emergency(text: str) -> tuple[EmergencyNumber, ...]:
    numbers = []
    for part in _several(text, ";"):
        number, _, purpose = part.partition("|")
        numbers.append(EmergencyNumber(number.strip(), purpose.strip()))
    return tuple(numbers)
