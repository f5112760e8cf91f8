"""The official indicator table → one record a row and area. Values stay as printed; an empty cell stays empty.

Columns are found by their heads: 类别, 序号, 指标, 单位, years (of several the last before the plan's period is the base year,
the end of the period the target year), 年均/累计, 属性. A value in [ ] is cumulative, as the notes under such tables say. A
table whose years cannot be placed gives no values, and a Problem.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from ..chinese.numbering import read_marker
from ..chinese.printed_values import printed_value
from ..chinese.table_words import bare, is_dash
from ..model.edition import Problem
from ..model.facts import Indicator
from ..model.outline import Block, TableCell, expand
from .indicator_columns import Columns, Matrix, Values, find_columns, head_rows, without_head
from .indicator_rows import doubts_of, related

COUNT = re.compile(r"\s*[（(]\s*\d+\s*[个项][)）]$")
LOST = re.compile(r"[\ufffd■\ue000-\uf8ff]|\(cid:")
UNIT = re.compile(r"\s*[（(]([^（）()]+)[)）]$")


def find_indicators(
    plan: str, blocks: tuple[Block, ...], line_starts: list[int], period: tuple[int, int] | None = None
) -> tuple[tuple[Indicator, ...], list[Problem]]:
    """`period`: first and last year of the plan."""
    found, problems = [], []
    for block in blocks:
        matrix = expand(block.rows) if block.kind == "table" else []
        head = head_rows(matrix) if matrix and len({len(row) for row in matrix}) == 1 else 0
        columns = find_columns(matrix, head, period) if head else None
        if columns is None:
            continue
        rows = read_rows(plan, block.address, columns, matrix[head:], line_starts)
        problems += odd_heads(block, columns, matrix, head)
        problems += check_numbers(rows, "attribute" in columns.named)
        found += rows
    found = related(found)
    return tuple(found), problems + doubts_of(found)


def odd_heads(block: Block, columns: Columns, matrix: Matrix, head: int) -> list[Problem]:
    """Years that cannot be placed, and figures below no head."""
    line = block.lines[0]
    out = [] if columns.placed else [Problem("warning", "indicator-years", line)]
    out += [Problem("note", "indicator-years", line)] * (
        columns.placed and not any(v.target_year or v.baseline_year for v in columns.values)
    )
    return out + [Problem("warning", "empty-head", line, (c + 1,)) for c in without_head(matrix, head, columns.named)]


def read_rows(plan: str, address: str, columns: Columns, matrix: Matrix, line_starts: list[int]) -> list[Indicator]:
    """The records of all rows; a row that is one cell from edge to edge names the category of those below."""
    out: list[Indicator] = []
    across = ""
    for row in matrix:
        if all(cell is row[0] for cell in row):
            across = row[0].text.string if row[0] else ""
            continue
        name = row[columns.named["name"]]
        if name is None or (name.header and not name.text.string) or not bare(name.text.string):
            continue
        for values in columns.values:
            if not values.area or any(filled(row, at) for at in (values.baseline, values.target, values.growth)):
                out.append(read_row(plan, address, columns, values, row, across, line_starts))
    return out


def words_in(row: list[TableCell | None], at: int) -> str:
    cell = row[at] if 0 <= at < len(row) else None
    return cell.text.string if cell else ""


def value_in(row: list[TableCell | None], at: int) -> str:
    """A value as printed; nothing where signs of it were lost: “2�” may be 21 or 2.5; nor where one cell stands over
    several columns, as it is said of neither."""
    words = words_in(row, at)
    over = [row[c] for c in (at - 1, at + 1) if 0 <= c < len(row)]
    return "" if LOST.search(words) or (words and any(cell is row[at] for cell in over)) else words


def filled(row: list[TableCell | None], at: int) -> bool:
    """Does something stand in the cell, if only a dash for “no such value”?"""
    words = words_in(row, at)
    return bool(words) and not is_dash(words)


def read_row(
    plan: str,
    address: str,
    columns: Columns,
    values: Values,
    row: list[TableCell | None],
    across: str,
    line_starts: list[int],
) -> Indicator:
    named = columns.named

    def cell(name: str) -> str:
        return words_in(row, named.get(name, -1))

    name_cell = row[named["name"]]
    breakdown = cell("breakdown") if "breakdown" in named and row[named["breakdown"]] is not name_cell else ""
    place = row[named["breakdown"]] if breakdown else name_cell
    number, name, unit = split_name(cell("name"), "unit" in named)
    target, growth = value_in(row, values.target), value_in(row, values.growth)
    baseline = value_in(row, values.baseline)
    target_value, comparator = printed_value(target)
    return Indicator(
        plan=plan,
        no=cell("no") or number,
        category=COUNT.sub("", cell("category") or across),
        name=name,
        unit=cell("unit") or unit,
        breakdown="，".join(filter(None, (breakdown, values.area))),
        baseline_year=values.baseline_year,
        baseline=baseline,
        target_year=values.target_year,
        target=target,
        annual_growth=growth,
        attribute=cell("attribute"),
        cumulative=any(value.startswith(("[", "［", "【")) for value in (target, growth)),
        source_line=bisect_right(line_starts, place.text.offsets[0]) if place and place.text.offsets else 0,
        address=address,
        area=values.area,
        baseline_value=printed_value(baseline)[0],
        target_value=target_value,
        comparator=comparator,
        interim="；".join(f"{year}：{words}" for year, at in values.others if (words := words_in(row, at))),
    )


def split_name(words: str, unit_apart: bool) -> tuple[str, str, str]:
    """“11. 每千人口拥有执业(助理)医师数(名)” → ("11", "每千人口拥有执业(助理)医师数", "名")"""
    marker = read_marker(words)
    numbered = marker is not None and marker.kind == "arabic"
    number, name = (str(marker.number), words[marker.rest :]) if marker and numbered else ("", words)
    unit = None if unit_apart else UNIT.search(name)
    return (number, name[: unit.start()], unit[1].strip()) if unit else (number, name, "")


def check_numbers(rows: list[Indicator], with_attribute: bool) -> list[Problem]:
    """Indicators are numbered through, or anew in each category; where a number is missing, a row may have got lost."""
    problems, last = [], 0
    for row in rows:
        if row.no.isdigit() and int(row.no) not in (last, last + 1, 1):
            problems.append(Problem("warning", "indicator-number", row.source_line, (row.no, last)))
        last = int(row.no) if row.no.isdigit() else last
        if with_attribute and not row.attribute:
            problems.append(Problem("note", "empty-attribute", row.source_line, (row.no, row.name)))
    return problems
