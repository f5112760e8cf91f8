"""The ledger of named projects: one row a project with all places that name it. Nothing is summed: what is one project
under two names the program cannot always tell, and a sum that counts it twice would be false."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.edition import Edition, Plan
from ...model.facts import Project
from ...model.shown import together
from ...model.translation import _
from ..words import citation, fact_words, layout
from ..words.layout import Say
from ..words.markdown import attribute, cell, escape_inside, filled
from ..words.paragraph_names import paragraph_name
from ..words.project_places import place_cells
from ..words.references import Places, places_of
from ..words.row_links import row_link
from ..words.row_places import project_place


@dataclass(frozen=True)
class Entry:
    """A project with all its mentions. `sums`: the different investments named, in yuan."""

    mentions: tuple[Project, ...]

    @property
    def sums(self) -> list[int]:
        return list(dict.fromkeys(int(mention.investment_yuan) for mention in self.mentions if mention.investment_yuan))

    @property
    def is_part(self) -> bool:
        return any(mention.part_of for mention in self.mentions)

    def first(self, name: str) -> str:
        return next((value for mention in self.mentions if (value := getattr(mention, name))), "")


def write(edition: Edition) -> dict[str, str]:
    return {
        f"{layout.folder(edition)}/{plan.card.id}/projects.md": page(edition, plan)
        for plan in edition.plans
        if plan.projects
    }


def page(edition: Edition, plan: Plan) -> str:
    say = layout.say(edition)
    entries, places, of_plans = entries_of(plan), place_cells(plan, edition), places_of(edition)
    return layout.page(
        edition,
        "projects.md.j2",
        **layout.of_plan(edition, plan),
        mentions=len(plan.projects),
        projects=len(entries),
        funded=sum(bool(entry.sums) for entry in entries),
        parts=[entry.mentions[0].name for entry in entries if entry.is_part and entry.sums],
        unlike=[unlike_sums(entry, say) for entry in entries if len(entry.sums) > 1],
        open_sums=sum(1 for project in plan.projects if project.investment and not project.investment_yuan),
        cite=citation.source_of_table(plan, "projects", edition),
        rows=[row(entry, places, of_plans, say) for entry in entries],
    )


def unlike_sums(entry: Entry, say: Say) -> str:
    """名称（[7亿元](…)，[10亿元](…)）"""
    sums = [
        f"[{cell(mention.investment)}]({fact_words.paragraph(mention.address)})"
        for mention in entry.mentions
        if mention.investment_yuan
    ]
    return cell(entry.mentions[0].name) + filled(
        say(fact_words.IN_BRACKETS), words=escape_inside(say(_("，"))).join(sums)
    )


def entries_of(plan: Plan) -> list[Entry]:
    groups: dict[str, list[Project]] = {}
    for project in plan.projects:
        groups.setdefault(project.project_group, []).append(project)
    return [Entry(tuple(mentions)) for mentions in groups.values()]


def row(entry: Entry, where: dict[Project, str], of_plans: Places, say: Say) -> tuple[str, ...]:
    """Cells: name, with the address of the row, investment, scale, place, years, proponent, places in the text."""
    start, finish = entry.first("start_year"), entry.first("finish_year")
    places = " ".join(
        f"[{number}]({fact_words.paragraph(mention.address)})" for number, mention in enumerate(entry.mentions, 1)
    )
    first = entry.mentions[0]
    named = paragraph_name(first.address, of_plans, say)
    return (
        fact_words.link(first.name, first.address) + row_link(project_place(first), first.name, named, say),
        investment(entry, say),
        cell(entry.first("scale")),
        next((where[mention] for mention in entry.mentions if mention.place), " "),
        cell(fact_words.span(start, finish if finish != start else "", say)),
        cell(entry.first("proponent")),
        places,
    )


def investment(entry: Entry, say: Say) -> str:
    """8000万元 and 8千万元 of one project → 8000万元, with both as printed in the title: each sum once"""
    worded: dict[str, dict[str, None]] = {}
    for mention in entry.mentions:
        if mention.investment:
            worded.setdefault(mention.investment_yuan or mention.investment, {})[mention.investment] = None
    words = together((next(iter(wordings)) for wordings in worded.values()), " / ")
    said = fact_words.sortable(
        words + (fact_words.in_brackets(say(_("分项")), say) if entry.is_part else ""),
        entry.sums[0] if entry.sums else "",
    )
    if all(len(wordings) == 1 for wordings in worded.values()):
        return said
    return (
        f'<span title="{attribute(say(_("、")).join(wording for wordings in worded.values() for wording in wordings))}'
        f'">{said}</span>'
    )
