"""Builds every page from the services, when it is first opened. Together with app.py the only place that knows all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from numbcompanion.companion import Companion
from numbcompanion.errors import CompanionError
from numbcompanion.translation import tr
from ui.facts import Facts
from ui.kit.dialogs import Dialogs
from ui.shell.pages import PageSpec
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from numbcompanion.care.helplines import Helplines
    from numbcompanion.checkins.records import CheckIn, Source
    from numbcompanion.reading import ReadingPage, Shelf
    from ui.checkin.glimmer_window import GlimmerWindow
    from ui.practice.performer import Performer
    from ui.practice.player import Player
    from ui.practice.song_row import LoadedSong
    from ui.practice.sounds import Speaker
    from ui.practice.voice import Manner, Voice
    from ui.prompts.settings import PromptSettings
    from ui.shell.low_energy import LowEnergy
    from ui.today.today_page import NextStep

RECOVERY_CODE_KEPT = "recovery-code-kept"


class Rooms(QObject):
    """Hands each page exactly what it needs."""

    said = Signal(str, object)  # a quiet line for the toast, and how to undo it (or None)
    page_requested = Signal(str)
    section_requested = Signal(str)  # of the settings
    practice_requested = Signal(str)
    cover_requested = Signal(QWidget)
    uncover_requested = Signal(QWidget)
    practice_ended = Signal()
    checkin_requested = Signal(str)  # a kept check-in, by its id
    low_energy_requested = Signal()
    today_filled = Signal()
    _line_written = Signal(object)  # an Entry, from the worker

    def __init__(
        self,
        companion: Companion,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        dialogs: Dialogs,
        prompt_settings: Callable[[], PromptSettings],
        speaker: Speaker | None = None,
        voice: Voice | None = None,
    ):
        super().__init__()
        self._companion = companion
        self._theme = theme
        self._tasks = tasks
        self._facts = facts
        self._dialogs = dialogs
        self._prompt_settings_page = prompt_settings
        self._given_speaker = speaker
        self._given_voice = voice
        self._line_written.connect(facts.entry_saved)
        self._shelves: dict[str, Shelf] = {}
        self._player: QWidget | None = None
        self._help_window: QWidget | None = None
        self.glimmer_window: GlimmerWindow | None = None

    def specs(self) -> list[PageSpec]:
        """Return the pages in their order."""
        return [
            PageSpec("today", lambda: tr("Today"), "today", "Ctrl+1", self._today),
            PageSpec("checkin", lambda: tr("Check in"), "check-in", "Ctrl+2", self._checkin),
            PageSpec("practice", lambda: tr("Practice"), "practice", "Ctrl+3", self._practice),
            PageSpec("journal", lambda: tr("Journal"), "journal", "Ctrl+4", self._journal),
            PageSpec("insights", lambda: tr("Insights"), "insights", "Ctrl+5", self._insights),
            PageSpec("path", lambda: tr("Path"), "path", "Ctrl+6", self._path),
            PageSpec("together", lambda: tr("Together"), "together", "Ctrl+7", self._together),
            PageSpec("library", lambda: tr("Library"), "library", "Ctrl+8", self._library),
            PageSpec("help", lambda: tr("Help now"), "help", "Ctrl+Shift+H", self._help, at_foot=True),
            PageSpec("settings", lambda: tr("Settings"), "settings", "Ctrl+,", self._settings, at_foot=True),
        ]

    @cached_property
    def helplines(self) -> Helplines:
        """The help lines, read once."""
        from numbcompanion.care.helplines import load_helplines

        return load_helplines()

    def open_glimmer(self, source: Source) -> None:
        """Open the small window for a glimmer, or bring it forward."""
        if self.glimmer_window is None:
            from ui.checkin.glimmer_window import GlimmerWindow

            self.glimmer_window = GlimmerWindow(self._theme, self._tasks, self._companion.checkins)
            self.glimmer_window.saved.connect(self._glimmer_saved)
            self.glimmer_window.closed.connect(self._forget_glimmer)
        self.glimmer_window.ask(source)

    def _forget_glimmer(self) -> None:
        if self.glimmer_window is not None:
            self.glimmer_window.deleteLater()
            self.glimmer_window = None

    def _glimmer_saved(self, glimmer: CheckIn) -> None:
        checkins, gone = self._companion.checkins, self._facts.checkin_removed.emit
        self._facts.checkin_saved.emit(glimmer)
        undo = partial(self._tasks.run, partial(checkins.delete, glimmer.id), lambda _: gone(glimmer.id))
        self.said.emit(tr("Kept: something came through."), undo)

    def low_energy(self) -> LowEnergy:
        """Return the companion in three large choices."""
        from ui.shell.low_energy import LowEnergy

        companion = self._companion
        return LowEnergy(self._theme, self._tasks, self._facts, companion.checkins, companion.journal)

    @cached_property
    def voice(self) -> Voice:
        """What speaks the captions."""
        from ui.practice.voice import system_voice

        return self._given_voice or system_voice(self)

    @cached_property
    def speaker(self) -> Speaker:
        """What rings the bells."""
        from ui.practice.sounds import system_speaker

        return self._given_speaker or system_speaker()

    def _today(self) -> QWidget:
        from ui.today.today_page import TodayPage

        companion = self._companion
        page = TodayPage(
            self._theme,
            self._tasks,
            self._facts,
            companion.checkins,
            companion.clock,
            self._next_step,
            self._wants_recovery_offer,
        )
        page.page_requested.connect(self.page_requested)
        page.practice_requested.connect(self.practice_requested)
        page.recovery_code_requested.connect(self._to_recovery_code)
        page.said.connect(self.said)
        page.filled.connect(self.today_filled)
        page.small_thing_wanted.connect(self.practice_requested)
        page.low_energy_requested.connect(self.low_energy_requested)
        return page

    def _next_step(self) -> NextStep | None:
        from numbcompanion.reading import one_page
        from ui.today.today_page import NextStep

        tried = self._companion.path.steps_tried()
        step = next((number for number in range(1, 8) if number not in tried), None)
        page = None if step is None else one_page("path", f"step-{step}")
        if page is None:
            return None
        return NextStep(tr("Step {step} of 7").format(step=step), page.title, first_words(page))

    def _wants_recovery_offer(self) -> bool:
        return not self._companion.store.state(RECOVERY_CODE_KEPT)

    def _to_recovery_code(self) -> None:
        self.page_requested.emit("settings")
        self.section_requested.emit("privacy")

    def shelf(self, room: str) -> Shelf:
        """Return the reading pages of `room`, read once."""
        from numbcompanion.reading import shelf_of

        if room not in self._shelves:
            self._shelves[room] = shelf_of(room)
        return self._shelves[room]

    def _checkin(self) -> QWidget:
        from ui.checkin.checkin_page import CheckInPage, Services

        companion = self._companion
        services = Services(companion.checkins, companion.tags, companion.own_words, companion.markers)
        page = CheckInPage(self._theme, self._tasks, self._facts, services, companion.clock, self._dialogs)
        page.said.connect(self.said)
        page.small_thing_wanted.connect(self.practice_requested)
        return page

    def _insights(self) -> QWidget:
        from ui.insights.insights_page import InsightsPage

        companion = self._companion
        page = InsightsPage(
            self._theme,
            self._tasks,
            self._facts,
            companion.checkins,
            self._dialogs,
            companion.practice_log,
            companion.tags,
            companion.markers,
        )
        page.page_requested.connect(self.page_requested)
        page.checkin_requested.connect(self.checkin_requested)
        page.said.connect(self.said)
        return page

    def _help(self) -> QWidget:
        from ui.help.help_page import HelpPage

        page = HelpPage(
            self._theme, self.helplines, self._companion.preferences, self._companion.clock, QLocale().name()
        )
        page.practice_requested.connect(self.practice_requested)
        page.country_chosen.connect(lambda _: self._facts.preferences_changed.emit(self._companion.preferences.current))
        return page

    def _journal(self) -> QWidget:
        from numbcompanion.journal.nudges import Nudges
        from ui.journal.page import JournalPage

        companion = self._companion
        page = JournalPage(
            self._theme,
            self._tasks,
            self._facts,
            companion.journal,
            self._dialogs,
            companion.clock,
            Nudges.from_resources(),
            companion.preferences,
        )
        page.toast_requested.connect(self.said)
        return page

    def practice_titles(self) -> dict[str, str]:
        """Return the titles of all practices by their names; those without a script say what they are."""
        from numbcompanion.practice.scripts import BREATH
        from numbcompanion.practice.timer import TIMER

        titles = self._companion.scripts.shelf.titles()
        return titles | {TIMER: tr("Just sit with me: a silent timer"), BREATH: tr("Your own breath: a rhythm")}

    def _practice(self) -> QWidget:
        from ui.practice.page import PracticePage

        companion, performer = self._companion, self._performer
        page = PracticePage(
            self._theme,
            self._tasks,
            self._facts,
            companion.practice_log,
            companion.practice_choices,
            companion.scripts,
            companion.clock,
            companion.preferences,
            performer,
        )
        page.folder_requested.connect(self._open_practices_folder)
        page.said.connect(self.said)
        performer.player_requested.connect(self._play)
        performer.player_closed.connect(self._played)
        return page

    @cached_property
    def _performer(self) -> Performer:
        from numbcompanion.practice.recordings import Recordings
        from ui.practice.awake import DesktopAwake
        from ui.practice.performer import Lent, Performer
        from ui.practice.playing import Instruments

        companion = self._companion
        lent = Lent(self._write_line, self._feeling_words, self._new_song, Recordings(companion.home.recordings_folder))
        instruments = Instruments(companion.clock, self.speaker, self.voice, DesktopAwake(self))
        return Performer(
            self._theme,
            self._tasks,
            self._facts,
            companion.practice_log,
            companion.preferences,
            companion.scripts,
            instruments,
            self._dialogs,
            lent,
        )

    def _write_line(self, text: str) -> None:
        """Put a line into the journal; on the worker."""
        journal = self._companion.journal
        entry = journal.save(journal.begin(), "", text)
        if entry is not None:
            self._line_written.emit(entry)

    def _feeling_words(self, near: str | None) -> Sequence[str]:
        """Six words to choose from, near one that was chosen, two of them for feeling little."""
        from numbcompanion.checkins.words import feeling_words, words_near

        words = feeling_words()
        at = next(((word.pleasantness, word.energy) for word in words if word.word == near), None)
        return [word.word for word in words_near(words, at, number=6)]

    def _new_song(self) -> LoadedSong:
        from ui.practice.song_player import system_song

        return system_song(self)

    def _open_practices_folder(self) -> None:
        from ui.practice.own_folder import open_own_folder

        self.said.emit(open_own_folder(self._companion.home.practices_folder), None)

    @property
    def playing(self) -> bool:
        """Whether a practice is going on, which no prompt interrupts."""
        return self._player is not None

    def _play(self, player: Player) -> None:
        self._player = player
        player.full_screen_requested.connect(partial(_fill_screen, player))
        player.help_wanted.connect(lambda: self.page_requested.emit("help"))
        self.cover_requested.emit(player)

    def _played(self, player: QWidget) -> None:
        self._player = None
        self.uncover_requested.emit(player)
        self.practice_ended.emit()

    def end_practice(self) -> None:
        """End a practice that is going on; what was done is kept."""
        ended = getattr(self._player, "end", None)
        if callable(ended):
            ended()

    def open_help_window(self) -> None:
        """Open Help now as a window of its own, for when the pages are covered."""
        from ui.help.window import HelpWindow

        companion = self._companion
        self._help_window = HelpWindow(
            self._theme, self.helplines, companion.preferences, companion.clock, QLocale().name()
        )
        self._help_window.show()

    def _path(self) -> QWidget:
        from ui.path.path_page import PathPage

        shelves = (self.shelf("library"),)
        page = PathPage(self._theme, self._tasks, self._facts, self._companion.path, self.shelf("path"), shelves)
        page.practice_requested.connect(self.practice_requested)
        page.page_requested.connect(self.page_requested)
        return page

    def _together(self) -> QWidget:
        from numbcompanion.together.deck import deck_of
        from ui.together.together_page import TogetherPage

        page = TogetherPage(self._theme, self.shelf("together"), deck_of, self._companion.clock)
        page.page_requested.connect(self.page_requested)
        return page

    def _library(self) -> QWidget:
        from ui.library.library_page import LibraryPage

        return LibraryPage(self._theme, self._tasks, self._facts, self._companion.path, self.shelf("library"))

    def _settings(self) -> QWidget:
        from ui.settings.settings_page import Section, SettingsPage

        sections = {
            "appearance": Section(tr("General"), self._appearance),
            "sound": Section(tr("Voice"), self._sound),
            "prompts": Section(tr("Prompts"), self._prompt_settings, own_page=True),
            "privacy": Section(tr("Privacy"), self._privacy),
            "about": Section(tr("About"), self._about),
        }
        return SettingsPage(self._theme, sections)

    def _appearance(self) -> QWidget:
        from ui.settings.appearance import Appearance
        from ui.settings.autostart import autostart_here, start_command

        autostart = autostart_here(start_command(self._companion.home))
        section = Appearance(self._theme, self._facts, self._companion.preferences, autostart)
        section.said.connect(self.said)
        return section

    def _sound(self) -> QWidget:
        from ui.practice.session_sound import SessionSound
        from ui.practice.voice_settings import VoiceSettings

        companion = self._companion
        manner = SessionSound.of(companion.preferences.current).manner
        section = VoiceSettings(self._theme, self.voice, manner, companion.home.recordings_folder)
        section.manner_chosen.connect(self._keep_manner)
        return section

    def _keep_manner(self, manner: Manner) -> None:
        try:
            self._companion.preferences.change(
                voice_name=manner.name,
                voice_rate=manner.rate,
                voice_pitch=manner.pitch,
                voice_volume=manner.volume,
            )
        except CompanionError as error:
            self._tasks.trouble.emit(error)

    def _privacy(self) -> QWidget:
        from ui.settings.privacy import Privacy

        companion = self._companion
        section = Privacy(
            self._theme,
            self._tasks,
            companion.store,
            self._dialogs,
            lambda: companion.store.set_state(RECOVERY_CODE_KEPT, True),
            str(companion.home.key_folder),
        )
        section.said.connect(self.said)
        return section

    def _about(self) -> QWidget:
        from ui.settings.about import About

        return About(self._theme)

    def _prompt_settings(self) -> QWidget:
        page = self._prompt_settings_page()
        page.back_requested.connect(lambda: self.section_requested.emit("appearance"))
        return page


def _fill_screen(player: QWidget, wanted: bool) -> None:
    window = player.window()
    window.showFullScreen() if wanted else window.showNormal()


def first_words(page: ReadingPage) -> str:
    """Return the first sentence of a page."""
    from numbcompanion.reading import Paragraph

    text = next((block.text for block in page.blocks if isinstance(block, Paragraph)), "")
    sentence, stop, _ = text.partition(". ")
    return sentence + stop.strip()
