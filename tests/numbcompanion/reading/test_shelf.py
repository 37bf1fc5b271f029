from pathlib import Path

import pytest

import resources
from numbcompanion.reading import shelf_of

PAGE = "---\nslug: {slug}\ngroup: G\ntitle: T\norder: {order}\nminutes: 1\nreviewed: 2026-11-23\n---\n{text}\n"


@pytest.fixture
def guides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(resources, "path", lambda name: tmp_path / name)
    folder = tmp_path / "guides" / "en" / "library"
    folder.mkdir(parents=True)
    return folder


def test_pages_stand_in_their_order(guides: Path) -> None:
    (guides / "a.md").write_text(PAGE.format(slug="last", order=2, text="x"))
    (guides / "b.md").write_text(PAGE.format(slug="first", order=1, text="x"))
    assert [page.slug for page in shelf_of("library").pages] == ["first", "last"]


def test_a_broken_page_is_listed_and_the_others_are_there(guides: Path) -> None:
    (guides / "a.md").write_text("nothing")
    (guides / "b.md").write_text(PAGE.format(slug="fine", order=1, text="x"))
    (guides / "c.md").write_bytes(b"\xff\xfe\xff")
    shelf = shelf_of("library")
    assert [page.slug for page in shelf.pages] == ["fine"]
    assert [name for name, _ in shelf.broken] == ["a.md", "c.md"]
    assert "Line 1" in shelf.broken[0][1]


def test_a_page_that_is_not_translated_stands_in_the_source_language(guides: Path) -> None:
    for name in ("a", "b"):
        (guides / f"{name}.md").write_text(PAGE.format(slug=name, order=1, text="English"))
    german = guides.parent.parent / "de" / "library"
    german.mkdir(parents=True)
    (german / "a.md").write_text(PAGE.format(slug="a", order=1, text="Deutsch"))
    texts = [page.blocks[0].text for page in shelf_of("library", "de").pages]
    assert texts == ["Deutsch", "English"]


def test_a_room_that_is_not_there_has_no_pages(guides: Path) -> None:
    assert shelf_of("attic").pages == ()
