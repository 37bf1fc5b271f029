"""The tour: every page and state drawn into pictures, without a screen, on a made-up home."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from numbcompanion.checkins.records import Felt, Region, Sensation, Source
from numbcompanion.companion import Companion
from numbcompanion.errors import HomeNotWritable
from numbcompanion.preferences import StillChoice, ThemeChoice
from numbcompanion.translation import tr

if TYPE_CHECKING:
    from ui.prompts.settings import PromptSettings

SIZE = (1160, 780)
EVENING = datetime(2026, 11, 23, 19, 42, tzinfo=UTC)
LARGE = 2.0
_SETTLING = 12


class _TourClock:
    """A Monday evening that goes on only when the tour says so, so that pictures can be compared."""

    def __init__(self) -> None:
        self._now = EVENING
        self._monotonic_s = 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic_s(self) -> float:
        return self._monotonic_s

    def zone_name(self) -> str:
        return "Europe/Dublin"

    def advance(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._monotonic_s += seconds


class _AtOnce:
    """Does each job when `drain` is called, on the calling thread."""

    def __init__(self) -> None:
        self._jobs: list[Callable[[], None]] = []

    def submit(self, job: Callable[[], None]) -> None:
        self._jobs.append(job)

    def drain(self) -> None:
        while self._jobs:
            self._jobs.pop(0)()

    def close(self) -> None:
        self.drain()


def draw_tour(folder: str) -> int:
    """Draw NAME-light.png, NAME-dark.png and NAME-large.png of every page into `folder`; returns the exit code."""
    place = Path(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
        (place / "today-light.png").touch()
    except OSError as error:
        words = tr("The pictures cannot be written to {folder}. Choose another folder.")
        raise HomeNotWritable(words.format(folder=place)) from error
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from numbcompanion.demo import demo_home, empty_home
    from ui.app import application

    qInstallMessageHandler(_quiet)
    app = application()
    clock = _TourClock()
    with demo_home(clock) as companion, empty_home(clock) as empty:
        for name, choice, scale in (
            ("light", ThemeChoice.LIGHT, 1.0),
            ("dark", ThemeChoice.DARK, 1.0),
            ("large", ThemeChoice.LIGHT, LARGE),
        ):
            _Guide(app, companion, clock, place, name, choice, scale).draw_filled()
            _Guide(app, empty, clock, place, name, choice, scale).draw_empty()
    qInstallMessageHandler(None)
    return 0


def _quiet(kind: QtMsgType, where: QMessageLogContext, text: str) -> None:
    """Say nothing of what a platform without a screen cannot do; everything worse is still said."""
    if kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
        print(text, file=sys.stderr)


class _Guide:
    """Draws in one look."""

    def __init__(
        self,
        app: QApplication,
        companion: Companion,
        clock: _TourClock,
        place: Path,
        look: str,
        choice: ThemeChoice,
        scale: float,
    ):
        from ui.facts import Facts
        from ui.kit.dialogs import Dialogs
        from ui.navigation import Navigation
        from ui.practice.sounds import SilentSpeaker
        from ui.practice.voice import MuteVoice
        from ui.rooms import Rooms
        from ui.shell.window import Window
        from ui.tasks import Tasks
        from ui.theme import Theme

        self._app = app
        self._companion = companion
        self._clock = clock
        self._place = place
        self._look = look
        self._jobs = _AtOnce()
        self.theme = Theme()
        self.theme.set_choice(choice, scale, StillChoice.ON)
        self.theme.apply(app)
        self._tasks = Tasks(self._jobs)
        self._facts = Facts()
        dialogs = Dialogs(self.theme)
        self._rooms = Rooms(
            companion,
            self.theme,
            self._tasks,
            self._facts,
            dialogs,
            self._prompt_settings,
            SilentSpeaker(),
            MuteVoice(),
        )
        self._window = Window(self.theme)
        self._window.furnish(self._rooms.specs())
        self._rooms.cover_requested.connect(self._window.cover_with)
        self._rooms.uncover_requested.connect(self._window.uncover)
        self._navigation = Navigation(self.theme, self._window, self._rooms, dialogs)
        self._window.resize(*SIZE)
        self._window.show()

    def draw_filled(self) -> None:
        """Draw the pages of a home with a life in it."""
        for name in ("today", "practice", "journal", "insights", "path", "together", "library", "help", "settings"):
            self._page(name)
        self._checkin()
        for section in ("sound", "prompts", "privacy"):
            self._navigation.settings(section)
            self._grab(f"settings-{section}")
        self._navigation.open_chapter("path", 1)
        self._grab("step")
        self._last_entry()
        self._player()
        self._small_window()
        self._low_energy()
        self._end()

    def draw_empty(self) -> None:
        """Draw the first questions and the pages of a home on its first day."""
        from ui.opening import Opening

        opening = Opening(self._companion, self.theme, self._tasks, self._facts, self._window, self._rooms)
        opening.ask_first_questions()
        self._grab("first-run")
        opening.skip_questions()
        for name in ("today", "insights", "journal", "practice"):
            self._page(name, f"{name}-empty")
        self._end()

    def _page(self, name: str, picture: str = "") -> None:
        self._window.show_page(name)
        self._grab(picture or name)

    def _checkin(self) -> None:
        from ui.checkin.checkin_page import CheckInPage

        self._navigation.check_in(4)
        page = self._window.page("checkin")
        if not isinstance(page, CheckInPage):
            return
        self._settle()
        form = page.form
        form.map_card.map.set_point((-1.5, -1.4))
        form.words.set_point((-1.5, -1.4))
        form.words.choose(["distant", "lonely"])
        form.first.people.set_level(2)
        form.first.myself.set_level(3)
        form.body.set_felt((Felt(Region.CHEST, Sensation.TIGHT), Felt(Region.THROAT, Sensation.HOLLOW)))
        self._grab("check-in")
        form.words.open_below()
        below = form.words.from_below
        for chips in (below.contact, below.sensation, below.colour):
            chips.chips[0].click()
            below.further.click()
        self._grab("from-below")
        page.show_days()
        self._settle()
        page.days.toggle(page.days.rows[0].day)
        self._grab("days")
        page.begin_anew()

    def _last_entry(self) -> None:
        from ui.journal.page import JournalPage

        self._window.show_page("journal")
        self._settle()
        page = self._window.page("journal")
        if isinstance(page, JournalPage):
            page.open_entry(self._companion.journal.lines(1)[0].id)
        self._grab("journal")

    def _player(self) -> None:
        from ui.practice.page import PracticePage

        self._navigation.practise("orienting")
        self._grab("practice-before")
        page = self._window.page("practice")
        if isinstance(page, PracticePage):
            page.begin()
            if page.player is not None:
                for _ in range(75):
                    self._clock.advance(1.0)
                    page.player.move_on()
                self._grab("player")
                page.player.end()
        self._settle()

    def _small_window(self) -> None:
        from ui.checkin.small_window import SmallCheckIn

        small = SmallCheckIn(self.theme, self._tasks, self._companion.checkins)
        small.slider.set_depth(2)
        small.show()
        self._grab("prompt-window", small)
        small.close()

    def _low_energy(self) -> None:
        self._window.show_page("today")
        self._navigation.low_energy()
        self._grab("low-energy")
        self._navigation.low_energy()
        self._navigation.glimmer(Source.PAGE)
        window = self._rooms.glimmer_window
        if window is not None:
            self._grab("glimmer", window)
            window.close()

    def _prompt_settings(self) -> PromptSettings:
        from ui.reminders import Reminders
        from ui.shell.tray import Tray

        tray = Tray(self.theme, parent=self._window)
        reminders = Reminders(self._companion, self.theme, self._tasks, self._facts, tray, self._window, lambda: False)
        return reminders.settings_page()

    def _grab(self, name: str, widget: QWidget | None = None) -> None:
        shown = widget or self._window
        self._settle()
        shown.grab().save(str(self._place / f"{name}-{self._look}.png"))

    def _settle(self) -> None:
        for _ in range(_SETTLING):
            self._jobs.drain()
            self._app.processEvents()
            self._app.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _end(self) -> None:
        self._window.leave_page()
        self._settle()
        self._window.hide()
        self._window.deleteLater()
        self._settle()
