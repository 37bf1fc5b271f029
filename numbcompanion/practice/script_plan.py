"""Lays out a practice in time: the silences stretch, the words never do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from numbcompanion.practice.breath import Pacing, TimedPhase
from numbcompanion.practice.plans import Ask, Bell, Caption, Cue, Part, Plan, Surface, SurfaceKind
from numbcompanion.practice.scripts import (
    RING_S,
    WORDS_A_SECOND,
    Breathe,
    Choices,
    Choose,
    Eyes,
    LengthKind,
    Middle,
    Rest,
    Ring,
    Say,
    Script,
    Section,
    Step,
    Wait,
    anchor_words,
)
from numbcompanion.translation import tr

SHORTEST_SONG_S, LONGEST_SONG_S = 10.0, 3600.0


def script_plan(
    script: Script,
    choices: Choices,
    prepare_s: float = 0.0,
    bells: bool = True,
    words_a_second: float = WORDS_A_SECOND,
    song_s: float = 180.0,
) -> Plan:
    """Return the plan of `script` as it is chosen; `song_s` counts only where the length is a song."""
    laid = _Laid(script, choices, bells, min(words_a_second, WORDS_A_SECOND))
    sections = chosen_sections(script, choices)
    silences = _silences(script, choices, sections, laid, song_s)
    for section, silence_s in zip(sections, silences, strict=True):
        laid.lay(section, silence_s)
    length_s = laid.at_s if choices.length.kind is not LengthKind.MINUTES else choices.length.count * 60.0
    length_s = max(length_s, round(laid.at_s, 6))  # sums of fractions are not exact
    cues = _with_bells_between(laid.cues, script, length_s) if bells else laid.cues
    settings = choices.kept()
    return Plan(script.slug, length_s, tuple(cues), prepare_s, None, settings, tuple(laid.parts), tuple(laid.phases))


def words_s(script: Script, choices: Choices) -> float:
    """Return the seconds that cannot be stretched: words, bells, fixed silences."""
    laid = _Laid(script, choices, True, WORDS_A_SECOND)
    return sum(laid.fixed_s(section.steps) for section in chosen_sections(script, choices))


def chosen_sections(script: Script, choices: Choices) -> list[Section]:
    """Return the parts and lines that count this time, and what is said of the eyes."""
    keys = choices.keys
    sections = [_chosen(section, keys) for section in script.sections if section.when.holds(keys)]
    return _with_eyes([section for section in sections if section.steps], choices.eyes)


def fills(step: Step, kind: LengthKind) -> bool:
    """Return whether a length of this kind, breaths or a song, begins at `step`."""
    if kind is LengthKind.SONG:
        return isinstance(step, Middle) and step.kind is SurfaceKind.SONG
    return kind is LengthKind.BREATHS and isinstance(step, Breathe)


@dataclass
class _Laid:
    """What has its place in time so far."""

    script: Script
    choices: Choices
    bells: bool
    words_a_second: float
    at_s: float = 0.0
    cues: list[Cue] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    phases: list[TimedPhase] = field(default_factory=list)
    _said_s: float = 0.0
    _said_until_s: float = -1.0

    def fixed_s(self, steps: Sequence[Step]) -> float:
        """Return the seconds of some steps that cannot be stretched."""
        return sum(self._fixed(step) for step in steps)

    def _fixed(self, step: Step) -> float:
        if isinstance(step, Say):
            return Say(self._words(step.text)).lasts_s(self.words_a_second)
        if isinstance(step, Wait):
            return step.seconds
        return RING_S if isinstance(step, Ring) and self.bells else 0.0

    def lay(self, section: Section, silence_s: float) -> None:
        """Put a section behind what is there, with so many seconds of silence in it, or in what stretches of it."""
        self.parts.append(Part(self.at_s, section.title))
        paced_from_s: float | None = None
        surface = Surface(self.at_s)
        stretched = _stretched_from(section, self.choices)
        shares = _shares(section.steps[stretched:])
        for index, step in enumerate(section.steps):
            if isinstance(step, Breathe):
                paced_from_s = self.at_s
            elif isinstance(step, Middle):
                surface = Surface(self.at_s, step.kind, step.count)
                self.cues.append(surface)
            elif isinstance(step, Rest):
                self.at_s += silence_s * step.share / shares if index >= stretched else step.share
            else:
                self._lay_step(step, section)
        if surface.kind is not SurfaceKind.NONE:
            self.cues.append(Surface(self.at_s))
        pacing = self.script.pacing(self.choices.variant)
        if paced_from_s is not None and isinstance(pacing, Pacing):
            self.phases.extend(pacing.phases(paced_from_s, self.at_s))

    def _lay_step(self, step: Step, section: Section) -> None:
        if isinstance(step, Say):
            self.cues.append(Caption(self.at_s, self._words(step.text), section.title, step.number))
            self._said_s, self._said_until_s = self.at_s, self.at_s + self._fixed(step)
        elif isinstance(step, Choose):
            asked_s = self._said_s if self._said_until_s == self.at_s else self.at_s  # with its sentence, not after it
            self.cues.append(Ask(asked_s, step.name, step.choices, step.numbers))
        elif isinstance(step, Ring) and self.bells:
            self.cues.append(Bell(self.at_s, step.kind))
        self.at_s += self._fixed(step)

    def _words(self, text: str) -> str:
        if "{" not in text:
            return text
        words = text.replace("{anchor}", anchor_words(self.choices.anchor))
        for number, phrase in enumerate(self.script.phrases, 1):
            words = words.replace(f"{{phrase {number}}}", phrase)
        return words


def _chosen(section: Section, keys: Sequence[str]) -> Section:
    steps = tuple(step for step in section.steps if step.when.holds(keys))
    return Section(section.title, section.weight, steps, section.when)


def _shares(steps: Sequence[Step]) -> float:
    return sum(step.share for step in steps if isinstance(step, Rest))


def _stretched_from(section: Section, choices: Choices) -> int:
    """The first step of what stretches: all of a section, or where the breaths or the song begin in it."""
    return next((n for n, step in enumerate(section.steps) if fills(step, choices.length.kind)), 0)


def _silences(script: Script, choices: Choices, sections: Sequence[Section], laid: _Laid, song_s: float) -> list[float]:
    """The seconds of silence of each section."""
    kind, count = choices.length.kind, choices.length.count
    if kind is LengthKind.MINUTES:
        silence_s = max(0.0, count * 60.0 - sum(laid.fixed_s(section.steps) for section in sections))
        weights = sum(section.weight for section in sections if _shares(section.steps)) or 1.0
        return [silence_s * section.weight / weights if _shares(section.steps) else 0.0 for section in sections]
    silences = [_shares(section.steps) for section in sections]  # a share is a second here
    pacing = script.pacing(choices.variant)
    whole_s = _breaths_s(pacing, count) if kind is LengthKind.BREATHS and pacing is not None else song_s
    for number, section in enumerate(sections):
        if any(fills(step, kind) for step in section.steps):
            steps = section.steps[_stretched_from(section, choices) :]
            silences[number] = max(0.0, whole_s - laid.fixed_s(steps))
    return silences


def _breaths_s(pacing: Pacing, count: int) -> float:
    """The seconds that `count` breaths take."""
    ends_s = 0.0
    for phase in pacing.phases(0.0, 24 * 3600.0):
        if phase.breath >= count:
            break
        ends_s = phase.at_s + phase.lasts_s
    return ends_s


def _with_eyes(sections: Sequence[Section], eyes: Eyes) -> list[Section]:
    """Say how the eyes are where they are not open, and open them again at the end."""
    found = list(sections)
    if eyes is Eyes.OPEN or not found:
        return found
    close = {
        Eyes.SOFT: tr("Let your eyes half close, and rest them on one spot. Open them fully at any time."),
        Eyes.CLOSED: tr("Close your eyes when you like. Open them again at any time."),
    }[eyes]
    first, last = found[0], found[-1]
    found[0] = Section(first.title, first.weight, (*_after_bell(first.steps, Say(close)),), first.when)
    if eyes is Eyes.CLOSED:
        last = found[-1]
        opened = Say(tr("Let your eyes open, and look around the room."))
        found[-1] = Section(last.title, last.weight, (*_before_bell(last.steps, opened),), last.when)
    return found


def _after_bell(steps: Sequence[Step], said: Say) -> Iterator[Step]:
    rest = list(steps)
    while rest and isinstance(rest[0], Ring):
        yield rest.pop(0)
    yield said
    yield from rest


def _before_bell(steps: Sequence[Step], said: Say) -> Iterator[Step]:
    last = next((n for n in range(len(steps), 0, -1) if not isinstance(steps[n - 1], Ring)), 0)
    yield from (*steps[:last], said, *steps[last:])


def _with_bells_between(cues: Sequence[Cue], script: Script, length_s: float) -> list[Cue]:
    """Add the bells that come again and again, where the practice has them; never close to the end."""
    if script.bell_every_s is None:
        return list(cues)
    first = next((cue.at_s for cue in cues if isinstance(cue, Bell)), 0.0)
    count = int((length_s - first - RING_S * 4) // script.bell_every_s)
    between = [Bell(first + number * script.bell_every_s, script.bell) for number in range(1, count + 1)]
    return sorted([*cues, *between], key=lambda cue: cue.at_s)
