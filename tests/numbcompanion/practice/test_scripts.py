"""Guided practices as text files."""

from pathlib import Path

import pytest
from fakes import MovableClock

from numbcompanion.practice.plans import Bell, BellKind, Caption
from numbcompanion.practice.script_text import parse_script
from numbcompanion.practice.scripts import Eyes, ScriptBroken, Scripts, load_scripts
from numbcompanion.practice.session import Session, SessionState

HEAD = """---
title: Small
kind: grounding
summary: A line.
purpose: For trying.
evidence: C
minutes: 1, 2
---
"""
BODY = """
## One (1)
(bell)
Look.
...
## Two (3)
Listen now.
...
... 2
(bell bar)
"""


def test_the_shipped_practices_all_load():
    shelf = load_scripts()
    assert shelf.broken == ()
    assert shelf.find("orienting")
    assert shelf.find("no such practice") is None


def test_orienting_says_what_it_is_for_and_keeps_the_eyes_open():
    orienting = load_scripts().find("orienting")
    assert orienting.eyes is Eyes.OPEN
    assert orienting.evidence == "C"
    assert orienting.minutes == (1, 3)
    assert orienting.cautions
    assert orienting.sources
    words = " ".join(step.text for section in orienting.sections for step in section.steps if hasattr(step, "text"))
    for part in ("turn slowly", "ways out", "colours", "three things that have not changed", "feet", "your name"):
        assert part in words


@pytest.mark.parametrize("script", load_scripts().scripts, ids=lambda script: script.slug)
def test_every_shipped_practice_reaches_its_end_in_every_length(script):
    for minutes in script.minutes:
        clock = MovableClock()
        session = Session(script.plan(minutes), clock)
        seen = []
        while not session.state.final:
            clock.advance(0.5)
            seen += session.tick()
        assert session.state is SessionState.ENDED
        assert seen == list(session.plan.cues)
        assert session.done_s == minutes * 60


def test_silences_stretch_and_words_do_not():
    script = parse_script(HEAD + BODY, "small")
    short, long = script.plan(1), script.plan(2)
    for plan, length_s in ((short, 60), (long, 120)):
        look, listen = (cue for cue in plan.cues if isinstance(cue, Caption))
        silence_s = length_s - script.words_s
        assert listen.at_s - look.at_s == pytest.approx(script.sections[0].words_s + silence_s / 4)
        assert plan.cues[-1] == Bell(pytest.approx(length_s), BellKind.BAR)


def test_bells_can_be_left_out():
    plan = parse_script(HEAD + BODY, "small").plan(1, bells=False)
    assert not [cue for cue in plan.cues if isinstance(cue, Bell)]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("no head", 1, "first line"),
        ("---\ntitle: Small\n", 2, "no end"),
        (HEAD.replace("evidence: C\n", "") + BODY, 1, "“evidence” is missing"),
        (HEAD.replace("kind:", "sort:") + BODY, 3, "“sort” is not known"),
        (HEAD.replace("title: Small", "title") + BODY, 2, "name: value"),
        (HEAD.replace("evidence: C", "evidence: D") + BODY, 6, "A, B"),
        (HEAD.replace("1, 2", "0, 2") + BODY, 7, "1 to 180"),
        (HEAD.replace("1, 2", "one") + BODY, 7, "whole numbers"),
        (HEAD.replace("1, 2", "1, 999") + BODY, 7, "1 to 180"),
        (HEAD.replace("minutes:", "eyes: shut\nminutes:") + BODY, 7, "“open”"),
        (HEAD.replace("minutes:", "warmth: hot\nminutes:") + BODY, 7, "0 to 1"),
        (HEAD + "## One (-2)\nLook.\n...\n", 9, "above 0"),
        (HEAD + "## One\nLook.\n... nan\n", 11, "above 0"),
        (HEAD + "## One\nLook.\n... -3\n", 11, "above 0"),
        (HEAD + "## One\n(bell gong)\nLook.\n...\n", 10, "no bell “gong”"),
        (HEAD + "# One\nLook.\n...\n", 9, "begins with"),
        (HEAD + "## One\n...\n", 2, "says nothing"),
        (HEAD + "## One\nLook.\n", 2, "no silence"),
        (HEAD + "## One\n" + "A very long sentence indeed. " * 40 + "\n...\n", 7, "longer than the shortest"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_reason(text, line, reason):
    with pytest.raises(ScriptBroken, match=reason) as found:
        parse_script(text, "small", "small.md")
    assert found.value.line == line
    assert str(found.value).startswith(f"small.md:{line}: ")


def test_a_broken_file_is_listed_and_the_rest_still_load(tmp_path: Path):
    (tmp_path / "good.md").write_text(HEAD + BODY, encoding="utf-8")
    (tmp_path / "latin.md").write_bytes((HEAD + "Grüß dich.\n...\n").encode("latin-1"))
    (tmp_path / "large.md").write_text(HEAD + BODY + " \n" * 200_000, encoding="utf-8")
    (tmp_path / "empty.md").write_text("", encoding="utf-8")
    shelf = Scripts(tmp_path, tmp_path / "not there").load()
    assert [script.slug for script in shelf.scripts] == ["good"]
    reasons = {Path(error.file).name: (error.line, error.reason) for error in shelf.broken}
    assert reasons["latin.md"] == (9, "The file is not UTF-8 text.")
    assert "larger" in reasons["large.md"][1]
    assert reasons["empty.md"][0] == 1


def test_a_file_of_the_same_name_in_a_later_folder_wins(tmp_path: Path):
    for folder, title in (("en", "Small"), ("de", "Klein")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "small.md").write_text(HEAD.replace("Small", title) + BODY, encoding="utf-8-sig")
    shelf = Scripts(tmp_path / "en", tmp_path / "de").load()
    assert [script.title for script in shelf.scripts] == ["Klein"]
