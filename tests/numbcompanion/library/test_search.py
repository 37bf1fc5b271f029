import pytest

from numbcompanion.library.search import found
from numbcompanion.reading import shelf_of

PAGES = shelf_of("library").pages


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("", ["what-numbness-is", "where-it-can-come-from"]),
        ("  ", ["what-numbness-is", "where-it-can-come-from"]),
        ("COME from", ["where-it-can-come-from", "what-numbness-is"]),
        ("bipolar", ["where-it-can-come-from"]),
        ("can't tell", ["what-numbness-is"]),
        ("gläss", ["what-numbness-is"]),
        ("unicorn", []),
    ],
)
def test_words_are_found_in_titles_and_texts(query: str, slugs: list[str]) -> None:
    assert [page.slug for page in found(PAGES, query)] == slugs
