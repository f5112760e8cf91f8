"""Addresses and anchors of the data contract."""

import pytest

from build_tools.model.outline import TableCell, anchor_of, chapter_of, expand
from build_tools.model.text import Text


@pytest.mark.parametrize(
    ("address", "anchor"),
    [
        ("plan/03", "top"),
        ("plan/03/01", "s01"),
        ("plan/03/01/02", "s01-02"),
        ("plan/03/01/02#3", "s01-02-p3"),
        ("plan/03#1", "p1"),
        ("plan/03/01@1", "s01-b1"),
        ("plan/03/01@1.2", "s01-b1-i2"),
        ("plan/03@1", "b1"),
        ("plan/p01", "top"),
        ("plan/p01#2", "p2"),
    ],
)
def test_anchor(address: str, anchor: str) -> None:
    """The anchor on the chapter's page is the one that the data contract promises."""
    assert anchor_of(address) == anchor


@pytest.mark.parametrize(
    ("address", "chapter"), [("plan/03/01/02#4", "plan/03"), ("plan/03@1.2", "plan/03"), ("plan/p01#1", "plan/p01")]
)
def test_chapter(address: str, chapter: str) -> None:
    """Every address knows its page."""
    assert chapter_of(address) == chapter


def test_expand() -> None:
    """A merged table as a full matrix: a covered place holds the cell that covers it."""

    def cell(words: str, rows: int = 1, columns: int = 1) -> TableCell:
        return TableCell(Text.at(words, 0), rows, columns)

    a, b, c, d, e = cell("a", rows=2), cell("b", columns=2), cell("c"), cell("d"), cell("e", columns=3)
    assert expand(((a, b), (c, d), (e,))) == [[a, b, b], [a, c, d], [e, e, e]]
