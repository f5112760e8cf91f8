"""Edition → what a typesetter needs, as plain data: texts with their marks and addresses, and no layout.

A model has a cover, nodes in reading order (heading, paragraph, box, table, charts) and a colophon. Nothing here knows
paper or fonts.
A translated edition gives models of its own, whose names end in its language.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import Any

from ...model.address import Address
from ...model.edition import BadInput, Edition, Plan
from ...model.outline import Unit
from ...model.refusals import meant
from ...model.shown import together
from ...model.translation import _
from ...model.walks import chapters_of
from ..words import layout
from ..words.colours import colour
from ..words.unit_names import label
from .appendix import appendix_nodes
from .charts import plan_charts, with_charts
from .colophon import colophon_facts, edition_date, imprint, qr_code, web_address
from .comparison import comparison_nodes, cross_references
from .dated import dated_targets
from .kinds import Heading, Node, as_data
from .letter import letter_data
from .nodes import nodes_of, titled
from .runs import Run, marks_of, plain

Model = dict[str, Any]  # what the typesetter gets: words, cover, nodes, colophon

WORDS = {  # what the typesetter sets around texts and pages that only it knows
    "contents": _("目录"),
    "was": _("原识别为“{text}”"),
    "colophon": _("版本说明"),
    "qr": _("网页版地址的二维码：{address}"),
    "see": _("参见 {place} {page} 页"),
    "place": _("{place}（{page}）"),
    "more": _("等"),
    "gongwen": _("（公文版式）"),
    "a4": _("（A4 版式）"),
    "goes_on": _("{title}（续）"),
    "table_goes_on": _("续表"),
    "attachment": _("附件："),
    "attached": _("附件"),
    "copies": _("抄送："),
    "printed": _("印发"),
    "substitutes": _("字体没有的字以其编号代替：{signs}"),
}
MOST_IN_ONE = 6  # plans; more make no book that one can hold
VOLUME = _("{plans}五年规划合编")
TITLE_BREAKS = re.compile(r"(?<=国民经济和社会发展)|(?<=规划和)|(?=（草案）)|(?=（征求意见稿）)")


def print_models(
    edition: Edition, plan: str = "", chapter: int | None = None, chapters: bool = False
) -> dict[str, Model]:
    """Models by file name (without ending): each plan, and, where there are a few, all of them with the comparison.

    `chapter`: only that one of each plan; `chapters`: every chapter by itself, too.
    """
    plans = [p for p in edition.plans if plan in ("", p.card.id)]
    if not plans:
        ids = [p.card.id for p in edition.plans]
        raise BadInput("plan-unknown", plan, meant(plan, ids), ", ".join(ids))
    if chapter is not None:
        models = dict(chapter_model(edition, p, chapter) for p in plans)
    else:
        models = {p.card.id: plan_model(edition, p) for p in plans} | (
            {"all-plans": volume_model(edition)} if 1 < len(plans) <= MOST_IN_ONE else {}
        )
        if chapters:
            models |= dict(unit_model(edition, p, unit) for p in plans for unit in chapters_of(p))
    ending = f"-{edition.language}" if edition.original else ""
    return {name + ending: as_data(found) for name, found in models.items()}


def plan_model(edition: Edition, plan: Plan) -> Model:
    nodes = with_charts(nodes_of(plan, marks_of(plan), layout.say(edition)), edition, plan)
    return model(edition, [plan], plan.card.title, title_lines(plan)) | {
        "nodes": nodes
        + running_on(plan_charts(edition, plan) + dated_targets(edition, plan) + appendix_nodes(edition, plan)),
        "letter": letter_data(plan),
    }


def chapter_model(edition: Edition, plan: Plan, chapter: int) -> tuple[str, Model]:
    """One chapter by its number (0: the text before the first chapter)."""
    return unit_model(edition, plan, find_chapter(plan, chapter))


def unit_model(edition: Edition, plan: Plan, unit: Unit) -> tuple[str, Model]:
    """What has a page of its own on the web, without cover and contents."""
    name = Address(unit.address).name
    say = layout.say(edition)
    return f"{plan.card.id}-{name}", model(
        edition, [plan], f"{plan.card.title}　{label(unit, say)}", title_lines(plan), f"{name}/"
    ) | {
        "whole": False,
        "nodes": nodes_of(plan, marks_of(plan), say, unit.address),
    }


def find_chapter(plan: Plan, number: int) -> Unit:
    names = [Address(unit.address).name for unit in chapters_of(plan)]
    for unit, name in zip(chapters_of(plan), names, strict=False):
        if name == f"{number:02d}":
            return unit
    raise BadInput("chapter-unknown", plan.card.id, number, ", ".join(names))


def volume_model(edition: Edition) -> Model:
    """All plans one after another, and what lies side by side in them."""
    say = layout.say(edition)
    names = say(_("、")).join(plan.card.short for plan in edition.plans)
    see = cross_references(edition)
    nodes: list[Node] = []
    for plan in edition.plans:
        opening = replace(
            titled(plan.card.title, 1, plan.card.id, "plan"),
            lines=title_lines(plan),
            draft=draft_words(edition, plan),
            running=running_title(edition, plan),
            unofficial=layout.notice(edition, [plan]),
        )
        nodes += titled_once(
            opening,
            [
                replace(node, see=see.get(node.address, []))
                if isinstance(node, Heading) and node.role == "section"
                else node
                for node in nodes_of(plan, marks_of(plan), say, below=1)
            ],
        )
    compared = running_on(comparison_nodes(edition))
    lines = [names, say(_("五年规划合编")), *([say(_("附对照"))] if compared else [])]
    return model(edition, list(edition.plans), say(VOLUME).format(plans=names), [plain(line) for line in lines]) | {
        "contents_depth": 3,
        "nodes": nodes + compared,
    }


def titled_once(opening: Heading, nodes: list[Node]) -> list[Node]:
    """A plan whose text begins with its title again: the heading of the plan is that title, and leads to it, too."""
    first = nodes[0] if nodes else None
    if isinstance(first, Heading) and first.title == opening.title and not first.number:
        return [replace(opening, also=first.address), *nodes[1:]]
    return [opening, *nodes]


def running_on(nodes: list[Node]) -> list[Node]:
    """What print adds begins a page; its further sections stand below each other, and below the title of the whole."""
    begun = False
    found: list[Node] = []
    for node in nodes:
        added = isinstance(node, Heading) and node.role in ("added", "plan")
        found.append(replace(node, runs_on=True) if isinstance(node, Heading) and added and begun else node)
        begun = begun or added
    return found


def model(edition: Edition, plans: list[Plan], title: str, lines: list[list[Run]], way: str = "") -> Model:
    """What every volume has. `way` leads from the plan's web page to the printed part."""
    say = layout.say(edition)
    address = web_address(edition, plans, way)
    return {
        "lang": edition.language,
        "words": {name: say(words) for name, words in WORDS.items()},
        "unofficial": layout.notice(edition, plans),
        "whole": True,
        "contents_depth": 2,
        "title": title,
        "running": running_title(edition, plans[0]) if len(plans) == 1 else title,
        "author": say(_("、")).join(dict.fromkeys(plan.card.issuer or plan.card.name for plan in plans)),
        "about": " ".join(layout.status_sentence(plan.card, say) for plan in plans),
        "keywords": [word for plan in plans for word in (plan.card.name, layout.period(plan.card, say))],
        "date": list(edition_date(edition, plans)),
        "colour": colour(edition.plans, plans[0]) if len(plans) == 1 else "slate",
        "draft": draft_words(edition, plans[0]) if len(plans) == 1 else "",
        "cover": {
            "lines": lines,
            "region": plain(together((plan.card.region for plan in plans), "　")),
            "status": [plain(layout.status_badge(plan.card, say)) for plan in plans if len(plans) == 1],
            "facts": [plain(fact) for plan in plans for fact in cover_facts(plan, plans, say)],
            "site": plain(edition.site.get("title", "")),
            "motto": plain(edition.site.get("motto", "")),
        },
        "colophon": [
            {
                "title": plain(plan.card.title),
                "facts": colophon_facts(edition, plan),
                "status": plain(layout.status_sentence(plan.card, say)),
            }
            for plan in plans
        ],
        "imprint": [plain(line) for line in imprint(edition)],
        "address": address,
        "qr": qr_code(address),
    }


def draft_words(edition: Edition, plan: Plan) -> str:
    """What stands on every page of a draft: that it is one, which one, and of which day."""
    card = plan.card
    said = (layout.status_badge(card, layout.say(edition)), card.revision, card.issued)
    return together((words for words in said if words), " · ") if card.status == "draft" else ""


def running_title(edition: Edition, plan: Plan) -> str:
    """Head of the left pages: the title, or, where a translated one is too long for a line, whose plan it is and of
    which years."""
    return f"{plan.card.name}, {layout.period(plan.card, layout.say(edition))}" if edition.original else plan.card.title


def title_lines(plan: Plan) -> list[list[Run]]:
    """某市某区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要 → a line for each sense unit"""
    name, rest = plan.card.name, plan.card.title
    lines = [name] if rest.startswith(name) and rest != name else []
    rest = rest[len(name) :] if lines else rest
    cuts = [0, *(found.start() for found in TITLE_BREAKS.finditer(rest)), len(rest)]
    return [plain(line) for line in [*lines, *(rest[a:b] for a, b in itertools.pairwise(cuts))] if line]


def cover_facts(plan: Plan, plans: list[Plan], say: layout.Say) -> list[str]:
    if len(plans) > 1:
        return [together((plan.card.short, layout.period(plan.card, say), layout.status_badge(plan.card, say)), " · ")]
    card = plan.card
    return [fact for fact in (layout.period(card, say), card.issuer, card.revision, card.issued) if fact]
