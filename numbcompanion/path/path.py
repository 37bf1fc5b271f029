"""Keeps what was done on the seven steps."""

import uuid
from collections.abc import Sequence
from typing import Any

from numbcompanion.clock import Clock, Moment
from numbcompanion.path.records import LONGEST_SENTENCE, SENTENCE, TICKS, TRIED, Answer, PathState, StepState
from numbcompanion.preferences import PreferencesFile
from numbcompanion.store.store import Store
from numbcompanion.written import cleaned

STEPS = range(1, 8)
_ACKNOWLEDGE = 1  # lists of ticks and the own sentence belong to the first step, wherever they are shown


class Path:
    """Keeps answers, ticks and what was tried; to be called from the worker thread.

    One record for each item and day: later changes on a day write over it, another day adds one, so that what
    was noticed can be compared over time.
    """

    def __init__(self, store: Store, clock: Clock, preferences_file: PreferencesFile):
        self._store = store
        self._clock = clock
        self._preferences_file = preferences_file

    def state(self) -> PathState:
        """Return all that was kept, newest values only."""
        from numbcompanion.store import answers as rows_of_answers

        with self._store.reading() as rows:
            found = rows_of_answers.all_newest(rows.connection)
        tried = {step: set[str]() for step in STEPS}
        ticks: dict[str, tuple[str, ...]] = {}
        sentence = ""
        for answer in found:
            if answer.item.startswith(TRIED) and answer.value is True and answer.step in tried:
                tried[answer.step].add(answer.item.removeprefix(TRIED))
            elif answer.item.startswith(TICKS):
                ticks[answer.item.removeprefix(TICKS)] = _keys(answer.value)
            elif answer.item == SENTENCE and isinstance(answer.value, str):
                sentence = answer.value
        return PathState(tuple(StepState(step, frozenset(keys)) for step, keys in tried.items()), ticks, sentence)

    def steps_tried(self) -> frozenset[int]:
        """Return the steps of which something was tried: the little the first page asks for."""
        from numbcompanion.store import plain

        with self._store.first_reading() as raw:
            return plain.steps_tried(raw)

    def ticks(self, list_id: str) -> tuple[str, ...]:
        """Return the keys ticked last in the list `list_id`."""
        return _keys(self._newest_value(_ACKNOWLEDGE, TICKS + list_id))

    def keep_ticks(self, list_id: str, keys: Sequence[str]) -> None:
        """Keep `keys` as what is ticked now in the list `list_id`."""
        self._keep(_ACKNOWLEDGE, TICKS + list_id, list(dict.fromkeys(keys)))

    def ticks_over_time(self, list_id: str) -> list[Answer]:
        """Return what was ticked in the list `list_id` on each day it changed, oldest first."""
        from numbcompanion.store import answers as rows_of_answers

        with self._store.reading() as rows:
            return rows_of_answers.history(rows.connection, _ACKNOWLEDGE, TICKS + list_id)

    def sentence(self) -> str:
        """Return the person's own sentence, or nothing."""
        value = self._newest_value(_ACKNOWLEDGE, SENTENCE)
        return value if isinstance(value, str) else ""

    def keep_sentence(self, text: str) -> None:
        """Keep the person's own sentence as it stands."""
        self._keep(_ACKNOWLEDGE, SENTENCE, cleaned(text, LONGEST_SENTENCE))

    def set_tried(self, step: int, key: str, tried: bool = True) -> None:
        """Keep that a thing of a step was tried, or take the mark away."""
        if step in STEPS:
            self._keep(step, TRIED + key, tried)

    def _newest_value(self, step: int, item: str) -> Any:
        from numbcompanion.store import answers as rows_of_answers

        with self._store.reading() as rows:
            answer = rows_of_answers.newest(rows.connection, step, item)
        return None if answer is None else answer.value

    def _keep(self, step: int, item: str, value: Any) -> None:
        from numbcompanion.store import answers as rows_of_answers

        moment = Moment.now(self._clock, self._preferences_file.current.day_start_hour)
        with self._store.writing() as rows:
            last = rows_of_answers.newest(rows.connection, step, item)
            if last is not None and last.value == value:
                return
            if last is not None and last.moment.local_date == moment.local_date:
                rows_of_answers.replace_value(rows.connection, last.id, value, moment.at)
                return
            answer = Answer(str(uuid.uuid4()), moment, moment.at, moment.at, step, item, value)
            rows_of_answers.insert(rows.connection, answer)


def _keys(value: Any) -> tuple[str, ...]:
    return tuple(key for key in value if isinstance(key, str)) if isinstance(value, list) else ()
