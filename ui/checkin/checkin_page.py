"""Check in: one screen, only the first line is needed; earlier check-ins can be opened here again."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from numbcompanion.checkins.checkins import CheckIns
from numbcompanion.checkins.low import small_things
from numbcompanion.checkins.markers import Markers
from numbcompanion.checkins.own_words import OwnWords
from numbcompanion.checkins.quiet_line import quiet_line
from numbcompanion.checkins.records import CheckIn, Kind, Marker, MarkerKind, Tag, TagGroup
from numbcompanion.checkins.tags import Tags
from numbcompanion.checkins.words import FeelingWord, feeling_words
from numbcompanion.clock import Clock, zone
from numbcompanion.errors import CompanionError
from numbcompanion.translation import tr
from ui.checkin.day_list import DayList
from ui.checkin.form import CheckInForm
from ui.checkin.tidy_up import TidyUp
from ui.dates import day_long, time_of_day
from ui.facts import Facts
from ui.kit.buttons import care_button, main_button, quiet_button
from ui.kit.dialogs import Dialogs
from ui.kit.page import Page
from ui.kit.small_things import SmallThings
from ui.tasks import Tasks
from ui.theme import Theme


@dataclass(frozen=True)
class Services:
    """What the page keeps things with; all of it belongs to the worker."""

    checkins: CheckIns
    tags: Tags
    own_words: OwnWords
    markers: Markers


class CheckInPage(Page):
    """The form for a new check-in or a kept one, and the list of the days."""

    said = Signal(str, object)
    small_thing_wanted = Signal(str)

    def __init__(self, theme: Theme, tasks: Tasks, facts: Facts, services: Services, clock: Clock, dialogs: Dialogs):
        super().__init__(theme, tr("Check in"))
        self._tasks = tasks
        self._facts = facts
        self._services = services
        self._checkins = services.checkins
        self._dialogs = dialogs
        self._editing: CheckIn | None = None
        self.form = CheckInForm(theme, clock)
        self.days = DayList(theme, tasks, facts, services.checkins)
        self.after = SmallThings(theme)
        self.save_button = main_button(theme, tr("Save check-in"))
        self.save_button.setToolTip(tr("Ctrl+Enter"))
        self.earlier = quiet_button(theme, tr("Earlier…"))
        self.new = quiet_button(theme, tr("A new one"))
        self.delete = care_button(theme, tr("Delete"))
        for button in (self.delete, self.new, self.earlier, self.save_button):
            self.header.addWidget(button)
        for widget in (self.after, self.form, self.days):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._connect()
        self._show_state()
        self.form.words.set_words(feeling_words())

    def opened(self) -> None:
        """Begin at the first line, with the tags and words there are."""
        self._load()
        if self.days.isVisible():
            self.days.load()
        else:
            self.form.focus_first()

    def leaving(self) -> None:
        """What was offered is not kept waiting."""
        self.after.put_away()

    def save(self) -> None:
        """Keep what is on the page."""
        draft, before = self.form.draft(), self._editing
        if before is None:
            self._tasks.run(lambda: self._checkins.save(draft), self._saved, self._not_saved)
        else:
            kept = before
            self._tasks.run(lambda: self._checkins.edit(kept.id, draft), lambda _: self._edited(kept), self._not_saved)

    def open_checkin(self, checkin_id: str) -> None:
        """Open a kept check-in, to read or to change it."""
        self._tasks.run(lambda: self._checkins.by_id(checkin_id), self._opened_checkin)

    def show_days(self) -> None:
        """Show the list of the days."""
        self.days.load()
        self._show_state(days=True)

    def begin_anew(self) -> None:
        """Leave a kept check-in or the list for a new check-in."""
        self._editing = None
        self.form.clear()
        self._show_state()
        self.show_top()
        self.form.focus_first()

    def begin_with(self, depth: int | None) -> None:
        """Go on from a depth that was chosen elsewhere; what stands on the page stays."""
        if self._editing is not None or self.days.isVisible():
            self.begin_anew()
        if depth is not None:
            self.form.first.slider.set_depth(depth)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.form.save_requested.connect(self.save)
        self.earlier.clicked.connect(self.show_days)
        self.new.clicked.connect(self.begin_anew)
        self.delete.clicked.connect(self._delete)
        self.days.checkin_requested.connect(self.open_checkin)
        self.after.wanted.connect(self.small_thing_wanted)
        self.form.around.tag_requested.connect(self._add_tag)
        self.form.around.change_row.change_requested.connect(self._mark)
        self.form.went_to.connect(self._show_widget)
        self.form.around.manage_requested.connect(self._tidy_up)
        self.form.words.own_word_requested.connect(self._add_word)
        self._facts.store_changed_elsewhere.connect(self._load)

    def _show_widget(self, widget: QWidget) -> None:
        """Scroll to what has the keyboard now, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self.scroll_area.ensureWidgetVisible(widget))

    def _show_state(self, days: bool = False) -> None:
        kept = self._editing
        self.form.setVisible(not days)
        self.days.setVisible(days)
        self.save_button.setVisible(not days)
        self.save_button.setText(tr("Save check-in") if kept is None else tr("Save changes"))
        self.new.setVisible(days or kept is not None)
        self.earlier.setVisible(not days)
        self.delete.setVisible(kept is not None and not days)
        if days:
            self.set_title(tr("Earlier"))
            self.set_subtitle(tr("Each day with its lowest and its highest. Open any of them."))
        elif kept is not None:
            self.set_title(tr("A glimmer") if kept.kind is Kind.GLIMMER else tr("A check-in"))
            self.set_subtitle(_moment_words(kept))
        else:
            self.set_title(tr("Check in"))
            self.set_subtitle(tr("Only the first line is needed. The rest is there if it helps."))
        if days:
            self.days.focus_first()

    def _load(self) -> None:
        services = self._services

        def find() -> tuple[list[TagGroup], tuple[FeelingWord, ...]]:
            return services.tags.groups(), services.own_words.feeling_words()

        self._tasks.run(find, self._loaded, lambda _: None)

    def _loaded(self, found: tuple[list[TagGroup], tuple[FeelingWord, ...]]) -> None:
        self.form.around.set_groups(found[0])
        self.form.words.set_words(found[1])
        self.form.order()

    def _saved(self, checkin: CheckIn) -> None:
        self.begin_anew()
        self.after.offer(small_things(checkin.depth))
        self._facts.checkin_saved.emit(checkin)
        self.said.emit(quiet_line(checkin.depth), lambda: self._undo(checkin))

    def _edited(self, before: CheckIn) -> None:
        self._editing = None
        self.form.clear()
        self.show_days()
        self._tell(before.id)
        self.said.emit(tr("Changed."), lambda: self._put_back(before))

    def _put_back(self, before: CheckIn) -> None:
        self._tasks.run(lambda: self._checkins.put_back(before), self._facts.checkin_saved.emit, self._not_saved)

    def _delete(self) -> None:
        kept = self._editing
        if kept is not None:
            self._tasks.run(lambda: self._checkins.delete(kept.id), lambda _: self._deleted(kept), self._not_saved)

    def _deleted(self, kept: CheckIn) -> None:
        self._editing = None
        self.form.clear()
        self.show_days()
        self._facts.checkin_removed.emit(kept.id)
        self.said.emit(tr("Gone."), lambda: self._restore(kept))

    def _restore(self, kept: CheckIn) -> None:
        self._tasks.run(
            lambda: self._checkins.restore(kept.id), lambda _: self._facts.checkin_saved.emit(kept), self._not_saved
        )

    def _undo(self, checkin: CheckIn) -> None:
        def undone(_: None) -> None:
            self.after.put_away()
            self._facts.checkin_removed.emit(checkin.id)

        self._tasks.run(lambda: self._checkins.delete(checkin.id), undone, self._not_saved)

    def _tell(self, checkin_id: str) -> None:
        def tell(checkin: CheckIn | None) -> None:
            if checkin is not None:
                self._facts.checkin_saved.emit(checkin)

        self._tasks.run(lambda: self._checkins.by_id(checkin_id), tell)

    def _opened_checkin(self, checkin: CheckIn | None) -> None:
        if checkin is None:
            self.said.emit(tr("This check-in is not there any more."), None)
            return
        self._editing = checkin
        self.form.show_kept(checkin)
        self.after.put_away()
        self._show_state()
        self.show_top()
        self.form.focus_first()

    def _add_tag(self, group_id: str, name: str) -> None:
        tags = self._services.tags

        def add() -> tuple[Tag, list[TagGroup]]:
            return tags.add(group_id, name), tags.groups()

        self._tasks.run(add, lambda found: self.form.around.add_chosen(*found), self._not_saved)

    def _add_word(self, word: str) -> None:
        place = self.form.map_card.map.point() or (0.0, 0.0)
        own_words = self._services.own_words

        def add() -> tuple[str, tuple[FeelingWord, ...]]:
            return own_words.add(word, *place).word, own_words.feeling_words()

        self._tasks.run(add, lambda found: self.form.words.add_own(*found), self._not_saved)

    def _mark(self, kind: MarkerKind, line: str, at: datetime) -> None:
        markers = self._services.markers

        def marked(marker: Marker) -> None:
            self.form.around.change_marked()
            self._facts.around_changed.emit()
            self.said.emit(tr("Marked."), lambda: self._unmark(marker))

        self._tasks.run(lambda: markers.add(kind, line, at), marked, self._not_saved)

    def _unmark(self, marker: Marker) -> None:
        markers = self._services.markers
        self._tasks.run(lambda: markers.remove(marker.id), lambda _: self._facts.around_changed.emit(), self._not_saved)

    def _tidy_up(self) -> None:
        services = self._services
        panel = TidyUp(self._theme, self._tasks, services.tags, services.own_words, services.markers, self)
        panel.load()
        self._dialogs.show(panel)
        panel.deleteLater()
        self._facts.around_changed.emit()
        self._load()

    def _not_saved(self, error: CompanionError) -> None:
        self.said.emit(str(error), None)


def _moment_words(checkin: CheckIn) -> str:
    moment = checkin.moment
    words = tr("{day}, {time}").format(
        day=day_long(moment.local_date), time=time_of_day(moment.at.astimezone(zone(moment.zone_name)))
    )
    if checkin.noticed is None:
        return words
    noticed = checkin.noticed.astimezone(zone(moment.zone_name))
    later = tr("{day}, {time}").format(day=day_long(noticed.date()), time=time_of_day(noticed))
    return tr("{when} · noticed {later}").format(when=words, later=later)
