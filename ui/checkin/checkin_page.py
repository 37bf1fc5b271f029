"""Check in: one screen, only the first line is needed."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from numbcompanion.checkins.checkins import CheckIns
from numbcompanion.checkins.quiet_line import how_to_choose, quiet_line
from numbcompanion.checkins.records import MOST_WORDS, CheckIn, CheckInDraft, Source
from numbcompanion.checkins.words import FeelingWord, feeling_words, words_near
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.kit.buttons import ButtonRow, link_button, main_button, quiet_button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.columns import Columns
from ui.kit.feeling_slider import FeelingSlider
from ui.kit.field import LineField
from ui.kit.mood_map import MoodMap
from ui.kit.page import Page
from ui.kit.search_field import SearchField
from ui.kit.text import card_title, soft
from ui.tasks import Tasks
from ui.theme import Space, Theme

_OFFERED = 14


class CheckInPage(Page):
    """The question, words near a point on the map, a line; Save is always there."""

    said = Signal(str, object)

    def __init__(self, theme: Theme, tasks: Tasks, facts: Facts, checkins: CheckIns):
        super().__init__(theme, tr("Check in"), tr("Only the first line is needed. The rest is there if it helps."))
        self._theme = theme
        self._tasks = tasks
        self._facts = facts
        self._checkins = checkins
        self._all_shown = False
        self._chosen: list[str] = []  # in the order they were chosen
        save = main_button(theme, tr("Save check-in"))
        save.clicked.connect(self.save)
        self.header.addWidget(save)
        self._build()
        self.offer_words()

    def opened(self) -> None:
        """Begin at the first line."""
        self.slider.setFocus()

    @cached_property
    def _words(self) -> tuple[FeelingWord, ...]:
        return feeling_words()

    def _build(self) -> None:
        columns = Columns(self._theme, (516, 340))
        for card in (self._question(), self._words_card(), self._line_card()):
            columns.left.addWidget(card)
        columns.left.addStretch(1)
        columns.right.addWidget(self._map_card())
        columns.right.addStretch(1)
        self.column.addWidget(columns)
        self.column.addStretch(1)

    def _question(self) -> QWidget:
        card = Card(self._theme)
        card.add(card_title(self._theme, tr("How much can you feel?")))
        self.slider = FeelingSlider(self._theme, tr("How much can you feel?"), "five")
        self.slider.save_requested.connect(self.save)
        card.add(self.slider)
        card.column.addSpacing(Space.XS)
        cant_tell = quiet_button(self._theme, tr("I can’t tell"))
        cant_tell.clicked.connect(self.slider.cant_tell)
        card.add(ButtonRow(cant_tell))
        return card

    def _words_card(self) -> QWidget:
        theme = self._theme
        card = Card(theme)
        card.add(card_title(theme, tr("Which words are near?")))
        self._about_words = soft(theme, "")
        card.add(self._about_words)
        self._search = SearchField(theme, tr("Search all words"))
        self._search.textChanged.connect(self.offer_words)
        self._search.hide()
        card.add(self._search)
        self.chips = Chips(theme, exclusive=False, name=tr("Words near how it is"))
        self.chips.chosen_changed.connect(self._at_most_three)
        card.add(self.chips)
        self._all = link_button(theme, tr("All words…"))
        self._all.clicked.connect(self._toggle_all)
        card.add(self._all)
        return card

    def _line_card(self) -> QWidget:
        card = Card(self._theme)
        card.add(card_title(self._theme, tr("A line for later")))
        self.line = LineField(self._theme, tr("A line for later"), tr("A line for later, if you like"))
        self.line.returnPressed.connect(self.save)
        card.add(self.line)
        return card

    def _map_card(self) -> QWidget:
        card = Card(self._theme)
        card.add(card_title(self._theme, tr("Where on the map?")))
        self.map = MoodMap(self._theme)
        self.map.point_chosen.connect(self.offer_words)
        card.add(self.map)
        card.add(soft(self._theme, tr("Leave it empty if you can’t tell.")))
        clear = link_button(self._theme, tr("Take the point away"))
        clear.clicked.connect(self._take_point_away)
        card.add(clear)
        return card

    def _take_point_away(self) -> None:
        self.map.set_point(None)
        self.offer_words()

    def _toggle_all(self) -> None:
        self._all_shown = not self._all_shown
        self._search.setVisible(self._all_shown)
        self._all.setText(tr("Fewer words") if self._all_shown else tr("All words…"))
        if self._all_shown:
            self._search.setFocus()
        else:
            self._search.clear()
        self.offer_words()

    def offer_words(self, _: object = None) -> None:
        """Offer words near the point, the chosen ones first."""
        chosen = self.chips.chosen()
        typed = self._search.text().strip().casefold() if self._all_shown else ""
        point = self.map.point()
        words = list(self._words) if self._all_shown else words_near(self._words, point, _OFFERED)
        if typed:
            words = [w for w in words if typed in w.word.casefold() or typed in w.gloss.casefold()]
        offered = {word.word for word in words}
        words = [w for w in self._words if w.word in chosen and w.word not in offered] + words
        self.chips.set_items([(word.word, word.word, word.gloss) for word in words])
        self.chips.choose(chosen)
        near = tr("Near your point first. Choose up to three, or none.")
        self._about_words.setText(tr("Choose up to three, or none.") if point is None else near)

    def _at_most_three(self, chosen: list[str]) -> None:
        """Let the word chosen first go when there is one too many."""
        before = [word for word in self._chosen if word in chosen]
        self._chosen = [*before, *(word for word in chosen if word not in before)][-MOST_WORDS:]
        self.chips.choose(self._chosen)

    def save(self) -> None:
        """Keep what is on the page; without an answer to the first line, say how to give one."""
        if not self.slider.touched:
            self.said.emit(how_to_choose(), None)
            self.slider.setFocus()
            return
        point = self.map.point()
        draft = CheckInDraft(
            depth=self.slider.depth(),
            pleasantness=None if point is None else point[0],
            energy=None if point is None else point[1],
            words=tuple(self.chips.chosen()),
            note=self.line.text(),
            source=Source.PAGE,
        )
        self._tasks.run(lambda: self._checkins.save(draft), self._saved, lambda error: self.said.emit(str(error), None))

    def _saved(self, checkin: CheckIn) -> None:
        self._clear()
        self._facts.checkin_saved.emit(checkin)
        self.said.emit(quiet_line(checkin.depth), lambda: self._undo(checkin))

    def _undo(self, checkin: CheckIn) -> None:
        self._tasks.run(
            lambda: self._checkins.delete(checkin.id), lambda _: self._facts.checkin_removed.emit(checkin.id)
        )

    def _clear(self) -> None:
        self.slider.set_depth(None)
        self.map.set_point(None)
        self.chips.choose([])
        self.line.clear()
        self.offer_words()
        self.slider.setFocus()
