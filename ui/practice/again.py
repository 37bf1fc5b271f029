"""Sets what stands before a practice as it was in a kept session, or as a suggestion says."""

from collections.abc import Mapping
from typing import Any

from numbcompanion.errors import UsageError
from numbcompanion.practice.breath import BreathPattern, Pacing
from numbcompanion.practice.scripts import Script
from numbcompanion.practice.timer import TimerSettings
from ui.practice.before import Before
from ui.practice.before_breath import BeforeBreath
from ui.practice.before_script import BeforeScript
from ui.practice.before_timer import BeforeTimer


def set_again(before: Before, script: Script | None, settings: Mapping[str, Any]) -> None:
    """Show these settings; what cannot be any more falls back to the usual."""
    if isinstance(before, BeforeTimer):
        before.show_settings(TimerSettings.from_kept(settings), chosen=True)
    elif isinstance(before, BeforeBreath):
        _set_breath(before, settings)
    elif isinstance(before, BeforeScript) and script is not None:
        # The first sessions kept their length as a number of minutes.
        length = settings.get("length", str(settings.get("minutes", "")))
        before.choose(script.from_kept({**settings, "length": length}))


def _set_breath(before: BeforeBreath, settings: Mapping[str, Any]) -> None:
    minutes = settings.get("minutes")
    before.choose_minutes(minutes if isinstance(minutes, int) else None)
    if settings.get("own_pace"):
        before.lead()
        return
    try:
        begin = BreathPattern.parse(str(settings["begin"])) if settings.get("begin") else None
        before.show_pacing(Pacing(BreathPattern.parse(str(settings["pattern"])), begin, settings.get("ramp_s") or 0.0))
    except (UsageError, KeyError, TypeError):
        return
