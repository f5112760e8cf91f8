"""Tables of key projects: a row a project, the columns read by their heads.

| 序号 | 项目名称 | 建设性质 | 建设年限 | 总投资（亿元） |   →   name, status, years, sum with the unit that the head or the caption prints
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from ...chinese.measures import in_common_unit
from ...model.facts import Project
from ...model.outline import Block, TableCell, expand

HEADS = {
    "name": re.compile(
        r"^(?:(?:重点|重大|建设|主要|子)*(?:项目|工程)(?:[（(][^）)]*[）)])?(?:名称)?|名称|[\u4e00-\u9fff（(]{2,6}(?:项目|工程)[）)]?名称)$"
    ),
    "status": re.compile(r"性质|类型$"),
    "years": re.compile(r"年限|周期|建设期|起止|时间|年份"),
    "investment": re.compile(r"^(?:计划|估算|概算)?总?投资(?:额|估算|规模)?"),
    "place": re.compile(r"地点|所在地|地址|选址|位置"),
    "scale": re.compile(r"内容|规模(?!投资)"),
    "proponent": re.compile(r"责任|单位$|业主|主体|牵头"),
}
UNIT = re.compile(r"[(（](?:单位[:：])?(?P<a>[万亿千]*元)[)）]|单位[:：]\s*(?P<b>[万亿千]*元)")
YEAR = re.compile(r"20\d\d")
SUM = re.compile(r"^[约近超]?(?P<n>[\d.,]+|X+|\[X+\])(?P<unit>[万亿千]*元)?")
TOTAL = re.compile(r"^(?:合\s*计|总\s*计|小\s*计|共\s*计)")
STATUS = re.compile(r"新建|续建|改扩建|扩建|改建|迁建|在建|拟建|储备|技改")


class Columns(NamedTuple):
    """Numbers of the columns by what they hold, the number of head rows, and the unit of the sums."""

    at: dict[str, int]
    heads: int
    unit: str


def tabled(plan: str, block: Block, around: str, line_starts: list[int]) -> list[Project]:
    """The projects of a table; `around` is the text of the captions and notes beside it, where the unit may stand."""
    if block.kind != "table":
        return []
    matrix = expand(block.rows)
    columns = columns_of(matrix, around)
    if columns is None:
        return []
    rows = [read_row(plan, block, row, columns, line_starts) for row in matrix[columns.heads :]]
    return [row for row in rows if row is not None]


def columns_of(matrix: list[list[TableCell | None]], around: str) -> Columns | None:
    """The first three rows may be heads; a table without a column of names, or with nothing beside it, is none of
    projects."""
    for number, row in enumerate(matrix[:3]):
        texts = [words(cell) for cell in row]
        at = {
            kind: next(place for place, text in enumerate(texts) if text and pattern.search(text))
            for kind, pattern in HEADS.items()
            if any(text and pattern.search(text) for text in texts)
        }
        if "name" in at and {"investment", "years", "status", "scale"} & set(at):
            place = at.get("investment", -1)
            head = "".join(words(row[place]) for row in matrix[: number + 2] if 0 <= place < len(row))
            match = UNIT.search(head) or UNIT.search(around)
            return Columns(at, number + 1, (match["a"] or match["b"]) if match else "")
    return None


def words(cell: TableCell | None) -> str:
    return "".join(cell.text.string.split()) if cell else ""


def read_row(
    plan: str, block: Block, row: list[TableCell | None], columns: Columns, line_starts: list[int]
) -> Project | None:
    cells = {kind: words(row[at]) if at < len(row) else "" for kind, at in columns.at.items()}
    name = cells["name"]
    if (
        len(name) < 4
        or heads_a_group(row, columns)
        or any(TOTAL.match(words(cell)) for cell in row)
        or all(words(cell) == name for cell in row)
    ):
        return None
    cell = row[columns.at["name"]]
    line = bisect_right(line_starts, cell.text.offsets[0]) if cell and cell.text.offsets else block.lines[0]
    printed, yuan = ("", "") if is_over_several(row, columns) else sum_of(cells.get("investment", ""), columns.unit)
    years = YEAR.findall(cells.get("years", ""))
    match = STATUS.search(cells.get("status", ""))
    return Project(
        plan=plan, address=block.address, line=line, quote=name, name=name, project_group="", investment=printed,
        investment_yuan=yuan, scale=cells.get("scale", ""), place=cells.get("place", ""),
        start_year=years[0] if len(years) > 1 else "", finish_year=years[-1] if years else "",
        proponent=cells.get("proponent", ""), part_of="", span=None, status=match.group() if match else "",
    )  # fmt: skip


def heads_a_group(row: list[TableCell | None], columns: Columns) -> bool:
    """| 一 | 高速公路 | | | | : nothing but a number beside the name"""
    others = [cell for at, cell in enumerate(row) if at != columns.at["name"]]
    return not any(words(cell) for cell in others[1:]) and len(others) > 2


def is_over_several(row: list[TableCell | None], columns: Columns) -> bool:
    """Does one cell stand over the column of sums and a neighbour, so that nothing tells of which it is said?"""
    at = columns.at.get("investment", -1)
    return (
        0 <= at < len(row)
        and row[at] is not None
        and any(row[c] is row[at] for c in (at - 1, at + 1) if 0 <= c < len(row))
    )


def sum_of(cell: str, unit: str) -> tuple[str, str]:
    """(“4.8”, 亿元) → 4.8亿元, 480000000; (“12.6亿元”, "") → as printed; (“X”, 亿元) → X亿元 and no figure"""
    match = SUM.match(cell)
    if not match:
        return "", ""
    unit = match["unit"] or unit
    number = match["n"].replace(",", "")
    return match["n"] + unit, in_common_unit(number, unit) if unit and "X" not in number else ""
