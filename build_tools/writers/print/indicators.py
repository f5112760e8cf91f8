"""Indicators of several plans side by side in print: those that correspond, and what the editors say of the others."""

from __future__ import annotations

from collections.abc import Callable

from ...model.edition import Edition, Plan
from ...model.facts import Indicator, IndicatorMatch
from ...model.shown import together
from ...model.translation import _
from ..words import layout
from ..words.layout import Say
from .appendix import made_cell, made_table, title, words
from .kinds import Cell, Node, Table
from .nodes import width
from .runs import plain

RELATIONS = {"same": _("同一指标"), "same-concept-different-unit-or-scope": _("同类指标，单位或范围不同")}
HOW = _(
    "照录各规划的指标表，数值前是年份；上下相对是编者的判断，理由在左。空格即原文为空。规划期不同，目标不宜直接比较。"
)
HOW_COMPUTED = _(
    "照录各规划的指标表，数值前是年份；上下相对是编者的判断，或程序按名称的推断，理由在左。空格即原文为空。规划期不同，目标不宜直接比较。"
)
HOW_IN_ONE_PERIOD = _("照录各规划的指标表，数值前是年份；上下相对是编者的判断，理由在左。空格即原文为空。")
HOW_COMPUTED_IN_ONE_PERIOD = _(
    "照录各规划的指标表，数值前是年份；上下相对是编者的判断，或程序按名称的推断，理由在左。空格即原文为空。"
)
ALONE = _("只在{plan}规划中：{names}。")
UNMATCHED = _("{plan}规划中没有找到对应的：{names}。")  # of more than two plans not every two are compared


def indicator_nodes(edition: Edition) -> list[Node]:
    """Nothing where no indicator of one plan corresponds to one of another."""
    found = [match for match in edition.indicator_matches if match.to_key and match.relation in RELATIONS]
    if not found:
        return []
    say = layout.say(edition)
    pairs = list(dict.fromkeys((match.from_plan, match.to_plan) for match in found))
    tables = [one_above_the_other(edition, [m for m in found if (m.from_plan, m.to_plan) == pair]) for pair in pairs]
    return [
        title(say(_("指标对照")), "comparison/indicators", 2),
        words(say(how(edition, any(m.origin == "computed" for m in found)))),
        *tables,
        *alone(edition, found),
    ]


def how(edition: Edition, computed: bool) -> str:
    """Only of plans of different periods it is said that their targets cannot be compared as they are."""
    if layout.periods_differ([plan for plan in edition.plans if plan.indicators]):
        return HOW_COMPUTED if computed else HOW
    return HOW_COMPUTED_IN_ONE_PERIOD if computed else HOW_IN_ONE_PERIOD


def one_above_the_other(edition: Edition, matches: list[IndicatorMatch]) -> Table:
    """Two rows for each match, held together by what the editors say of both."""
    say = layout.say(edition)
    upper, lower = (the_plan(edition, id) for id in (matches[0].from_plan, matches[0].to_plan))
    rows = []
    for match in matches:
        told = say(_("：")).join(part for part in (say(RELATIONS[match.relation]), match.remark) if part)
        why = Cell(plain(told), rowspan=2, long=True, together=True)
        rows += [(why, *as_cells(upper, match.from_key, say)), as_cells(lower, match.to_key, say)]
    head = (say(_("关系与理由")), say(_("规划")), say(_("指标")), say(_("基期")), say(_("目标或年均")))
    shorts = 1 + max(width(plan.card.short) for plan in (upper, lower))
    years = 1 + max(width(text_of(row[-2])) for row in rows)
    return made_table(head, (17, shorts, 14, years, 10.5), rows)


def text_of(cell: Cell) -> str:
    return "".join(run["text"] for run in cell.runs)


def as_cells(plan: Plan, key: str, say: Say) -> tuple[Cell, ...]:
    """Plan, name with unit, baseline, target; an indicator with a breakdown (城镇、农村) is one row."""
    rows = [indicator for indicator in plan.indicators if indicator.key == key]
    name = numbered(rows[0]) + (say(_("（{words}）")).format(words=rows[0].unit) if rows[0].unit else "")
    cells = (plan.card.short, name, *(spread(rows, value, say) for value in (before, after)))
    return tuple(made_cell(text) for text in cells)


def before(row: Indicator, say: Say) -> str:
    return together((dated(row.baseline_year, say), row.baseline), " ") if row.baseline else ""


def after(row: Indicator, say: Say) -> str:
    """The value of the last year, or the growth of each."""
    if row.target:
        return together((dated(row.target_year, say), row.target), " ")
    return together((say(_("年均")), row.annual_growth), " ") if row.annual_growth else ""


def dated(year: str, say: Say) -> str:
    return say(_("{year}年")).format(year=year)


def spread(rows: list[Indicator], value: Callable[[Indicator, Say], str], say: Say) -> str:
    """One value as printed, or 城镇：年均 与同期GDP增速基本同步"""
    said = [
        (row.breakdown, value(row, say) or (say(layout.DOUBTFUL) if value is after and row.doubtful else ""))
        for row in rows
    ]
    return say(_("；")).join(
        say(_("：")).join((breakdown, words)) if breakdown else words for breakdown, words in said if words
    )


def alone(edition: Edition, found: list[IndicatorMatch]) -> list[Node]:
    """Which indicators only one plan has, a paragraph a plan."""
    say = layout.say(edition)
    paired = {m.from_key for m in found} | {m.to_key for m in found}
    nodes: list[Node] = []
    for plan in edition.plans:
        names = dict.fromkeys(numbered(i) for i in plan.indicators if i.key not in paired)
        if names:
            nodes.append(
                words(
                    say(ALONE if len(edition.plans) == 2 else UNMATCHED).format(
                        plan=plan.card.short, names=say(_("；")).join(names)
                    )
                )
            )
    return nodes


def numbered(indicator: Indicator) -> str:
    """12. 森林覆盖率; where the table has no numbers 森林覆盖率"""
    return together((indicator.no, indicator.name), ". ") if indicator.no else indicator.name


def the_plan(edition: Edition, id: str) -> Plan:
    return next(plan for plan in edition.plans if plan.card.id == id)
