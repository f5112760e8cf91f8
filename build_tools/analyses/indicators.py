"""The official indicator table → one record a row. Values stay as printed; an empty cell stays empty.

Columns are found by their heads: 类别, 序号, 指标, 单位, years (the first is the base year, the last the target year),
年均/累计, 属性. A value in [ ] is cumulative, as the notes under such tables say.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from ..chinese.numbering import read_marker
from ..model.edition import Problem
from ..model.facts import Indicator
from ..model.outline import Block, TableCell, expand
from .indicator_rows import doubts_of, related

COUNT = re.compile(r"\s*[（(]\s*\d+\s*[个项][)）]$")
UNIT = re.compile(r"\s*[（(]([^（）()]+)[)）]$")
YEAR = re.compile(r"20\d\d")
HEADS = {  # column: how its head reads; looked for in this order
    "category": re.compile(r"类别|类型|分类|领域|维度"),
    "no": re.compile(r"序号"),
    "attribute": re.compile(r"属性|性质"),
    "annual_growth": re.compile(r"年均|累计|增速"),
    "name": re.compile(r"指标"),
    "unit": re.compile(r"单位"),
}


def find_indicators(
    plan: str, blocks: tuple[Block, ...], line_starts: list[int]
) -> tuple[tuple[Indicator, ...], list[Problem]]:
    found, problems = [], []
    for block in blocks:
        if block.kind == "table" and (columns := find_columns(block)):
            rows = expand(block.rows)[1:]
            group = [read_row(plan, block.address, columns, row, line_starts) for row in rows]
            problems += check_numbers(group, "attribute" in columns)
            found += group
    found = related(found)
    return tuple(found), problems + doubts_of(found)


def find_columns(block: Block) -> dict[str, int] | None:
    """Column numbers by name, with the two year columns and their years; None for a table of something else."""
    heads = expand(block.rows)[0]
    header = [cell.text.string if cell else "" for cell in heads]
    columns: dict[str, int] = {}
    for name, head in HEADS.items():
        at = next((i for i, words in enumerate(header) if i not in columns.values() and head.search(words)), None)
        if at is not None:
            columns[name] = at
    years = [i for i, words in enumerate(header) if YEAR.search(words) and i not in columns.values()]
    if "name" not in columns or not years and "attribute" not in columns:
        return None
    if heads[columns["name"]].colspan == 2:
        columns["breakdown"] = columns["name"] + 1
    for name, at in (("baseline", years[0] if len(years) > 1 else None), ("target", years[-1] if years else None)):
        if at is not None:
            columns[name] = at
            columns[name + "_year"] = int(YEAR.search(header[at])[0])
    return columns


def read_row(
    plan: str, address: str, columns: dict[str, int], row: list[TableCell | None], line_starts: list[int]
) -> Indicator:
    def cell(name: str) -> str:
        at = columns.get(name)
        return row[at].text.string if at is not None and at < len(row) and row[at] else ""

    name_cell = row[columns["name"]]
    breakdown = cell("breakdown") if "breakdown" in columns and row[columns["breakdown"]] is not name_cell else ""
    number, name, unit = split_name(cell("name"), "unit" in columns)
    place = row[columns["breakdown"]] if breakdown else name_cell
    return Indicator(
        plan=plan,
        no=cell("no") or number,
        category=COUNT.sub("", cell("category")),
        name=name,
        unit=cell("unit") or unit,
        breakdown=breakdown,
        baseline_year=str(columns.get("baseline_year", "")),
        baseline=cell("baseline"),
        target_year=str(columns.get("target_year", "")),
        target=cell("target"),
        annual_growth=cell("annual_growth"),
        attribute=cell("attribute"),
        cumulative=any(value.startswith("[") for value in (cell("target"), cell("annual_growth"))),
        source_line=bisect_right(line_starts, place.text.offsets[0]) if place and place.text.offsets else 0,
        address=address,
    )


def split_name(words: str, unit_apart: bool) -> tuple[str, str, str]:
    """“11. 每千人口拥有执业(助理)医师数(名)” → ("11", "每千人口拥有执业(助理)医师数", "名")"""
    marker = read_marker(words)
    number = str(marker.number) if marker and marker.kind == "arabic" else ""
    name = words[marker.rest :] if number else words
    unit = None if unit_apart else UNIT.search(name)
    return (number, name[: unit.start()], unit[1].strip()) if unit else (number, name, "")


def check_numbers(rows: list[Indicator], with_attribute: bool) -> list[Problem]:
    """Indicators are numbered through; where a number is missing, a row may have got lost."""
    problems, last = [], 0
    for row in rows:
        if row.no.isdigit() and int(row.no) not in (last, last + 1):
            problems.append(Problem("warning", "indicator-number", row.source_line, (row.no, last)))
        last = int(row.no) if row.no.isdigit() else last
        if with_attribute and not row.attribute:
            problems.append(Problem("note", "empty-attribute", row.source_line, (row.no, row.name)))
    return problems
