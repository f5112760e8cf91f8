"""Chinese numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.chinese.numbering import read_marker
from build_tools.chinese.numerals import to_number, to_numeral


def test_every_number_comes_back() -> None:
    """1 to 9999, written as a numeral and read again, is the same number."""
    assert [to_number(to_numeral(number)) for number in range(1, 10000)] == list(range(1, 10000))


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (9999, "九千九百九十九"),
    ],
)
def test_numerals_as_people_write_them(number: int, numeral: str) -> None:
    """The numeral is the one that people write."""
    assert to_numeral(number) == numeral


@pytest.mark.parametrize(
    ("numeral", "number"), [("二〇", 20), ("二○", 20), ("１２", 12), ("12", 12), (" 三 ", 3), ("两百", 200)]
)
def test_other_ways_of_writing(numeral: str, number: int) -> None:
    """Digit by digit, with wide digits, with blanks."""
    assert to_number(numeral) == number


@pytest.mark.parametrize("words", ["", "第", "三章", "abc", "一、"])
def test_no_numeral(words: str) -> None:
    """Anything else is refused, never guessed."""
    with pytest.raises(ValueError, match="not a Chinese numeral"):
        to_number(words)


@pytest.mark.parametrize("number", [0, -1, 10000])
def test_outside(number: int) -> None:
    """Numbers that no heading has are refused."""
    with pytest.raises(ValueError, match="outside 1 to 9999"):
        to_numeral(number)


@given(st.integers(1, 99), st.sampled_from(["章", "节", "篇"]))
def test_han_and_arabic_numbers_count_alike(number: int, kind: str) -> None:
    """第二十三章 and 第23章 are the same chapter."""
    han, arabic = read_marker(f"第{to_numeral(number)}{kind} 标题"), read_marker(f"第{number}{kind}　标题")
    assert (han.kind, han.number) == (arabic.kind, arabic.number)
    assert f"第{to_numeral(number)}{kind} 标题"[han.rest :] == "标题"
