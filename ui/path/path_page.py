"""The path: seven steps as a ladder, and the step that is open beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from numbcompanion.errors import CompanionError
from numbcompanion.path.path import Path
from numbcompanion.path.records import PathState
from numbcompanion.reading import ReadingPage, Shelf, Thing, Things, TickList
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.kit.columns import Columns
from ui.kit.ladder import Rung, StepLadder
from ui.kit.page import Page
from ui.path.cards import OpenedCard, ReadCard, SentenceCard, StepCard, TicksCard
from ui.tasks import Tasks
from ui.theme import Space, Theme


class PathPage(Page):
    """Shows the steps of `steps`; `shelves` hold the pages and tick lists its things open."""

    practice_requested = Signal(str)
    page_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        path: Path,
        steps: Shelf,
        shelves: Sequence[Shelf] = (),
    ):
        super().__init__(theme, tr("The path"), tr("Seven steps, in any order. Going back is part of it."))
        self._tasks = tasks
        self._facts = facts
        self._path = path
        self._steps = steps.pages
        self._pages = tuple(page for shelf in (steps, *shelves) for page in shelf.pages)
        self._state = PathState((), {})
        self._current = 0
        self._card: QWidget | None = None
        self._ladder = StepLadder(theme, tr("The seven steps"))
        self._ladder.step_chosen.connect(self._step_chosen)
        self._halves = Columns(theme, (33, 53))
        self._halves.left.addWidget(self._ladder)
        self.add(self._halves)
        facts.path_changed.connect(self._load)
        facts.store_changed_elsewhere.connect(self._load)
        self.show_step(1)
        self._load()

    @property
    def card(self) -> QWidget | None:
        """The card that is shown beside the ladder."""
        return self._card

    def opened(self) -> None:
        """Look again at what was kept."""
        self._load()

    def leaving(self) -> None:
        """Keep what is being written."""
        if isinstance(self._card, SentenceCard):
            self._card.keep()

    def show_step(self, number: int) -> None:
        """Open a step, counting from 1."""
        if not self._steps:
            return
        self.leaving()
        self._current = min(max(number, 1), len(self._steps)) - 1
        page = self._page
        sentence = self._state.sentence if page.order == 1 else ""
        card = StepCard(self._theme, page, self._state.tried(page.order), sentence)
        card.tried_changed.connect(self._keep_tried)
        card.open_requested.connect(self._open)
        self._show_card(card)
        self._show_ladder()

    def open_thing(self, key: str) -> None:
        """Open one thing of the step that is shown, as its button does."""
        if (thing := next((thing for thing in _things(self._page) if thing.key == key), None)) is not None:
            self._open(thing)

    @property
    def _page(self) -> ReadingPage:
        return self._steps[self._current]

    def _step_chosen(self, place: int) -> None:
        self.show_step(place + 1)
        if self._halves.stacked:
            self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        """Scroll to the top of the card, once it has its place."""
        QTimer.singleShot(0, self, self._scroll_to_card)

    def _scroll_to_card(self) -> None:
        ground = self.scroll_area.widget()
        if self._card is None or ground is None or not self._halves.stacked:
            self.show_top()
            return
        top = self._card.mapTo(ground, QPoint(0, 0)).y()
        self.scroll_area.verticalScrollBar().setValue(top - Space.XL)

    def _open(self, thing: Thing) -> None:
        kind, _, name = thing.goes_to.partition(":")
        if kind == "practice":
            self.practice_requested.emit(name)
        elif kind == "page":
            self.page_requested.emit(name)
        elif (card := self._opened_card(kind, name)) is not None:
            card.back_requested.connect(lambda: self._back_to(thing))
            card.done_requested.connect(lambda: self._done(thing))
            self._show_card(card)
            self._bring_into_sight()
            card.focus_first()

    def _opened_card(self, kind: str, name: str) -> OpenedCard | None:
        if kind == "sentence":
            sentence = SentenceCard(self._theme, self._state.sentence)
            sentence.sentence_written.connect(self._keep_sentence)
            return sentence
        if kind == "ticks":
            found = (b for page in self._pages for b in page.blocks if isinstance(b, TickList) and b.id == name)
            if (ticks := next(found, None)) is None:
                return None
            card = TicksCard(self._theme, ticks, self._state.ticks.get(name, ()))
            card.ticks_changed.connect(self._keep_ticks)
            return card
        page = next((page for page in self._pages if page.slug == name), None)
        if kind != "read" or page is None:
            return None
        reading_card = ReadCard(self._theme, page, lambda list_id: self._state.ticks.get(list_id, ()))
        reading_card.ticks_changed.connect(self._keep_ticks)
        return reading_card

    def _done(self, thing: Thing) -> None:
        self.leaving()
        self._keep_tried(thing.key, True)
        self._back_to(thing)

    def _back_to(self, thing: Thing) -> None:
        self.show_step(self._current + 1)
        if isinstance(self._card, StepCard) and (row := self._card.row(thing.key)) is not None:
            (row.button or row.mark).setFocus()

    def _keep_tried(self, key: str, tried: bool) -> None:
        step = self._page.order
        self._keep(lambda: self._path.set_tried(step, key, tried))

    def _keep_ticks(self, list_id: str, keys: list[str]) -> None:
        self._keep(lambda: self._path.keep_ticks(list_id, keys))

    def _keep_sentence(self, text: str) -> None:
        self._keep(lambda: self._path.keep_sentence(text))

    def _keep(self, work: Callable[[], None]) -> None:
        self._tasks.run(work, lambda _: self._facts.path_changed.emit(), self._not_kept)

    def _not_kept(self, error: CompanionError) -> None:
        self._tasks.trouble.emit(error)
        self._load()

    def _load(self) -> None:
        self._tasks.run(self._path.state, self._show_state)

    def _show_state(self, state: PathState) -> None:
        sentence_new = state.sentence != self._state.sentence
        self._state = state
        self._show_ladder()
        if isinstance(self._card, StepCard):
            if sentence_new and self._page.order == 1:
                self.show_step(1)
            else:
                self._card.show_tried(state.tried(self._page.order))

    def _show_ladder(self) -> None:
        self._ladder.set_steps([self._rung(page) for page in self._steps], self._current)

    def _rung(self, page: ReadingPage) -> Rung:
        keys = {thing.key for thing in _things(page)}
        tried = len(keys & self._state.tried(page.order))
        if not tried or not keys:
            return Rung(page.title, tr("now") if page is self._page else "")
        some = tr("{tried} of {all} tried").format(tried=tried, all=len(keys))
        return Rung(page.title, tr("tried") if tried == len(keys) else some, tried / len(keys))

    def _show_card(self, card: QWidget) -> None:
        old, self._card = self._card, card
        self._halves.right.addWidget(card)
        if old is not None:
            self._halves.right.removeWidget(old)
            old.hide()
            old.deleteLater()


def _things(page: ReadingPage) -> tuple[Thing, ...]:
    return tuple(thing for block in page.blocks if isinstance(block, Things) for thing in block.items)
