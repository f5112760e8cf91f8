"""The plans side by side in print: which sections speak of a topic, and where the other plan speaks of the same, with
pages."""

from __future__ import annotations

from dataclasses import replace

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.outline import Unit
from ...model.shown import together
from ...model.subjects import Link
from ...model.translation import _
from ..words import layout
from ..words.aspect_gaps import WAYS, aspect_gaps
from ..words.layout import Say
from ..words.references import joined
from ..words.topic_sections import all_on_topic, topic_sections
from .appendix import made_table, page, title, words
from .charts import charts_side_by_side
from .indicators import indicator_nodes
from .kinds import Cell, Node, Pointer
from .runs import plain

HOW = _(
    "本部分由编者和程序编成，仅供查找，不是规划的内容。指标对照由编者判断；主题与对应章节由程序按共同用语算出，编者看过的另有注明。"
)
HOW_COMPUTED = _(
    "本部分由编者和程序编成，仅供查找，不是规划的内容。指标对照由编者判断，或由程序按名称推断；主题与对应章节由程序按共同用语算出，编者看过的另有注明。"
)
DRAFTS = _("{plans}规划为草案")
NAME = _("各规划对照")
TERMS = 6  # shared words shown for a link
PLACES = 6  # sections shown for a topic in one plan


def comparison_nodes(edition: Edition) -> list[Node]:
    """Nothing where the edition knows of nothing to compare."""
    compared = (
        indicator_nodes(edition)
        + charts_side_by_side(edition)
        + topic_nodes(edition)
        + gap_nodes(edition)
        + [node for plan in edition.plans for node in link_nodes(edition, plan)]
    )
    if not compared:
        return []
    say = layout.say(edition)
    opening = title(say(NAME), "comparison", 1)
    whole = replace(opening, lines=[plain(say(NAME))], draft=drafts(edition), role="plan")
    computed = any(match.origin == "computed" and match.to_key for match in edition.indicator_matches)
    return [whole, words(say(HOW_COMPUTED if computed else HOW)), *compared]


def drafts(edition: Edition) -> str:
    """What stands on every page of the comparison where one of the plans is a draft."""
    say = layout.say(edition)
    shorts = [plan.card.short for plan in edition.plans if plan.card.status == "draft"]
    return say(DRAFTS).format(plans=say(_("、")).join(shorts)) if shorts else ""


def topic_nodes(edition: Edition) -> list[Node]:
    """One row a topic, one column a plan: the sections that speak of it first of all, each with its page."""
    if not edition.topics:
        return []
    say = layout.say(edition)
    found = topic_sections(edition)
    rows: list[tuple[str | Cell, ...]] = [
        (topic.name, *(places(all_on_topic(found, plan.card.id, topic.id), say) for plan in edition.plans))
        for topic in edition.topics
    ]
    head = (
        say(_("主题")),
        *(say(_("{plan}（节，括号内为页码）")).format(plan=plan.card.short) for plan in edition.plans),
    )
    return [
        title(say(_("主题覆盖")), "comparison/topics", 2),
        made_table(head, (9, *(16 for _plan in edition.plans)), rows),
    ]


def gap_nodes(edition: Edition) -> list[Node]:
    """What one plan says of an aspect and the other does not seem to: a table a pair and direction."""
    say = layout.say(edition)
    topics = {topic.id: topic.name for topic in edition.topics}
    head = (say(_("页")), say(_("主题")), say(_("方面")), say(_("怎样说")))
    nodes: list[Node] = []
    for gap in aspect_gaps(edition):
        if gap.rows:
            name = say(_("{plan}有、{other}未找到")).format(plan=gap.plan.card.short, other=gap.other.card.short)
            rows = [(page(s.address), topics[s.topic], s.name, say(WAYS[s.way])) for s in gap.rows]
            nodes += [title(name, f"comparison/{gap.anchor}", 2), made_table(head, (2.5, 12, 12, 8), rows)]
    return nodes


def places(addresses: list[str], say: Say) -> Cell:
    """A cell of addresses with pages; says so if there are none, or more than fit."""
    if not addresses:
        return Cell(plain(say(_("未找到"))))
    shown = [Pointer(Address(address).locator, address) for address in addresses[:PLACES]]
    return Cell([], long=True, places=shown, more=max(0, len(addresses) - PLACES))


def link_nodes(edition: Edition, plan: Plan) -> list[Node]:
    """For each section of a plan the nearest place in every other plan."""
    say = layout.say(edition)
    units = {unit.address: unit for p in edition.plans for unit in p.units}
    topics = {topic.id: topic.name for topic in edition.topics}
    nearest = best_links(edition)
    rows = [
        (page(unit.address), name(unit), page(link.target), name(units[link.target]), why(link, topics, say))
        for unit in plan.units
        if unit.level == "section"
        for link in nearest.get(unit.address, [])
    ]
    if not rows:
        return []
    head = (say(_("页")), plan.card.short, say(_("页")), say(_("最接近的一节")), say(_("主题，共同用语")))
    return [
        title(say(_("从{plan}找对应")).format(plan=plan.card.short), f"comparison/{plan.card.id}", 2),
        made_table(head, (2.5, 11, 2.5, 11, 14), rows),
    ]


def best_links(edition: Edition) -> dict[str, list[Link]]:
    """The first link (links are best first) from each section to each other plan; what an editor rejected is not among
    them."""
    best: dict[str, list[Link]] = {}
    for link in edition.links:
        reached = {Address(found.target).plan for found in best.get(link.source, [])}
        if Address(link.target).plan not in reached:
            best.setdefault(link.source, []).append(link)
    return best


def why(link: Link, topics: dict[str, str], say: Say) -> str:
    """粮食与耕地：高标准农田、黑土地（编者认可）"""
    parts = [topics.get(link.topic, ""), say(_("、")).join(link.terms[:TERMS])]
    return say(_("：")).join(part for part in parts if part) + (say(_("（编者认可）")) if link.decision else "")


def name(unit: Unit) -> str:
    """03 一、提升粮食综合生产能力: the chapter's number, then the heading"""
    return together((Address(unit.address).name, joined(unit.number.string, unit.title.string)), " ")


def cross_references(edition: Edition) -> dict[str, list[Pointer]]:
    """For the margin beside a heading: where the other plans speak of the same."""
    shorts = {plan.card.id: plan.card.short for plan in edition.plans}
    return {
        source: [
            Pointer(f"{shorts[Address(link.target).plan]} {Address(link.target).locator}", link.target)
            for link in links
        ]
        for source, links in best_links(edition).items()
    }
