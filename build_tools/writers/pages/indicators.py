"""The official indicator tables: a page a plan as printed, and one page that sets the plans side by side."""

from __future__ import annotations

from itertools import chain, combinations

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.facts import Indicator, IndicatorMatch
from ...model.outline import Block
from ...model.translation import _
from ...model.walks import value_columns
from ..words import charts, citation, fact_words, layout
from ..words.charts import DESCRIBE, WITHOUT_UNIT
from ..words.layout import Say
from ..words.markdown import cell, escape_inside, filled
from ..words.paragraph_names import paragraph_name
from ..words.references import places_of
from ..words.row_links import row_link
from ..words.row_places import indicator_place, indicator_rows
from . import tables

RELATIONS = {
    "same": _("同一指标"),
    "same-concept-different-unit-or-scope": _("概念相同，单位或范围不同"),
    "none": _("没有对应"),
}
EXPLAINED = {"binding": _("政府必须完成、逐年考核的指标。"), "anticipatory": _("期望达到、主要靠市场主体实现的指标。")}


def write(edition: Edition) -> dict[str, str]:
    files = {
        f"{layout.folder(edition)}/{plan.card.id}/indicators.md": page(edition, plan)
        for plan in edition.plans
        if plan.indicators
    }
    if edition.indicator_matches:
        files[f"{layout.folder(edition)}/indicators.md"] = comparison(edition)
    return files


def page(edition: Edition, plan: Plan) -> str:
    say = layout.say(edition)
    found = charts.panels(plan.indicators, say)
    cells = fact_words.value_cells(plan)
    return layout.page(
        edition,
        "indicators.md.j2",
        **layout.of_plan(edition, plan),
        matched=bool(edition.indicator_matches),
        count=len({i.key for i in plan.indicators}),
        cells=len(cells),
        filled=sum(bool(value) for value in cells),
        attributes=explained_attributes(plan, say),
        no_attribute=[i.name for i in plan.indicators if not i.attribute],
        cumulative=[
            f"{cell(i.name)} {cell(i.target if i.target.startswith('[') else i.annual_growth)}"
            for i in plan.indicators
            if i.cumulative
        ],
        cite=citation.source_of_table(plan, "indicators", edition),
        official=[
            (
                tables.render(block, captions(plan, block), plan, say, rows=row_ends(block, plan, edition)),
                fact_words.paragraph(block.address),
            )
            for block in official(plan)
        ],
        panels=found,
        chart=charts.draw(found, say(DESCRIBE), say(WITHOUT_UNIT)) if found else "",
    )


def row_ends(table: Block, plan: Plan, edition: Edition) -> dict[int, str]:
    """The address of every indicator of a printed table, by the number of its row. Rows are found by the words that the
    plan writes."""
    written = next(other for other in (edition.original or edition).plans if other.card.id == plan.card.id)
    block = next(block for block in written.blocks if block.address == table.address)
    names = {i.id: i for i in plan.indicators}
    say, places = layout.say(edition), places_of(edition)
    where = paragraph_name(table.address, places, say).rstrip("、")
    return {
        number: row_link(indicator_place(i.id), named(names.get(i.id, i), say), where, say)
        for number, i in indicator_rows(block, written).items()
    }


def named(indicator: Indicator, say: Say) -> str:
    """9 人均可支配收入增长率（城镇）"""
    words = " ".join(filter(None, (indicator.no, indicator.name)))
    return words + fact_words.in_brackets(indicator.breakdown, say)


def explained_attributes(plan: Plan, say: Say) -> list[tuple[str, str]]:
    """The attributes that the table uses and we know, each with what it means."""
    used = {kind: i.attribute for i in plan.indicators if (kind := layout.attribute_kind(i.attribute, say))}
    return [(used[kind], say(meaning)) for kind, meaning in EXPLAINED.items() if kind in used]


def official(plan: Plan) -> list[Block]:
    addresses = {indicator.address for indicator in plan.indicators}
    return [block for block in plan.blocks if block.address in addresses]


def captions(plan: Plan, table: Block) -> list[Block]:
    return [block for block in plan.blocks if block.kind == "caption" and Address(block.address).box == table.address]


def comparison(edition: Edition) -> str:
    say = layout.say(edition)
    pairs = []
    found = by_pair(edition.indicator_matches)
    for first, second in combinations(edition.plans, 2):
        if matches := found.get(frozenset((first.card.id, second.card.id))):
            matched = [row(match, first, second, say) for match in matches if match.to_key]
            alone = [lone(match, edition) for match in matches if not match.to_key]
            computed = sum(match.origin == "computed" and bool(match.to_key) for match in matches)
            pairs.append((first.card, second.card, matched, alone, computed))
    return layout.page(
        edition,
        "indicator_matches.md.j2",
        pairs=pairs,
        filled=[
            (plan.card, sum(bool(i.target or i.annual_growth) for i in plan.indicators), len(plan.indicators))
            for plan in edition.plans
            if {"target", "annual_growth"} & {*chain(*value_columns(plan.indicators).values())}
        ],
        plans=[
            (plan.card, layout.period(plan.card, say), layout.status_badge(plan.card, say))
            for plan in edition.plans
            if plan.indicators
        ],
        periods={plan.card.id: layout.period(plan.card, say) for plan in edition.plans},
    )


def by_pair(matches: tuple[IndicatorMatch, ...]) -> dict[frozenset[str], list[IndicatorMatch]]:
    pairs: dict[frozenset[str], list[IndicatorMatch]] = {}
    for match in matches:
        pairs.setdefault(frozenset((match.from_plan, match.to_plan)), []).append(match)
    return pairs


def row(match: IndicatorMatch, first: Plan, second: Plan, say: Say) -> tuple[str, ...]:
    """Cells: the indicator of each plan with its own years, how they stand to each other, why."""
    origin = "" if match.origin == "curated" else fact_words.in_brackets(say(_("程序推断")), say)
    return (
        side(first, match.from_key, say),
        side(second, match.to_key, say),
        cell(say(RELATIONS[match.relation]) + origin),
        cell(match.remark),
    )


def side(plan: Plan, key: str, say: Say) -> str:
    """Name, unit, badge, and below them the values, each with its year: 2020年 40，2025年 43"""
    rows = [i for i in plan.indicators if i.key == key]
    where = f"{plan.card.id}/indicators.md#{indicator_place(rows[0].id)}"
    unit = filled(say(fact_words.IN_BRACKETS), words=cell(rows[0].unit)) if rows[0].unit else ""
    badge = f" {layout.badge(rows[0].attribute, say)}" if rows[0].attribute else ""
    told = [
        filled(say(_("{year}年 {value}")), year=cell(year), value=values(rows, name, say))
        for name, year in (("baseline", rows[0].baseline_year), ("target", rows[0].target_year))
        if year
    ]
    if any(i.annual_growth for i in rows):
        told.append(filled(say(_("年均/累计 {value}")), value=values(rows, "annual_growth", say)))
    below = f"<br><small>{escape_inside(say(_('，'))).join(told)}</small>" if told else ""
    return f"[{cell(rows[0].name)}]({where}){unit}{badge}{below}"


def values(rows: list[Indicator], name: str, say: Say) -> str:
    """What is printed; an empty cell is said to be empty, never filled, and one that print may have merged is said to
    be that."""
    said = [
        say(_("{part}：{value}")).format(part=i.breakdown, value=value) if i.breakdown else value
        for i in rows
        if (value := getattr(i, name) or (say(layout.DOUBTFUL) if name in i.doubtful else ""))
    ]
    return cell(say(_("；")).join(said)) if said else f'<span class="pr-empty">{cell(say(_("未填")))}</span>'


def lone(match: IndicatorMatch, edition: Edition) -> tuple[str, ...]:
    plan = next(plan for plan in edition.plans if plan.card.id == match.from_plan)
    return cell(plan.card.short), side(plan, match.from_key, layout.say(edition)), cell(match.remark)
