"""What the site knows by name, for the search: places, terms, indicators, projects, its own pages."""

from __future__ import annotations

from collections.abc import Iterator

from ...chinese.words import bare
from ...model.edition import Edition, Plan
from ...model.shown import together
from ...model.translation import _
from ..words import layout
from ..words.layout import Say
from ..words.row_places import indicator_place, place_name, project_place
from ..words.term_uses import own_name
from .term_marks import anchors

ABOUT = 80  # signs of what is said of a thing
KINDS = {
    "place": _("地名"),
    "term": _("术语"),
    "indicator": _("指标"),
    "project": _("项目"),
    "page": _("本站的页"),
}
PAGES = (
    (_("指标"), "indicators"),
    (_("数量目标"), "targets"),
    (_("项目台账"), "projects"),
    (_("地名索引"), "places"),
)
SITE = (
    (_("对照"), "compare"),
    (_("主题与规划"), "compare/topics"),
    (_("指标比较"), "indicators"),
    (_("术语表"), "glossary"),
    (_("关于本站"), "about"),
    (_("怎样引用"), "cite"),
    (_("文字改正"), "corrections"),
    (_("本版变化"), "changes"),
    (_("下载"), "downloads"),
    (_("离线使用"), "offline"),
)
Thing = tuple[str, str, list[str], str, str, str, str]  # kind, name, other names, about, page, anchor, plan


def things(edition: Edition) -> list[Thing]:
    say = layout.say(edition)
    found = [*places(edition), *terms(edition)]
    for plan in edition.plans:
        found += [*indicators(plan, say), *projects(plan)]
    return [*found, *pages(edition, say)]


def places(edition: Edition) -> Iterator[Thing]:
    """Only those that a plan names."""
    named = {(plan.card.id, mention.name) for plan in edition.plans for mention in plan.places}
    for place in edition.places:
        own = place.original or bare(place.name)
        if (place.plan, own) in named:
            others = [bare(name) for name in (*place.aliases, own) if bare(name) != bare(place.name)]
            name, anchor = bare(place.name), place_name(place)
            yield "place", name, others, place.kind, f"{place.plan}/places", anchor, place.plan


def terms(edition: Edition) -> Iterator[Thing]:
    names = anchors(edition.glossary)
    for term in edition.glossary:
        others = [name for name in (term.original, term.name_en) if name]
        about = short(term.explanation)
        yield "term", term.name, others, about, "glossary", names[own_name(term)], term.plan


def indicators(plan: Plan, say: Say) -> Iterator[Thing]:
    for i in plan.indicators:
        values = ((i.baseline_year, i.baseline), (i.target_year, i.target))
        printed = [f"{year} {value}" for year, value in values if value]
        said = [part for part in (i.breakdown, i.unit, *printed, i.annual_growth) if part]
        place = indicator_place(i.id)
        yield (
            "indicator",
            i.name,
            [],
            " · ".join(said),
            f"{plan.card.id}/indicators",
            place,
            plan.card.id,
        )


def projects(plan: Plan) -> Iterator[Thing]:
    seen: set[str] = set()
    for project in plan.projects:
        if project.project_group not in seen:
            seen.add(project.project_group)
            about = " · ".join(words for words in (project.investment, project.place) if words)
            place = project_place(project)
            yield "project", project.name, [], about, f"{plan.card.id}/projects", place, plan.card.id


def pages(edition: Edition, say: Say) -> Iterator[Thing]:
    """Those that are there: a page of figures only where there is something for it."""
    there = {
        "compare": len(edition.plans) > 1,
        "compare/topics": len(edition.plans) > 1,
        "indicators": bool(edition.indicator_matches),
        "glossary": bool(edition.glossary),
    }
    for title, page in SITE:
        if there.get(page, True):
            yield "page", say(title), [], "", page, "", ""
    for plan in edition.plans:
        yield "page", plan.card.short, [plan.card.name], plan.card.title, plan.card.id, "", plan.card.id
        for title, page in PAGES:
            if getattr(plan, page):
                yield "page", say(title), [], plan.card.short, f"{plan.card.id}/{page}", "", plan.card.id


def short(words: str) -> str:
    return words if len(words) <= ABOUT else words[:ABOUT] + "……"


def examples(edition: Edition) -> list[str]:
    """Three things to ask for, of what is there: a topic, a figure, a place of a plan; in a translation topics."""
    said = {topic for assigned in edition.assigned for topic, _share in assigned.topics[:1]}
    topics = [topic.name for topic in edition.topics if topic.id in said and not topic.frame]
    last = edition.plans[-1]
    if edition.original is not None:
        return [*topics[:2], *(together((last.card.short, topic), " ") for topic in topics[2:3])]
    figures = [
        t.value + t.unit for plan in edition.plans for t in plan.targets if t.normalized_value and len(t.unit) > 1
    ]
    there = {mention.name for mention in last.places}
    listed = [bare(place.name) for place in edition.places if place.plan == last.card.id]
    named = [f"{last.card.short} {name}" for name in listed if name in there]
    return [*topics[:1], *figures[:1], *named[:1]]


def asked(edition: Edition) -> list[tuple[str, str]]:
    """Each example with what its address asks for. Signs that Markdown reads are encoded, too: _ → %5F, ~ → %7E"""
    return [(words, "".join(f"%{byte:02X}" for byte in words.encode("utf-8"))) for words in examples(edition)]
