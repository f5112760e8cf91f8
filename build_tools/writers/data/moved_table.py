"""What became of the texts of a plan's earlier editions: a table a plan, beside its document."""

from __future__ import annotations

from ...model.edition import Plan
from ...model.translation import _
from .published import Row, Table

MOVED = Table(
    "moved",
    _("上一稿的每段文字现在何处，一行一处"),
    (
        ("from", "string", "在较早一稿中的地址；空：新增"),
        ("to", "string", "在其后一稿中的地址；空：已删"),
        ("kind", "string", "same 未改，edited 有改动，moved 移位，split 拆分，merged 合并，removed 删去，new 新增"),
        ("edition", "string", "较早一稿的文件夹名"),
        ("before", "string", "原来的文字，改过才有"),
        ("after", "string", "现在的文字，改过才有"),
    ),
)


def moved_table(plan: Plan) -> tuple[Table, list[Row]]:
    return MOVED, MOVED.rows(plan.moved, {"from": lambda row: row.source, "to": lambda row: row.target})
