"""Which column of an indicator table holds what, told by its heads, also where these stand in several rows.

指标 | 单位 | 全市           | 城区           | 属性
             2025年 | 2030年   2025年 | 2030年          →   names, units, attributes; for each area baseline and target with
             their years
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..chinese.table_words import bare, is_figure
from ..model.outline import TableCell

YEAR = re.compile(r"20\d\d")
NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
HEADS = {  # column: how its head reads; looked for in this order
    "category": re.compile(r"^(?:指标)?(?:类别|类型|分类|领域|维度|板块|方面)|一级指标"),
    "no": re.compile(r"^(?:序号|编号|序)$"),
    "attribute": re.compile(r"属性|性质"),
    "name": re.compile(r"指标|名称"),
    "unit": re.compile(r"^(?:计量)?单\s*位$|^计量单位|^单位[（(]"),
}
GROWTH = re.compile(r"年均|累计|增速|增幅|增长率")
BASE = re.compile(r"基期|现状|基准|现值|完成|实际|实绩|初值")
TARGET = re.compile(r"目标|规划|预期|远景|终期|期末")
AREA = re.compile(
    r"^(?:全[市县区州省盟旗域镇乡]|(?:中心|主)?城区|市[区域辖]|县[城域]|旗域|镇区|区域|城镇|农村|乡村|市本级|县本级|旗本级|本级|郊区|.{2,6}(?:市|县|区|开发区|新区|片区|园区|"
    r"镇|乡|街道|苏木))$"
)
Matrix = list[list[TableCell | None]]


@dataclass(frozen=True, slots=True)
class Values:
    """The columns of one area (of none: ""): baseline, target and growth, and other years; -1 where there is none."""

    area: str
    baseline: int = -1
    baseline_year: str = ""
    target: int = -1
    target_year: str = ""
    growth: int = -1
    others: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """`named`: category, no, attribute, name, unit and breakdown, where there are such columns."""

    named: dict[str, int]
    values: tuple[Values, ...]

    @property
    def placed(self) -> bool:
        """Is at least one column of values known by its year, or as baseline or target?"""
        return any(v.target >= 0 or v.baseline >= 0 for v in self.values)


def head_rows(matrix: Matrix) -> int:
    """Rows all of whose cells are heads; below the first a cell from edge to edge is none, but names a group."""
    count = 0
    while count < len(matrix) and all(cell is not None and cell.header for cell in matrix[count]):
        if count and all(cell is matrix[count][0] for cell in matrix[count]):
            break
        count += 1
    return count


def heads_of(matrix: Matrix, head: int) -> list[list[str]]:
    """For every column its heads from above down, each once."""
    out = []
    for c in range(len(matrix[0])):
        cells = [matrix[r][c] for r in range(head)]
        once = [cell for i, cell in enumerate(cells) if cell is not None and (i == 0 or cell is not cells[i - 1])]
        out.append([bare(cell.text.string).translate(NARROW) for cell in once])
    return out


def find_columns(matrix: Matrix, head: int, period: tuple[int, int] | None) -> Columns | None:
    """None for a table of something else: no 指标 among its heads, or neither a year nor 目标, 属性 beside it."""
    heads = heads_of(matrix, head)
    named = named_columns(matrix, heads)
    if "name" not in named or not any("指标" in word for words in heads for word in words):
        return None
    left = [c for c in range(len(heads)) if c not in named.values()]
    whole = [c for c in left if any(heads[c])]
    areas = list(dict.fromkeys(area_of(heads[c]) for c in whole if is_value(heads[c])))
    values = tuple(
        values_of(area, [c for c in whole if area_of(heads[c]) in (area, "")], heads, period) for area in areas or [""]
    )
    columns = Columns(named, values)
    return columns if columns.placed or "attribute" in named else None


def named_columns(matrix: Matrix, heads: list[list[str]]) -> dict[str, int]:
    named: dict[str, int] = {}
    for name, pattern in HEADS.items():
        at = next(
            (c for c, words in enumerate(heads) if c not in named.values() and any(pattern.search(w) for w in words)
             and not any(YEAR.search(w) for w in words)), None
        )  # fmt: skip
        if at is not None:
            named[name] = at
    at = named.get("name", -1)
    if at >= 0 and at + 1 < len(heads) and matrix[0][at] is matrix[0][at + 1]:
        named["breakdown"] = at + 1
    return named


def is_value(words: list[str]) -> bool:
    return any(YEAR.search(w) or GROWTH.search(w) or BASE.search(w) or TARGET.search(w) for w in words)


def area_of(words: list[str]) -> str:
    """[全市, 2025年] → 全市; [2025年, 城区] → 城区"""
    return next((word for word in words if AREA.match(word)), "")


def values_of(area: str, columns: list[int], heads: list[list[str]], period: tuple[int, int] | None) -> Values:
    growth = [c for c in columns if GROWTH.search(heads[c][-1])]
    years = {c: year for c in columns if c not in growth and (year := year_of(heads[c]))}
    if years:
        baseline, target = by_year(years, period)
    else:
        left = [c for c in columns if c not in growth]
        baseline = next((c for c in left if any(BASE.search(w) for w in heads[c])), -1)
        target = next((c for c in reversed(left) if c != baseline and any(TARGET.search(w) for w in heads[c])), -1)
    others = tuple((str(year), c) for c, year in years.items() if c not in (baseline, target))
    return Values(
        area,
        baseline,
        str(years.get(baseline, "")),
        target,
        str(years.get(target, "")),
        growth_beside(target, growth, heads),
        others,
    )


def year_of(words: list[str]) -> int | None:
    """The year of the lowest head that names one."""
    return next((int(match[0]) for word in reversed(words) if (match := YEAR.search(word))), None)


def by_year(years: dict[int, int], period: tuple[int, int] | None) -> tuple[int, int]:
    """(column of the baseline, column of the target): the last year before the period, and its end; else the first and
    the last."""
    order = sorted(years, key=lambda c: (years[c], c))
    if len(order) == 1:
        past = period is not None and years[order[0]] < period[0]
        return (order[0], -1) if past else (-1, order[0])
    before = [c for c in order if period and years[c] < period[0]]
    end = [c for c in order if period and years[c] == period[1]]
    baseline = before[-1] if before else order[0]
    target = end[-1] if end else order[-1]
    return (baseline, target) if baseline != target else (order[0], order[-1])


def growth_beside(target: int, growth: list[int], heads: list[list[str]]) -> int:
    """Of several columns of growth the one below the same head as the target, else the first behind it."""
    beside = [c for c in growth if target >= 0 and len(heads[c]) > 1 and heads[c][0] == heads[target][0]]
    behind = [c for c in growth if c > target]
    return next(iter(beside or behind or growth), -1)


def without_head(matrix: Matrix, head: int, named: dict[str, int]) -> list[int]:
    """Columns with figures and no head."""
    heads = heads_of(matrix, head)
    return [
        c
        for c, words in enumerate(heads)
        if not any(words)
        and c != named.get("breakdown")
        and any(cell is not None and is_figure(cell.text.string) for cell in (row[c] for row in matrix[head:]))
    ]
