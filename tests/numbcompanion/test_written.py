import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from numbcompanion.written import cleaned, folded, one_line


@given(st.text())
def test_case_and_composition_make_no_other_name(text):
    assert folded(unicodedata.normalize("NFD", text)) == folded(unicodedata.normalize("NFC", text))
    assert folded(folded(text)) == folded(text)


def test_names_that_differ_stay_apart():
    assert folded("Äpfel") == folded("äpfel") != folded("apfel")
    assert folded("STRASSE") == folded("straße")


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_was_typed_can_be_kept(text):
    assert "\x00" not in cleaned(text)
    cleaned(text).encode()
    assert len(one_line(text, 20).splitlines()) <= 1
