"""The practice room: what several of its tests need."""

from functools import cache

import pytest
from fakes import MovableClock

from numbcompanion.practice.script_shelf import load_scripts
from numbcompanion.practice.script_text import parse_script

HEAD = """---
title: Small
kind: grounding
summary: A line.
purpose: For trying.
evidence: C
minutes: 1, 2
---
"""


@cache
def shipped():
    return load_scripts().scripts


def pytest_generate_tests(metafunc):
    """A test that asks for a `script` sees every practice that comes with the program."""
    if "script" in metafunc.fixturenames:
        metafunc.parametrize("script", shipped(), ids=lambda script: script.slug)


@pytest.fixture
def practices():
    """The practices that come with the program, by slug."""
    return {script.slug: script for script in shipped()}


@pytest.fixture
def written():
    """Write a small practice: lines of the head (they take the place of their like), and the parts."""

    def written(body, **lines):
        return parse_script(small_text(body, **lines), "small", "small.md")

    return written


@pytest.fixture
def small():
    """The text of a small practice, to be broken or put into a file."""
    return small_text


def small_text(body, more="", **lines):
    head = dict(line.split(": ", 1) for line in HEAD.splitlines() if ": " in line)
    for name, value in lines.items():
        head[name] = value
    kept = [f"{name}: {value}" for name, value in head.items() if value is not None]
    return "\n".join(["---", *kept, *more.split("\n"), "---", body, ""])


@pytest.fixture
def play():
    """Let time pass in small steps, as a timer does, and give what was due."""

    def play(session, clock: MovableClock, seconds, step_s=0.25):
        due = []
        for _ in range(round(seconds / step_s)):
            clock.advance(step_s)
            due += session.tick()
        return due

    return play
