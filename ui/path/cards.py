"""The cards on the right of the path: a step, and what can be opened from it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from numbcompanion.path.records import LONGEST_SENTENCE
from numbcompanion.reading import Paragraph, ReadingPage, Thing, Things, TickList
from numbcompanion.translation import tr
from ui.kit.buttons import ButtonRow, main_button, quiet_button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.field import NoteField
from ui.kit.reader import Reader
from ui.kit.text import label, reading, soft, soft_body, title
from ui.path.thing_row import ThingRow
from ui.theme import Space, Theme

_QUIET_MS = 800


class StepCard(Card):
    """One step: what it is about, and the things that can be tried on it."""

    tried_changed = Signal(str, bool)
    open_requested = Signal(object)  # Thing

    def __init__(self, theme: Theme, page: ReadingPage, tried: Iterable[str], sentence: str = ""):
        super().__init__(theme)
        self.rows: list[ThingRow] = []
        self.add(label(theme, tr("Step {number}").format(number=page.order)))
        self.add(title(theme, page.title))
        seen_things = False
        for block in page.blocks:
            if isinstance(block, Things):
                seen_things = True
                self._add_things(theme, block.items, set(tried))
            elif isinstance(block, Paragraph):
                self.add(soft(theme, block.text) if seen_things else reading(theme, block.text))
        if sentence:
            self.add(soft_body(theme, tr("Your sentence: “{sentence}”").format(sentence=sentence)))

    def show_tried(self, tried: Iterable[str]) -> None:
        """Set the marks to what was tried, without touching anything else."""
        keys = set(tried)
        for row in self.rows:
            row.mark.setChecked(row.thing.key in keys)

    def row(self, key: str) -> ThingRow | None:
        """Return the row of the thing `key`."""
        return next((row for row in self.rows if row.thing.key == key), None)

    def _add_things(self, theme: Theme, things: Iterable[Thing], tried: set[str]) -> None:
        for thing in things:
            self.add_line()
            row = ThingRow(theme, thing, thing.key in tried)
            row.tried_changed.connect(self.tried_changed)
            row.open_requested.connect(self.open_requested)
            self.rows.append(row)
            self.add(row)
        self.add_line()


class OpenedCard(Card):
    """Something opened from a step, with the way back."""

    back_requested = Signal()
    done_requested = Signal()

    def __init__(self, theme: Theme, heading: str = ""):
        super().__init__(theme)
        self._theme = theme
        if heading:
            self.add(title(theme, heading))

    def add_ways_back(self) -> None:
        """Put the two buttons at the end: done, or just back."""
        done = main_button(self._theme, tr("Done for now"))
        done.clicked.connect(self.done_requested)
        back = quiet_button(self._theme, tr("Back to the step"))
        back.clicked.connect(self.back_requested)
        self.column.addSpacing(Space.S)
        self.add(ButtonRow(done, back))

    def focus_first(self) -> None:
        """Give the keyboard to the first control of the card."""
        controls = (w for w in self.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if (first := next(controls, None)) is not None:
            first.setFocus()


class TicksCard(OpenedCard):
    """A list to tick in private."""

    ticks_changed = Signal(str, list)

    def __init__(self, theme: Theme, ticks: TickList, chosen: Iterable[str]):
        super().__init__(theme, ticks.name)
        self.add(soft_body(theme, tr("Tick what fits today. Nothing is added up, and nobody sees it.")))
        self.chips = Chips(theme, name=ticks.name)
        self.chips.set_items([(tick.key, tick.text) for tick in ticks.items])
        self.chips.choose(chosen)
        self.chips.chosen_changed.connect(lambda keys: self.ticks_changed.emit(ticks.id, keys))
        self.add(self.chips)
        self.add_ways_back()


class SentenceCard(OpenedCard):
    """One sentence of the person's own, kept as it is written."""

    sentence_written = Signal(str)

    def __init__(self, theme: Theme, sentence: str):
        name = tr("One sentence of your own")
        super().__init__(theme, name)
        self._kept = sentence
        self.add(
            reading(theme, tr("How is it, these days? You could begin with “It is as if …”, or in any other way."))
        )
        self.field = NoteField(theme, name, lines=4)
        self.field.setPlainText(sentence)
        self.add(self.field)
        self.add(soft(theme, tr("It is kept by itself, for you alone. You can change it at any time.")))
        self.add_ways_back()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET_MS)
        self._timer.timeout.connect(self.keep)
        self.field.textChanged.connect(self._timer.start)

    def keep(self) -> None:
        """Say what is written now, if it is new."""
        self._timer.stop()
        text = self.field.toPlainText()[:LONGEST_SENTENCE]
        if text != self._kept:
            self._kept = text
            self.sentence_written.emit(text)


class ReadCard(OpenedCard):
    """A page to read without leaving the path."""

    ticks_changed = Signal(str, list)

    def __init__(self, theme: Theme, page: ReadingPage, chosen: Callable[[str], Iterable[str]]):
        super().__init__(theme)
        self.reader = Reader(theme)
        self.reader.show_page(page, chosen=chosen)
        self.reader.ticks_changed.connect(self.ticks_changed)
        self.add(self.reader)
        self.add_ways_back()
