"""When it was: now, earlier, or noticed only later."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from numbcompanion.clock import Clock, zone
from numbcompanion.translation import tr
from ui.kit.amounts import MomentField
from ui.kit.chips import Chips
from ui.kit.text import soft
from ui.theme import Space, Theme

_NOW, _EARLIER, _LATER = "now", "earlier", "later"


class When(QWidget):
    """Three chips; two of them open fields for a moment."""

    def __init__(self, theme: Theme, clock: Clock):
        super().__init__()
        self._clock = clock
        self._zone_name = clock.zone_name()
        self._shown: tuple[datetime, datetime] | None = None  # the moments as they were put in, to the microsecond
        self.chips = Chips(theme, exclusive=True, name=tr("When it was"))
        self.chips.set_needs_one(True)
        self.chips.set_items(
            [
                (_NOW, tr("now")),
                (_EARLIER, tr("earlier"), tr("Choose the day and the time it was")),
                (_LATER, tr("noticed later"), tr("It was there before; you noticed it afterwards")),
            ]
        )
        self.chips.choose([_NOW])
        self.chips.chosen_changed.connect(lambda _: self._show(fresh=True))
        self.was = MomentField(theme, tr("When it was"))
        self.noticed_at = MomentField(theme, tr("When I noticed"))
        self._was_words = soft(theme, tr("when it was"))
        self._noticed_words = soft(theme, tr("when I noticed"))
        self._build()
        self._show(fresh=True)

    def at(self) -> datetime | None:
        """Return when it was, or None for now."""
        return None if self._choice() == _NOW else self._instant(self.was, 0)

    def noticed(self) -> datetime | None:
        """Return when it was noticed, where that was later."""
        return self._instant(self.noticed_at, 1) if self._choice() == _LATER else None

    def set_now(self) -> None:
        """Go back to now."""
        self._zone_name = self._clock.zone_name()
        self.chips.choose([_NOW])
        self._show(fresh=True)

    def set_moment(self, at: datetime, noticed: datetime | None, zone_name: str) -> None:
        """Show when a kept check-in was, on the clocks of the place it was kept in."""
        self._zone_name = zone_name
        self.chips.choose([_EARLIER if noticed is None else _LATER])
        self._show(fresh=False)
        self._put(at, noticed or at)

    def _choice(self) -> str:
        return self.chips.chosen()[0]

    def _show(self, fresh: bool) -> None:
        later, now = self._choice() == _LATER, self._choice() == _NOW
        for widget in (self.was, self._was_words):
            widget.setVisible(not now)
        for widget in (self.noticed_at, self._noticed_words):
            widget.setVisible(later)
        if fresh and (now or self._shown is None):
            present = self._clock.now()
            self._put(present, present)
            self._shown = None

    def _put(self, at: datetime, noticed: datetime) -> None:
        latest = self._wall(self._clock.now())
        for field, moment in ((self.was, at), (self.noticed_at, noticed)):
            field.set_latest(latest)
            field.set_wall(self._wall(moment))
        self._shown = (at, noticed)

    def _wall(self, moment: datetime) -> datetime:
        return moment.astimezone(zone(self._zone_name))

    def _instant(self, field: MomentField, place: int) -> datetime:
        """Return what a field says; untouched, it is the very moment that was put in."""
        wall = field.wall()
        if self._shown is not None:
            before = self._wall(self._shown[place]).replace(second=0, microsecond=0, tzinfo=None)
            if before == wall:
                return self._shown[place]
        return wall.replace(tzinfo=zone(self._zone_name)).astimezone(UTC)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.chips)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setColumnStretch(1, 1)
        rows = ((self._was_words, self.was), (self._noticed_words, self.noticed_at))
        for place, (words, field) in enumerate(rows):
            grid.addWidget(words, place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, place, 1, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(grid)
