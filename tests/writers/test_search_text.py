"""The script that the search reads: every heading and block once, with its place on the page."""

from __future__ import annotations

import json

import pytest

from build_tools.model.address import Address
from build_tools.model.outline import PAGES
from build_tools.writers.pages import search_text


@pytest.fixture(scope="module")
def written(edition) -> str:
    return search_text.write(edition)["pages/zh/search/text.js"]


@pytest.fixture(scope="module")
def data(written) -> dict:
    return json.loads(written.removeprefix("searchText = ").rstrip().removesuffix(";"))


def test_every_unit_and_block_stands_once_in_order(edition, data):
    """Nothing of the text is missing from the search, and each place is the paragraph's own address."""
    for plan in edition.plans:
        known = [
            (chapter["page"], part[0])
            for chapter in data["chapters"]
            if chapter["plan"] == plan.card.id
            for part in chapter["parts"]
        ]
        assert len(known) == len(set(known))
        below = [unit for unit in plan.units if unit.level not in PAGES]
        assert set(known) == {
            (Address(part.address).chapter, Address(part.address).anchor) for part in (*below, *plan.blocks)
        }


def test_the_text_is_the_blocks_own(edition, data):
    """Marker and text as the page shows them, cells of a table parted."""
    texts = {(chapter["page"], part[0]): part[2] for chapter in data["chapters"] for part in chapter["parts"]}
    for plan in edition.plans:
        for block in plan.blocks:
            text = texts[Address(block.address).chapter, Address(block.address).anchor]
            assert text.endswith(block.text.string) or block.rows
            for row in block.rows:
                assert all(cell.text.string in text for cell in row)


def test_chinese_is_written_as_chinese(written):
    """Escapes would double what has to be sent."""
    assert "\\u" not in written


def test_two_runs_give_the_same_bytes(edition, written):
    """Deterministic, like everything that is written."""
    assert search_text.write(edition)["pages/zh/search/text.js"] == written


def test_a_row_of_a_table_is_read_with_the_heads_of_its_columns(data):
    """A value alone says little: it stands after the head of its column, and what spans rows stands in each."""
    rows = [
        row.split("\t")
        for chapter in data["chapters"]
        for part in chapter["parts"]
        if part[1] == "table"
        for row in part[2].split("\n")
    ]
    [row] = [row for row in rows if any("粮食综合生产能力(亿斤)" in cell for cell in row)]
    assert "2020年 40" in row
    assert "2025年 43" in row
    assert row[0].startswith("安全保障")
