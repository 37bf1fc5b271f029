"""Builds what stands before each practice when it is first asked for, and keeps the presets and phrases made there."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from numbcompanion.errors import CompanionError
from numbcompanion.practice.breath_presets import BreathPreset, shipped_presets
from numbcompanion.practice.practice_choices import PracticeChoices, TimerPreset
from numbcompanion.practice.script_shelf import Shelf
from numbcompanion.practice.scripts import BREATH
from numbcompanion.practice.timer import TIMER, TimerSettings
from numbcompanion.preferences import PreferencesFile
from ui.practice.before import Before
from ui.practice.before_breath import BeforeBreath
from ui.practice.before_script import BeforeScript
from ui.practice.before_timer import BeforeTimer
from ui.practice.performer import Performer
from ui.practice.preset_row import PresetRow
from ui.practice.session_sound import SessionSound
from ui.tasks import Tasks
from ui.theme import Theme

T = TypeVar("T")


class Befores(QObject):
    """One of them for each practice, made when it is first shown."""

    made = Signal(object)  # a Before, to be put on the page

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        choices: PracticeChoices,
        scripts: Shelf,
        preferences_file: PreferencesFile,
        performer: Performer,
    ):
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._choices = choices
        self._scripts = scripts
        self._preferences_file = preferences_file
        self._performer = performer
        self._made: dict[str, Before] = {}
        self._last_timer: TimerSettings | None = None
        self._timers: Sequence[TimerPreset] = ()
        self._breaths: Sequence[BreathPreset] = ()

    @property
    def all(self) -> Sequence[Before]:
        """Those that were made so far."""
        return tuple(self._made.values())

    def get(self, name: str) -> Before | None:
        """Return what stands before the practice `name`; None where there is no such practice."""
        if name not in self._made:
            before = self._new(name)
            if before is None:
                return None
            before.sound_changed.connect(partial(self._sound_chosen, before))
            self._made[name] = before
            self.made.emit(before)
        return self._made[name]

    def show_sound(self, before: Before) -> None:
        """Show what was chosen to be heard the last time, wherever that was."""
        before.show_sound(SessionSound.of(self._preferences_file.current))

    def show_timers(self, last: TimerSettings | None, timers: Sequence[TimerPreset]) -> None:
        """Show the last timer, unless something was chosen meanwhile, and the ways to sit by name."""
        self._last_timer, self._timers = last, timers
        before = self._made.get(TIMER)
        if isinstance(before, BeforeTimer):
            before.show_presets(timers)
            if last is not None and not before.touched:
                before.show_settings(last)

    def show_breaths(self, breaths: Sequence[BreathPreset]) -> None:
        """Show the person's own breath patterns beside the program's."""
        self._breaths = breaths
        before = self._made.get(BREATH)
        if isinstance(before, BeforeBreath):
            before.show_presets([*shipped_presets(), *breaths])

    def _new(self, name: str) -> Before | None:
        sound = SessionSound.of(self._preferences_file.current)
        if name == TIMER:
            return self._new_timer(sound)
        if name == BREATH:
            return self._new_breath(sound)
        script = self._scripts.find(name)
        if script is None:
            return None
        before = BeforeScript(self._theme, script, sound, self._performer.song_row(script))
        before.say_troubles(self._performer.recording_troubles(script))
        if script.phrases:
            choices = self._choices
            self._tasks.run(lambda: choices.phrases(name), before.show_phrases)
            before.phrases_changed.connect(lambda phrases: self._tasks.run(lambda: choices.keep_phrases(name, phrases)))
        return before

    def _new_timer(self, sound: SessionSound) -> BeforeTimer:
        before = BeforeTimer(self._theme, self._performer.speaker, sound)
        if self._last_timer is not None:
            before.show_settings(self._last_timer)
        before.show_presets(self._timers)
        row, choices = before.presets, self._choices

        def show(timers: Sequence[TimerPreset]) -> None:
            self.show_timers(None, timers)

        def keep(name: str) -> None:
            settings = before.settings()
            settings.check()
            self._change(row, lambda: choices.keep_timer(name, settings), show, name)

        row.keep_requested.connect(lambda name: _saying(row, lambda: keep(name)))
        row.forget_requested.connect(lambda name: self._change(row, lambda: choices.forget_timer(name), show))
        return before

    def _new_breath(self, sound: SessionSound) -> BeforeBreath:
        before = BeforeBreath(self._theme, sound)
        before.show_presets([*shipped_presets(), *self._breaths])
        row, choices = before.presets, self._choices

        def keep(name: str) -> None:
            preset = before.preset(name)
            self._change(row, lambda: choices.keep_breath(preset), self.show_breaths, name)

        row.keep_requested.connect(lambda name: _saying(row, lambda: keep(name)))
        row.forget_requested.connect(
            lambda name: self._change(row, lambda: choices.forget_breath(name), self.show_breaths)
        )
        return before

    def _change(self, row: PresetRow, work: Callable[[], T], show: Callable[[T], None], kept: str = "") -> None:
        def done(found: T) -> None:
            row.kept()
            show(found)
            if kept:
                row.choose(kept)

        self._tasks.run(work, done, lambda error: row.say(str(error)))

    def _sound_chosen(self, before: Before, values: dict[str, object]) -> None:
        sound = replace(SessionSound.of(self._preferences_file.current), **values)  # type: ignore[arg-type]
        try:
            self._preferences_file.change(**sound.preferences())
        except CompanionError as error:
            self._tasks.trouble.emit(error)
        before.show_sound(sound)


def _saying(row: PresetRow, work: Callable[[], None]) -> None:
    """Do it, or say why it cannot be."""
    try:
        work()
    except CompanionError as error:
        row.say(str(error))
