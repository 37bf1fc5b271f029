"""Before paced breathing: a pattern by name or of one's own, or one's own pace."""

from collections.abc import Sequence

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QVBoxLayout, QWidget

from numbcompanion.errors import UsageError
from numbcompanion.practice.breath import BreathPattern, Pacing, PhaseKind
from numbcompanion.practice.breath_presets import BreathPreset, breath_plan, own_pace_plan
from numbcompanion.practice.plans import Plan
from numbcompanion.translation import tr
from ui.kit.buttons import ButtonRow
from ui.kit.field import NumberField
from ui.kit.text import body, soft
from ui.practice.before import Before
from ui.practice.preset_row import PresetRow
from ui.practice.session_sound import SessionSound
from ui.practice.words import minutes_words
from ui.theme import Space, Theme

_MINUTES = (1, 3, 5, 10, 20)
_OPEN = "open"
_OURS = " "  # before the keys that are not a name of the person's own
_LEAD = f"{_OURS}lead"
_INSET = 10
_PARTS = (PhaseKind.IN, PhaseKind.TOP_UP, PhaseKind.HOLD, PhaseKind.OUT, PhaseKind.REST)


class SecondsField(QDoubleSpinBox):
    """Seconds of one part of a breath, in steps of a half."""

    def __init__(self, theme: Theme, name: str):
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(0.0, 30.0)
        self.setSingleStep(0.5)
        self.setDecimals(2)
        self.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)
        self.setPrefix(tr("{name} ").format(name=name))
        self.setSuffix(tr(" s"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; a wheel never changes a number

    def textFromValue(self, value: float) -> str:
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text


class BeforeBreath(Before):
    """Patterns without holding come first; what holds the breath says so."""

    def __init__(self, theme: Theme, sound: SessionSound):
        super().__init__(theme, sound)
        self._presets: dict[str, BreathPreset] = {}
        self.card.add(body(theme, tr("A rhythm to breathe with, or without: you can let it go at any time.")))
        caution = tr("If you get dizzy or it feels tight, breathe as you like. Skip holding in pregnancy, with heart "
                     "or lung disease, or when panic is near.")  # fmt: skip
        self.card.add(body(theme, caution))
        self.presets = PresetRow(theme, tr("Patterns"))
        self.row(tr("Patterns"), self.presets)
        self.about = soft(theme, "")
        self.card.add(self.about)
        self.parts = {kind: SecondsField(theme, _part_words(kind)) for kind in _PARTS}
        self.begin = {kind: SecondsField(theme, _part_words(kind)) for kind in (PhaseKind.IN, PhaseKind.OUT)}
        self.ramp = NumberField(theme, tr("Grow over"), 0, 600, tr(" s"))
        self.ramp.setPrefix(tr("over "))
        self._editor = self._build_editor(theme)
        self.card.add(self._editor)
        lengths = [*((str(m), minutes_words(m)) for m in _MINUTES), (_OPEN, tr("Open-ended"))]
        self.lengths = self.chips(tr("How long"), lengths, str(_MINUTES[1]))
        self.row(tr("How long"), self.lengths)
        self.trouble = soft(theme, "")
        self.trouble.hide()
        self.card.add(self.trouble)
        self.finish()
        self.presets.chosen.connect(self.choose_preset)
        for field in (*self.parts.values(), *self.begin.values()):
            field.valueChanged.connect(self._edited)
        self.ramp.valueChanged.connect(self._edited)

    @property
    def leads(self) -> bool:
        """Whether the person leads the breath."""
        return self.presets.chips.chosen() == [_LEAD]

    def show_presets(self, presets: Sequence[BreathPreset]) -> None:
        """Show the patterns there are; the first is chosen where none was."""
        is_first = not self._presets
        self._presets = {_key(preset): preset for preset in presets}
        names = [(key, preset.title, preset.own) for key, preset in self._presets.items()]
        self.presets.show_names([*names, (_LEAD, tr("I lead"), False)])
        if is_first and presets:
            self.choose_preset(_key(presets[0]))

    def choose_preset(self, key: str) -> None:
        """Show a pattern, or one's own pace."""
        self.presets.choose(key)
        self._editor.setVisible(key != _LEAD)
        if key == _LEAD:
            self.about.setText(
                tr("You breathe as you do, holding a key or the mouse; it follows, then goes on a little slower.")
            )
            return
        preset = self._presets[key]
        self._fill(preset.pacing)
        self.say("")
        self.about.setText(preset.about)

    def show_pacing(self, pacing: Pacing) -> None:
        """Show the seconds of a pacing, and its name where it has one."""
        named = next((key for key, preset in self._presets.items() if preset.pacing == pacing), None)
        if named is not None:
            self.choose_preset(named)
            return
        self.presets.choose("")
        self._editor.show()
        self._fill(pacing)
        self._edited()

    def _fill(self, pacing: Pacing) -> None:
        fields = (*self.parts.values(), *self.begin.values(), self.ramp)
        for field in fields:
            field.blockSignals(True)
        for kind, field in self.parts.items():
            field.setValue(pacing.pattern.seconds(kind))
        begin = pacing.begin or pacing.pattern
        for kind, field in self.begin.items():
            field.setValue(begin.seconds(kind))
        self.ramp.setValue(round(pacing.ramp_s) if pacing.begin is not None else 0)
        for field in fields:
            field.blockSignals(False)

    def pacing(self) -> Pacing:
        """Return the pacing as it is set; raises UsageError with the sentence for what cannot be breathed."""
        pattern = self._pattern({kind: field.value() for kind, field in self.parts.items()})
        if not self.ramp.value():
            return Pacing(pattern)
        seconds = {kind: field.value() for kind, field in self.parts.items()}
        seconds |= {kind: field.value() for kind, field in self.begin.items()}
        return Pacing(pattern, self._pattern(seconds), float(self.ramp.value()))

    def preset(self, name: str) -> BreathPreset:
        """Return what is set under a name; raises UsageError."""
        return BreathPreset(name, name, self.pacing(), own=True)

    def choose_minutes(self, minutes: int | None) -> None:
        """Show how long."""
        self.lengths.choose([_OPEN if minutes is None else str(minutes)])

    def lead(self) -> None:
        """Choose one's own pace."""
        self.choose_preset(_LEAD)

    def minutes(self) -> int | None:
        """Return how long, None for open-ended."""
        chosen = self.lengths.chosen()
        return None if chosen == [_OPEN] or not chosen else int(chosen[0])

    def plan(self) -> Plan | None:
        try:
            plan = own_pace_plan(self.minutes()) if self.leads else breath_plan(self.pacing(), self.minutes())
        except UsageError as error:
            self.say(str(error))
            return None
        self.say("")
        return plan

    def say(self, words: str) -> None:
        """Say what cannot be breathed."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    @staticmethod
    def _pattern(seconds: dict[PhaseKind, float]) -> BreathPattern:
        parts = [f"{kind.value} {value:g}" for kind, value in seconds.items() if value or kind in _NEEDED]
        return BreathPattern.parse(", ".join(parts))

    def _build_editor(self, theme: Theme) -> QWidget:
        editor = QWidget()
        column = QVBoxLayout(editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(ButtonRow(*self.parts.values(), gap=Space.S))
        column.addWidget(soft(theme, tr("Begin faster and grow into it: set the first breath, and over how long.")))
        column.addWidget(ButtonRow(*self.begin.values(), self.ramp, gap=Space.S))
        return editor

    def _edited(self) -> None:
        """Something was changed: it is no pattern by name any more."""
        if not self.leads:
            self.presets.choose("")
            self.about.setText("")
        try:
            per_minute = self.pacing().pattern.breaths_a_minute
        except UsageError as error:
            self.say(str(error))
            return
        self.say("")
        self.about.setText(tr("{n} breaths a minute").format(n=f"{per_minute:.1f}".removesuffix(".0")))


_NEEDED = (PhaseKind.IN, PhaseKind.OUT)


def _key(preset: BreathPreset) -> str:
    return preset.title if preset.own else f"{_OURS}{preset.key}"


def _part_words(kind: PhaseKind) -> str:
    return {
        PhaseKind.IN: tr("In"),
        PhaseKind.TOP_UP: tr("Top up"),
        PhaseKind.HOLD: tr("Hold"),
        PhaseKind.OUT: tr("Out"),
        PhaseKind.REST: tr("Rest"),
    }[kind]
