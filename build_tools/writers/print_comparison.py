"""The plans side by side in print: which sections speak of a topic, and where the other plan speaks of the same, with pages."""

from __future__ import annotations

from ..model.edition import Edition, Plan
from ..model.outline import Unit
from ..model.subjects import Link
from .link_tables import sections_on
from .print_appendix import made_table, page, title, words
from .print_charts import charts_side_by_side
from .print_indicators import indicator_nodes
from .print_nodes import locator
from .print_runs import plain

HOW = "本部分由编者和程序编成，仅供查找，不是规划的内容。指标对照由编者判断；主题与对应章节由程序按共同用语算出，编者看过的另有注明。"
TERMS = 6  # shared words shown for a link
PLACES = 6  # sections shown for a topic in one plan


def comparison_nodes(edition: Edition) -> list[dict]:
    """Nothing where the edition knows of nothing to compare."""
    compared = indicator_nodes(edition) + charts_side_by_side(edition) + topic_nodes(edition) + [node for plan in edition.plans for node in link_nodes(edition, plan)]
    if not compared:
        return []
    drafts = "、".join(plan.card.short for plan in edition.plans if plan.card.status == "draft")
    whole = {"kind": "heading", "level": 1, "number": "", "title": "对照", "lines": ["对照"], "draft": f"{drafts}规划为草案" if drafts else "", "address": "comparison", "role": "plan"}
    return [whole, words(HOW), *compared]


def topic_nodes(edition: Edition) -> list[dict]:
    """One row a topic, one column a plan: the sections that speak of it first of all, each with its page."""
    if not edition.topics:
        return []
    sections = {unit.address for plan in edition.plans for unit in plan.units if unit.level == "section"}
    rows = [
        (topic.name, *(places([address for address in sections_on(edition, topic.id, plan.card.id) if address in sections]) for plan in edition.plans))
        for topic in edition.topics
    ]
    head = ("主题", *(f"{plan.card.short}（节，括号内为页码）" for plan in edition.plans))
    return [title("主题覆盖", "comparison/topics", 2), made_table(head, (8, *(16 for _ in edition.plans)), rows)]


def places(addresses: list[str]) -> dict:
    """A cell of addresses with pages; says so if there are none, or more than fit."""
    if not addresses:
        return {"runs": plain("未见")}
    return {"places": [{"name": locator(address), "address": address} for address in addresses[:PLACES]], "more": max(0, len(addresses) - PLACES), "runs": [], "long": True}


def link_nodes(edition: Edition, plan: Plan) -> list[dict]:
    """For each section of a plan the nearest place in every other plan."""
    units = {unit.address: unit for p in edition.plans for unit in p.units}
    nearest = best_links(edition)
    rows = [
        (page(unit.address), name(unit), page(link.target), name(units[link.target]), "、".join(link.terms[:TERMS]) + ruled(link))
        for unit in plan.units
        if unit.level == "section"
        for link in nearest.get(unit.address, [])
    ]
    if not rows:
        return []
    return [title(f"从{plan.card.short}找对应", f"comparison/{plan.card.id}", 2), made_table(("页", plan.card.short, "页", "最接近的一节", "共同用语"), (2.5, 11, 2.5, 11, 14), rows)]


def best_links(edition: Edition) -> dict[str, list[Link]]:
    """The first link (links are best first) from each section to each other plan; what an editor rejected is not among them."""
    best: dict[str, list[Link]] = {}
    for link in edition.links:
        reached = {found.target.split("/")[0] for found in best.get(link.source, [])}
        if link.target.split("/")[0] not in reached:
            best.setdefault(link.source, []).append(link)
    return best


def ruled(link: Link) -> str:
    return "（编者认可）" if link.decision else ""


def name(unit: Unit) -> str:
    """03 一、提升粮食综合生产能力: the chapter's number, then the heading"""
    return f"{unit.address.split('/')[1]} {unit.number.string}{unit.title.string}"


def cross_references(edition: Edition) -> dict[str, list[dict]]:
    """For the margin beside a heading: where the other plans speak of the same."""
    shorts = {plan.card.id: plan.card.short for plan in edition.plans}
    return {
        source: [{"name": f"{shorts[link.target.split('/')[0]]} {locator(link.target)}", "address": link.target} for link in links]
        for source, links in best_links(edition).items()
    }
