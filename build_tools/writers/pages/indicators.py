"""The official indicator tables: a page a plan as printed; the plans side by side: indicator_comparison.py."""

from __future__ import annotations

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.facts import Indicator
from ...model.outline import Block
from ...model.translation import _
from ..words import charts, citation, fact_words, layout
from ..words.charts import DESCRIBE, WITHOUT_UNIT
from ..words.layout import Say
from ..words.markdown import cell
from ..words.paragraph_names import paragraph_name
from ..words.references import places_of
from ..words.row_links import row_link
from ..words.row_places import indicator_place, indicator_rows
from . import tables
from .indicator_comparison import comparison

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
