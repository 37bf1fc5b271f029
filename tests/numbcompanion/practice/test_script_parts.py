"""The parts of a practice file: what is refused, with its line and reason."""

import pytest

from numbcompanion.practice.script_text import parse_script
from numbcompanion.practice.scripts import ScriptBroken

FIRST = 10  # the line behind the head as it is written here
LONG = "A very long sentence indeed. " * 20
VARIANTS = "variant: a = One\nvariant: b = Two"


def broken(text):
    with pytest.raises(ScriptBroken) as found:
        parse_script(text, "small", "small.md")
    return found.value


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ("## One (-2)\nLook.\n...\n", 0, "above 0"),
        ("## One (0)\nLook.\n...\n", 0, "above 0"),
        ("## One (nan)\nLook.\n...\n", 0, "above 0"),
        ("## One (inf)\nLook.\n...\n", 0, "above 0"),
        ("## One (two)\nLook.\n...\n", 0, "above 0"),
        ("## One (1e9)\nLook.\n...\n", 0, "above 0"),
        ("## One\nLook.\n... nan\n", 2, "above 0"),
        ("## One\nLook.\n... -3\n", 2, "above 0"),
        ("## One\nLook.\n... 0\n", 2, "above 0"),
        ("## One\nLook.\n... -3 s\n", 2, "above 0"),
        ("## One\nLook.\n... 0 s\n", 2, "above 0"),
        ("## One\nLook.\n... nan s\n", 2, "above 0"),
        ("## One\nLook.\n... 601 s\n", 2, "above 0"),
        ("## One\nLook.\n... 5s\n", 2, "above 0"),
        ("## One\n(bell gong)\nLook.\n...\n", 1, "no bell “gong”"),
        ("# One\nLook.\n...\n", 0, "begins with"),
        ("### One\nLook.\n...\n", 0, "begins with"),
        ("## One [breath]\nLook.\n...\n", 0, "“breath” is no variant"),
        ("## One [whole] (2)\nLook.\n...\n", 0, "stands at the end"),
        ("## One\n[breath] Look.\n...\n", 1, "“breath” is no variant"),
        ("## One\n[not breath] ...\nLook.\n...\n", 1, "“breath” is no variant"),
        ("## One\n[from-0] Look.\n...\n", 1, "“from-0” is no variant"),
        ("## One\n[from-] Look.\n...\n", 1, "“from-” is no variant"),
        ("## One\n[from-1000] Look.\n...\n", 1, "“from-1000” is no variant"),
        ("## One\n[a or b] Look.\n...\n", 1, "A condition reads"),
        ("## One\n[] Look.\n...\n", 1, "A condition reads"),
        ("## One\n[not ] Look.\n...\n", 1, "A condition reads"),
        ("## One\n(choose)\nLook.\n...\n", 1, "is none of"),
        ("## One\n(choose size: 5)\nLook.\n...\n", 1, "two to twelve"),
        ("## One\n(choose size: 5-2)\nLook.\n...\n", 1, "two to twelve"),
        ("## One\n(choose size: 0-99)\nLook.\n...\n", 1, "two to twelve"),
        ("## One\n(choose area: a, , b)\nLook.\n...\n", 1, "two to twelve"),
        (f"## One\n(choose area: {', '.join('abcdefghijklm')})\nLook.\n...\n", 1, "two to twelve"),
        ("## One\n(count 1)\nLook.\n...\n", 1, "is none of"),
        ("## One\n(count 101)\nLook.\n...\n", 1, "is none of"),
        ("## One\n(count -5)\nLook.\n...\n", 1, "is none of"),
        ("## One\n(dance)\nLook.\n...\n", 1, "is none of"),
        ("## One\n(breathe)\nLook.\n...\n", 1, "needs a line “pattern"),
        ("## One\nRest on {anchor}.\n...\n", 1, "“{anchor}” is not known"),
        ("## One\n{phrase 1}\n...\n", 1, "“{phrase 1}” is not known"),
        ("## One\n{name}\n...\n", 1, "“{name}” is not known"),
        ("## One\nLo\x00ok.\n...\n", 1, "cannot be read"),
        ("## One\nLo\x1b[31mok.\n...\n", 1, "cannot be read"),
        ("## One\nLook.\x07\n...\n", 1, "cannot be read"),
        ("## One\n" + "x" * 601 + "\n...\n", 1, "at most 600"),
        ("## One\n...\n", 1, "says nothing"),
        ("## One\nLook.\n", 1, "no silence"),
        ("## One\nLook.\n... 3 s\n\n\n", 2, "no silence"),
        ("", -9, "says nothing"),
        ("## One\n" + (LONG + "\n") * 2 + "\n...\n", -3, "longer than 1 min"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_reason(small, body, line, reason):
    found = broken(small(body))
    assert reason in found.reason
    assert found.line == FIRST + line
    assert str(found) == f"small.md:{found.line}: {found.reason}"


@pytest.mark.parametrize(
    "phrase", ["{phrase 0}", "{phrase 2}", "{phrase ²}", "{phrase ١}", "{phrase 01}", "{phrase -1}"]
)
def test_only_the_phrases_that_are_there_can_be_said(small, phrase):
    assert "is not known here" in broken(small(f"## One\n{phrase}\n...\n", more="phrase: May you.")).reason


def test_words_too_long_in_one_variant_only_are_found(small):
    body = f"## One\n[b] {LONG}\n[b] {LONG}\nLook.\n...\n"
    found = broken(small(body, more=VARIANTS))
    assert (found.line, "longer than 1 min" in found.reason) == (7, True)


def test_words_too_long_with_one_anchor_or_with_open_eyes_only_are_found(small):
    body = f"## One\n[hands] {LONG}\n[hands] {LONG}\nLook.\n...\n"
    assert broken(small(body, anchors="feet, hands")).line == 7
    body = f"## One\n[open] {LONG}\n[open] {LONG}\nLook.\n...\n"
    assert broken(small(body, eyes="open, closed")).line == 7


def test_the_sentences_of_closed_eyes_count_as_words(small):
    body = "## One\n... 46 s\nLook.\n...\n"
    parse_script(small(body), "small")
    assert broken(small(body, eyes="open, closed, soft")).line == 7


def test_words_too_long_in_a_long_one_only_are_found(small):
    body = "## One\n" + f"[from-2] {LONG}\n" * 3 + "Look.\n...\n"
    found = broken(small(body))
    assert (found.line, "longer than 2 min" in found.reason) == (7, True)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("## One\n[a] Look.\n...\n", "says nothing"),
        ("## One [a]\nLook.\n...\n## Two [b]\n...\n", "says nothing"),
        ("## One\nLook.\n[a] ...\n", "no silence"),
        ("## One\nLook.\n...\n[from-2] Look.\n## Two [from-2]\n...\n", ""),
    ],
)
def test_what_is_missing_in_one_way_only_is_found(small, body, reason):
    text = small(body, more=VARIANTS)
    if reason:
        assert reason in broken(text).reason
    else:
        assert parse_script(text, "small")


def test_a_variant_that_breathes_without_a_pattern_is_found(small):
    found = broken(small("## One\n(breathe)\nLook.\n...\n", more=VARIANTS + "\npattern [a]: in 4, out 4"))
    assert found.reason == "“(breathe)” has no pattern for “b”."
    assert found.line == 10


def test_a_variant_that_does_not_breathe_needs_no_pattern(small):
    body = "## One\n[a] (breathe)\nLook.\n...\n"
    assert parse_script(small(body, more=VARIANTS + "\npattern [a]: in 4, out 4"), "small").pacing("b") is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("## One\nLook.\n...\n", "needs one “(breathe)”"),
        ("## One\n(breathe)\nLook.\n...\n## Two\n(breathe)\n...\n", "needs one “(breathe)”"),
        ("## One\nSit.\n...\n(breathe)\nLook.\n", "stands a “...”"),
        ("## One\nSit.\n...\n## Two\n(breathe)\nLook.\n", "stands a “...”"),
    ],
)
def test_a_length_in_breaths_needs_breaths_and_room_for_them(small, body, reason):
    text = small(body, minutes=None, more="breaths: 4\npattern: in 4, out 4")
    assert reason in broken(text).reason


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("## One\nLook.\n...\n", "a song one “(song)”"),
        ("## One\n(draw)\nLook.\n...\n", "a song one “(song)”"),
        ("## One\nSit.\n...\n(song)\n", "stands a “...”"),
    ],
)
def test_a_song_needs_its_place(small, body, reason):
    assert reason in broken(small(body, minutes=None, more="song: one")).reason


def test_drawing_beside_a_song_is_fine(small):
    body = "## One\n(song)\nListen.\n...\n## Two\n(draw)\nDraw.\n... 20\n"
    assert parse_script(small(body, minutes=None, more="song: one"), "small").lengths[0].key == "song"
