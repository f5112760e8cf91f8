"""Page numbers in the forms of print shops, Word fields and PDF programs."""

import pytest

from build_tools.chinese.page_numbers import read_page_number

SURE = {
    "— 12 —": 12, "-3-": 3, "第 3 页 共 86 页": 3, "第3页，共86页": 3, "共86页 第3页": 3, "5/86": 5, "- 4 / 86 -": 4,
    "Page 3 of 86": 3, "· 7 ·": 7,
    "～12～": 12, "— ⅳ —": 4, "- II -": 2, "第１２页": 12, "—1—": 1,
}  # fmt: skip
BARE = {"12": 12, "ⅳ": 4, "iv": 4, "[3]": 3}
NONE = ("（一）", "12.", "3.5%", "2030年", "第三章", "A4", "12 万亩", "1.2", "- 项目", "", "0")


@pytest.mark.parametrize("words", SURE)
def test_the_form_says_that_it_is_one(words: str) -> None:
    """Between dashes, with 页, Page or a total: a page number by its form."""
    read = read_page_number(words)
    assert read is not None
    assert read.number == SURE[words]
    assert not read.plain


@pytest.mark.parametrize("words", BARE)
def test_a_bare_number_is_only_a_candidate(words: str) -> None:
    """A number alone may be a cell or a note's mark: its run decides."""
    read = read_page_number(words)
    assert read is not None
    assert read.number == BARE[words]
    assert read.plain


@pytest.mark.parametrize("words", NONE)
def test_other_lines_are_none(words: str) -> None:
    """Items, figures, headings and words are no page numbers."""
    assert read_page_number(words) is None
