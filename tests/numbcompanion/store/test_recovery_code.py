import pytest
from hypothesis import given
from hypothesis import strategies as st

from numbcompanion.errors import CodeMistyped
from numbcompanion.store.recovery_code import ALPHABET, new_code, secret_of


def test_a_code_is_five_groups_of_six_and_reads_back():
    code = new_code()
    assert [len(group) for group in code.split("-")] == [6] * 5
    assert secret_of(code) == code.replace("-", "").encode()


def test_codes_differ():
    assert len({new_code() for _ in range(50)}) == 50


def test_a_code_is_read_in_any_case_with_spaces_and_look_alikes():
    code = new_code()
    sloppy = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert secret_of(sloppy) == secret_of(code)


@given(st.integers(0, 29), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_found_in_its_group(place, letter):
    code = new_code().replace("-", "")
    if code[place] == letter:
        return
    with pytest.raises(CodeMistyped) as caught:
        secret_of(code[:place] + letter + code[place + 1 :])
    assert caught.value.group == place // 6 + 1


@given(st.integers(0, 28))
def test_two_neighbours_swapped_are_found(place):
    code = new_code().replace("-", "")
    if code[place] == code[place + 1] or place % 6 == 5:
        return
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    with pytest.raises(CodeMistyped) as caught:
        secret_of(swapped)
    assert caught.value.group == place // 6 + 1


def test_two_groups_swapped_are_found():
    groups = new_code().split("-")
    groups[1], groups[2] = groups[2], groups[1]
    with pytest.raises(CodeMistyped):
        secret_of("-".join(groups))


@given(st.text(max_size=60))
def test_anything_else_gets_a_sentence(text):
    try:
        secret_of(text)
    except CodeMistyped as error:
        assert str(error).endswith(".")
