"""What tests of the practice room do again and again, and stand-ins for what sounds in it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLabel, QLineEdit

from numbcompanion.practice.plans import Caption
from numbcompanion.practice.records import Ending, SessionDone
from ui.practice.voice import Manner


def press(chips, *keys):
    """Press the chips of these keys, one after the other."""
    for key in keys:
        next(chip for chip in chips.chips if chip.key == key).click()


def words(widget):
    """Return every label that is shown, a line each."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def keep(companion, practice, at, seconds, settings=None, **rest):
    """Keep a whole session that began `at`, and return its record."""
    done = SessionDone(practice, at, None, seconds, Ending.COMPLETE, settings or {}, **rest)
    return companion.practice_log.keep(done)


def texts(plan):
    """Return every sentence of a plan, in its order."""
    return [cue.text for cue in plan.cues if isinstance(cue, Caption) and cue.text]


def draws_frames(player):
    """Whether a player draws frames between its looks at the clock."""
    [frames] = player.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return frames.isActive()


def controls(widget):
    """Return what can have the keyboard in a widget, as it is now."""
    kinds = (QAbstractButton, QAbstractSpinBox, QLineEdit)
    return [
        control
        for kind in kinds
        for control in widget.findChildren(kind)
        if control.isVisible()
        and control.isEnabled()
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(control, QLineEdit) and isinstance(control.parent(), QAbstractSpinBox))
    ]


class FakeSpeaker(QObject):
    """Remembers which bells were asked for, and the moment each is to be heard."""

    trouble = Signal(str)
    available = True

    def __init__(self, clock):
        super().__init__()
        self._clock = clock
        self.strokes = []
        self.laid = []
        self.calls = []

    def prepare(self):
        self.calls.append("prepare")

    def ring(self, kind, volume, in_s=0.0):
        self.strokes.append((self._clock.monotonic_s() + in_s, kind, volume))

    def lay(self, soundscape, volume):
        self.laid.append((soundscape, volume))

    def silence(self):
        self.calls.append("silence")

    def close(self):
        self.calls.append("close")


class FakeVoice(QObject):
    """Speaks each sentence for as long as the test says."""

    trouble = Signal(str)
    fell_silent = Signal()
    voices_known = Signal()

    def __init__(self):
        super().__init__()
        self.said = []
        self.recordings = []
        self.calls = []
        self.speaks = False
        self._speaking = False
        self.manner = Manner()

    @property
    def speaking(self):
        return self._speaking

    def voices(self):
        return []

    def prepare(self):
        self.calls.append("prepare")

    def set_manner(self, manner):
        self.manner = manner

    def say(self, text, recording=None):
        assert not self._speaking, f"“{text}” would cut off “{self.said[-1]}”"
        self.said.append(text)
        self.recordings.append(recording)
        self._speaking = self.speaks

    def finish(self):
        """The sentence comes to its end."""
        if self._speaking:
            self._speaking = False
            self.fell_silent.emit()

    def stop(self):
        self.calls.append("stop")
        self.finish()

    def close(self):
        self.stop()
        self.calls.append("close")


class FakeSong(QObject):
    """A song of a known length."""

    length_known = Signal(float)
    trouble = Signal(str)

    def __init__(self):
        super().__init__()
        self.calls = []

    def load(self, file: Path):
        self.calls.append("load")

    def play(self):
        self.calls.append("play")

    def pause(self):
        self.calls.append("pause")

    def stop(self):
        self.calls.append("stop")


class FakeAwake:
    """Remembers whether the screen is held awake."""

    def __init__(self):
        self.held = False

    def hold(self):
        self.held = True

    def release(self):
        self.held = False
