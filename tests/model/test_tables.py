"""Merged tables."""

from build_tools.model.outline import TableCell, expand
from build_tools.model.text import Text


def test_expand() -> None:
    """A merged table as a full matrix: a covered place holds the cell that covers it."""

    def cell(words: str, rows: int = 1, columns: int = 1) -> TableCell:
        return TableCell(Text.at(words, 0), rows, columns)

    a, b, c, d, e = cell("a", rows=2), cell("b", columns=2), cell("c"), cell("d"), cell("e", columns=3)
    assert expand(((a, b), (c, d), (e,))) == [[a, b, b], [a, c, d], [e, e, e]]
