"""What can be decided on the editor's desk in a browser: findings, doubts and links, with what may be said of each."""

from __future__ import annotations

import json

from ...model import settling
from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.problems import wording
from ...model.settling import ways
from ...model.subjects import KINDS, Link, link_id
from ..words.references import places_of, way_to

Item = dict[str, object]


def to_decide(edition: Edition) -> str:
    """JSON: `id` and `plan` as for check --accept, `ways`: what --as may be; `from` and `to` of a link as its page has
    them."""
    items = [item for plan in edition.plans for item in (*findings(plan), *doubts(plan))]
    places = places_of(edition)
    items += [link(one, way_to(one.paragraph or one.target, "", places)) for one in edition.links]
    return json.dumps(items, ensure_ascii=False, indent=0)


def findings(plan: Plan) -> list[Item]:
    return [
        {
            "kind": "finding",
            "id": one.id,
            "plan": plan.card.id,
            "ways": list(settling.STATES),
            "decided": one.state != "open" or bool(one.reason),
        }
        for one in plan.findings
    ]


def doubts(plan: Plan) -> list[Item]:
    """Each once, however many places it has; what a person settled comes last."""
    found: dict[str, Item] = {}
    for decided, problems in ((False, plan.problems), (True, plan.settled)):
        for problem in problems:
            if ways(problem) and problem.id not in found:
                found[problem.id] = {
                    "kind": "doubt",
                    "id": problem.id,
                    "plan": plan.card.id,
                    "what": f"第{problem.line}行　{''.join(wording(problem.code, problem.values, 'zh'))}",
                    "ways": list(ways(problem)),
                    "decided": decided,
                }
    return list(found.values())


def link(one: Link, target: str) -> Item:
    """`target`: the way to the paragraph meant, as Markdown has it (plan/03.md#s01-p2)."""
    page, _, anchor = target.partition(".md")
    return {
        "kind": "link",
        "id": f"{one.source} {one.target}",
        "plan": "",
        "taken": link_id(one.source, one.target),
        "ways": ["reject", *KINDS],
        "decided": one.decision in ("accept", "add"),
        "from": f"/{Address(one.source).web}",
        "to": f"/{page.removesuffix('index')}{'' if page.endswith('index') else '/'}{anchor}",
    }
