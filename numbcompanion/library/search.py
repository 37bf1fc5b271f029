"""Finding a page by any of its words."""

import unicodedata
from collections.abc import Iterable

from numbcompanion.reading import ReadingPage, words_of


def found(pages: Iterable[ReadingPage], query: str) -> tuple[ReadingPage, ...]:
    """Return the pages that hold every word of `query` (or its beginning), those with it in the title first."""
    wanted = _plain(query).split()
    kept = [page for page in pages if all(word in _plain(words_of(page)) for word in wanted)]
    return tuple(sorted(kept, key=lambda page: not all(word in _plain(page.title) for word in wanted)))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
