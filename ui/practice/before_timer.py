"""Before a silent session: how long, time to settle, bells."""

from dataclasses import replace

from numbcompanion.errors import UsageError
from numbcompanion.practice.plans import Plan
from numbcompanion.practice.timer import LONGEST_MIN, MOST_END_BELLS, SHORTEST_MIN, TimerSettings, timer_plan
from numbcompanion.translation import tr
from ui.kit.chips import Chips
from ui.kit.field import NumberField
from ui.kit.text import body, soft
from ui.practice.before import Before
from ui.practice.sound_rows import SoundRows
from ui.practice.sounds import Speaker
from ui.practice.words import minutes_words
from ui.theme import Theme

_MINUTES = (1, 3, 5, 10, 20, 30, 45, 60)
_OPEN = "open"
_NONE = "0"


class BeforeTimer(Before):
    """Sets a timer; what the controls cannot show of earlier settings stays as it was."""

    def __init__(self, theme: Theme, speaker: Speaker, volume: float):
        super().__init__(theme)
        self._settings = TimerSettings()
        self._touched = False
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
        self.start = self.switch_row(tr("A bell at the start"), True)
        self.end_bells = self.chips(tr("Bells at the end"), _end_items(), "1")
        self.row(tr("Bells at the end"), self.end_bells)
        self.sound = SoundRows(theme, speaker, volume)
        self.card.column.addSpacing(theme.space.S)
        self.card.add(self.sound)
        self.trouble = soft(theme, "")
        self.trouble.hide()
        self.card.add(self.trouble)
        self._connect()
        self.show_settings(self._settings)

    @property
    def touched(self) -> bool:
        """Whether something was chosen here since the settings were shown."""
        return self._touched

    def show_settings(self, settings: TimerSettings) -> None:
        """Show settings as they were the last time."""
        self._settings = settings
        self._touched = False
        minutes = settings.minutes
        self.minutes.blockSignals(True)
        self.minutes.setValue(TimerSettings().minutes or SHORTEST_MIN if minutes is None else minutes)
        self.minutes.blockSignals(False)
        self.lengths.choose([_OPEN if minutes is None else str(minutes)])
        self.settle.choose([str(settings.prepare_s)])
        self.interval.choose([str(settings.interval_min or _NONE)])
        self.end_bells.choose([str(settings.end_bells)])
        self.start.setChecked(settings.start_bell)
        self.sound.kinds.choose([settings.bell.value])

    def settings(self) -> TimerSettings:
        """Return the settings as they are chosen now."""
        is_open = self.lengths.chosen() == [_OPEN]
        return replace(
            self._settings,
            minutes=None if is_open else self.minutes.value(),
            prepare_s=_number(self.settle, self._settings.prepare_s),
            interval_min=_number(self.interval, self._settings.interval_min or 0) or None,
            end_bells=_number(self.end_bells, self._settings.end_bells),
            start_bell=self.start.isChecked(),
            bell=self.sound.kind,
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
        for chips in (self.lengths, self.settle, self.interval, self.end_bells, self.sound.kinds):
            chips.chosen_changed.connect(self._touch)
        self.start.clicked.connect(self._touch)

    def _touch(self) -> None:
        self._touched = True

    def _length_chosen(self, chosen: list[str]) -> None:
        if chosen and chosen[0] != _OPEN:
            self.minutes.blockSignals(True)
            self.minutes.setValue(int(chosen[0]))
            self.minutes.blockSignals(False)

    def _minutes_written(self, minutes: int) -> None:
        self._touched = True
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
