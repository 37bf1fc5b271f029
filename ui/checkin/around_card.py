"""What is around it: tags, amounts, a line, and when it was."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.checkins.records import Around, GroupKind, Tag, TagGroup, Unit
from numbcompanion.clock import Clock
from numbcompanion.translation import tr
from ui.checkin.change_row import ChangeRow
from ui.checkin.when import When
from ui.kit.amounts import AmountField
from ui.kit.buttons import Button, ButtonRow, link_button, quiet_button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.choice import Choice
from ui.kit.field import LineField
from ui.kit.tab_order import tab_on_to
from ui.kit.text import card_title, soft
from ui.theme import Space, Theme

_FIRST_OF_GROUP = 2
_NOT_FOR_ALL = {GroupKind.ALCOHOL, GroupKind.CYCLE}  # shown by group, or once chosen
_MOST = {Unit.HOURS: 24.0, Unit.DRINKS: 50.0}
_USUAL = {Unit.HOURS: 7.0, Unit.DRINKS: 1.0}


class AroundCard(Card):
    """A few tags of every group, all of them by group on request; "+" adds one; then a line for later."""

    tag_requested = Signal(str, str)  # the group's id, the new name
    manage_requested = Signal()
    save_requested = Signal()

    def __init__(self, theme: Theme, clock: Clock):
        super().__init__(theme)
        self._groups: Sequence[TagGroup] = ()
        self._chosen: dict[str, float | None] = {}
        self._by_group = False
        self._chips: list[Chips] = []
        self._fields: dict[str, AmountField] = {}
        self.add(card_title(theme, tr("What is around it?")))
        self._tags = self._box()
        self._amounts = self._box()
        self.plus = Button(theme, tr("+"), "chip")
        self.plus.setAccessibleName(tr("Add a tag"))
        self.plus.setToolTip(tr("Add a tag"))
        self.plus.clicked.connect(self._toggle_adding)
        self.all_tags = link_button(theme, tr("All, by group…"))
        self.all_tags.clicked.connect(self._toggle_groups)
        self.manage = link_button(theme, tr("Tidy up…"))
        self.manage.setAccessibleName(tr("Tidy up tags and words"))
        self.manage.clicked.connect(self.manage_requested)
        self.change = link_button(theme, tr("A change…"))
        self.change.setAccessibleName(tr("Mark a change: medication, an event"))
        self.change.clicked.connect(self._toggle_change)
        self._links = ButtonRow(self.plus, self.all_tags, self.change, self.manage)
        self.add(self._links)
        self._build_adding()
        self.change_row = ChangeRow(theme, clock)
        self.change_row.hide()
        self.add(self.change_row)
        self.line = LineField(theme, tr("A line for later"), tr("A line for later, if you like"))
        self.line.returnPressed.connect(self.save_requested)
        self.add(self.line)
        self.when = When(theme, clock)
        self.add(self.when)

    def set_groups(self, groups: Sequence[TagGroup]) -> None:
        """Offer the tags of these groups; with the same ones, the keyboard stays where it is."""
        if groups == self._groups:
            return
        self._groups = groups
        self._choice.set_items([(group.id, group.name) for group in groups])
        self._show()

    def around(self) -> tuple[Around, ...]:
        """Return the chosen tags, with their amounts."""
        return tuple(Around(tag_id, amount) for tag_id, amount in self._chosen.items())

    def set_around(self, around: Sequence[Around]) -> None:
        """Show these tags as chosen; those that are no longer offered stay with it unseen."""
        self._chosen = {one.tag_id: one.amount for one in around}
        self._show()

    def add_chosen(self, tag: Tag, groups: Sequence[TagGroup]) -> None:
        """Take a new tag in, chosen."""
        self._chosen.setdefault(tag.id, _USUAL[tag.unit] if tag.unit is not None else None)
        self.new_tag.clear()
        self.set_groups(groups)
        self._show()
        self.new_tag.setFocus()

    def focus_first(self) -> None:
        """Give the keyboard to the first tag."""
        first = next((chip for chips in self._chips for chip in chips.chips), self.plus)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _box(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        self.column.addLayout(column)
        return column

    def _build_adding(self) -> None:
        self._adding = QWidget()
        self.new_tag = LineField(self._theme, tr("Name of the new tag"), tr("A new tag"))
        self.new_tag.returnPressed.connect(self._add)
        self._choice = Choice(self._theme, tr("Group of the new tag"))
        add = quiet_button(self._theme, tr("Add"))
        add.setAccessibleName(tr("Add the new tag"))
        add.clicked.connect(self._add)
        column = QVBoxLayout(self._adding)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.new_tag)
        column.addWidget(ButtonRow(self._choice, add))
        self._adding.hide()
        self.add(self._adding)

    def _toggle_adding(self) -> None:
        self._adding.setVisible(self._adding.isHidden())
        if self._adding.isVisible():
            self.new_tag.setFocus()

    def change_marked(self) -> None:
        """The change is kept: put its row away."""
        self.change_row.clear()
        self.change_row.hide()
        self.change.setFocus()

    def _toggle_change(self) -> None:
        self.change_row.setVisible(self.change_row.isHidden())
        if self.change_row.isVisible():
            self.change_row.clear()
            self.change_row.line.setFocus()

    def _add(self) -> None:
        group = self._choice.chosen()
        if group is not None and self.new_tag.text().strip():
            self.tag_requested.emit(group, self.new_tag.text())

    def _toggle_groups(self) -> None:
        self._by_group = not self._by_group
        self.all_tags.setText(tr("Fewer tags") if self._by_group else tr("All, by group…"))
        self._show()

    def _show(self) -> None:
        for chips in self._chips:
            chips.hide()
            chips.deleteLater()
        _empty(self._tags)
        self._chips = []
        if self._by_group:
            for group in self._groups:
                if group.tags:
                    self._tags.addWidget(soft(self._theme, group.name))
                    self._add_chips(group.name, group.tags)
        else:
            self._add_chips(tr("What is around it"), self._first_tags())
        self._show_amounts()

    def _first_tags(self) -> list[Tag]:
        shown = []
        for group in self._groups:
            for place, tag in enumerate(group.tags):
                early = place < _FIRST_OF_GROUP and group.kind not in _NOT_FOR_ALL
                if early or tag.id in self._chosen:
                    shown.append(tag)
        return shown

    def _add_chips(self, name: str, tags: Sequence[Tag]) -> None:
        chips = Chips(self._theme, name=name)
        chips.set_items([(tag.id, tag.name) for tag in tags])
        chips.choose([tag.id for tag in tags if tag.id in self._chosen])
        ids = [tag.id for tag in tags]
        chips.chosen_changed.connect(lambda keys: self._choose(ids, keys))
        self._tags.addWidget(chips)
        self._chips.append(chips)

    def _choose(self, ids: list[str], keys: list[str]) -> None:
        units = {tag.id: tag.unit for group in self._groups for tag in group.tags}
        for tag_id in ids:
            unit = units.get(tag_id)
            if tag_id in keys:
                self._chosen.setdefault(tag_id, None if unit is None else _USUAL[unit])
            else:
                self._chosen.pop(tag_id, None)
        self._show_amounts()

    def _show_amounts(self) -> None:
        wanted = [
            tag for group in self._groups for tag in group.tags if tag.unit is not None and tag.id in self._chosen
        ]
        if [tag.id for tag in wanted] != list(self._fields):
            _empty(self._amounts)
            self._fields = {tag.id: self._add_amount(tag) for tag in wanted}
        for tag_id, field in self._fields.items():
            amount = self._chosen[tag_id]
            if amount is not None:
                field.setValue(amount)
        self._order()

    def _add_amount(self, tag: Tag) -> AmountField:
        unit = tag.unit or Unit.HOURS
        suffix = tr(" h") if unit is Unit.HOURS else ""
        field = AmountField(self._theme, tag.name, _MOST[unit], suffix)
        amount = self._chosen[tag.id]
        field.setValue(_USUAL[unit] if amount is None else amount)
        field.valueChanged.connect(lambda value: self._chosen.__setitem__(tag.id, value))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(soft(self._theme, tag.name), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(field)
        line.addStretch(1)
        self._amounts.addWidget(row)
        return field

    def _order(self) -> None:
        chain: list[QWidget] = [*self._chips, *self._fields.values(), self._links, self._adding, self.change_row]
        tab_on_to(self, chain)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
