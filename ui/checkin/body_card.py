"""In the body: regions and sensations, on a figure or as a list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.checkins.records import Felt, Region, Sensation
from numbcompanion.translation import tr
from ui.checkin.feeling_parts import region_words, sensation_words
from ui.kit.body_figure import BodyFigure
from ui.kit.buttons import link_button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.column import Column
from ui.kit.text import card_title, soft
from ui.theme import Role, Space, Theme

_MARKS = {
    Sensation.WARM: Role.SUN_MARK,
    Sensation.COLD: Role.FOG_MARK,
    Sensation.TIGHT: Role.DAWN_MARK,
    Sensation.HEAVY: Role.HAZE_MARK,
    Sensation.TINGLING: Role.ACCENT,
    Sensation.HOLLOW: Role.FOG,
    Sensation.NOTHING: Role.LINE,
}


class BodyCard(Card):
    """A figure to press on; what is felt stands beside it as chips and can be taken back there."""

    def __init__(self, theme: Theme):
        super().__init__(theme)
        self._regions, self._sensations = region_words(), sensation_words()
        self._felt: list[Felt] = []
        self._region = ""
        self.figure = BodyFigure(theme, tr("Where in the body"), self._regions)
        self.figure.region_chosen.connect(self._ask)
        self.chosen = Chips(theme, name=tr("What is felt in the body"))
        self.chosen.chosen_changed.connect(self._take_back)
        self._about = soft(theme, tr("What is felt there"))
        self.sensations = Chips(theme, name=tr("What is felt there"))
        self.sensations.chosen_changed.connect(self._choose)
        self.as_list = link_button(theme, tr("as a list…"))
        self.as_list.clicked.connect(self._toggle_list)
        self._lists: dict[str, Chips] = {}
        self._list = QWidget()
        self._build()
        self._show()

    def felt(self) -> tuple[Felt, ...]:
        """Return what is felt where, in the order it was said."""
        return tuple(self._felt)

    def set_felt(self, felt: tuple[Felt, ...]) -> None:
        """Show what is felt where."""
        self._felt = list(felt)
        self._region = ""
        self._show()

    def _build(self) -> None:
        words = Column()
        words.setSpacing(Space.S)
        words.addWidget(card_title(self._theme, tr("In the body")))
        words.addWidget(soft(self._theme, tr("Tap where anything is felt: warm, tight, hollow, heavy.")))
        words.addWidget(self.chosen)
        words.addWidget(self._about)
        words.addWidget(self.sensations)
        words.addWidget(self.as_list, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self.column.addWidget(self._list)
        self._list.hide()
        self.sensations.set_items([(key, text) for key, text in self._sensations.items()])

    def _ask(self, region: str) -> None:
        self._region = "" if region == self._region else region
        self._show()
        if self._region and self.figure.hasFocus():
            self.sensations.chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, keys: list[str]) -> None:
        self._set_region(self._region, keys)

    def _set_region(self, region: str, keys: list[str]) -> None:
        others = [one for one in self._felt if one.region.value != region]
        kept = [one for one in self._felt if one.region.value == region and one.sensation.value in keys]
        known = {one.sensation.value for one in kept}
        new = [Felt(Region(region), Sensation(key)) for key in keys if key not in known]
        self._felt = others + kept + new
        self._show()

    def _take_back(self, keys: list[str]) -> None:
        self._felt = [one for one in self._felt if _key(one) in keys]
        self._show()
        self.figure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_list(self) -> None:
        if not self._lists:
            self._build_list()
        shown = self._list.isHidden()
        self._list.setVisible(shown)
        self.as_list.setText(tr("without the list") if shown else tr("as a list…"))
        self._show()

    def _build_list(self) -> None:
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        for region, name in self._regions.items():
            chips = Chips(self._theme, name=name)
            chips.set_items([(key, text) for key, text in self._sensations.items()])
            for chip in chips.chips:
                chip.setAccessibleName(tr("{region}: {sensation}").format(region=name, sensation=chip.text()))
            chips.chosen_changed.connect(lambda keys, region=region: self._set_region(region, keys))
            self._lists[region] = chips
            column.addWidget(soft(self._theme, name))
            column.addWidget(chips)

    def _show(self) -> None:
        shown = [(_key(one), self._words(one), tr("Press to take it back")) for one in self._felt]
        if [chip.key for chip in self.chosen.chips] != [key for key, _, _ in shown]:
            self.chosen.set_items(shown)
        self.chosen.choose([key for key, _, _ in shown])
        self.chosen.setVisible(bool(shown))
        self._about.setText(tr("In the {region}:").format(region=self._regions.get(self._region, "")))
        self._about.setVisible(bool(self._region))
        self.sensations.setVisible(bool(self._region))
        self.sensations.choose([one.sensation.value for one in self._felt if one.region.value == self._region])
        for region, chips in self._lists.items():
            chips.choose([one.sensation.value for one in self._felt if one.region.value == region])
        self.figure.set_marks({one.region.value: self._theme.color(_MARKS[one.sensation]) for one in self._felt})

    def _words(self, felt: Felt) -> str:
        region, sensation = self._regions[felt.region.value], self._sensations[felt.sensation.value]
        return tr("{region} · {sensation}").format(region=region, sensation=sensation)


def _key(felt: Felt) -> str:
    return f"{felt.region.value}:{felt.sensation.value}"
