import json

from numbcompanion import __version__
from numbcompanion.checkins.records import CheckInDraft
from numbcompanion.status import status
from numbcompanion.store.revision import REVISION


def test_an_empty_home_is_told(companion):
    told = status(companion)
    assert told["counts"] == {"checkins": 0, "entries": 0, "sessions": 0, "answers": 0}
    assert (told["version"], told["home"]) == (__version__, str(companion.home.folder))
    assert (told["encrypted"], told["key"], told["schema"]) == (True, "key-file", REVISION)
    assert (told["recovery_code"], told["next_prompt"]) == (False, None)


def test_what_was_taken_away_is_not_counted(companion):
    companion.checkins.save(CheckInDraft(None))
    companion.checkins.delete(companion.checkins.save(CheckInDraft(4)).id)
    entry = companion.journal.save(companion.journal.begin(), "", "words")
    companion.journal.delete(entry.id)
    assert status(companion)["counts"] == {"checkins": 1, "entries": 0, "sessions": 0, "answers": 0}


def test_the_next_prompt_is_a_moment_with_its_offset(companion):
    companion.prompts.ask_for(2)
    told = status(companion)["next_prompt"]
    assert told.endswith("+00:00")
    assert told > companion.clock.now().isoformat()


def test_a_recovery_code_is_told_and_all_of_it_is_json(companion):
    companion.store.new_recovery_code()
    assert json.loads(json.dumps(status(companion)))["recovery_code"] is True
