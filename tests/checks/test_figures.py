"""Figures of the source: none is lost, cut, grown together or put into another row, whatever the form of a table; a
breach is told."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_plan import read

from build_tools.checks import check_figures
from build_tools.model.outline import Block, TableCell
from build_tools.model.text import Removed, Text, settled

FIGURES = st.one_of(
    st.integers(0, 99999).map(str), st.integers(0, 9999).map(lambda n: f"{n / 10:.1f}"), st.sampled_from(["—", "[1.5]",
    "98以上", "XX", ""])
)  # fmt: skip
NAMES = st.sampled_from(
    ["粮食产量", "油料产量", "城镇化率", "森林覆盖率", "新增就业", "每千人口床位数", "合计", "单位GDP能耗"]
)
ROWS = st.lists(st.tuples(NAMES, st.lists(FIGURES, min_size=1, max_size=4)), min_size=1, max_size=6)
HEADS = st.sampled_from([["指标", "2025年", "2030年"], ["项目", "总投资", "备注"], ["名称", "甲", "乙", "丙"], []])


def parted_by(sign: str):
    return lambda rows: "\n".join(sign.join(row) for row in rows)


FORMS = {
    "tabs": parted_by("\t"),
    "two blanks": parted_by("  "),
    "wide blanks": parted_by("          "),
    "bars": lambda rows: "\n".join("| " + " | ".join(row) + " |" for row in rows),
    "cells": lambda rows: "\n".join(cell for row in rows for cell in row if cell),
    "cells, parted": lambda rows: "\n\n".join("\n".join(cell for cell in row if cell) for row in rows),
    "html": lambda rows: "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
    for row in rows) + "</table>",
}  # fmt: skip


def published(text: str) -> tuple[list[str], list]:
    """Every published text of a plan, and what the check says."""
    source, draft, outline, _problems = read(text)
    removed, folded = settled(draft.removed + outline.removed, draft.folded)
    pieces = [text.string for unit in outline.units for text in (unit.number, unit.title)]
    pieces += [text.string for block in outline.blocks for text in (block.marker, block.text)]
    pieces += [cell.text.string for block in outline.blocks for row in block.rows for cell in row]
    return pieces, check_figures(source.text, outline.units, outline.blocks, removed, folded)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HEADS, ROWS, st.sampled_from(sorted(FORMS)))
def test_no_table_in_no_form_harms_a_figure(head, rows, form):
    """Full rows and short ones, with heads and without: each figure is published as it stands, and the check finds
    nothing."""
    table = FORMS[form](([head] if head else []) + [[name, *figures] for name, figures in rows])
    pieces, found = published(
        f"第一章 目标\n\n主要指标和项目如下，请各地抓好落实。\n\n{table}\n\n第二章 保障\n\n加强领导，落实责任。\n"
    )
    assert found == []
    shown = [figure for piece in pieces for figure in re.findall(r"\d+(?:\.\d+)?", piece)]
    for figure in re.findall(r"\d+(?:\.\d+)?", table.replace("<td>", " ").replace("</td>", " ")):
        assert figure in shown, (figure, table)
        shown.remove(figure)


def cell(source: str, *words: str) -> TableCell:
    """A cell with these pieces of the source, one behind the other."""
    text, at = Text("", ()), 0
    for word in words:
        at = source.index(word, at)
        text = text + Text.at(word, at)
        at += len(word)
    return TableCell(text)


def table(*rows: tuple[TableCell, ...]) -> Block:
    return Block("some/01@1", "some/01", "table", Text("", ()), (1, 2), rows=rows)


SOURCE = "粮食\t20\t22\n油料\t31.2\t6%\n"


def codes(block: Block, removed: tuple[Removed, ...] = ()) -> list[str]:
    return [problem.code for problem in check_figures(SOURCE, (), (block,), removed, ())]


def test_a_sound_table_is_sound():
    rows = (cell(SOURCE, "粮食"), cell(SOURCE, "20"), cell(SOURCE, "22")), (cell(SOURCE, "31.2"), cell(SOURCE, "6%"))
    assert codes(table(*rows)) == []


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("20", "22")], "figure-grown"),
        ([("20",), ("2",)], "figure-cut"),
    ],
)
def test_figures_that_grow_or_break_are_told(rows, code):
    """20 and 22 in one cell without a gap; 22 of which only a 2 is left."""
    cells = tuple(cell(SOURCE, *words) for words in rows)
    rest = (cell(SOURCE, "31.2"), cell(SOURCE, "6%"))
    assert code in codes(table(cells, rest))


def test_a_lost_figure_is_told_and_a_page_number_is_not():
    """A figure taken out as a mark is lost; one that had its line for itself as a page number may go; a 6 out of a row
    may not."""
    rows = (cell(SOURCE, "20"), cell(SOURCE, "22")), (cell(SOURCE, "31.2"),)
    at = SOURCE.index("6%")
    for reason in ("cell-mark", "page-number", "contents"):
        assert codes(table(*rows), (Removed(at, at + 2, reason),)) == ["figure-lost"]
    source = "到2030年。\n— 6 —\n"
    text = Block("some/01#1", "some/01", "paragraph", Text.at("到2030年。", 0), (1, 1))
    gone = (Removed(8, 13, "page-number"), Removed(7, 8, "line-end"), Removed(13, 14, "line-end"))
    assert check_figures(source, (), (text,), gone, ()) == []


def test_figures_of_one_line_stand_in_one_row():
    """20 in the first row and 22 in the second: told with the line."""
    rows = (cell(SOURCE, "粮食"), cell(SOURCE, "20")), (cell(SOURCE, "22"), cell(SOURCE, "31.2"), cell(SOURCE, "6%"))
    assert "figure-row" in codes(table(*rows))


@pytest.mark.parametrize(
    ("source", "fine"),
    [
        ("收集率达到7\n8%以上。", False),
        ("完善污水收集处理设施体系建设，收集率达到7\n8%以上。", True),
        ("到20 30年，面积达到6 000亩，分别是2. 1倍。", True),
        ("产量分别为18 19万吨。", False),
    ],
)
def test_joints_of_scan_and_printed_line_are_known(source, fine):
    """A figure cut by the end of a full line or by a scanner's space is one; two figures beside each other are two."""
    kept = [i for i, sign in enumerate(source) if sign not in "\n "]
    text = Text("".join(source[i] for i in kept), tuple(kept))
    gone = tuple(Removed(i, i + 1, "ocr-space") for i in range(len(source)) if i not in kept)
    found = check_figures(source, (), (Block("a/01#1", "a/01", "paragraph", text, (1, 2)),), gone, ())
    assert ([problem.code for problem in found] == []) is fine
