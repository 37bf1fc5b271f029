"""Everything a check-in can say, on one screen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from numbcompanion.checkins.records import CheckIn, CheckInDraft, Kind, Source
from numbcompanion.clock import Clock
from ui.checkin.around_card import AroundCard
from ui.checkin.body_card import BodyCard
from ui.checkin.depth_card import DepthCard
from ui.checkin.map_card import MapCard
from ui.checkin.words_card import WordsCard
from ui.kit.columns import Columns
from ui.kit.tab_order import tab_on_to
from ui.theme import Theme


class CheckInForm(QWidget):
    """Question, map, words, body, what is around it, a line; F6 and Shift+F6 go from one to the next."""

    save_requested = Signal()
    went_to = Signal(object)  # the widget that has the keyboard now

    def __init__(self, theme: Theme, clock: Clock):
        super().__init__()
        self.first = DepthCard(theme)
        self.map_card = MapCard(theme)
        self.words = WordsCard(theme)
        self.body = BodyCard(theme)
        self.around = AroundCard(theme, clock)
        self._kept: CheckIn | None = None
        columns = Columns(theme, (516, 340))
        left: tuple[QWidget, ...] = (self.first, self.words, self.around)
        for card in left:
            columns.left.addWidget(card)
        columns.left.addStretch(1)
        for beside in (self.map_card, self.body):
            columns.right.addWidget(beside)
        columns.right.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)
        self._connect()
        self.order()

    def focus_first(self) -> None:
        """Give the keyboard to the first line."""
        self.first.slider.setFocus()

    def draft(self) -> CheckInDraft:
        """Return what is said; what a kept check-in was made as stays."""
        point = self.map_card.map.point()
        kept = self._kept
        return CheckInDraft(
            depth=self.first.slider.depth(),
            pleasantness=None if point is None else point[0],
            energy=None if point is None else point[1],
            words=self.words.chosen(),
            note=self.around.line.text(),
            source=Source.PAGE if kept is None else kept.source,
            at=self.around.when.at(),
            kind=Kind.CHECKIN if kept is None else kept.kind,
            close_people=self.first.people.level(),
            close_self=self.first.myself.level(),
            body=self.body.felt(),
            around=self.around.around(),
            ladder=self.words.from_below.ladder(),
            noticed=self.around.when.noticed(),
        )

    def show_kept(self, checkin: CheckIn) -> None:
        """Show a check-in that is kept."""
        self._kept = checkin
        self._fill(checkin.draft())
        if checkin.depth is None and checkin.kind is Kind.CHECKIN:
            self.first.slider.cant_tell()
        self.around.when.set_moment(checkin.moment.at, checkin.noticed, checkin.moment.zone_name)

    def clear(self) -> None:
        """Begin anew, with nothing said."""
        self._kept = None
        self._fill(CheckInDraft(depth=None))
        self.around.when.set_now()
        self.around.change_row.hide()

    def order(self) -> None:
        """Let Tab go through all in the order it is asked in, whatever stands beside what."""
        tab_on_to(self, [widget for part, _ in self._parts() for widget in part])

    def _parts(self) -> Sequence[tuple[Sequence[QWidget], Callable[[], None]]]:
        """Return the questions in their order, each with what gives it the keyboard."""
        first, map_card = self.first, self.map_card
        return (
            ((first.slider, first.cant_tell), self.focus_first),
            ((map_card.map, map_card.cant_tell), map_card.map.setFocus),
            ((first.people, first.myself), first.people.setFocus),
            ((self.words,), self.words.focus_first),
            ((self.body,), self.body.figure.setFocus),
            ((self.around,), self.around.focus_first),
        )

    def _fill(self, draft: CheckInDraft) -> None:
        self.first.slider.set_depth(draft.depth)
        self.first.people.set_level(draft.close_people)
        self.first.myself.set_level(draft.close_self)
        point = None
        if draft.pleasantness is not None and draft.energy is not None:
            point = (draft.pleasantness, draft.energy)
        self.map_card.map.set_point(point)
        self.words.set_point(point)
        self.words.choose(draft.words, draft.ladder)
        self.body.set_felt(draft.body)
        self.around.set_around(draft.around)
        self.around.line.setText(draft.note)

    def _connect(self) -> None:
        self.first.save_requested.connect(self.save_requested)
        self.around.save_requested.connect(self.save_requested)
        self.words.went_below.connect(self.went_to)
        self.map_card.point_changed.connect(lambda: self.words.set_point(self.map_card.map.point()))
        for keys, action in (
            ("F6", lambda: self._to_part(1)),
            ("Shift+F6", lambda: self._to_part(-1)),
            ("Ctrl+Return", self.save_requested.emit),
            ("Ctrl+Enter", self.save_requested.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _to_part(self, step: int) -> None:
        now = QApplication.focusWidget()
        parts = self._parts()
        here = [
            place
            for place, (widgets, _) in enumerate(parts)
            if now is not None and any(one is now or one.isAncestorOf(now) for one in widgets)
        ]
        place = (here[0] if here else -step) + step
        if 0 <= place < len(parts):
            parts[place][1]()
        elif step > 0:
            self.around.line.setFocus()
        focused = QApplication.focusWidget()
        if focused is not None:
            self.went_to.emit(focused)
