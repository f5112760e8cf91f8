"""Marks of notes that an OCR program wrote as formulas."""

import pytest

from build_tools.cleaning.formulas import fold_formulas
from build_tools.model.text import Line
from build_tools.readers import read_file


@pytest.mark.parametrize(
    ("formula", "plain"),
    [("$^{[3]}$", "[3]"), ("$ ^{ [ 12 ] } $", "[12]"), ("$^{〔1〕}$", "〔1〕"), ("$^{3}$", "³")],
)
def test_a_raised_mark_in_brackets_is_read_with_its_brackets(formula: str, plain: str) -> None:
    """…年均增长9.7%左右。$^{[3]}$ → …年均增长9.7%左右。[3]"""
    draft = fold_formulas(read_file(f"年均增长9.7%左右。{formula}\n".encode(), "plan.md", "ocr_markdown")[1].draft)
    assert [line.string.strip() for line in draft.lines if isinstance(line, Line) and line.string] == [
        f"年均增长9.7%左右。{plain}"
    ]
