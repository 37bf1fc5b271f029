"""The text of a practice file: what is understood, and what is refused with its line and reason."""

import pytest

from numbcompanion.practice.breath import Pacing
from numbcompanion.practice.plans import BellKind, SurfaceKind
from numbcompanion.practice.script_text import parse_script
from numbcompanion.practice.scripts import (
    Anchor,
    Breathe,
    Choose,
    Condition,
    Eyes,
    Middle,
    Rest,
    Ring,
    Say,
    ScriptBroken,
    Wait,
)

BODY = "## One\nLook.\n...\n"
TWO_VARIANTS = "variant: a = One\nvariant: b = Two"


def test_every_line_becomes_what_it_means(written):
    script = written(
        "## One (1.5) [not hands]\n(bell)\n(bell bar)\nLook.\n...\n… 2\n... 3 s\n(breathe)\n(choose size: 2-4)\n"
        "(choose area: rest, play)\n(count 7)\n(draw)\n[breath] In.\n[not breath]   Out.\n## Two\nEnd.\n...\n",
        anchors="hands, breath",
        pattern="in 4, out 6",
        bell="small-bowl",
    )
    one, two = script.sections
    assert (one.title, one.weight, one.when) == ("One", 1.5, Condition("hands", negated=True))
    assert one.steps == (
        Ring(BellKind.SMALL_BOWL),
        Ring(BellKind.BAR),
        Say("Look.", 1),
        Rest(1.0),
        Rest(2.0),
        Wait(3.0),
        Breathe(),
        Choose("size", ("2", "3", "4"), numbers=True),
        Choose("area", ("rest", "play")),
        Middle(SurfaceKind.COUNT, 7),
        Middle(SurfaceKind.DRAW),
        Say("In.", 2, when=Condition("breath")),
        Say("Out.", 3, when=Condition("breath", negated=True)),
    )
    assert (two.title, two.weight, two.when) == ("Two", 1.0, Condition())


def test_every_line_of_the_head_is_understood(written):
    script = written(
        BODY,
        more="caution: One.\ncaution: Two: three.\nsource: A, 2001.\nsource: B, 2002.\nphrase: May you.\n"
        + TWO_VARIANTS,
        eyes="open, closed",
        anchors="feet, sound",
        warmth="0.5",
        pattern="in 4, out 6",
        ramp="in 3, out 4 over 90",
        kind="heart",
        evidence="A/B",
        minutes="10, 3, 3",
    )
    assert script.cautions == ("One.", "Two: three.")
    assert script.sources == ("A, 2001.", "B, 2002.")
    assert script.phrases == ("May you.",)
    assert (script.eyes, script.anchors) == ((Eyes.OPEN, Eyes.CLOSED), (Anchor.FEET, Anchor.SOUND))
    assert (script.slug, script.kind, script.evidence, script.warmth) == ("small", "heart", "A/B", 0.5)
    assert [length.key for length in script.lengths] == ["3", "10"]
    pacing = script.pacing("a")
    assert isinstance(pacing, Pacing)
    assert (str(pacing.pattern), str(pacing.begin), pacing.ramp_s) == ("in 4, out 6", "in 3, out 4", 90)
    assert not script.own


@pytest.mark.parametrize(
    "words", ["Grüß dich. 🌧️ 🪟", "שב בשקט. הבט סביב.", "اجلس بهدوء.", "静かに座る。", "“Quoted” – dashed… end"]
)
def test_any_script_and_emoji_are_accepted(written, words):
    assert written(f"## {words}\n{words}\n...\n").captions()[0].text == words


@pytest.mark.parametrize("ending", ["\r\n", " \n", "\t\n"])
def test_line_endings_and_spaces_of_any_system_are_accepted(small, ending):
    script = parse_script(small(BODY).replace("\n", ending), "small")
    assert script.title == "Small"
    assert script.captions()[0].text == "Look."


HEADS = [
    ({"evidence": None}, "", 1, "“evidence” is missing"),
    ({"minutes": None}, "", 1, "“minutes” is missing"),
    ({}, "sort: x", 8, "“sort” is not known"),
    ({}, "Title: x", 8, "“Title” is not known"),
    ({}, "title: Again", 8, "“title” stands here twice"),
    ({}, "minutes: 5", 8, "“minutes” stands here twice"),
    ({}, "eyes: open\neyes: soft", 9, "“eyes” stands here twice"),
    ({}, "title", 8, "name: value"),
    ({}, "bell:", 8, "name: value"),
    ({}, "caution [a]: x", 8, "is not known"),
    ({}, "source: " + "x" * 601, 8, "at most 600"),
    ({"evidence": "D"}, "", 6, "A, B"),
    ({"kind": "magic"}, "", 3, "one of grounding, breath"),
    ({"minutes": "0, 2"}, "", 7, "1 to 180"),
    ({"minutes": "-5"}, "", 7, "1 to 180"),
    ({"minutes": "one"}, "", 7, "whole numbers"),
    ({"minutes": "1.5"}, "", 7, "whole numbers"),
    ({"minutes": "1, 999"}, "", 7, "1 to 180"),
    ({"minutes": "9" * 400}, "", 7, "1 to 180"),
    ({"minutes": "1,"}, "", 7, "whole numbers"),
    ({}, "breaths: 4", 7, "or breaths, or a song"),
    ({"minutes": None}, "breaths: 201", 7, "1 to 200"),
    ({}, "eyes: shut", 8, "“open”"),
    ({}, "eyes: closed, open", 8, "begin with “open”"),
    ({}, "eyes: open, open", 8, "begin with “open”"),
    ({}, "warmth: hot", 8, "0 to 1"),
    ({}, "warmth: nan", 8, "0 to 1"),
    ({}, "warmth: -0.1", 8, "0 to 1"),
    ({}, "bell: gong", 8, "no bell “gong”"),
    ({}, "bell-every: 0", 8, "10 to 3600"),
    ({}, "bell-every: -60", 8, "10 to 3600"),
    ({}, "bell-every: nan", 8, "10 to 3600"),
    ({}, "anchors: breath", 8, "two or more anchors"),
    ({}, "anchors: hands, hands", 8, "two or more anchors"),
    ({}, "anchors: hands, knees", 8, "Anchors are sound"),
    ({}, "variant: a = One", 8, "Two to twelve variants"),
    ({}, "variant: a = One\nvariant: a = Two", 9, "Two to twelve variants"),
    ({}, "variant: a = One\nvariant: open = Two", 9, "Two to twelve variants"),
    ({}, "variant: a = One\nvariant: from-5 = Two", 9, "Two to twelve variants"),
    ({}, "\n".join(f"variant: a{n} = N" for n in range(13)), 20, "Two to twelve variants"),
    ({}, "variant: One", 8, "no-hold = Without"),
    ({}, "pattern: in 0, out 4", 8, "half a second"),
    ({}, "pattern: in 4, out 0", 8, "half a second"),
    ({}, "pattern: in 3600, out 4", 8, "half a second to 30"),
    ({}, "pattern: in 30, hold 30, out 30", 8, "2 to 60 seconds"),
    ({}, "pattern: in 0.5, out 0.6", 8, "2 to 60 seconds"),
    ({}, "pattern: out 4, in 4", 8, "begins with one “in”"),
    ({}, "pattern: in 4, out 4, top-up 2", 8, "in this order"),
    ({}, "pattern: in 4", 8, "has one “out”"),
    ({}, "pattern: in -4, out 4", 8, "not a part of a breath"),
    ({}, "pattern: in nan, out 4", 8, "not a part of a breath"),
    ({}, "pattern: in inf, out 4", 8, "not a part of a breath"),
    ({}, "pattern: sniff 4", 8, "not a part of a breath"),
    ({}, "pattern: in 4, out 4\npattern: in 4, out 6", 9, "not known here"),
    ({}, "pattern [gone]: in 4, out 4", 8, "“pattern .gone.” is not known"),
    ({}, "pattern: in 4, out 4\nramp: in 4, out 4", 9, "over 60"),
    ({}, "pattern: in 4, out 4\nramp: in 4, out 4 over 0", 9, "1 to 600"),
    ({}, "pattern: in 4, out 4\nramp: in 4, out 4 over 3600", 9, "1 to 600"),
    ({}, "pattern: in 4, out 4\nramp: in 4, out 4 over nan", 9, "1 to 600"),
    ({}, "pattern: in 4, out 4\nramp: out 4, in 4 over 60", 9, "begins with one “in”"),
    ({}, "pattern: in 4, hold 2, out 4\nramp: in 4, out 4 over 60", 8, "the same parts"),
]


@pytest.mark.parametrize(("lines", "more", "line", "reason"), HEADS)
def test_a_mistake_in_the_head_is_told_with_its_line_and_reason(small, lines, more, line, reason):
    text = small(BODY, more=more, **lines)
    with pytest.raises(ScriptBroken, match=reason) as found:
        parse_script(text, "small", "small.md")
    assert found.value.line == line
    assert str(found.value).startswith(f"small.md:{line}: ")
    assert found.value.reason.endswith((".", "?"))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "first line is not"),
        ("no head", 1, "first line is not"),
        ("\n---\n", 1, "first line is not"),
        ("---\ntitle: Small\n", 3, "no end"),
        ("---\n---\n", 1, "“title” is missing"),
        ("---\ntitle: Sm\x00all\n---\n", 2, "cannot be read"),
    ],
)
def test_a_file_without_a_head_is_told_so(text, line, reason):
    with pytest.raises(ScriptBroken, match=reason) as found:
        parse_script(text, "small", "small.md")
    assert found.value.line == line


def test_the_mistake_is_found_wherever_the_key_stands(small):
    assert "“sort” is not known" in _reason(small(BODY).replace("kind:", "sort:"), 3)
    assert "name: value" in _reason(small(BODY).replace("title: Small", "title"), 2)


def _reason(text, line):
    with pytest.raises(ScriptBroken) as found:
        parse_script(text, "small", "small.md")
    assert found.value.line == line
    return found.value.reason
