"""What is written for people keeps to the rules of voice and of safe messaging."""

import re
from datetime import date

import pytest

from numbcompanion.reading import ReadingPage, Things, TickList, TryLeave, shelf_of, words_of

ROOMS = ("library", "together", "path", "cards")
SHELVES = {room: shelf_of(room) for room in ROOMS}
PAGES = [page for shelf in SHELVES.values() for page in shelf.pages]
CHAPTERS = [page for room in ("library", "together") for page in SHELVES[room].pages]
NEVER = (
    r"should",
    r"must",
    r"streak",
    r"great job",
    r"don[’']t give up",
    r"cures?|cured",
    r"treat(s|ed|ment)?",
    r"diagnose[sd]?",
    r"prevents?",
    r"therapeutic",
    r"(clinically )?proven",
    r"committed? suicide",
    r"(successful|failed|completed) (suicide|attempt)",
    r"epidemic",
    r"overdose",
    r"most people find",
    r"stick with it",
    r"endorphins?",
    r"cheer yourself",
    r"patients?' journey",
)


def named(page: ReadingPage) -> str:
    return page.slug


def syllables(word: str) -> int:
    plain = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    return max(1, groups)


def reading_grade(text: str) -> float:
    """Flesch-Kincaid grade: 0.39 words per sentence + 11.8 syllables per word - 15.59."""
    sentences = [part for part in re.split(r"[.?:!\n]+", text) if re.search(r"\w", part)]
    words = re.findall(r"[\w’'-]+", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@pytest.mark.parametrize("room", ROOMS)
def test_every_shipped_page_parses(room: str) -> None:
    assert SHELVES[room].broken == ()
    assert SHELVES[room].pages


def test_no_two_pages_share_a_name() -> None:
    slugs = [page.slug for page in PAGES]
    assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_voice_keeps_its_rules(page: ReadingPage) -> None:
    words = words_of(page)
    found = [rule for rule in NEVER if re.search(rf"\b({rule})\b", words, re.IGNORECASE)]
    assert not found, f"{page.slug} says {found}"
    assert "!" not in words
    assert not re.search(r"[*_`<>]", words), "texts are plain"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_it_reads_at_grade_eight_or_below(page: ReadingPage) -> None:
    assert reading_grade(words_of(page)) <= 8


@pytest.mark.parametrize("page", CHAPTERS, ids=named)
def test_a_chapter_takes_about_as_long_as_it_says(page: ReadingPage) -> None:
    words = len(words_of(page).split())
    assert 2 <= page.minutes <= 4
    assert page.minutes * 120 <= words <= page.minutes * 200


@pytest.mark.parametrize("page", [*CHAPTERS, *SHELVES["path"].pages], ids=named)
def test_it_names_its_sources_and_when_it_was_looked_through(page: ReadingPage) -> None:
    assert page.sources
    assert not any(re.search(r"\[(GK|V2?|OWN)\]", source.name + source.reference) for source in page.sources)
    assert date(2026, 11, 1) <= page.reviewed <= date(2026, 11, 30)
    assert "No clinician has reviewed" in words_of(page)


@pytest.mark.parametrize("page", CHAPTERS, ids=named)
def test_a_chapter_says_when_a_person_is_needed(page: ReadingPage) -> None:
    words = words_of(page)
    assert "dying" in words or "afraid" in words
    assert "Help now" in words or "emergency number" in words


def test_a_chapter_that_names_dying_says_that_help_works() -> None:
    for page in CHAPTERS:
        if "dying" in words_of(page):
            assert "help works" in words_of(page)


def test_the_six_kinds_of_cause_can_be_ticked_and_each_is_explained() -> None:
    page = SHELVES["library"].page("where-it-can-come-from")
    assert page is not None
    ticks = next(block for block in page.blocks if isinstance(block, TickList))
    assert len(ticks.items) == 6
    headings = words_of(page).split("\n")
    for tick in ticks.items:
        assert headings.count(tick.text) == 2, "once as a chip, once as a heading"
    assert "do not stop it or change it on your own" in words_of(page)
    assert "person who prescribed it" in words_of(page)


def test_numbness_is_not_called_a_diagnosis_and_its_end_is_not_promised() -> None:
    page = SHELVES["library"].page("what-numbness-is")
    assert page is not None
    assert "is not a diagnosis" in words_of(page)
    assert "No program can promise it" in words_of(page)


def test_both_chapters_for_two_say_what_to_try_and_what_to_leave_out() -> None:
    for page in SHELVES["together"].pages:
        pair = next(block for block in page.blocks if isinstance(block, TryLeave))
        assert len(pair.try_) >= 3
        assert len(pair.leave_out) >= 3


def test_the_seven_steps_stand_in_the_order_of_the_article() -> None:
    assert [page.title for page in SHELVES["path"].pages] == [
        "Acknowledge",
        "Practise noticing",
        "Find professional help",
        "Express",
        "Build a circle",
        "Small goals",
        "Be patient",
    ]


def test_everything_on_the_path_leads_somewhere_that_exists() -> None:
    lists = {b.id for page in PAGES for b in page.blocks if isinstance(b, TickList)}
    pages = {page.slug for page in PAGES}
    rooms = {"today", "checkin", "practice", "journal", "insights", "path", "together", "library", "help"}
    for step in SHELVES["path"].pages:
        for thing in next(block for block in step.blocks if isinstance(block, Things)).items:
            kind, _, name = thing.goes_to.partition(":")
            known = {
                "read": pages,
                "ticks": lists,
                "page": rooms,
                "practice": {"orienting"},
                "sentence": {""},
                "": {""},
            }
            assert name in known[kind], thing
