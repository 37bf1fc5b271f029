"""Ways to get somewhere in the window that are more than showing a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from numbcompanion.checkins.records import Source
from numbcompanion.translation import tr
from ui.kit.dialogs import Dialogs
from ui.rooms import Rooms
from ui.shell.window import Window
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.shell.go_to import Place
    from ui.shell.low_energy import LowEnergy


class Navigation(QObject):
    """Knows the window and what its pages can be asked for."""

    def __init__(self, theme: Theme, window: Window, rooms: Rooms, dialogs: Dialogs):
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._rooms = rooms
        self._dialogs = dialogs
        rooms.page_requested.connect(window.show_page)
        rooms.section_requested.connect(self.settings)
        rooms.practice_requested.connect(self.practise)
        rooms.checkin_requested.connect(self.open_checkin)
        rooms.low_energy_requested.connect(self.low_energy)
        window.go_to_requested.connect(self.go_to)
        self._low: LowEnergy | None = None
        self._add_shortcut("Ctrl+G", lambda: self.glimmer(Source.PAGE))
        self._add_shortcut("Ctrl+L", self.low_energy)

    def glimmer(self, source: Source) -> None:
        """Ask for a glimmer in its small window; not while the companion is not open yet."""
        if not self._window.covered or self._rooms.playing or self._low is not None:
            self._rooms.open_glimmer(source)

    def low_energy(self) -> None:
        """Let three large choices be the whole companion, or lead back from there."""
        if self._low is not None:
            self._leave_low_energy()
        elif not self._window.covered:
            self._low = self._rooms.low_energy()
            self._low.left.connect(self._leave_low_energy)
            self._low.practice_requested.connect(self._three_minutes)
            self._low.help_page_requested.connect(self._help_from_low_energy)
            self._window.cover_with(self._low)

    def _leave_low_energy(self) -> None:
        low = self._low
        if low is not None and not self._rooms.playing:
            self._low = None
            self._window.uncover(low)
            self._window.show_page(self._window.current)

    def _help_from_low_energy(self) -> None:
        self._leave_low_energy()
        self._window.show_page("help")

    def _three_minutes(self) -> None:
        from ui.practice.page import PracticePage

        page = self._window.page("practice")
        if not isinstance(page, PracticePage):
            return
        page.choose("orienting")
        if page.before is not None and page.before.safety.isHidden():
            page.begin()
        else:  # what is said once before the first practice is read on its page
            self._leave_low_energy()
            self.practise("orienting")

    def _add_shortcut(self, keys: str, action: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.activated.connect(action)

    def settings(self, section: str) -> None:
        """Show one section of the settings."""
        from ui.settings.settings_page import SettingsPage

        self._window.show_page("settings")
        page = self._window.page("settings")
        if isinstance(page, SettingsPage):
            page.show_section(section)

    def practise(self, practice: str) -> None:
        """Show what is said before the practice `practice` ("timer" for silence), ready to begin."""
        from ui.practice.page import PracticePage

        self._window.show_page("practice")
        page = self._window.page("practice")
        if isinstance(page, PracticePage):
            page.choose(practice)

    def sit(self) -> None:
        """Begin a silent session at once, set as the last time; where something covers the window, only show it."""
        from ui.practice.page import PracticePage

        if self._window.covered:
            return
        self.practise("timer")
        page = self._window.page("practice")
        if isinstance(page, PracticePage) and page.before is not None and page.before.safety.isHidden():
            page.begin_timer()

    def check_in(self, depth: int | None) -> None:
        """Show the whole check-in, with the depth chosen so far."""
        from ui.checkin.checkin_page import CheckInPage

        self._window.show_page("checkin")
        page = self._window.page("checkin")
        if isinstance(page, CheckInPage):
            page.begin_with(depth)

    def open_checkin(self, checkin_id: str) -> None:
        """Open a kept check-in, to read or to change it."""
        from ui.checkin.checkin_page import CheckInPage

        self._window.show_page("checkin")
        page = self._window.page("checkin")
        if isinstance(page, CheckInPage):
            page.open_checkin(checkin_id)

    def go_to(self) -> None:
        """Let the person type where they want to go."""
        if self._window.covered:
            return
        from ui.shell.go_to import GoTo

        dialog = GoTo(self._theme, self.places(), self._window)
        self._dialogs.show(dialog)
        place = dialog.chosen()
        dialog.deleteLater()
        if place is not None:
            place.go()

    def places(self) -> list[Place]:
        """Return everything that can be gone to by name."""
        from ui.shell.go_to import Place

        window, page = self._window, tr("page")
        places = [Place(spec.title(), page, partial(window.show_page, spec.name)) for spec in window.pages]
        came_through = partial(self.glimmer, Source.PAGE)
        places.append(Place(tr("A glimmer: something came through"), tr("Ctrl+G"), came_through))
        places.append(Place(tr("Little is enough: three choices"), tr("Ctrl+L"), self.low_energy))
        for name, title in self._rooms.practice_titles().items():
            places.append(Place(title, tr("practice"), partial(self.practise, name)))
        for key, title in (
            ("appearance", tr("General: light or dark, text size, motion, start at login")),
            ("sound", tr("Voice: which one, how fast, own recordings")),
            ("prompts", tr("Prompts")),
            ("privacy", tr("Privacy")),
        ):
            places.append(Place(title, tr("settings"), partial(self.settings, key)))
        for room, kind in (("library", tr("library")), ("together", tr("together"))):
            for chapter in self._rooms.shelf(room).pages:
                places.append(Place(chapter.title, kind, partial(self.open_chapter, room, chapter.slug)))
        for number, step in enumerate(self._rooms.shelf("path").pages, 1):
            kind = tr("step {n} of the path").format(n=number)
            places.append(Place(step.title, kind, partial(self.open_chapter, "path", number)))
        return places

    def open_chapter(self, room: str, what: str | int) -> None:
        """Show a chapter of the library or Together by its name, or a step of the path by its number."""
        self._window.show_page(room)
        page = self._window.page(room)
        show = getattr(page, "show_step" if isinstance(what, int) else "open_page")
        show(what)
