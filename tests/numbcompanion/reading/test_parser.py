from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numbcompanion.reading import (
    Heading,
    Paragraph,
    Points,
    Quote,
    ReadingBroken,
    Source,
    Thing,
    Things,
    Tick,
    TickList,
    Tonight,
    TryLeave,
    parse,
    words_of,
)

HEAD = """---
slug: a-page
group: Understand
title: A page: with a colon
order: 3
minutes: 4
reviewed: 2026-11-23
sources:
- One source | doi 10.1/x
- Another
---
"""
BODY = """
First line
goes on here.

## A heading

- one
- two
  goes on

> Somebody
> says this.

::: try-leave
try: “I’m here.”
leave out: “Cheer up.”
:::

::: ticks causes: What may be part
- loss: A loss: not yet wept
:::

::: tonight
Sit near.
:::

::: things
- look: Look around | practice | practice:orienting
- wait: Wait
:::
"""


def test_every_kind_of_block_is_read() -> None:
    page = parse(HEAD + BODY)
    assert (page.slug, page.group, page.title, page.order) == ("a-page", "Understand", "A page: with a colon", 3)
    assert (page.minutes, page.reviewed) == (4, date(2026, 11, 23))
    assert page.sources == (Source("One source", "doi 10.1/x"), Source("Another"))
    assert page.blocks == (
        Paragraph("First line goes on here."),
        Heading("A heading"),
        Points(("one", "two goes on")),
        Quote("Somebody says this."),
        TryLeave(("“I’m here.”",), ("“Cheer up.”",)),
        TickList("causes", "What may be part", (Tick("loss", "A loss: not yet wept"),)),
        Tonight("Sit near."),
        Things((Thing("look", "Look around", "practice", "practice:orienting"), Thing("wait", "Wait"))),
    )


def test_words_of_a_page_hold_every_text_a_person_reads() -> None:
    words = words_of(parse(HEAD + BODY))
    for text in ("A page", "goes on here", "two goes on", "says this", "Cheer up", "not yet wept", "Sit near", "Wait"):
        assert text in words
    assert "practice:orienting" not in words


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    assert parse("\ufeff" + (HEAD + BODY).replace("\n", "\r\n")) == parse(HEAD + BODY)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "does not begin"),
        ("---\nslug: x\n", 3, "no closing"),
        (HEAD, 12, "nothing to read"),
        (HEAD.replace("group: Understand\n", "") + BODY, 1, "lacks group"),
        (HEAD.replace("minutes: 4", "minutes: four") + BODY, 6, "whole number"),
        (HEAD.replace("minutes: 4", "minutes: 0") + BODY, 6, "from 1 to 60"),
        (HEAD.replace("2026-11-23", "November") + BODY, 7, "a date"),
        (HEAD.replace("a-page", "A Page") + BODY, 2, "small letters"),
        (HEAD.replace("order: 3", "colour: red") + BODY, 5, "not a field"),
        (HEAD.replace("order: 3", "title: Again") + BODY, 5, "twice"),
        (HEAD.replace("- Another", "-  | x") + BODY, 10, "no name"),
        (HEAD + "\n::: tonight\nSit.\n", 13, "no closing line"),
        (HEAD + "\n::: tonight\n:::\n", 13, "empty"),
        (HEAD + "\n::: dance\nNow.\n:::\n", 13, "no panel of the kind dance"),
        (HEAD + "\n::: try-leave\nhug: them\n:::\n", 14, "try: or leave out:"),
        (HEAD + "\n::: ticks causes\n- a: b\n:::\n", 13, "ticks ID: NAME"),
        (HEAD + "\n::: ticks c: d\n- a: b\n- a: c\n:::\n", 15, "stands twice"),
        (HEAD + "\n::: things\n- a: b | c | d | e\n:::\n", 14, "KEY: TEXT | HINT | GOES_TO"),
        (HEAD + "\n# Too big\n", 13, "a heading"),
        (HEAD + "\n-\n", 13, "no words"),
        (HEAD + "\n>\n", 13, "no words"),
    ],
)
def test_what_is_broken_is_said_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(ReadingBroken, match=reason) as caught:
        parse(text)
    assert caught.value.line == line
    assert str(line) in str(caught.value)


def crashes_only_in_words(text: str) -> None:
    try:
        page = parse(text)
    except ReadingBroken as broken:
        assert broken.line >= 1
        assert broken.reason
    else:
        assert page.blocks
        assert words_of(page)


@given(st.text())
def test_no_text_makes_it_fall_over(text: str) -> None:
    crashes_only_in_words(text)


PIECES = ["---", ":::", "::: ticks a: b", "::: things", "::: try-leave", "::: tonight", "- ", "-", "- a: b", "> ", ">"]
PIECES += ["## h", "#", "", "try: x", "leave out:", ":", "|", "slug: a", "minutes: ²", "sources:", "\r", "\x0b", "￿"]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6)))
def test_no_mixture_of_marks_makes_it_fall_over(lines: list[str]) -> None:
    crashes_only_in_words(HEAD + "\n".join(lines))
    crashes_only_in_words("\n".join(lines))


@given(st.sampled_from(HEAD.splitlines()), st.text(max_size=12))
def test_no_spoilt_front_matter_makes_it_fall_over(line: str, spoilt: str) -> None:
    crashes_only_in_words(HEAD.replace(line, line[: len(line) // 2] + spoilt, 1) + BODY)
