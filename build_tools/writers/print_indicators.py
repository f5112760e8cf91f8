"""Indicators of several plans side by side in print: those that correspond, and what the editors say of the others."""

from __future__ import annotations

from ..model.edition import Edition, Plan
from ..model.facts import Indicator, IndicatorMatch
from .print_appendix import made_table, title, words

RELATIONS = {"same": "同一指标", "same-concept-different-unit-or-scope": "同类指标，单位或范围不同"}
HOW = "照录各规划指标表；左右相对是编者的判断，理由附后。空格即原文为空。规划期不同，目标不宜直接比较。"


def indicator_nodes(edition: Edition) -> list[dict]:
    """Nothing where no indicator of one plan corresponds to one of another."""
    found = [match for match in edition.indicator_matches if match.to_no and match.relation in RELATIONS]
    if not found:
        return []
    pairs = list(dict.fromkeys((match.from_plan, match.to_plan) for match in found))
    tables = [side_by_side(edition, [m for m in found if (m.from_plan, m.to_plan) == pair]) for pair in pairs]
    return [title("指标对照", "comparison/indicators", 2), words(HOW), *tables, *alone(edition, found)]


def side_by_side(edition: Edition, matches: list[IndicatorMatch]) -> dict:
    left, right = (the_plan(edition, id) for id in (matches[0].from_plan, matches[0].to_plan))
    rows = [
        (*as_cells(rows_of(left, match.from_no)), *as_cells(rows_of(right, match.to_no)), "：".join(part for part in (RELATIONS[match.relation], match.remark) if part))
        for match in matches
    ]
    head = tuple(text for plan in (left, right) for text in (f"{plan.card.short}：指标", *years(plan)))
    return made_table((*head, "关系与理由"), (11, 3.5, 4.5, 11, 3.5, 4.5, 16), rows)


def years(plan: Plan) -> tuple[str, str]:
    first = plan.indicators[0]
    return f"{first.baseline_year}年", f"{first.target_year}年或年均"


def rows_of(plan: Plan, no: str) -> list[Indicator]:
    return [indicator for indicator in plan.indicators if indicator.no == no]


def as_cells(rows: list[Indicator]) -> tuple[str, str, str]:
    """An indicator with its breakdown (城镇、农村) in one row: name with unit, baseline, target."""
    name = f"{rows[0].no}. {rows[0].name}" + (f"（{rows[0].unit}）" if rows[0].unit else "")
    return name, spread(rows, [row.baseline for row in rows]), spread(rows, [row.target or row.annual_growth for row in rows])


def spread(rows: list[Indicator], values: list[str]) -> str:
    """One value as printed, or 城镇：与同期GDP增速基本同步"""
    return "；".join(f"{row.breakdown}：{value}" if row.breakdown else value for row, value in zip(rows, values) if value)


def alone(edition: Edition, found: list[IndicatorMatch]) -> list[dict]:
    """Which indicators only one plan has, a paragraph a plan."""
    paired = {(m.from_plan, m.from_no) for m in found} | {(m.to_plan, m.to_no) for m in found}
    nodes = []
    for plan in edition.plans:
        names = dict.fromkeys(f"{i.no}. {i.name}" for i in plan.indicators if (plan.card.id, i.no) not in paired)
        if names:
            nodes.append(words(f"只在{plan.card.short}规划中：{'；'.join(names)}。"))
    return nodes


def the_plan(edition: Edition, id: str) -> Plan:
    return next(plan for plan in edition.plans if plan.card.id == id)
