"""What tests of the practice room do again and again: press a chip, read what is shown, keep a session."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLabel, QLineEdit

from numbcompanion.practice.plans import Caption
from numbcompanion.practice.records import Ending, SessionDone


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
