"""Any word of any page is found, and no question is wrong."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from numbcompanion.clock import Moment

FREELY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def journal(companion):
    return companion.journal


def write(journal, title, body="", *, at=None):
    return journal.save(journal.begin(), title, body, None if at is None else Moment.of(at, "Europe/Dublin"))


def titles(hits):
    return [hit.line.headline for hit in hits]


@pytest.fixture
def pages(journal):
    write(journal, "Train", "The noise went through me like I was a window.")
    write(journal, "Café", "Über alles hinaus: ein Spaziergang, naïve hope, Ångström.")
    write(journal, "Sea", "A window to the sea. Don't forget the towel.")
    write(journal, "日記", "今日は電車がうるさかった。少し腹が立った。")
    write(journal, "บันทึก", "วันนี้ฉันรู้สึกเหนื่อยมาก")
    write(journal, "Signs", "50% of c++ and <b>html</b> \\o/ 😶 a_b")
    return journal


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("noise", {"Train"}),
        ("NOISE", {"Train"}),
        ("noi", {"Train"}),
        ("window", {"Train", "Sea"}),
        ("window sea", {"Sea"}),
        ("win noise", {"Train"}),  # no such words: then parts of words count
        ("noise win", {"Train"}),
        ("window -sea", {"Train"}),
        ('"a window"', {"Train", "Sea"}),
        ('"window a"', set()),
        ('"the sea', {"Sea"}),
        ("cafe", {"Café"}),
        ("uber ANGSTROM", {"Café"}),
        ("nai\u0308ve", {"Café"}),
        ("don't", {"Sea"}),
        ("電車", {"日記"}),
        ("腹", {"日記"}),
        ("うるさかった", {"日記"}),
        ("日記", {"日記"}),
        ("電車 window", set()),
        ("window -電車", {"Train", "Sea"}),
        ("เหนื่อย", {"บันทึก"}),
        ("😶", {"Signs"}),
        ("50%", {"Signs"}),
        ("c++", {"Signs", "Café"}),  # the last word may be a beginning
        ("\\o/", {"Signs"}),
        ("<b>", {"Signs"}),
        ("a_b", {"Signs"}),
        ("azierg", {"Café"}),
        ("%", {"Signs"}),
        ("xylophone", set()),
        ("", set()),
        ("   ", set()),
    ],
)
def test_words_are_found(pages, words, found):
    assert set(titles(pages.search(words))) == found


@pytest.mark.parametrize(
    "words",
    [
        '"', '""', "'", "*", "-", "--", "-noise", "- noise", "AND", "OR", "NOT", "NEAR(a b)", "title:train", "^a",
        "a*", "(", ")", "{a b}: c", "a AND", "NOT a", '"a" + "b"', "\x00", "\ud800", "a\x00b", ";--", "🏳️‍🌈", "\u202e",
        "\u0301", "e\u0301" * 500, "word " * 5000, "%" * 300, "_", "\\", "a" * 100_000, "\u200b", "-" * 90, '-"',
        '-"a b"',
    ],
)  # fmt: skip
def test_odd_questions_are_text_and_never_an_error(pages, words):
    for hit in pages.search(words):
        assert hit.line.headline


@FREELY
@given(words=st.text(st.characters(codec=None), max_size=60))
def test_no_question_is_an_error(pages, words):
    pages.search(words)


@FREELY
@given(data=st.data(), body=st.text(st.characters(codec="utf-8"), min_size=1, max_size=120))
def test_any_word_of_any_page_finds_it(journal, data, body):
    words = [word for word in re.findall(r"\S+", body) if not word.startswith("-") and '"' not in word]
    words = [word for word in words if any(unicodedata.category(c)[0] in "LNS" for c in word)]
    entry = journal.save(journal.begin(), "", body)
    if entry is None or not words:
        return
    word = data.draw(st.sampled_from(words))
    assert entry.id in [hit.line.id for hit in journal.search(word, limit=1_000_000)]
    journal.delete(entry.id)


def test_finds_are_marked_in_headline_and_words(pages):
    (hit,) = pages.search("noi")
    assert [hit.excerpt.text[a:b] for a, b in hit.excerpt.ranges] == ["noise"]
    assert hit.headline.text == "Train"
    (hit,) = pages.search("cafe")
    assert [hit.headline.text[a:b] for a, b in hit.headline.ranges] == ["Café"]
    (hit,) = pages.search("電車")
    assert [hit.excerpt.text[a:b] for a, b in hit.excerpt.ranges] == ["電車"]


def test_the_words_around_a_late_find_are_shown_short(journal):
    write(journal, "", "grey " * 150_000 + "suddenly violet " + "grey " * 50_000)
    for words in ("violet", "iole"):
        (hit,) = journal.search(words)
        assert any("iole" in hit.excerpt.text[a:b] for a, b in hit.excerpt.ranges)
        assert len(hit.excerpt.text) < 400


def test_a_page_about_the_word_comes_before_one_that_mentions_it_and_the_newer_before_the_older(journal, clock):
    long_ago = clock.now() - timedelta(days=1500)
    filler = "and then there was a lot of other talk about the day " * 10
    write(journal, "A", "rain once, " + filler, at=clock.now())
    write(journal, "B", "rain rain rain", at=clock.now() - timedelta(days=3))
    write(journal, "C", "snow fell", at=long_ago)
    write(journal, "D", "snow fell", at=clock.now())
    assert titles(journal.search("rain")) == ["B", "A"]
    assert titles(journal.search("snow")) == ["D", "C"]


def test_what_was_rewritten_is_found_by_its_new_words_only(journal):
    entry = write(journal, "", "old words")
    journal.save(entry.id, "", "new words")
    assert journal.search("old") == []
    assert len(journal.search("new")) == 1


def test_no_more_hits_than_asked_for(journal):
    for number in range(12):
        write(journal, f"Page {number}", "same", at=datetime(2026, 1, 1 + number, tzinfo=UTC))
    assert len(journal.search("same", limit=5)) == 5
    assert len(journal.search("am", limit=5)) == 5
