"""What a person chose about practices, kept in the encrypted store: presets, phrases, own rules of the router."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from numbcompanion.errors import UsageError
from numbcompanion.practice.breath_presets import BreathPreset
from numbcompanion.practice.router import OwnRules
from numbcompanion.practice.timer import TimerSettings
from numbcompanion.translation import tr

if TYPE_CHECKING:
    from numbcompanion.store.store import Store

MOST = 50
LONGEST_NAME = 60
_TIMERS, _BREATHS = "practice_timers", "practice_breaths"
_PHRASES, _RULES = "practice_phrases", "practice_rules"


@dataclass(frozen=True)
class TimerPreset:
    """A way to sit under a name."""

    name: str
    settings: TimerSettings


class PracticeChoices:
    """Reads and keeps them. Called from the worker thread only."""

    def __init__(self, store: "Store"):
        self._store = store

    def timers(self) -> list[TimerPreset]:
        """Return the timer presets, by name."""
        found = self._dict(_TIMERS)
        return [TimerPreset(name, TimerSettings.from_kept(kept)) for name, kept in sorted(found.items(), key=_folded)]

    def keep_timer(self, name: str, settings: TimerSettings) -> list[TimerPreset]:
        """Keep a preset; one of the same name is replaced. Raises UsageError."""
        settings.check()
        self._change(_TIMERS, lambda found: {**found, _name(name): settings.kept()})
        return self.timers()

    def forget_timer(self, name: str) -> list[TimerPreset]:
        """Forget a preset."""
        self._change(_TIMERS, lambda found: {key: kept for key, kept in found.items() if key != name})
        return self.timers()

    def breaths(self) -> list[BreathPreset]:
        """Return the person's own breath patterns, by name; what cannot be read any more is left out."""
        presets = []
        for _, kept in sorted(self._dict(_BREATHS).items(), key=_folded):
            try:
                presets.append(BreathPreset.from_kept(kept))
            except (UsageError, AttributeError, KeyError, TypeError, ValueError):
                continue
        return presets

    def keep_breath(self, preset: BreathPreset) -> list[BreathPreset]:
        """Keep a pattern; one of the same name is replaced. Raises UsageError."""
        name = _name(preset.title)
        self._change(_BREATHS, lambda found: {**found, name: {**preset.kept(), "title": name}})
        return self.breaths()

    def forget_breath(self, name: str) -> list[BreathPreset]:
        """Forget a pattern."""
        self._change(_BREATHS, lambda found: {key: kept for key, kept in found.items() if key != name})
        return self.breaths()

    def phrases(self, practice: str) -> tuple[str, ...]:
        """Return the person's own phrases of a practice; an empty one is the program's."""
        return tuple(str(phrase) for phrase in _list(self._dict(_PHRASES).get(practice)))

    def keep_phrases(self, practice: str, phrases: Sequence[str]) -> None:
        """Keep the person's own phrases of a practice."""
        self._change(_PHRASES, lambda found: {**found, practice: list(phrases)})

    def rules(self) -> dict[str, OwnRules]:
        """Return what the person changed in the router, by state."""
        return {
            state: OwnRules(tuple(map(str, _list(kept.get("left_out")))), tuple(map(str, _list(kept.get("added")))))
            for state, kept in self._dict(_RULES).items()
            if isinstance(kept, dict)
        }

    def keep_rules(self, state: str, rules: OwnRules) -> dict[str, OwnRules]:
        """Keep what the person changed for one state."""
        kept = {"left_out": list(rules.left_out), "added": list(rules.added)}
        self._change(_RULES, lambda found: {**found, state: kept})
        return self.rules()

    def _dict(self, name: str) -> dict[str, Any]:
        found = self._store.state(name)
        return found if isinstance(found, dict) else {}

    def _change(self, name: str, change: Callable[[dict[str, Any]], Mapping[str, Any]]) -> None:
        found = change(self._dict(name))
        if len(found) > MOST:
            raise UsageError(tr("There is room for {n} of these. Forget one first.").format(n=MOST))
        self._store.set_state(name, dict(found))


def _name(text: str) -> str:
    name = " ".join(text.split())[:LONGEST_NAME].rstrip()
    if not name:
        raise UsageError(tr("It needs a name."))
    return name


def _list(kept: object) -> list[Any]:
    return kept if isinstance(kept, list) else []


def _folded(item: tuple[str, Any]) -> str:
    return item[0].casefold()
