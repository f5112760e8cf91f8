"""Charts in print: the indicators that have a number for both years, drawn from baseline to target as on the web, and said to be drawn."""

from __future__ import annotations

from ..model.edition import Edition, Plan
from . import charts, layout
from .indicator_pages import DESCRIBE
from .print_appendix import title, words

NAME = "指标图示"
HOW = "据规划的指标表绘成，不是规划的内容。只画基期和目标都有数字的行（{all} 行中的 {drawn} 行），累计数不画；每幅自有比例，幅与幅之间不能比长短。"
NONE = "{plan}：指标表中没有一行基期和目标都填了数字，无图。"


def plan_charts(edition: Edition, plan: Plan, below: int = 0) -> list[dict]:
    """A section of the appendix; nothing where no indicator can be drawn."""
    drawn = chart_node(edition, plan)
    return [title(NAME, charts_address(plan), below + 1), words(how(plan)), drawn] if drawn else []


def with_charts(nodes: list[dict], plan: Plan) -> list[dict]:
    """The indicator table says beside it where its charts are."""
    if not charts.panels(plan.indicators):
        return nodes
    tables = {indicator.address for indicator in plan.indicators}
    return [node | {"see": [{"name": NAME, "address": charts_address(plan)}]} if node["address"] in tables else node for node in nodes]


def charts_side_by_side(edition: Edition) -> list[dict]:
    """All plans one after another in the comparison; a plan that leaves its figures open says so."""
    with_tables = [plan for plan in edition.plans if plan.indicators]
    drawn = [(plan, chart_node(edition, plan)) for plan in with_tables]
    if not any(node for _, node in drawn):
        return []
    parts = [part for plan, node in drawn for part in ((words(f"{plan.card.short}：{how(plan)}"), node) if node else (words(NONE.format(plan=plan.card.short)),))]
    return [title(NAME, "comparison/charts", 2), *parts]


def chart_node(edition: Edition, plan: Plan) -> dict | None:
    """Small multiples in the plan's colour; each panel says in a sentence what it shows."""
    panels = charts.panels(plan.indicators)
    if not panels:
        return None
    colour = layout.colour(plan.card, edition.plans.index(plan))
    return {"kind": "charts", "role": "added", "address": "", "colour": colour, "panels": [panel_of(found) for found in panels]}


def panel_of(found: charts.Panel) -> dict:
    """Bars as shares of the longer one, in thousandths; the typesetter knows how wide the paper is."""
    lengths = [abs(amount) for amount in charts.amounts(found)]
    most = max(lengths) or 1
    values = zip(found.years, (found.baseline, found.target), lengths)
    return {
        "name": found.name,
        "unit": found.unit,
        "bars": [{"year": year, "value": value, "length": round(1000 * length / most)} for year, value, length in values],
        "said": charts.sentence(found, DESCRIBE),
    }


def how(plan: Plan) -> str:
    return HOW.format(all=len(plan.indicators), drawn=len(charts.panels(plan.indicators)))


def charts_address(plan: Plan) -> str:
    return f"{plan.card.id}/charts"
