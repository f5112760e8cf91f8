"""Charts in print: the indicators that have a number for both years, drawn from baseline to target as on the web, and
said to be drawn."""

from __future__ import annotations

from dataclasses import replace

from ...model.edition import Edition, Plan
from ...model.translation import _
from ..words import charts, layout
from ..words.charts import DESCRIBE, WITHOUT_UNIT, Panel
from ..words.colours import colour as colour_of
from .appendix import title, words
from .kinds import Bar, ChartPanel, Charts, Node, Pointer, Table
from .runs import plain

NAME = _("指标图示")
HOW = _(
    "据规划的指标表绘成，不是规划的内容。只画基期和目标都有数字的行（{all} 行中的 {drawn} 行），累计数不画；每幅自有比例，幅与幅之间不能比长短。"
)
OF_PLAN = _("{plan}：{words}")
NONE = _("指标表中没有一行基期和目标都填了数字，无图。")


def plan_charts(edition: Edition, plan: Plan, below: int = 0) -> list[Node]:
    """A section of the appendix; nothing where no indicator can be drawn."""
    drawn = chart_node(edition, plan)
    return (
        [title(layout.say(edition)(NAME), charts_address(plan), below + 1), words(how(edition, plan)), drawn]
        if drawn
        else []
    )


def with_charts(nodes: list[Node], edition: Edition, plan: Plan) -> list[Node]:
    """The indicator table says beside it where its charts are."""
    if not drawable(edition, plan):
        return nodes
    tables = {indicator.address for indicator in plan.indicators}
    see = [Pointer(layout.say(edition)(NAME), charts_address(plan))]
    return [replace(node, see=see) if isinstance(node, Table) and node.address in tables else node for node in nodes]


def charts_side_by_side(edition: Edition) -> list[Node]:
    """All plans one after another in the comparison; a plan that leaves its figures open says so."""
    say = layout.say(edition)
    drawn = [(plan, chart_node(edition, plan)) for plan in edition.plans if plan.indicators]
    if not any(node for _plan, node in drawn):
        return []
    nodes: list[Node] = [title(say(NAME), "comparison/charts", 2)]
    for plan, node in drawn:
        nodes.append(words(say(OF_PLAN).format(plan=plan.card.short, words=how(edition, plan) if node else say(NONE))))
        nodes += [node] if node else []
    return nodes


def chart_node(edition: Edition, plan: Plan) -> Charts | None:
    """Small multiples in the plan's colour; each panel says in a sentence what it shows."""
    found = drawable(edition, plan)
    if not found:
        return None
    colour = colour_of(edition.plans, plan)
    return Charts("added", "", colour, [panel_of(panel, lengths, layout.say(edition)) for panel, lengths in found])


def drawable(edition: Edition, plan: Plan) -> list[tuple[Panel, list[float]]]:
    """Each row with two numbers, and the numbers: those of the plan itself, for “30左右” may be “about 30” in a
    translation."""
    original = next(p for p in (edition.original or edition).plans if p.card.id == plan.card.id)
    found = []
    for printed, shown in zip(original.indicators, plan.indicators, strict=False):
        for panel in charts.panels(
            (replace(shown, baseline=printed.baseline, target=printed.target),), layout.say(edition)
        ):
            found.append((panel._replace(baseline=shown.baseline, target=shown.target), charts.amounts(panel)))
    return found


def panel_of(panel: Panel, amounts: list[float], say: layout.Say) -> ChartPanel:
    """Bars as shares of the longer one, in thousandths; the typesetter knows how wide the paper is."""
    lengths = [abs(amount) for amount in amounts]
    most = max(lengths) or 1
    values = zip(panel.years, (panel.baseline, panel.target), lengths, strict=False)
    return ChartPanel(
        plain(panel.name),
        plain(panel.unit),
        [Bar(year, plain(value), round(1000 * length / most)) for year, value, length in values],
        charts.sentence(panel, say(DESCRIBE if panel.unit else WITHOUT_UNIT)),
    )


def how(edition: Edition, plan: Plan) -> str:
    return layout.say(edition)(HOW).format(all=len(plan.indicators), drawn=len(drawable(edition, plan)))


def charts_address(plan: Plan) -> str:
    return f"{plan.card.id}/charts"
