"""Before a silent session: how long, time to settle, bells."""

from collections.abc import Sequence
from dataclasses import replace

from numbcompanion.errors import UsageError
from numbcompanion.practice.plans import Plan
from numbcompanion.practice.practice_choices import TimerPreset
from numbcompanion.practice.timer import (
    LONGEST_MIN,
    MOST_END_BELLS,
    SHORTEST_MIN,
    TimerSettings,
    minutes_of,
    timer_plan,
)
from numbcompanion.translation import tr
from ui.kit.chips import Chips
from ui.kit.field import LineField, NumberField
from ui.kit.text import body, soft
from ui.practice.before import Before
from ui.practice.bell_row import BellRow
from ui.practice.preset_row import PresetRow
from ui.practice.session_sound import SessionSound
from ui.practice.sounds import Speaker
from ui.practice.words import minutes_words
from ui.theme import Theme

_MINUTES = (1, 3, 5, 10, 20, 30, 45, 60)
_OPEN = "open"
_NONE = "0"
_MINUTES_WIDE = 200


class BeforeTimer(Before):
    """Sets a timer; what the controls cannot show of earlier settings stays as it was."""

    def __init__(self, theme: Theme, speaker: Speaker, sound: SessionSound):
        super().__init__(theme, sound)
        self._settings = TimerSettings()
        self._touched = False
        self._presets: dict[str, TimerSettings] = {}
        self.card.add(body(theme, tr("Nothing is asked of you. Sit, stand or lie, and let the time pass.")))
        self.lengths = Chips(theme, exclusive=True, name=tr("How long"))
        self.lengths.set_needs_one(True)
        self.lengths.set_items([*((str(m), minutes_words(m)) for m in _MINUTES), (_OPEN, tr("Open-ended"))])
        self.minutes = NumberField(theme, tr("Minutes"), SHORTEST_MIN, LONGEST_MIN, tr(" min"))
        self.row(tr("How long"), self.lengths)
        self.lengths.add_after(self.minutes)
        self.settle = self.chips(tr("Time to settle"), _settle_items(), _NONE)
        self.row(tr("Time to settle"), self.settle)
        self.interval = self.chips(tr("Bells in between"), _interval_items(), _NONE)
        self.row(tr("Bells in between"), self.interval)
        self.at_minutes = LineField(theme, tr("Bells at these minutes"), tr("or at minutes 5, 12, 20"))
        self.at_minutes.setFixedWidth(theme.px(_MINUTES_WIDE))
        self.interval.add_after(self.at_minutes)
        self.start = self.switch_row(tr("A bell at the start"), True)
        self.end_bells = self.chips(tr("Bells at the end"), _end_items(), "1")
        self.row(tr("Bells at the end"), self.end_bells)
        self.bell = BellRow(theme, speaker, sound.bells_volume)
        self.row(tr("Bell"), self.bell)
        self.trouble = soft(theme, "")
        self.trouble.hide()
        self.card.add(self.trouble)
        self.presets = PresetRow(theme, tr("Name of this way to sit"))
        self.row(tr("Ways to sit, by name"), self.presets)
        self.finish()
        self._connect()
        self.show_settings(self._settings)

    @property
    def touched(self) -> bool:
        """Whether something was chosen here since the settings were shown."""
        return self._touched

    def show_settings(self, settings: TimerSettings, chosen: bool = False) -> None:
        """Show settings as they were the last time, or (`chosen`) as they were just asked for."""
        self._settings = settings
        self._touched = chosen
        minutes = settings.minutes
        self.minutes.blockSignals(True)
        self.minutes.setValue(TimerSettings().minutes or SHORTEST_MIN if minutes is None else minutes)
        self.minutes.blockSignals(False)
        self.lengths.choose([_OPEN if minutes is None else str(minutes)])
        self.settle.choose([str(settings.prepare_s)])
        self.interval.choose([] if settings.at_minutes else [str(settings.interval_min or _NONE)])
        self.at_minutes.setText(", ".join(str(minute) for minute in settings.at_minutes))
        self.end_bells.choose([str(settings.end_bells)])
        self.start.setChecked(settings.start_bell)
        self.bell.kinds.choose([settings.bell.value])

    def show_presets(self, presets: Sequence[TimerPreset]) -> None:
        """Show the ways to sit that have a name."""
        self._presets = {preset.name: preset.settings for preset in presets}
        self.presets.show_names([(name, name, True) for name in self._presets])

    def show_sound(self, sound: SessionSound) -> None:
        super().show_sound(sound)
        self.bell.volume = sound.bells_volume

    def settings(self) -> TimerSettings:
        """Return the settings as they are chosen now; raises UsageError for minutes that cannot be read."""
        is_open = self.lengths.chosen() == [_OPEN]
        return replace(
            self._settings,
            minutes=None if is_open else self.minutes.value(),
            prepare_s=_number(self.settle, self._settings.prepare_s),
            interval_min=_number(self.interval, self._settings.interval_min or 0) or None,
            end_bells=_number(self.end_bells, self._settings.end_bells),
            start_bell=self.start.isChecked(),
            at_minutes=minutes_of(self.at_minutes.text()),
            bell=self.bell.kind,
        )

    def plan(self) -> Plan | None:
        """Return the plan as it is set now; None, and the reason is shown, where it cannot be."""
        try:
            plan = timer_plan(self.settings())
        except UsageError as error:
            self.trouble.setText(str(error))
            self.trouble.show()
            return None
        self.trouble.hide()
        return plan

    def _connect(self) -> None:
        self.lengths.chosen_changed.connect(self._length_chosen)
        self.minutes.valueChanged.connect(self._minutes_written)
        for chips in (self.lengths, self.settle, self.interval, self.end_bells, self.bell.kinds):
            chips.chosen_changed.connect(self._touch)
        self.interval.chosen_changed.connect(self._interval_chosen)
        self.at_minutes.textEdited.connect(self._at_minutes_written)
        self.presets.chosen.connect(lambda name: self.show_settings(self._presets[name], chosen=True))
        self.start.clicked.connect(self._touch)

    def _touch(self) -> None:
        self._touched = True
        self.presets.choose("")  # it is no way by name any more

    def _length_chosen(self, chosen: list[str]) -> None:
        if chosen and chosen[0] != _OPEN:
            self.minutes.blockSignals(True)
            self.minutes.setValue(int(chosen[0]))
            self.minutes.blockSignals(False)

    def _interval_chosen(self) -> None:
        self.at_minutes.clear()

    def _at_minutes_written(self, text: str) -> None:
        self._touch()
        self.interval.choose([] if text.strip() else [_NONE])

    def _minutes_written(self, minutes: int) -> None:
        self._touch()
        self.lengths.choose([str(minutes)])


def _number(chips: Chips, otherwise: int) -> int:
    chosen = chips.chosen()
    return int(chosen[0]) if chosen else otherwise


def _settle_items() -> list[tuple[str, str]]:
    return [(_NONE, tr("None")), *((str(n), tr("{n} s").format(n=n)) for n in (5, 10, 30))]


def _interval_items() -> list[tuple[str, str]]:
    return [(_NONE, tr("None")), *((str(n), tr("every {n} min").format(n=n)) for n in (1, 2, 5, 10))]


def _end_items() -> list[tuple[str, str]]:
    return [(_NONE, tr("None")), *((str(n), str(n)) for n in range(1, MOST_END_BELLS + 1))]
