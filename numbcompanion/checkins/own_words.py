"""Keeps the person's own feeling words."""

import uuid

from numbcompanion.checkins.drafts import LONGEST_WORD, check_place
from numbcompanion.checkins.records import OwnWord
from numbcompanion.checkins.words import OWN, FeelingWord, feeling_words
from numbcompanion.clock import Clock, Moment
from numbcompanion.errors import UsageError
from numbcompanion.preferences import PreferencesFile
from numbcompanion.store.store import Store
from numbcompanion.translation import tr
from numbcompanion.written import cleaned, folded, one_line


class OwnWords:
    """Saves and finds own words; to be called from the worker thread."""

    def __init__(self, store: Store, clock: Clock, preferences_file: PreferencesFile):
        self._store = store
        self._clock = clock
        self._preferences_file = preferences_file

    def add(self, word: str, pleasantness: float, energy: float) -> OwnWord:
        """Keep a word with its place on the map; one that is there already moves to this place."""
        from numbcompanion.store import own_words as rows_of_words

        tidy = _tidy(word)
        check_place(pleasantness, energy)
        hour = self._preferences_file.current.day_start_hour
        with self._store.writing() as rows:
            old = rows_of_words.by_name(rows.connection, folded(tidy))
            if old is not None:
                place = {"pleasantness": pleasantness, "energy": energy}
                rows_of_words.change(rows.connection, old.id, self._clock.now(), **place)
                return OwnWord(old.id, old.word, pleasantness, energy)
            new = OwnWord(str(uuid.uuid4()), tidy, pleasantness, energy)
            rows_of_words.insert(rows.connection, new, folded(tidy), Moment.now(self._clock, hour))
        return new

    def remove(self, word_id: str) -> None:
        """Offer a word no more; check-ins keep it."""
        from numbcompanion.store import own_words as rows_of_words

        now = self._clock.now()
        with self._store.writing() as rows:
            rows_of_words.change(rows.connection, word_id, now, deleted=now)

    def restore(self, word_id: str) -> None:
        """Bring back a word that was taken away, unless there is one like it by now."""
        from numbcompanion.store import own_words as rows_of_words

        with self._store.writing() as rows:
            name = rows_of_words.folded_of(rows.connection, word_id)
            if name is not None and rows_of_words.by_name(rows.connection, name) is None:
                rows_of_words.change(rows.connection, word_id, self._clock.now(), deleted=None)

    def all(self) -> list[OwnWord]:
        """Return the words, in the order of the alphabet."""
        from numbcompanion.store import own_words as rows_of_words

        with self._store.reading() as rows:
            return rows_of_words.all_words(rows.connection)

    def feeling_words(self) -> tuple[FeelingWord, ...]:
        """Return all words to offer: the companion's and the person's own, whose place counts for a word of both."""
        gloss = tr("your own word")
        own = {
            folded(word.word): FeelingWord(word.word, OWN, word.pleasantness, word.energy, gloss) for word in self.all()
        }
        return (*(word for word in feeling_words() if folded(word.word) not in own), *own.values())


def _tidy(word: str) -> str:
    length = len(cleaned(word).strip())
    if length > LONGEST_WORD:
        raise UsageError(
            tr("A word has up to {most} characters; this one has {length}.").format(most=LONGEST_WORD, length=length)
        )
    tidy = one_line(word, LONGEST_WORD)
    if not tidy:
        raise UsageError(tr("There is no word yet."))
    return tidy
