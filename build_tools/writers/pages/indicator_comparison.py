"""The official indicators of all plans side by side: one row an indicator, its figures in columns below their years,
and what differs in the definition a click away. Of many plans, one row an indicator and plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

from ...model.edition import Edition, Plan
from ...model.facts import Indicator, IndicatorMatch
from ...model.translation import _
from ...model.walks import value_columns
from ..words import fact_words, layout
from ..words.colours import colour
from ..words.layout import Say
from ..words.markdown import attribute, cell, filled
from ..words.row_places import indicator_place

RELATIONS = {
    "same": _("同一指标"),
    "same-concept-different-unit-or-scope": _("概念相同，单位或范围不同"),
    "none": _("没有对应"),
}
COLUMNS = {"baseline": _("基期"), "target": _("目标"), "annual_growth": _("年均/累计")}
MOST_IN_COLUMNS = 3  # plans whose figures stand beside each other; those of more stand below each other
Own = tuple[str, str]  # plan and key of an indicator


@dataclass
class Concept:
    """One indicator of several plans: its rows in each of them, and how they stand to each other."""

    rows: dict[str, list[Indicator]] = field(default_factory=dict)
    matches: list[IndicatorMatch] = field(default_factory=list)

    @property
    def first(self) -> Indicator:
        return next(iter(self.rows.values()))[0]


def comparison(edition: Edition) -> str:
    say = layout.say(edition)
    plans = [plan for plan in edition.plans if plan.indicators]
    matched, alone = concepts_of(edition)
    side_by_side = len(plans) <= MOST_IN_COLUMNS
    columns = {plan.card.id: columns_of(plan) for plan in plans}
    return layout.page(
        edition,
        "indicator_comparison.md.j2",
        plans=[(plan.card, layout.period(plan.card, say), layout.status_badge(plan.card, say)) for plan in plans],
        periods_differ=layout.periods_differ(plans),
        empty=mostly_empty(plans),
        side_by_side=side_by_side,
        heads=[head for plan in plans for head in heads_of(plan, edition, say)],
        keys=" ".join(f"{plan.card.id}.{name}" for plan in plans for name in columns[plan.card.id]),
        matched=len(matched),
        computed=sum(any(match.origin == "computed" for match in concept.matches) for concept in matched),
        rows=[row_of(concept, plans, say) for concept in matched]
        if side_by_side
        else [
            row_of_plan(concept, plan, plans, say)
            for concept in matched
            for plan in plans
            if plan.card.id in concept.rows
        ],
        alone=[row_alone(concept, plan, say) for plan in plans for concept in alone if plan.card.id in concept.rows],
    )


def concepts_of(edition: Edition) -> tuple[list[Concept], list[Concept]]:
    """What indicators of several plans have in common, in the order of the plans and their tables; and those that stand
    alone.

    a/1 = b/4, b/4 = c/2, d/7 alone → [a/1, b/4, c/2], [d/7]
    """
    of: dict[Own, Concept] = {}
    for plan in edition.plans:
        for indicator in plan.indicators:
            concept = of.setdefault((plan.card.id, indicator.key), Concept())
            concept.rows.setdefault(plan.card.id, []).append(indicator)
    for match in edition.indicator_matches:
        one, other = of[match.from_plan, match.from_key], of.get((match.to_plan, match.to_key))
        one.matches.append(match)
        if other and other is not one:
            for whose, rows in other.rows.items():
                one.rows.setdefault(whose, []).extend(rows)
            one.matches += other.matches
            of |= {own: one for own, concept in of.items() if concept is other}
    order = [plan.card.id for plan in edition.plans]
    found = list({id(concept): concept for concept in of.values()}.values())
    for concept in found:
        concept.rows = {whose: concept.rows[whose] for whose in order if whose in concept.rows}
        concept.matches = [match for match in concept.matches if match.to_key or len(concept.rows) == 1]
    return [each for each in found if len(each.rows) > 1], [each for each in found if len(each.rows) == 1]


def columns_of(plan: Plan) -> list[str]:
    """baseline, target, annual_growth: those that a table of the plan has."""
    there = {*chain(*value_columns(plan.indicators).values())}
    return [name for name in COLUMNS if name in there]


def years_of(plan: Plan) -> dict[str, str]:
    """The years that stand in the heads, those of the plan's first indicator that has one."""
    return {
        name: next((year for i in plan.indicators if (year := year_of(i, name))), "") for name in ("baseline", "target")
    }


def year_of(indicator: Indicator, name: str) -> str:
    return {"baseline": indicator.baseline_year, "target": indicator.target_year}.get(name, "")


def mostly_empty(plans: list[Plan]) -> list[tuple[str, int, int]]:
    """Plans whose tables are less than half filled: name, rows filled, rows."""
    found = [
        (plan.card.short, sum(bool(i.target or i.annual_growth) for i in plan.indicators), len(plan.indicators))
        for plan in plans
        if {"target", "annual_growth"} & set(columns_of(plan))
    ]
    return [(name, filled_rows, rows) for name, filled_rows, rows in found if filled_rows < rows / 2]


def heads_of(plan: Plan, edition: Edition, say: Say) -> list[str]:
    """甲县 2020年, 甲县 2025年目标, 甲县 年均/累计, each with the mark of its plan."""
    years = years_of(plan)
    said = {
        "baseline": say(_("{year}年")).format(year=years["baseline"]),
        "target": say(_("{year}年目标")).format(year=years["target"]),
    }
    mark = f'<span class="pr-mark pr-{colour(edition.plans, plan)}">{cell(plan.card.short)}</span>'
    return [f"{mark} {cell(said.get(name) if years.get(name) else say(COLUMNS[name]))}" for name in columns_of(plan)]


def row_of(concept: Concept, plans: list[Plan], say: Say) -> tuple[str, ...]:
    """Its name, the figures of each plan below its years, how they stand to each other."""
    figures = [
        figure(concept.rows.get(plan.card.id, []), name, years_of(plan).get(name, ""), say)
        for plan in plans
        for name in columns_of(plan)
    ]
    return names_of(concept, plans, say), *figures, related(concept.matches, say)


def names_of(concept: Concept, plans: list[Plan], say: Say) -> str:
    """The name as the first plan prints it, and small below it the others, each leading to its row; a name that is the
    same is not said again."""
    (first, *_more), *others = concept.rows.values()
    short = {plan.card.id: plan.card.short for plan in plans}
    said = []
    for other, *_more in others:
        whose = cell(short[other.plan])
        same = (other.name, other.unit) == (first.name, first.unit)
        name = named(other, say, with_badge=other.attribute != first.attribute)
        said.append(f"<small>[{whose}]({where(other)})</small>" if same else f"<small>{whose} {name}</small>")
    return "<br>".join([named(first, say), *said])


def row_of_plan(concept: Concept, plan: Plan, plans: list[Plan], say: Say) -> tuple[str, ...]:
    """One plan's figures of an indicator that others have, too: by what it is filtered, whose, figures, how it stands
    to the others."""
    rows = concept.rows[plan.card.id]
    own = [m for m in concept.matches if plan.card.id in (m.from_plan, m.to_plan)]
    name = f'<span data-values="{attribute(concept.first.name)}">{named(rows[0], say)}</span>'
    figures = [figure(rows, column, years_of(plan).get(column, ""), say) for column in COLUMNS]
    return name, of_plan(plan), *figures, related(own, say, plan.card.id, plans)


def row_alone(concept: Concept, plan: Plan, say: Say) -> tuple[str, ...]:
    rows = concept.rows[plan.card.id]
    remarks = list(dict.fromkeys(match.remark for match in concept.matches if match.remark))
    figures = [figure(rows, column, years_of(plan).get(column, ""), say) for column in COLUMNS]
    return of_plan(plan), named(rows[0], say), *figures, "<br>".join(map(cell, remarks)) or " "


def of_plan(plan: Plan) -> str:
    """甲县 2020 → 2025: the plan with the years of its table"""
    years = " → ".join(filter(None, years_of(plan).values()))
    return (
        f'<span data-values="{attribute(plan.card.short)}">{cell(plan.card.short)} <small>{cell(years)}</small></span>'
    )


def where(indicator: Indicator) -> str:
    """The row in the table of its plan."""
    return f"{indicator.plan}/indicators.md#{indicator_place(indicator.id)}"


def named(indicator: Indicator, say: Say, with_badge: bool = True) -> str:
    """Name, unit and badge as printed, leading to its row in its plan."""
    unit = filled(say(fact_words.IN_BRACKETS), words=cell(indicator.unit)) if indicator.unit else ""
    badge = f" {layout.badge(indicator.attribute, say)}" if indicator.attribute and with_badge else ""
    return f"[{cell(indicator.name)}]({where(indicator)}){unit}{badge}"


def figure(rows: list[Indicator], name: str, head: str, say: Say) -> str:
    """What is printed, each of several rows with its part; an empty cell is said to be empty, never filled, and one
    that print may have merged is said to be that. `head`: the year above, which need not be said again."""
    if not rows:
        return f'<span class="pr-none">{cell(say(_("表中没有")))}</span>'
    printed = [value_of(row, name, say) for row in rows]
    year = next((said for row in rows if (said := year_of(row, name))), "")
    beside = f" <small>{cell(say(_('{year}年')).format(year=year))}</small>" if year and year != head else ""
    if any(printed):
        several = len(rows) > 1
        said = say(_("；")).join(
            say(_("{part}：{value}")).format(part=row.breakdown, value=value) if several and row.breakdown else value
            for row, value in zip(rows, printed, strict=True)
            if value
        )
        number = {"baseline": rows[0].baseline_value, "target": rows[0].target_value}.get(name, "")
        return fact_words.sortable(said, "" if several else number) + beside
    return f'<span class="pr-empty">{cell(say(_("未填")))}</span>{beside}' if year else " "


def value_of(indicator: Indicator, name: str, say: Say) -> str:
    return getattr(indicator, name) or (say(layout.DOUBTFUL) if name in indicator.doubtful else "")


def related(matches: list[IndicatorMatch], say: Say, own: str = "", plans: list[Plan] | None = None) -> str:
    """同一指标, or how they differ, and on demand what people say of it; what the program inferred says so. `own`: the
    plan of the row, where the remark names the other one."""
    kinds = dict.fromkeys(match.relation for match in matches)
    relation = say(RELATIONS[next((kind for kind in kinds if kind != "same"), "same")])
    judged = any(match.origin == "curated" for match in matches)
    label = cell(relation + ("" if judged else fact_words.in_brackets(say(_("程序推断")), say)))
    short = {plan.card.id: plan.card.short for plan in plans or []}
    remarks = []
    for match in (match for match in matches if match.remark and match.origin == "curated"):
        other = short.get(match.to_plan if match.from_plan == own else match.from_plan, "")
        remarks.append(say(_("{part}：{value}")).format(part=other, value=match.remark) if other else match.remark)
    told = "<br>".join(map(cell, dict.fromkeys(remarks)))
    words = f"<details><summary>{label}</summary>{told}</details>" if told else label
    return f'<span data-values="{attribute(relation)}">{words}</span>'
