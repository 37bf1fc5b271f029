"""Before a guided practice: what it is for, when to leave it out, and how it is done this time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from numbcompanion.practice.plans import Plan
from numbcompanion.practice.script_plan import script_plan
from numbcompanion.practice.scripts import WORDS_A_SECOND, Choices, Eyes, LengthKind, Script
from numbcompanion.translation import tr
from ui.kit.chips import Chips
from ui.kit.field import LineField
from ui.kit.text import body, label, soft, soft_body
from ui.practice.before import Before
from ui.practice.script_words import anchor_title, evidence_words, eyes_title, eyes_words, length_title
from ui.practice.session_sound import SessionSound
from ui.practice.song_row import SongRow
from ui.theme import Theme

SPOKEN_WORDS_A_SECOND = 1.7
"""About how fast a slow voice speaks; where it is slower, the silences give way while it speaks."""


class BeforeScript(Before):
    """The rows that a script asks for, and no others."""

    phrases_changed = Signal(list)

    def __init__(self, theme: Theme, script: Script, sound: SessionSound, song: SongRow | None = None):
        super().__init__(theme, sound)
        self._script = script
        self._phrases_told: list[str] = [""] * len(script.phrases)
        self.song = song if script.lengths[0].kind is LengthKind.SONG else None
        self._tell()
        usual = script.usual()
        self.lengths = self._choice(
            tr("How long"), [(one.key, length_title(one)) for one in script.lengths], usual.length.key
        )
        self.variants = self._choice(tr("In this way"), [(o.key, o.label) for o in script.variants], usual.variant)
        self.anchors = self._choice(
            tr("Attention rests on"), [(a.value, anchor_title(a)) for a in script.anchors], usual.anchor
        )
        self.eyes = self._choice(tr("Eyes"), [(e.value, eyes_title(e)) for e in script.eyes], usual.eyes.value)
        self.phrases = [LineField(theme, tr("Phrase {n}").format(n=n + 1)) for n in range(len(script.phrases))]
        if self.phrases:
            card = self.card
            card.column.addSpacing(theme.space.S)
            card.add(label(theme, tr("Your words")))
            for field, phrase in zip(self.phrases, script.phrases, strict=True):
                field.setPlaceholderText(phrase)
                field.editingFinished.connect(self._phrases_written)
                card.add(field)
        if self.song is not None:
            self.row(tr("Your song"), self.song)
        self.finish()

    @property
    def choices(self) -> Choices:
        """How it is to be done."""
        usual = self._script.usual()
        length = next(one for one in self._script.lengths if one.key == _one(self.lengths, usual.length.key))
        return Choices(
            length,
            _one(self.variants, usual.variant),
            _one(self.anchors, usual.anchor),
            Eyes(_one(self.eyes, usual.eyes.value)),
        )

    def choose(self, choices: Choices) -> None:
        """Show how it is to be done."""
        self.lengths.choose([choices.length.key])
        self.variants.choose([choices.variant])
        self.anchors.choose([choices.anchor])
        self.eyes.choose([choices.eyes.value])

    def show_phrases(self, phrases: Sequence[str]) -> None:
        """Show the person's own phrases."""
        for field, phrase in zip(self.phrases, phrases, strict=False):
            field.setText(phrase)
        self._phrases_told = self._written

    def say_troubles(self, sentences: Sequence[str]) -> None:
        """Say what is wrong with own recordings of this practice."""
        for sentence in sentences:
            self.card.add(soft(self._theme, sentence))

    def plan(self) -> Plan | None:
        song_s = 0.0
        if self.song is not None:
            if self.song.length_s is None:
                self.song.say(tr("Choose a song first; any file of music on this computer."))
                return None
            song_s = self.song.length_s
        script = self._script.with_phrases(self._written)
        pace = SPOKEN_WORDS_A_SECOND if self.sound.voice.switch.isChecked() else WORDS_A_SECOND
        bells = self.sound.bells.switch.isChecked()
        return script_plan(script, self.choices, bells=bells, words_a_second=pace, song_s=song_s)

    def _choice(self, name: str, items: list[tuple[str, str]], chosen: str) -> Chips:
        """Chips under their heading; where there is nothing to choose they are not shown."""
        chips = self.chips(name, items, chosen)
        if len(items) > 1 or name == tr("How long"):
            self.row(name, chips)
        else:
            chips.setParent(self)
            chips.hide()
        return chips

    @property
    def _written(self) -> list[str]:
        return [field.text().strip() for field in self.phrases]

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._phrases_written()  # a field that is hidden while it is written in says nothing itself

    def _phrases_written(self) -> None:
        if self._written != self._phrases_told:
            self._phrases_told = self._written
            self.phrases_changed.emit(self._phrases_told)

    def _tell(self) -> None:
        theme, script, card = self._theme, self._script, self.card
        card.add(body(theme, script.purpose))
        card.add(soft_body(theme, eyes_words(script.eyes)))
        for caution in script.cautions:
            card.add(body(theme, caution))
        card.add(
            soft(theme, tr("Evidence {letter}: {words}").format(letter=script.evidence, words=evidence_words(script)))
        )
        for source in script.sources:
            card.add(soft(theme, source))


def _one(chips: Chips, otherwise: str) -> str:
    chosen = chips.chosen()
    return chosen[0] if chosen else otherwise
