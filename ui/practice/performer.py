"""Plays practices, one at a time: builds the player, keeps what was done, and what was said afterwards."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from numbcompanion.errors import CompanionError
from numbcompanion.practice.own_pace import OwnPace
from numbcompanion.practice.plans import Plan
from numbcompanion.practice.practice_log import PracticeLog
from numbcompanion.practice.recordings import Recordings
from numbcompanion.practice.records import SessionDone, SessionRecord
from numbcompanion.practice.script_plan import script_plan
from numbcompanion.practice.script_shelf import Scripts, load_scripts
from numbcompanion.practice.scripts import LengthKind, Script
from numbcompanion.preferences import PreferencesFile
from ui.facts import Facts
from ui.kit.dialogs import Dialogs
from ui.practice.ask_row import Words
from ui.practice.keeping import Keeping
from ui.practice.player import Player
from ui.practice.playing import Instruments, Playing
from ui.practice.session_sound import SessionSound
from ui.practice.song import Song
from ui.practice.song_row import LoadedSong, SongRow
from ui.practice.sounds import Speaker
from ui.practice.stage import Stage
from ui.practice.words import joined, minutes_words
from ui.tasks import Tasks
from ui.theme import Theme

ORIENTING = "orienting"
GENTLY_S = 4.0
"""The seconds between “Further away?” and the first sentence of orienting."""


@dataclass(frozen=True)
class Lent:
    """What the rest of the companion lends: a place for a journal line, feeling words, a song player."""

    write_line: Callable[[str], object] = lambda text: None
    words: Words = lambda near: ()
    new_song: Callable[[], LoadedSong] | None = None
    recordings: Recordings | None = None


@dataclass
class _Said:
    """What was said after one session: it waits here until the session is on disk."""

    depth: int | None = None
    note: str = ""
    kept_id: str = ""


class Performer(QObject):
    """Two players can never run at once: a second one is not begun."""

    player_requested = Signal(object)  # the Player, to cover the window
    player_closed = Signal(object)
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        facts: Facts,
        practice_log: PracticeLog,
        preferences_file: PreferencesFile,
        scripts: Scripts,
        instruments: Instruments,
        dialogs: Dialogs,
        lent: Lent | None = None,
    ):
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._facts = facts
        self._log = practice_log
        self._preferences_file = preferences_file
        self._scripts = scripts
        self._instruments = instruments
        self._dialogs = dialogs
        self._lent = lent or Lent()
        self._depth_before: int | None = None
        self._said = _Said()
        self.title_of: Callable[[str], str] = str
        self.player: Player | None = None
        self._stage: Stage | None = None  # built ahead

    @property
    def speaker(self) -> Speaker:
        """What rings the bells."""
        return self._instruments.speaker

    def song_row(self, script: Script) -> SongRow | None:
        """Return the row that chooses a song, for a practice that needs one."""
        if script.lengths[0].kind is not LengthKind.SONG or self._lent.new_song is None:
            return None
        return SongRow(self._theme, self._dialogs, self._lent.new_song())

    def recording_troubles(self, script: Script) -> list[str]:
        """Return a sentence for each own recording of a practice that will not be played."""
        recordings = self._lent.recordings
        if recordings is None:
            return []
        listed = recordings.listing(script.slug, [said.text for said in script.captions()])
        return [recording.trouble for recording in listed if recording.trouble]

    def get_ready(self, beside: QWidget) -> None:
        """Build what a session is shown on, hidden on `beside`, so that little is left to do after the click."""
        if self._stage is None:
            self._stage = self._new_stage(beside)
            self._stage.hide()

    def play(self, plan: Plan, depth_before: int | None = None, leads: bool = False, song: Song | None = None) -> None:
        """Begin a session; nothing happens while another one goes on."""
        if self.player is not None:
            return
        self._depth_before, self._said = depth_before, _Said()
        preferences = self._preferences_file.current
        recordings = self._lent.recordings
        playing = Playing(
            plan,
            self._orienting,
            self._instruments,
            SessionSound.of(preferences),
            _no_recording if recordings is None else recordings.find,
            song,
        )
        hidden = preferences.practice_time_hidden
        own_pace = OwnPace() if leads else None
        stage, self._stage = self._stage or self._new_stage(None), None
        player = Player(self._theme, self._title(plan), playing, stage, own_pace, hidden)
        self.player = player
        self._connect(player)
        self.player_requested.emit(player)

    def _new_stage(self, parent: QWidget | None) -> Stage:
        return Stage(self._theme, SessionSound.of(self._preferences_file.current), self._lent.words, parent)

    def _connect(self, player: Player) -> None:
        playing = player.playing
        playing.over.connect(self._keep)
        playing.sound_changed.connect(lambda sound: self._change_preferences(**sound.preferences()))
        player.time_hidden_changed.connect(lambda hidden: self._change_preferences(practice_time_hidden=hidden))
        player.depth_chosen.connect(self._describe_depth)
        player.line_written.connect(self._write_line)
        player.closed.connect(partial(self._close, player))
        self._instruments.speaker.trouble.connect(player.stage.show_trouble)
        self._instruments.voice.trouble.connect(player.stage.show_trouble)

    def _title(self, plan: Plan) -> str:
        title = self.title_of(plan.practice)
        length = plan.settings.get("length")
        if isinstance(length, str) and not length.isdigit():
            return title
        return joined(title, minutes_words(None if plan.length_s is None else round(plan.length_s / 60)))

    def _orienting(self) -> Plan:
        script = self._scripts.shelf.find(ORIENTING) or load_scripts().find(ORIENTING)
        assert script is not None
        return script_plan(script, script.usual(), prepare_s=GENTLY_S, bells=False)

    def _keep(self, done: SessionDone) -> None:
        keeping = Keeping(self._tasks, self._facts, self._log, replace(done, depth_before=self._depth_before), self)
        keeping.kept.connect(partial(self._kept, self._said))
        keeping.kept.connect(lambda _: keeping.deleteLater())
        keeping.failed.connect(self._say_trouble)
        if self.player is not None:
            self.player.follow(keeping)
        keeping.keep()

    def _kept(self, said: _Said, record: SessionRecord | None) -> None:
        said.kept_id = "" if record is None else record.id
        if said.depth is not None or said.note:
            self._describe(said)

    def _describe_depth(self, depth: int | None) -> None:
        self._said.depth = depth
        self._describe(self._said)

    def _write_line(self, text: str) -> None:
        player = self.player
        if player is None:
            return
        after = player.stage.after

        def written(_: object) -> None:
            if self.player is player:  # otherwise it is gone
                after.line_kept()

        def failed(error: CompanionError) -> None:
            if self.player is player:
                after.say(str(error))

        self._tasks.run(lambda: self._lent.write_line(text), written, failed)

    def _describe(self, said: _Said) -> None:
        if not said.kept_id:
            return
        described = partial(
            self._log.describe, said.kept_id, said.note or None, depth_after=said.depth, says_depth_after=True
        )

        def done(record: SessionRecord | None) -> None:
            if record is not None:
                self._facts.session_kept.emit(record)

        self._tasks.run(described, done)

    def _close(self, player: Player) -> None:
        self._said.note = player.stage.after.unwritten
        if self._said.note:
            self._describe(self._said)
        self._instruments.speaker.trouble.disconnect(player.stage.show_trouble)
        self._instruments.voice.trouble.disconnect(player.stage.show_trouble)
        self.player = None
        self.closed.emit()
        self.player_closed.emit(player)

    def _say_trouble(self, error: CompanionError) -> None:
        if self.player is None:  # nobody else says it
            self._tasks.trouble.emit(error)

    def _change_preferences(self, **values: object) -> None:
        try:
            self._preferences_file.change(**values)
        except CompanionError as error:
            self._tasks.trouble.emit(error)


def _no_recording(practice: str, number: int) -> Path | None:
    return None
