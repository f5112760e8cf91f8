"""The published table of places: every passage that names one."""

from __future__ import annotations

from ...model.edition import Edition
from ...model.translation import _
from ...model.walks import in_reading_order
from .published import Row, Table

PLACES = Table(
    "places",
    _("规划提到的地名，一行一处（名单由编者整理，程序查找）"),
    (
        ("plan", "string", "规划"),
        ("place", "string", "地名"),
        ("kind", "string", "种类：乡镇街道、河流、道路等"),
        ("address", "string", "段落地址"),
        ("line", "integer", "原文本行号"),
        ("quote", "string", "前后文"),
    ),
)


def place_table(edition: Edition) -> tuple[Table, list[Row]]:
    mentions = [mention for plan in edition.plans for mention in in_reading_order(plan, plan.places)]
    return PLACES, PLACES.rows(mentions, {"place": lambda mention: mention.name})
