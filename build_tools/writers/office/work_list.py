"""The work list of a plan as rows of a sheet. Three columns are for people: value, person, remark; with the date they
come back filled."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ...model.edition import Edition, Plan
from ...model.tasks import KINDS
from ...model.translation import _
from ..words import layout
from ..words.references import places_of
from ..words.task_words import KINDS as KIND_WORDS
from ..words.task_words import Row, rows_of

TITLE = _("{plan}待办清单")
LEAD = _("由程序从文中查找，未经人工核对；别处的数字不等于应填的数字。填好后用 check --worklist 读回。")
COLUMNS = (
    ("id", _("编号"), 11),
    ("chapter", _("所在章"), 14),
    ("place", _("位置"), 14),
    ("kind", _("种类"), 10),
    ("sentence", _("原文"), 40),
    ("missing", _("填什么、改什么"), 26),
    ("own", _("本规划别处"), 22),
    ("other", _("另一规划"), 18),
    ("value", _("填入或改成"), 14),
    ("person", _("责任人"), 9),
    ("due", _("期限"), 11),
    ("done", _("完成"), 6),
    ("remark", _("备注"), 16),
    ("line", _("原文本行号"), 7),
    ("address", _("段落地址"), 16),
)  # key, head, width in signs
BY_PEOPLE = ("value", "person", "due", "done", "remark")
TALLY, TOTAL, TASKS = _("各章有多少"), _("合计"), _("待办清单")


@dataclass(frozen=True)
class WorkList:
    """`rows`: a value a column, those for people empty; `tally`: heads, then chapter and counts by kind."""

    plan: str
    title: str
    lead: str
    names: tuple[str, str]
    columns: tuple[tuple[str, str, int], ...]
    rows: tuple[tuple[str, ...], ...]
    tally: tuple[tuple[str | int, ...], ...]


def work_list(edition: Edition, plan: Plan) -> WorkList:
    say = layout.say(edition)
    rows = list(rows_of(edition, plan, places_of(edition), say))
    kinds = [kind for kind in KINDS if any(kind == row.task.kind for row in rows)]
    counted = Counter((row.chapter, row.task.kind) for row in rows)
    by_chapter: list[tuple[str | int, ...]] = [
        (chapter, *(counted[chapter, kind] for kind in kinds), sum(counted[chapter, kind] for kind in kinds))
        for chapter in dict.fromkeys(row.chapter for row in rows)
    ]
    totals: tuple[str | int, ...] = (
        say(TOTAL),
        *(sum(row.task.kind == kind for row in rows) for kind in kinds),
        len(rows),
    )
    return WorkList(
        plan.card.id,
        say(TITLE).format(plan=plan.card.name),
        say(LEAD),
        (say(TASKS), say(TALLY)),
        tuple((key, say(head), width) for key, head, width in COLUMNS),
        tuple(cells(row) for row in rows),
        ((say(COLUMNS[1][1]), *(say(KIND_WORDS[kind]) for kind in kinds), say(TOTAL)), *by_chapter, totals),
    )


def cells(row: Row) -> tuple[str, ...]:
    task = row.task
    known = {
        "id": task.id,
        "chapter": row.chapter,
        "place": row.place,
        "kind": row.kind,
        "sentence": task.sentence,
        "missing": row.missing,
        "own": row.own,
        "other": row.other,
        "line": str(task.line),
        "address": task.address,
    }
    return tuple(known.get(key, "") for key, _head, _width in COLUMNS)
