"""The reading pages of one room, in their order."""

from dataclasses import dataclass

import resources
from numbcompanion.reading.parser import parse
from numbcompanion.reading.records import ReadingBroken, ReadingPage

SOURCE_LANGUAGE = "en"


@dataclass(frozen=True)
class Shelf:
    """The pages that could be read, and what was wrong with each that could not."""

    pages: tuple[ReadingPage, ...]
    broken: tuple[tuple[str, str], ...] = ()

    def page(self, slug: str) -> ReadingPage | None:
        """Return the page called `slug`, or None."""
        return next((page for page in self.pages if page.slug == slug), None)


def shelf_of(room: str, language: str = SOURCE_LANGUAGE) -> Shelf:
    """Return the pages of `room` in `language`; a page not translated yet stands in the source language."""
    files = {file.name: file for file in sorted(resources.path(f"guides/{SOURCE_LANGUAGE}/{room}").glob("*.md"))}
    if language != SOURCE_LANGUAGE:
        own = resources.path(f"guides/{language}/{room}").glob("*.md")
        files.update({file.name: file for file in own if file.name in files})
    pages: list[ReadingPage] = []
    broken: list[tuple[str, str]] = []
    for name, file in files.items():
        try:
            pages.append(parse(file.read_text(encoding="utf-8")))
        except (ReadingBroken, OSError, UnicodeDecodeError) as error:
            broken.append((name, str(error)))
    return Shelf(tuple(sorted(pages, key=lambda page: (page.order, page.slug))), tuple(broken))


def one_page(room: str, name: str, language: str = SOURCE_LANGUAGE) -> ReadingPage | None:
    """Return the page in the file `name`.md of `room` alone, without reading the others; None when it is broken."""
    for tongue in dict.fromkeys((language, SOURCE_LANGUAGE)):
        file = resources.path(f"guides/{tongue}/{room}/{name}.md")
        try:
            return parse(file.read_text(encoding="utf-8"))
        except (ReadingBroken, OSError, UnicodeDecodeError):
            continue
    return None
