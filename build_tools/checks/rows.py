"""Rows of the table of indicators as the checks compare them with the text."""

from __future__ import annotations

import re

from ..model.facts import Indicator
from .passages import Passage, Reading

BRACKETS = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
ENDINGS = re.compile(r"(?:年均)?(?:增长率?|增速|降低率?|下降率?|减少率?|提高幅度|累计)$")
FIGURE = re.compile(r"\[?\s*(?P<number>-?\d+(?:,\d{3})*(?:\.\d+)?)\s*\]?\s*(?:左右|以上|以下|以内|%|％)?")
NARROWER = re.compile(
    r"城区|农村|乡镇|城镇|市区|中心城|园区|开发区|其中|每年|年均|累计|新增|(?:[人户地亩]均|单位|万元|业|民间|房地产|技改|交通|水利|设施|国有|外商|农户)$"
)
LEAST_NAME = 4  # signs; shorter names stand inside others
LONG_NAME = 8  # signs of a name whose 数 a text leaves out


def speaks_of_the_whole(row: Indicator) -> bool:
    """Not the row of 城镇 or 农村, nor the columns of 城区: a text that names no part speaks of the whole."""
    return row.area.startswith("全") if row.area else not row.breakdown


def core(name: str) -> str:
    """森林覆盖率（含特灌林） → 森林覆盖率; 每千人口拥有执业（助理）医师数 → 每千人口拥有执业医师"""
    bare = BRACKETS.sub("", name).strip()
    return bare.removesuffix("数") if len(bare) >= LONG_NAME else bare


def row_passage(reading: Reading, row: Indicator) -> Passage:
    cells = (row.name, row.unit, row.baseline, row.target, row.attribute)
    return Passage(row.address, row.address, "table", row.source_line, " ".join(cell for cell in cells if cell))
