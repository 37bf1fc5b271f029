"""Guided practices: text files that a person who writes no code can read, change and add."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from numbcompanion.errors import CompanionError
from numbcompanion.practice.plans import Bell, BellKind, Caption, Cue, Plan

SOURCE_LANGUAGE = "en"
WORDS_A_SECOND = 2.2
LEAST_CAPTION_S = 3.0
CAPTION_REST_S = 1.0


class Eyes(StrEnum):
    """How the eyes are unless the person likes it otherwise."""

    OPEN = "open"
    SOFT = "soft"
    CLOSED = "closed"


class ScriptBroken(CompanionError):
    """A practice file cannot be used: where, and why."""

    def __init__(self, line: int, reason: str, file: str = ""):
        super().__init__(f"{file}:{line}: {reason}" if file else f"{line}: {reason}")
        self.line = line
        self.reason = reason
        self.file = file


@dataclass(frozen=True)
class Say:
    """A caption."""

    text: str

    @property
    def lasts_s(self) -> float:
        """The seconds it takes to read it slowly."""
        return max(LEAST_CAPTION_S, len(self.text.split()) / WORDS_A_SECOND + CAPTION_REST_S)


@dataclass(frozen=True)
class Rest:
    """A silence; `share` is its part of the silence of its section."""

    share: float = 1.0


@dataclass(frozen=True)
class Ring:
    """One stroke of a bell."""

    kind: BellKind


@dataclass(frozen=True)
class Section:
    """A part of a practice; `weight` is its part of all the silence there is."""

    title: str
    weight: float
    steps: tuple[Say | Rest | Ring, ...]

    @property
    def words_s(self) -> float:
        """The seconds its captions take."""
        return sum(step.lasts_s for step in self.steps if isinstance(step, Say))

    @property
    def shares(self) -> float:
        """The sum of the shares of its silences."""
        return sum(step.share for step in self.steps if isinstance(step, Rest))


@dataclass(frozen=True)
class Script:
    """One guided practice in every length it is offered in. `warmth` 0 to 1 is its place on the thaw."""

    slug: str
    title: str
    kind: str
    summary: str
    purpose: str
    cautions: tuple[str, ...]
    eyes: Eyes
    evidence: str
    sources: tuple[str, ...]
    minutes: tuple[int, ...]
    sections: tuple[Section, ...]
    warmth: float = 0.0

    @property
    def words_s(self) -> float:
        """The seconds all its captions take: no length can be shorter."""
        return sum(section.words_s for section in self.sections)

    def plan(self, minutes: int, prepare_s: float = 0.0, bells: bool = True) -> Plan:
        """Return the plan of `minutes` minutes: the silences stretch, the words never do."""
        length_s = minutes * 60.0
        silence_s = max(0.0, length_s - self.words_s)
        weights = sum(section.weight for section in self.sections if section.shares)
        at_s, cues = 0.0, list[Cue]()
        for section in self.sections:
            share_s = silence_s * section.weight / weights / section.shares if section.shares else 0.0
            for step in section.steps:
                if isinstance(step, Say):
                    cues.append(Caption(at_s, step.text, section.title))
                    at_s += step.lasts_s
                elif isinstance(step, Rest):
                    at_s += step.share * share_s
                elif bells:
                    cues.append(Bell(min(at_s, length_s), step.kind))
        settings = {"minutes": minutes, "eyes": self.eyes.value}
        return Plan(self.slug, length_s, tuple(cues), prepare_s, None, settings)


@dataclass(frozen=True)
class Shelf:
    """What was found in the folders: the practices that load, and the files that do not, each with its reason."""

    scripts: tuple[Script, ...] = ()
    broken: tuple[ScriptBroken, ...] = ()

    def find(self, slug: str) -> Script | None:
        """Return the practice called `slug`, or None."""
        return next((script for script in self.scripts if script.slug == slug), None)


class Scripts:
    """Loads the practice files of some folders; of two files of one name the later folder wins."""

    def __init__(self, *folders: Path):
        self._folders = folders

    @classmethod
    def shipped(cls, language: str = SOURCE_LANGUAGE) -> "Scripts":
        """Return the practices that come with the program, in `language` where they are translated."""
        import resources

        return cls(*(resources.path(f"practices/{name}") for name in dict.fromkeys((SOURCE_LANGUAGE, language))))

    def load(self) -> Shelf:
        """Read every file; a broken one is listed with its line and reason, and the rest still load."""
        from numbcompanion.practice.script_text import read_script

        scripts: dict[str, Script] = {}
        broken = []
        for folder in self._folders:
            for file in sorted(folder.glob("*.md")):
                try:
                    scripts[file.stem] = read_script(file)
                except ScriptBroken as error:
                    broken.append(error)
        return Shelf(tuple(scripts.values()), tuple(broken))


def load_scripts(language: str = SOURCE_LANGUAGE) -> Shelf:
    """Return the practices that come with the program."""
    return Scripts.shipped(language).load()
