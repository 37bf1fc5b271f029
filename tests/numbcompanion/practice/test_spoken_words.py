"""What the shipped practices say: short, plain, kind."""

import re

import pytest

from numbcompanion.practice.plans import Caption
from numbcompanion.practice.scripts import Script, load_scripts

NEVER = re.compile(r"!|\b(should|must|have to|try to|great|well done|give up|heal|cure|treat|proven)\b", re.IGNORECASE)
LONGEST_WORDS = 20


@pytest.mark.parametrize("script", load_scripts().scripts, ids=lambda script: script.slug)
def test_the_words_are_short_and_ask_for_nothing(script: Script) -> None:
    said = [script.summary, script.purpose, *script.cautions]
    said += [cue.text for cue in script.plan(script.minutes[0]).cues if isinstance(cue, Caption)]
    for text in said:
        assert not NEVER.search(text), text
        assert len(text.split()) <= LONGEST_WORDS, text


@pytest.mark.parametrize("script", load_scripts().scripts, ids=lambda script: script.slug)
def test_every_sentence_stays_long_enough_to_be_read(script: Script) -> None:
    for minutes in script.minutes:
        plan = script.plan(minutes)
        times = [cue.at_s for cue in plan.cues if isinstance(cue, Caption)] + [plan.length_s or 0.0]
        texts = [cue.text for cue in plan.cues if isinstance(cue, Caption)]
        for text, begins_s, ends_s in zip(texts, times, times[1:], strict=False):
            assert ends_s - begins_s >= len(text.split()) / 2.2
