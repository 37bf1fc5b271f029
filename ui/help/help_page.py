"""Help now: numbers for the person's own country, and something for the next minutes. Needs no store."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from numbcompanion.care.helplines import ELSEWHERE, Helplines, guessed_country, is_old
from numbcompanion.clock import Clock
from numbcompanion.errors import CompanionError
from numbcompanion.preferences import PreferencesFile
from numbcompanion.translation import tr
from ui.help.cards import danger_card, danger_card_elsewhere, directory_card, line_card, urgent_card, words_card
from ui.help.minutes import NextMinutes
from ui.kit.card import Card
from ui.kit.choice import Choice
from ui.kit.columns import Columns
from ui.kit.page import Page
from ui.kit.tab_order import tab_on_to
from ui.kit.text import soft
from ui.theme import Theme


class HelpPage(Page):
    """Shows the emergency number first, then the lines. `locale_name` is what the country is guessed from."""

    practice_requested = Signal(str)
    country_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        helplines: Helplines,
        preferences_file: PreferencesFile,
        clock: Clock,
        locale_name: str = "",
        with_practices: bool = True,
    ):
        super().__init__(theme, tr("Help now"), tr("You do not need to explain it well. You only need to begin."))
        self._helplines = helplines
        self._preferences_file = preferences_file
        self._clock = clock
        self._locale_name = locale_name
        self._not_kept: str | None = None  # a choice the settings file did not take
        self._choice = Choice(theme, tr("Country"))
        self._fill_choice()
        self.header.addWidget(self._choice)
        self._halves = Columns(theme, (13, 9))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(self._halves.left.spacing())
        self._halves.left.addLayout(self._lines)
        self._halves.left.addWidget(words_card(theme))
        self._halves.left.addWidget(soft(theme, _honest_words()))
        self._minutes = NextMinutes(theme, with_practices)
        self._minutes.practice_requested.connect(self.practice_requested)
        self._halves.right.addWidget(self._minutes)
        self._halves.right.addWidget(urgent_card(theme))
        self.add(self._halves)
        self._choice.chosen_changed.connect(self._country_picked)
        self.opened()

    @property
    def country(self) -> str | None:
        """The country that is shown: the chosen one, else the one the locale names, else none."""
        return self._not_kept or self._preferences_file.current.country or guessed_country(self._locale_name)

    def opened(self) -> None:
        """Show the country as it is chosen now."""
        self._show(self.country)

    def _fill_choice(self) -> None:
        countries = [(country.code, tr(country.country)) for country in self._helplines.countries]
        self._choice.set_items([("", tr("Choose a country")), *countries, (ELSEWHERE, tr("Another country"))])

    def _country_picked(self, code: str) -> None:
        self._show_lines(code or None)
        if not code:
            return
        try:
            self._preferences_file.change(country=code)
        except CompanionError:
            self._not_kept = code  # the numbers are shown all the same, for as long as this page lives
            return
        self._not_kept = None
        self.country_chosen.emit(code)

    def _show(self, code: str | None) -> None:
        known = self._helplines.for_country(code) is not None
        self._choice.choose((code or "").upper() if known or not code else ELSEWHERE)
        self._show_lines(code)

    def _show_lines(self, code: str | None) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        cards = self._cards(code)
        for card in cards:
            self._lines.addWidget(card)
        tab_on_to(self._choice, cards)

    def _cards(self, code: str | None) -> list[Card]:
        country = self._helplines.for_country(code)
        if country is None:
            elsewhere = self._helplines.elsewhere
            return [
                danger_card_elsewhere(self._theme, elsewhere),
                directory_card(self._theme, elsewhere, chosen=bool(code)),
            ]
        lines = (line_card(self._theme, line, is_old(line, self._clock)) for line in country.lines)
        return [danger_card(self._theme, country), *lines]


def _honest_words() -> str:
    return tr(
        "Collected from the lines’ own pages and from public lists, with the date of each. Nobody called them for this "
        "program, and a number can change. This program does not replace care, and nobody sees what you do in it."
    )
