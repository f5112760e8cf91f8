"""The home page of the site and of each plan."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ...languages import rules_of
from ...model.address import Address
from ...model.edition import Edition, Plan, PlanCard
from ...model.facts import Indicator
from ...model.outline import Unit
from ...model.problems import wording
from ...model.reading import WHOLE
from ...model.subjects import Topic
from ...model.tasks import KINDS
from ...model.text import Text
from ...model.translation import _
from ...model.walks import chapters_of
from ..words import citation, fact_words, layout
from ..words.layout import Say
from ..words.references import places_of
from ..words.regions import ELSEWHERE, province_in
from ..words.task_words import rows_of
from ..words.topic_sections import topic_sections
from .chapters import PageLink, link_to, link_to_section

BAR_STEPS = 20
GLANCE = 6
MOST_CHAPTERS = (
    20  # listed in a panel at once; the list of a longer plan opens at a click, so that panels beside it leave no gap
)
PANELS = 3  # plans that stand side by side, each in its colour
NAME = _("规划读本")
TALLY = _("{kind} {n} 处")
NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class Entry:
    """A line of the contents tree; `bar` is the length of the page in steps of one twentieth of the longest."""

    link: PageLink
    length: int
    bar: int
    sections: list[PageLink]


def write(edition: Edition) -> dict[str, str]:
    files = {f"{layout.folder(edition)}/index.md": home(edition)}
    for plan in edition.plans:
        files[f"{layout.folder(edition)}/{plan.card.id}/index.md"] = plan_home(edition, plan)
    return files


def words_of_site(edition: Edition) -> dict[str, str]:
    """What people wrote about the site; one without a title goes by the name of the project."""
    given = {key: words for key, words in edition.site.items() if words}
    return {"title": layout.say(edition)(NAME), "motto": "", "intro": ""} | given


def home(edition: Edition) -> str:
    """A panel a plan with its chapters; more plans than stand side by side are a list by region, without colours."""
    say = layout.say(edition)
    few = len(edition.plans) <= PANELS
    return layout.page(
        edition,
        "home.md.j2",
        site=words_of_site(edition),
        titles=say(_("、")).join(plan.card.title for plan in edition.plans),
        panels=[panel_of(edition, plan) for plan in edition.plans] if few else [],
        regions=[] if few else regions_of(edition),
        plan_count=len(edition.plans),
        matched=bool(edition.indicator_matches),
        glossary=bool(edition.glossary),
        topics=topics_covered(edition),
    )


def panel_of(edition: Edition, plan: Plan) -> dict[str, object]:
    say = layout.say(edition)
    chapters = chapters_of(plan)
    return {
        **layout.of_plan(edition, plan),
        "counts": counts(plan),
        "facts": facts_of(plan, say),
        "where": plan.card.region if plan.card.region != plan.card.name else "",
        "chapters": [link_to(chapter, say) for chapter in chapters],
        "glance": glance(plan.indicators),
        "open": len(chapters) <= MOST_CHAPTERS,
    }


def facts_of(plan: Plan, say: Say) -> list[tuple[str, int, str]]:
    """指标 21, 数量目标 194, 项目 50, 地名 79, each with its page, as far as the plan has any."""
    found = [
        (_("指标"), {i.key for i in plan.indicators}, "indicators"),
        (_("数量目标"), plan.targets, "targets"),
        (_("项目台账"), {project.project_group for project in plan.projects}, "projects"),
        (_("地名"), {mention.name for mention in plan.places}, "places"),
    ]
    return [(say(name), len(each), f"{plan.card.id}/{page}.md") for name, each, page in found if each]


def regions_of(edition: Edition) -> list[tuple[str, list[dict[str, object]]]]:
    """Provinces in the order of their first plans, each with its plans in theirs; without a name where no plan says
    where it belongs."""
    say = layout.say(edition)
    found: dict[str, list[dict[str, object]]] = {}
    for plan in edition.plans:
        panel = panel_of(edition, plan)
        panel["words"] = " ".join((plan.card.title, plan.card.region, plan.card.short, plan.card.name_en, plan.card.id))
        found.setdefault(province_in(edition, plan, say), []).append(panel)
    return [("", found[say(ELSEWHERE)])] if list(found) == [say(ELSEWHERE)] else list(found.items())


def topics_covered(edition: Edition) -> list[tuple[Topic, list[PlanCard]]]:
    """Each topic with the plans that speak of it; nothing where there is only one plan, for then there is nothing to
    compare."""
    if len(edition.plans) < 2:
        return []
    found = topic_sections(edition)
    return [
        (topic, [plan.card for plan in edition.plans if (plan.card.id, topic.id) in found]) for topic in edition.topics
    ]


def plan_home(edition: Edition, plan: Plan) -> str:
    tally = tally_of(edition, plan)
    return layout.page(
        edition,
        "plan.md.j2",
        **layout.of_plan(edition, plan),
        cite=citation.source_of_page(plan, "", plan.card.id, edition),
        counts=counts(plan),
        entries=contents_tree(
            plan,
            layout.say(edition),
            by_words=not (rules_of(edition.language).in_signs or layout.is_untranslated(edition, plan)),
        ),
        glance=glance(plan.indicators),
        table=next(
            (
                Address(block.address).href
                for block in plan.blocks
                if plan.indicators and block.address == plan.indicators[0].address
            ),
            None,
        ),
        characters=len(plan.source),
        badly_read=[wording(p.code, p.values, edition.language)[0] for p in plan.problems if p.code in WHOLE],
        doubts=sum(problem.severity == "warning" for problem in plan.problems),
        tasks=sum(count for _kind, count in tally),
        tally=[layout.say(edition)(TALLY).format(kind=kind, n=count) for kind, count in tally],
        undecided=sum(finding.state == "open" for finding in plan.findings),
    )


def tally_of(edition: Edition, plan: Plan) -> list[tuple[str, int]]:
    """(待填数字, 215), (指标表空格, 62), (自查所得, 26): the tasks of a plan by kind, as far as its page shows them."""
    rows = rows_of(edition, plan, places_of(edition), layout.say(edition))
    counted = Counter((KINDS.index(row.task.kind), row.kind) for row in rows)
    return [(kind, count) for (_place, kind), count in sorted(counted.items())]


def counts(plan: Plan) -> dict[str, int]:
    kinds = Counter(block.kind for block in plan.blocks)
    levels = Counter(unit.level for unit in plan.units)
    return {
        "chapters": levels["chapter"],
        "sections": levels["section"],
        "paragraphs": kinds["paragraph"] + kinds["item"],
        "boxes": kinds["box"],
        "open": len(plan.placeholders),
        "empty": fact_words.empty_cells(plan),
        "mended": len(plan.changes),
        "indicators": len({indicator.key for indicator in plan.indicators}),
        "filled": sum(bool(indicator.target or indicator.annual_growth) for indicator in plan.indicators),
    }


def contents_tree(plan: Plan, say: Say, by_words: bool = False) -> list[Entry]:
    """Chinese chapters are measured in signs, others in words."""
    measure = length_in_words if by_words else len
    lengths: Counter[str] = Counter()
    sections: dict[str, list[Unit]] = {}
    for block in plan.blocks:
        lengths[Address(block.unit).chapter] += measure(block.text) + sum(
            measure(cell.text) for row in block.rows for cell in row
        )
    for unit in plan.units:
        if unit.level == "section":
            sections.setdefault(Address(unit.address).chapter, []).append(unit)
    longest = max(lengths.values(), default=1) or 1
    return [
        Entry(
            link_to(chapter, say),
            lengths[chapter.address],
            round(BAR_STEPS * lengths[chapter.address] / longest),
            [link_to_section(unit, link_to(chapter, say).target) for unit in sections.get(chapter.address, [])],
        )
        for chapter in chapters_of(plan)
    ]


def length_in_words(text: Text) -> int:
    return len(text.string.split())


def glance(indicators: tuple[Indicator, ...]) -> list[Indicator]:
    """Indicators with a base value and a target in figures, of the same two years: those that say something at a
    glance, below one head."""
    found = [i for i in indicators if NUMBER.search(i.baseline) and NUMBER.search(i.target)]
    return [i for i in found if years_of(i) == years_of(found[0])][:GLANCE]


def years_of(indicator: Indicator) -> tuple[str, str]:
    return indicator.baseline_year, indicator.target_year
