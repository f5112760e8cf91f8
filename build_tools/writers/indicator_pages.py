"""The official indicator tables: a page a plan as printed, and one page that sets the plans side by side."""

from __future__ import annotations

from itertools import combinations

from ..model.edition import Edition, Plan
from ..model.facts import Indicator, IndicatorMatch
from ..model.outline import Block
from . import charts, fact_words, layout, tables
from .markdown import cell

RELATIONS = {"same": "同一指标", "same-concept-different-unit-or-scope": "概念相同，单位或范围不同", "none": "没有对应"}
DESCRIBE = "{name}（{unit}）：{from_year}年{before}，{to_year}年{after}。"


def write(edition: Edition) -> dict[str, str]:
    files = {f"{layout.folder(edition)}/{plan.card.id}/indicators.md": page(edition, plan) for plan in edition.plans if plan.indicators}
    if edition.indicator_matches:
        files[f"{layout.folder(edition)}/indicators.md"] = comparison(edition)
    return files


def page(edition: Edition, plan: Plan) -> str:
    found = charts.panels(plan.indicators)
    cells = [value for i in plan.indicators for value in (i.baseline, i.target, i.annual_growth)]
    return layout.page(
        edition,
        "indicators.md.j2",
        **layout.of_plan(edition, plan),
        count=len({i.no for i in plan.indicators}),
        cells=len(cells),
        filled=sum(bool(value) for value in cells),
        attributes=sorted({i.attribute for i in plan.indicators if i.attribute in layout.ATTRIBUTES}),
        no_attribute=[i.name for i in plan.indicators if not i.attribute],
        cumulative=[(i.name, i.target if i.target.startswith("[") else i.annual_growth) for i in plan.indicators if i.cumulative],
        official=[(tables.render(block, captions(plan, block), plan, layout.say(edition)), fact_words.paragraph(block.address)) for block in official(plan)],
        panels=found,
        chart=charts.draw(found, DESCRIBE) if found else "",
    )


def official(plan: Plan) -> list[Block]:
    addresses = {indicator.address for indicator in plan.indicators}
    return [block for block in plan.blocks if block.address in addresses]


def captions(plan: Plan, table: Block) -> list[Block]:
    return [block for block in plan.blocks if block.kind == "caption" and block.address.startswith(table.address + ".")]


def comparison(edition: Edition) -> str:
    pairs = []
    found = by_pair(edition.indicator_matches)
    for first, second in combinations(edition.plans, 2):
        if matches := found.get(frozenset((first.card.id, second.card.id))):
            pairs.append((first.card, second.card, [row(m, first, second) for m in matches if m.to_no], [lone(m, edition) for m in matches if not m.to_no], len([1 for m in matches if m.origin == "computed" and m.to_no])))
    filled = [(plan.card, sum(bool(i.target or i.annual_growth) for i in plan.indicators), len(plan.indicators)) for plan in edition.plans if plan.indicators]
    return layout.page(edition, "indicator_matches.md.j2", pairs=pairs, filled=filled, plans=[(plan.card, layout.period(plan.card), layout.status_badge(plan.card)) for plan in edition.plans])


def by_pair(matches: tuple[IndicatorMatch, ...]) -> dict[frozenset[str], list[IndicatorMatch]]:
    pairs: dict[frozenset[str], list[IndicatorMatch]] = {}
    for match in matches:
        pairs.setdefault(frozenset((match.from_plan, match.to_plan)), []).append(match)
    return pairs


def row(match: IndicatorMatch, first: Plan, second: Plan) -> tuple[str, ...]:
    """Cells: the indicator of each plan with its own years, how they stand to each other, why."""
    how = RELATIONS[match.relation] + ("" if match.origin == "curated" else "（程序推断）")
    return side(first, match.from_no), side(second, match.to_no), how, cell(match.remark)


def side(plan: Plan, no: str) -> str:
    """Name, unit, badge, and below them the values, each with its year: 2020年 40，2025年 43"""
    rows = [i for i in plan.indicators if i.no == no]
    where = f"{plan.card.id}/{fact_words.paragraph(rows[0].address)}"
    badge = f" {layout.badge(rows[0].attribute, str)}" if rows[0].attribute else ""
    told = [f"{rows[0].baseline_year}年 {values(rows, 'baseline')}", f"{rows[0].target_year}年 {values(rows, 'target')}"]
    if any(i.annual_growth for i in rows):
        told.append(f"年均/累计 {values(rows, 'annual_growth')}")
    return f"[{cell(rows[0].name)}]({where})（{cell(rows[0].unit)}）{badge}<br><small>{'，'.join(told)}</small>"


def values(rows: list[Indicator], name: str) -> str:
    """What is printed; an empty cell is said to be empty, never filled."""
    said = [f"{i.breakdown}：{value}" if i.breakdown else value for i in rows if (value := getattr(i, name))]
    return cell("；".join(said)) if said else '<span class="pr-empty">未填</span>'


def lone(match: IndicatorMatch, edition: Edition) -> tuple[str, ...]:
    plan = next(plan for plan in edition.plans if plan.card.id == match.from_plan)
    return cell(plan.card.short), side(plan, match.from_no), cell(match.remark)
