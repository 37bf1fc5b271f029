"""Which words are near: a few by the point on the map, nearer ones, all of them, one's own, or none."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal

from numbcompanion.checkins.nearer import nearer_words
from numbcompanion.checkins.records import MOST_WORDS, Ladder
from numbcompanion.checkins.words import FeelingWord, words_near
from numbcompanion.translation import tr
from ui.checkin.from_below import FromBelow
from ui.kit.buttons import ButtonRow, link_button
from ui.kit.card import Card
from ui.kit.chips import Chip, Chips
from ui.kit.search_field import SearchField
from ui.kit.tab_order import tab_on_to
from ui.kit.text import card_title, soft
from ui.theme import Space, Theme

_NEAR, _MUTED = 8, 2  # six near the point and two muted ones


class WordsCard(Card):
    """Chips of words with what each means; for who has none, a way from below words."""

    own_word_requested = Signal(str)
    went_below = Signal(object)  # the widget that has the keyboard now

    def __init__(self, theme: Theme):
        super().__init__(theme)
        self._words: Sequence[FeelingWord] = ()
        self._point: tuple[float, float] | None = None
        self._beside = ""  # the word whose neighbours are offered
        self._all_shown = False
        self._title = card_title(theme, tr("Which words are near?"))
        self.add(self._title)
        self._about = soft(theme, "")
        self.add(self._about)
        self.search = SearchField(theme, tr("Search all words"))
        self.search.textChanged.connect(lambda _: self.offer())
        self.search.hide()
        self.add(self.search)
        self.keep = link_button(theme, "")
        self.keep.clicked.connect(lambda: self.own_word_requested.emit(self._typed()))
        self.keep.hide()
        self.add(self.keep)
        self.chips = Chips(theme, name=tr("Words near how it is"))
        self.chips.chosen_changed.connect(self._chosen)
        self.add(self.chips)
        self._add_links()
        self.from_below = FromBelow(theme)
        self.from_below.went_further.connect(self.went_below)
        self.from_below.done.connect(self._close_below)
        self.from_below.hide()
        self.add(self.from_below)

    def set_words(self, words: Sequence[FeelingWord]) -> None:
        """Offer from these words; with the same ones, the keyboard stays where it is."""
        if words != self._words:
            self._words = words
            self.offer()

    def set_point(self, point: tuple[float, float] | None) -> None:
        """Offer words near this point of the map."""
        self._point = point
        self._beside = ""
        self.offer()

    def chosen(self) -> tuple[str, ...]:
        """Return the words that are chosen; one found from below is among them where there is room."""
        words = list(self.chips.chosen())
        below = self.from_below.ladder()
        if below is not None and below.word and below.word not in words and len(words) < MOST_WORDS:
            words.append(below.word)
        return tuple(words)

    def choose(self, words: Sequence[str], ladder: Ladder | None = None) -> None:
        """Show these words as chosen; those that are not in the list are offered as well."""
        self._beside = ""
        self._show_all(False)
        self._offer(list(words))
        self.from_below.set_ladder(ladder)
        self._close_below()

    def add_own(self, word: str, words: Sequence[FeelingWord]) -> None:
        """Take a new word of one's own into the list, and choose it."""
        self._words = words
        chosen = [*self.chips.chosen(), word][-MOST_WORDS:]
        self._show_all(False)
        self._offer(chosen)

    def offer(self) -> None:
        """Offer words anew; what is chosen stays."""
        self._offer(self.chips.chosen())

    def toggle_all(self) -> None:
        """Show all words with a search, or only the near ones again."""
        self._show_all(not self._all_shown)
        self.offer()
        if self._all_shown:
            self.search.setFocus()

    def open_below(self) -> None:
        """Go below words."""
        for widget in (self._title, self._about, self.chips, self._links):
            widget.hide()
        self._show_all(False)
        self.from_below.show()
        tab_on_to(self.chips, [self.from_below])
        self.from_below.begin()
        self.went_below.emit(self.from_below)

    def focus_first(self) -> None:
        """Give the keyboard to the first word, or to the first step below words."""
        if not self.from_below.isHidden():
            self.from_below.begin()
        elif self.chips.chips:
            self.chips.chips[0].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, Chip):
            if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn) and watched.toolTip():
                gloss = tr("{word}: {gloss}").format(word=watched.text(), gloss=watched.toolTip())
                self._about.setText(gloss)
            elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
                self._say_about()
        return super().eventFilter(watched, event)

    def _add_links(self) -> None:
        self.all_words = link_button(self._theme, tr("All words…"))
        self.all_words.clicked.connect(self.toggle_all)
        self.nearer = link_button(self._theme, tr("A nearer word?"))
        self.nearer.clicked.connect(self._offer_nearer)
        self.no_words = link_button(self._theme, tr("No words for it…"))
        self.no_words.clicked.connect(self.open_below)
        self._links = ButtonRow(self.all_words, self.nearer, self.no_words, gap=Space.L)
        self.add(self._links)

    def _close_below(self) -> None:
        was_open = not self.from_below.isHidden()
        self.from_below.hide()
        for widget in (self._title, self._about, self.chips, self._links):
            widget.show()
        found = self.from_below.summary()
        self.no_words.setText(tr("From below words: {found}").format(found=found) if found else tr("No words for it…"))
        self._say_about()
        if was_open:
            self.no_words.setFocus()

    def _show_all(self, shown: bool) -> None:
        self._all_shown = shown
        self.search.setVisible(shown)
        self.all_words.setText(tr("Fewer words") if shown else tr("All words…"))
        if shown:
            self._beside = ""
        else:
            self.search.clear()

    def _offer_nearer(self) -> None:
        self._beside = self.chips.chosen()[-1]
        self._show_all(False)
        self.offer()
        if self.chips.chips:
            place = min(len(self.chips.chosen()), len(self.chips.chips) - 1)
            self.chips.chips[place].setFocus()

    def _offer(self, chosen: list[str]) -> None:
        words, typed = self._found(), self._typed()
        offered = {word.word for word in words}
        known = {word.word: word for word in self._words}
        strange = [FeelingWord(word, "", 0, 0, "") for word in chosen if word not in known]
        before = [known[word] for word in chosen if word in known and word not in offered]
        shown = strange + before + words
        if self._beside:
            shown.sort(key=lambda word: word.word not in chosen)
        self.chips.set_items([(word.word, word.word, word.gloss) for word in shown])
        self.chips.choose(chosen)
        for chip in self.chips.chips:
            chip.installEventFilter(self)
        tab_on_to(self.keep, [self.chips, self._links])
        new = bool(typed) and typed not in {word.casefold() for word in known}
        self.keep.setText(tr("Keep “{word}” as a word of my own").format(word=self._typed(folded=False)))
        place = tr("Its place is your point on the map; without a point, the middle.")
        self.keep.setToolTip(place)
        self.keep.setAccessibleDescription(place)
        self.keep.setVisible(new and self._all_shown)
        self.nearer.setVisible(bool(chosen))
        self._say_about()

    def _found(self) -> list[FeelingWord]:
        if self._beside:
            return nearer_words(self._words, self._beside)
        if not self._all_shown:
            return words_near(self._words, self._point, _NEAR, _MUTED)
        typed = self._typed()
        return [word for word in self._words if typed in word.word.casefold() or typed in word.gloss.casefold()]

    def _typed(self, folded: bool = True) -> str:
        text = " ".join(self.search.text().split()) if self._all_shown else ""
        return text.casefold() if folded else text

    def _chosen(self, chosen: list[str]) -> None:
        if len(chosen) > MOST_WORDS:
            self.chips.choose(chosen[-MOST_WORDS:])
        self.nearer.setVisible(bool(chosen))

    def _say_about(self) -> None:
        if self._beside:
            text = tr("Near “{word}”. Choose up to three, or none.").format(word=self._beside)
        elif self._point is not None:
            text = tr("Near your point first. Choose up to three, or none.")
        else:
            text = tr("Choose up to three, or none.")
        self._about.setText(text)
