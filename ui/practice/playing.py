"""A session being played: the machine, what is heard of it, and the timer that moves it on. No widget."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from numbcompanion.clock import Clock
from numbcompanion.practice.plans import Ask, Caption, Cue, Plan, Surface, SurfaceKind
from numbcompanion.practice.session import Session, SessionState
from ui.practice.awake import Awake
from ui.practice.session_sound import SessionSound
from ui.practice.song import Song
from ui.practice.sounds import Speaker
from ui.practice.voice import Voice

AHEAD_S = 0.3
BREATHER_S = 0.8
"""The silence after a spoken sentence before the next may begin."""
_ASKED_S = 0.25  # how long before its time a bell is handed to the speaker
_COARSEST_S = 1.0


@dataclass(frozen=True)
class Instruments:
    """What a session needs of the computer."""

    clock: Clock
    speaker: Speaker
    voice: Voice
    awake: Awake


class Playing(QObject):
    """Plays one plan from the moment it is made. Views show `session`, `caption`, `ask` and `surface`."""

    moved = Signal()  # something to be shown has changed, or a second has passed
    over = Signal(object)  # the SessionDone, to be kept
    closed = Signal()
    sound_changed = Signal(object)  # SessionSound

    def __init__(
        self,
        plan: Plan,
        orienting: Callable[[], Plan],
        instruments: Instruments,
        sound: SessionSound,
        recording: Callable[[str, int], Path | None] = lambda practice, number: None,
        song: Song | None = None,
        parent: QObject | None = None,
    ):
        super().__init__(parent)
        self._orienting = orienting
        self._clock = instruments.clock
        self._speaker, self._voice, self._awake = instruments.speaker, instruments.voice, instruments.awake
        self._recording = recording
        self._song = song
        self._silent_since_s: float | None = None
        self.sound = sound
        self.caption = Caption(0.0)
        self.ask: Ask | None = None
        self.surface = Surface(0.0)
        self.asked_to_pause = False
        self.times_oriented = 0
        self.is_over = False
        self.is_closed = False
        self.session = Session(plan, self._clock)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.move_on)
        self._begin()

    def _begin(self) -> None:
        self._voice.fell_silent.connect(self._voice_fell_silent)
        self._speaker.prepare()
        self._voice.set_manner(self.sound.manner)
        if self.sound.voice_on:
            self._voice.prepare()
        self._lay_soundscape()
        self._awake.hold()
        self.move_on()

    @property
    def paused(self) -> bool:
        """Whether the time stands still."""
        return self.session.state is SessionState.PAUSED

    @property
    def time_is_over(self) -> bool:
        """Whether the planned time has passed, and the last sentence with it."""
        session = self.session
        return session.state.final or (session.left_s == 0 and not session.words_waiting)

    def glance(self) -> None:
        """Look at the clock and do what is due; says so only where there is something to show."""
        was_paused = self.paused
        self.session.hold_words(self._is_speaking())
        while cues := self.session.tick(one_sentence=True):
            for cue in cues:
                self._perform(cue)
        if self.paused and not was_paused:
            self._stand_still()
        for bell, in_s in self.session.bells_ahead(AHEAD_S):
            if self.sound.bells_on:
                self._speaker.ring(bell.kind, self.sound.bells_volume, max(0.0, in_s))

    def _perform(self, cue: Cue) -> None:
        if isinstance(cue, Caption):
            self._say(cue)
        elif isinstance(cue, Ask):
            self.ask = cue
        elif isinstance(cue, Surface):
            self._lay_out(cue)
        else:
            return
        self.moved.emit()

    def move_on(self) -> None:
        """Look at the clock, do what is due, and say that there is something to show."""
        if self.is_closed:
            return
        self.glance()
        if not self.is_over and self.time_is_over:
            self._finish()
        self.moved.emit()
        self._schedule()

    def pause(self) -> None:
        """Let the time stand still, or go on."""
        if self.is_over:
            return
        if self.paused:
            self.asked_to_pause = False
            self.session.resume()
            self._awake.hold()
            self._lay_soundscape()
            if self._song is not None and self.surface.kind is SurfaceKind.SONG:
                self._song.play()
        else:
            self.asked_to_pause = True
            self.session.pause()
            self._stand_still()
        self.move_on()

    def skip(self) -> None:
        """Go on at the next part."""
        if self.is_over or self.paused or self.session.next_part is None:
            return
        self._hush()
        self.session.skip()
        self.ask = None
        self._lay_out(Surface(0.0))
        self.move_on()

    def orient(self) -> None:
        """Leave the practice gently for orienting; the time that was practised is kept."""
        if self.is_over:
            return
        self._hush()
        self.asked_to_pause = False
        self.times_oriented += 1
        self.session.orient(self._orienting())
        self.caption, self.ask = Caption(0.0), None
        self._lay_out(Surface(0.0))
        self._awake.hold()
        self._lay_soundscape()
        self.move_on()

    def stop(self) -> None:
        """End the practice here; what was done is kept."""
        if self.is_over:
            return
        self.session.end()
        self._hush()
        self._finish()
        self.moved.emit()

    def close(self) -> None:
        """End at once and let go of sound and screen; what was done is kept."""
        if self.is_closed:
            return
        self.is_closed = True
        by_hand = not self.session.state.final
        self.session.end()
        if by_hand:
            self._hush()
        if not self.is_over:
            self._finish()
        self._timer.stop()
        self._voice.fell_silent.disconnect(self._voice_fell_silent)
        self._voice.close()
        self._speaker.close()
        self.closed.emit()

    def set_sound(self, sound: SessionSound) -> None:
        """Change what is heard, from now on."""
        before, self.sound = self.sound, sound
        if before.bells_on and not sound.bells_on:
            self._speaker.silence()
        if before.manner != sound.manner:
            self._voice.set_manner(sound.manner)
        if before.voice_on != sound.voice_on:
            self._turn_voice(sound.voice_on)
        if (before.soundscape, before.soundscape_volume) != (sound.soundscape, sound.soundscape_volume):
            self._lay_soundscape()
        self.sound_changed.emit(sound)

    def answer(self, value: str | int, chosen: bool) -> None:
        """Keep what was chosen for the present question, or take it back."""
        if self.ask is None:
            return
        if chosen:
            self.session.answer(self.ask.name, value)
        else:
            self.session.take_back(self.ask.name)

    def _is_speaking(self) -> bool:
        if self._voice.speaking:
            return True
        since_s = self._silent_since_s
        return since_s is not None and self._clock.monotonic_s() - since_s < BREATHER_S

    def _say(self, caption: Caption) -> None:
        self.caption = caption
        if self.ask is not None and self.ask.at_s < caption.at_s:
            self.ask = None
        if not caption.text or not self.sound.voice_on:
            return
        recording = self._recording(self.session.plan.practice, caption.number) if caption.number else None
        self._silent_since_s = None
        self._voice.say(caption.text, recording)
        self.session.hold_words(self._voice.speaking)

    def _voice_fell_silent(self) -> None:
        self._silent_since_s = self._clock.monotonic_s()
        if not self.is_closed and not self.paused:
            self._timer.start(round(BREATHER_S * 1000) + 1)

    def _turn_voice(self, on: bool) -> None:
        if on:
            self._voice.prepare()
            if self.caption.text and not self.paused and not self.is_over:
                self._say(self.caption)
        else:
            self._voice.stop()

    def _lay_out(self, surface: Surface) -> None:
        was, self.surface = self.surface.kind, surface
        if self._song is None or was is surface.kind:
            return
        if surface.kind is SurfaceKind.SONG:
            self._song.play()
            self._lay_soundscape()
        elif was is SurfaceKind.SONG:
            self._song.stop()
            if not self.is_over:
                self._lay_soundscape()

    def _lay_soundscape(self) -> None:
        """Nothing lies under a song."""
        under = None if self.surface.kind is SurfaceKind.SONG else self.sound.soundscape
        self._speaker.lay(under, self.sound.soundscape_volume)

    def _stand_still(self) -> None:
        """What a pause means outside the machine."""
        self._hush()
        self._speaker.lay(None, 0.0)
        self._awake.release()
        if self._song is not None:
            self._song.pause()
        self._timer.stop()

    def _hush(self) -> None:
        self._speaker.silence()
        self._voice.stop()
        self._silent_since_s = None

    def _schedule(self) -> None:
        if self.paused or self.is_closed or self.session.state.final:
            self._timer.stop()
            return
        wait_s = 1.0 - self.session.spent_s % 1.0
        next_s = self.session.until_next_s
        if next_s is not None:
            wait_s = min(wait_s, next_s if next_s <= AHEAD_S else next_s - _ASKED_S)
        if self.session.words_waiting and self._silent_since_s is not None:
            wait_s = min(wait_s, BREATHER_S / 4)
        self._timer.start(max(1, round(min(wait_s, _COARSEST_S) * 1000 + 0.5)))

    def _finish(self) -> None:
        self.is_over = True
        self.ask = None
        self._awake.release()
        self._speaker.lay(None, 0.0)
        self._lay_out(Surface(0.0))
        self.over.emit(self.session.done())

    def change(self, **values: object) -> None:
        """Change some of what is heard."""
        self.set_sound(replace(self.sound, **values))  # type: ignore[arg-type]
