from hypothesis import given
from hypothesis import strategies as st

from ui.practice.voice_words import can_be_spoken, longest_s, spoken_words, usual_voice, without_variants

ESPEAK = [
    ("English (Caribbean)", "US"),
    ("English (America)", "US"),
    ("English (America, New York City)", "US"),
    ("English (Scotland)", "GB"),
    ("English (Great Britain)", "GB"),
]


@given(st.text())
def test_no_markup_and_no_line_break_is_ever_handed_to_an_engine(text):
    assert not set("<>&\n\r\0") & set(spoken_words(text))


def test_quotes_and_dashes_stay():
    assert spoken_words("“Here”, it's 'now' – fine.") == "“Here”, it's 'now' – fine."


def test_a_dot_is_nothing_to_say():
    assert not can_be_spoken("… .")
    assert can_be_spoken("5")


@given(st.text(), st.text())
def test_more_words_never_take_less_time(one, more):
    assert longest_s(one) <= longest_s(one + " " + more)


def test_a_long_caption_is_given_the_time_a_slow_voice_takes():
    assert longest_s("word " * 30) > 30


def test_the_variants_of_a_voice_are_left_out():
    assert without_variants(["A", "A+Adam", "B", "C+C"]) == ["A", "B", "C+C"]


def test_the_usual_voice_is_from_here_and_without_a_regional_accent():
    assert usual_voice(ESPEAK, "US") == "English (America)"
    assert usual_voice(ESPEAK, "GB") == "English (Great Britain)"


def test_where_another_language_is_spoken_the_usual_voice_is_british():
    assert usual_voice(ESPEAK, "DE") == "English (Great Britain)"
    assert usual_voice([("Kate", "AU")], "DE") == "Kate"
