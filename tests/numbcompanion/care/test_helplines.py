import csv
import io
import re
from datetime import UTC, date, datetime

import pytest
from fakes import MovableClock

import resources
from numbcompanion.care.helplines import (
    DIRECTORY,
    Helpline,
    guessed_country,
    is_old,
    load_helplines,
    parse_helplines,
)

LIST = load_helplines()
ROWS = list(csv.DictReader(io.StringIO(resources.read_text("care/helplines.csv"))))
MAIN = [row for row in ROWS if row["rank"] == "1"]
EVERY_LINE = [(country, line) for country in LIST.countries for line in country.lines]


def test_every_row_of_the_research_is_carried_over() -> None:
    assert len(MAIN) == 47  # 26 of the surest kind, 20 of the next, and the one for everywhere else
    confidence = [row["confidence"] for row in MAIN]
    assert (confidence.count("A"), confidence.count("B")) == (26, 21)
    assert len(LIST.countries) == 45  # Belgium has two rows
    assert LIST.left_out == ()


def test_where_it_was_found_is_kept_with_every_row() -> None:
    for row in ROWS:
        assert row["raw_sources"] and row["raw_source_date"] and row["confidence"] in "AB"


def test_belgium_has_both_its_lines() -> None:
    belgium = LIST.for_country("BE")
    assert belgium is not None
    assert [(line.part, line.number) for line in belgium.lines] == [("Dutch", "1813"), ("French", "0800 32 123")]


def test_ireland_has_the_emergency_numbers_and_samaritans_first() -> None:
    ireland = LIST.for_country("ie")
    assert ireland is not None
    assert [number.number for number in ireland.emergency] == ["112", "999"]
    assert [line.name for line in ireland.lines][:2] == ["Samaritans", "Pieta"]
    first = ireland.lines[0]
    assert (first.number, first.hours, first.cost) == ("116 123", "day and night", "free")
    assert (first.sites, first.checked) == (("samaritans.org/ireland",), date(2026, 9, 9))


@pytest.mark.parametrize("code", ["TR", "NG", "EG", "ZZ", "", "XX", None])
def test_a_country_that_is_not_in_the_list_has_no_number(code: str | None) -> None:
    assert LIST.for_country(code) is None
    assert LIST.elsewhere.directory == DIRECTORY
    assert LIST.elsewhere.advice
    assert not re.search(r"\d", LIST.elsewhere.advice + LIST.elsewhere.directory)


@pytest.mark.parametrize("wrong", ["1393", "1800-221-4444", "1-800-273-8255", "0800-999-0091", "0800 999 0091"])
def test_numbers_known_to_be_wrong_are_not_shown(wrong: str) -> None:
    assert all(wrong not in (line.number, *line.also) for _, line in EVERY_LINE)


def test_every_number_can_be_dialled_as_it_is_written() -> None:
    for country, line in EVERY_LINE:
        assert line.number or line.also, (country.code, line.name)
        assert re.fullmatch(r"(\*?\d[\d -]*(ext \d+)?)?", line.number), (country.code, line.number)
        assert not line.number.startswith("+")
    for country in LIST.countries:
        assert country.emergency
        assert all(re.fullmatch(r"\d{2,5}", number.number) for number in country.emergency), country.code


def test_every_shown_number_stands_in_the_research() -> None:
    def digits(text: str) -> str:
        return re.sub(r"\D", "", text)

    for row in ROWS:
        raw = " ".join((row["raw_text_or_chat"], row["raw_note"], row["raw_emergency"]))
        if row["rank"] == "2":
            assert digits(row["number"]) in digits(raw), row["name"]
        for part in row["emergency"].split(";"):
            assert digits(part) in digits(row["raw_emergency"])


def test_no_research_shorthand_is_shown() -> None:
    for country, line in EVERY_LINE:
        shown = " ".join((line.name, *line.also, line.hours, line.cost, *line.sites, line.caution, line.part))
        assert not re.search(r"\bS\d\b|\bGK\b|\(undated\)|files|per S|unknown", shown), (country.code, shown)


@pytest.mark.parametrize(("code", "hours"), [("DK", "daily 09:00 to 05:00"), ("BD", "daily 15:00 to 03:00")])
def test_a_line_that_closes_says_when(code: str, hours: str) -> None:
    country = LIST.for_country(code)
    assert country is not None
    assert country.lines[0].hours == hours
    assert "Not open" in country.lines[0].caution


@pytest.mark.parametrize("code", ["IT", "AR"])
def test_hours_that_sources_do_not_agree_on_are_not_guessed(code: str) -> None:
    country = LIST.for_country(code)
    assert country is not None
    assert country.lines[0].hours == ""
    assert country.lines[0].caution


def test_a_line_is_old_after_twelve_months() -> None:
    line = Helpline("A line", "123", checked=date(2026, 9, 9))
    clock = MovableClock(datetime(2027, 9, 9, 12, tzinfo=UTC))
    assert not is_old(line, clock)
    clock.advance(24 * 3600)
    assert is_old(line, clock)


def test_a_line_nobody_dated_counts_as_old() -> None:
    assert is_old(Helpline("A line", "123"), MovableClock())


@pytest.mark.parametrize(
    ("locale", "country"),
    [
        ("en_IE.UTF-8", "IE"),
        ("en-GB", "GB"),
        ("de_DE@euro", "DE"),
        ("zh_Hant_TW", "TW"),
        ("pt_BR", "BR"),
        ("tr_TR.UTF-8", "TR"),
        ("C.UTF-8", None),
        ("C", None),
        ("POSIX", None),
        ("en", None),
        ("eo_001", None),
        ("", None),
        (None, None),
        ("../../etc", None),
    ],
)
def test_the_country_is_guessed_from_the_locale_alone(locale: str | None, country: str | None) -> None:
    assert guessed_country(locale) == country


def test_a_spoilt_row_is_left_out_and_the_rest_stays() -> None:
    text = resources.read_text("care/helplines.csv").splitlines()
    spoilt = [text[0], text[1].replace("2026-09-09", "soon", 1), *text[3:]]
    result = parse_helplines("\n".join(spoilt))
    assert result.left_out == (2,)
    assert result.for_country("IE") is not None
