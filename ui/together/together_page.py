"""Together: a guide for the person beside someone who feels far away, a card for tonight, and when to get help."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from numbcompanion.clock import Clock, local_date
from numbcompanion.reading import ReadingPage, Shelf
from numbcompanion.together.deck import Deck
from numbcompanion.translation import tr
from ui.dates import day_and_year
from ui.kit.buttons import care_button, main_button, quiet_button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.columns import Columns
from ui.kit.page import Page
from ui.kit.reader import Reader
from ui.kit.text import caption, card_title, soft_body
from ui.theme import Theme


class TogetherPage(Page):
    """Shows the chapters of `shelf` one at a time; works alone and reads nothing the other person wrote."""

    page_requested = Signal(str)

    def __init__(self, theme: Theme, shelf: Shelf, deck_of: Callable[[date], Deck], clock: Clock):
        super().__init__(theme, tr("Together"), tr("For the person beside someone who feels far away."))
        self._shelf = shelf
        self._deck_of = deck_of
        self._clock = clock
        self._turn = 0
        self._day: date | None = None
        self._chapters = Chips(theme, exclusive=True, name=tr("Chapters"))
        self._chapters.set_items([(page.slug, page.title) for page in shelf.pages])
        self._chapters.set_needs_one(True)
        self._chapters.chosen_changed.connect(lambda slugs: self.open_page(slugs[0]))
        self.add(self._chapters)
        self._halves = Columns(theme, (50, 35))
        self._chapter = Card(theme)
        self._reader = Reader(theme)
        self._next = main_button(theme, "")
        self._next.clicked.connect(self._open_next)
        self._chapter.add(self._reader)
        self._chapter.add(self._next)
        self._halves.left.addWidget(self._chapter)
        self._card_words = caption(theme, "")
        self._halves.right.addWidget(self._tonight_card())
        self._halves.right.addWidget(self._help_card())
        self.add(self._halves)
        self._current: ReadingPage | None = None
        if shelf.pages:
            self.open_page(shelf.pages[0].slug)
        self.opened()

    def opened(self) -> None:
        """Lay a new card on top when a new day has begun."""
        today = local_date(self._clock.now(), self._clock.zone_name())
        if today != self._day:
            self._day, self._turn = today, 0
            self._show_card()

    def open_page(self, slug: str) -> None:
        """Show the chapter `slug` from its beginning."""
        page = self._shelf.page(slug)
        if page is None:
            return
        self._current = page
        self._chapters.choose([slug])
        self._reader.show_page(page, above=self._place_words(page))
        following = self._following(page)
        self._next.setVisible(following is not None)
        if following is not None:
            self._next.setText(tr("Next: {title}").format(title=following.title))
        self.show_top()

    def show_another_card(self) -> None:
        """Lay the next card of today's deck on top."""
        self._turn += 1
        self._show_card()

    def _place_words(self, page: ReadingPage) -> str:
        place, number = self._shelf.pages.index(page) + 1, len(self._shelf.pages)
        words = tr("Chapter {place} of {number} · {minutes} min read · reviewed {month}")
        month = day_and_year(page.reviewed)
        return words.format(place=place, number=number, minutes=page.minutes, month=month)

    def _following(self, page: ReadingPage) -> ReadingPage | None:
        place = self._shelf.pages.index(page) + 1
        return self._shelf.pages[place] if place < len(self._shelf.pages) else None

    def _open_next(self) -> None:
        if self._current is not None and (following := self._following(self._current)) is not None:
            self.open_page(following.slug)
            self._chapters.chips[self._shelf.pages.index(following)].setFocus()

    def _tonight_card(self) -> Card:
        card = Card(self._theme)
        card.add(card_title(self._theme, tr("A card for tonight")))
        card.add(self._card_words)
        another = quiet_button(self._theme, tr("Another"))
        another.setAccessibleDescription(tr("Shows another card for tonight"))
        another.clicked.connect(self.show_another_card)
        card.add(another)
        return card

    def _help_card(self) -> Card:
        card = Card(self._theme)
        card.add(card_title(self._theme, tr("When to get help now")))
        for words in (
            tr("Talk of dying, of being a burden, or of having no reason to live. Saying goodbye, giving things away."),
            tr("Hearing or seeing what others do not, or days without sleep with racing energy."),
            tr("Sudden numbness after a head injury or a seizure, or since a new medicine."),
            tr("Do not wait, and do not leave them alone with it. Ask directly, stay, and call together."),
        ):
            card.add(soft_body(self._theme, words))
        button = care_button(self._theme, tr("Help now"))
        button.clicked.connect(lambda: self.page_requested.emit("help"))
        card.add(button)
        return card

    def _show_card(self) -> None:
        if self._day is not None:
            self._card_words.setText(tr("“{words}”").format(words=self._deck_of(self._day).card(self._turn)))
