"""A page a plan with what the checks found in it: the sure ones first, by kind, the sentences side by side, and what
people decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model.edition import Edition, Plan
from ...model.findings import TIERS, Finding
from ...model.translation import _
from ..words import fact_words, layout
from ..words.paragraph_names import paragraph_name
from ..words.references import Places, places_of
from ..words.source_lines import link_to_line, parts_of
from ..words.task_words import as_printed, explained

CHECKS = {
    "table-text": _("指标表与正文"),
    "values-apart": _("同一事项两处数值不同"),
    "sums": _("合计与分项"),
    "growth": _("增速与年限"),
    "reached": _("目标与现状"),
    "units": _("单位与数量"),
    "period": _("规划期与年份"),
    "missing": _("缺漏"),
    "residue": _("起草残留"),
    "names": _("名称"),
    "order": _("序号"),
    "marks": _("标点成对"),
    "repeats": _("逐字重复"),
    "doubled": _("叠字叠词"),
    "parts": _("部分与整体"),
    "listed": _("所列与所称"),
    "units-apart": _("同一事项单位不同"),
    "unit-prices": _("单位造价"),
    "levels": _("层级与等级"),
    "open-beside": _("一处未填、一处已写"),
    "near-words": _("一物两名"),
    "outdated": _("旧名与误名"),
    "structures": _("空间与路网格局"),
    "alike": _("同音与缺字"),
    "misspelt": _("疑似错字"),
    "contents": _("目录与正文"),
    "wording": _("用词与搭配"),
    "powers": _("权限与点名"),
    "misplaced": _("段落错位"),
}
TIER_HEADS = {"sure": _("应当修改"), "ask": _("请起草者说明")}
LINE = _("第 {n} 行")
STATES = {
    "open": _("未定"),
    "right-as-printed": _("原文无误"),
    "mended": _("已在原稿修改"),
}


@dataclass(frozen=True)
class Side:
    """One of the two texts of a finding: its name, the way there, its line as a link, what it says."""

    name: str
    target: str
    line: str
    quote: str


def write(edition: Edition) -> dict[str, str]:
    """Only for plans whose findings are published; the editor's desk says so of every plan."""
    places = places_of(edition)
    return {
        f"{layout.folder(edition)}/{plan.card.id}/findings.md": page(edition, plan, places)
        for plan in edition.plans
        if plan.card.publish_findings
    }


def page(edition: Edition, plan: Plan, places: Places) -> str:
    say = layout.say(edition)
    open_ones = [one for one in plan.findings if one.state == "open"]
    decided = [one for one in plan.findings if one.state != "open"]
    return layout.page(
        edition,
        "findings.md.j2",
        **layout.of_plan(edition, plan),
        count=len(plan.findings),
        open_count=len(open_ones),
        tiers=[
            (
                tier,
                say(TIER_HEADS[tier]),
                by_check([one for one in open_ones if one.tier == tier], edition, plan, places),
            )
            for tier in TIERS
        ],
        decided=[
            (
                said(one, edition, plan, places),
                say(STATES[one.state]),
                as_printed(one.reason, edition),
                as_printed(one.who, edition),
                one.date,
            )
            for one in decided
        ],
        checked=[
            (
                say(CHECKS.get(check.check, check.check)),
                check.statements,
                check.recognised,
                sum(one.check == check.check for one in plan.findings),
            )
            for check in plan.checked
        ],
    )


def by_check(
    found: Sequence[Finding], edition: Edition, plan: Plan, places: Places
) -> list[tuple[str, list[dict[str, object]]]]:
    """(name of the check, its findings), in the order in which the checks run."""
    say = layout.say(edition)
    return [
        (say(CHECKS.get(name, name)), [said(one, edition, plan, places) for one in found if one.check == name])
        for name in dict.fromkeys(one.check for one in found)
    ]


def said(one: Finding, edition: Edition, plan: Plan, places: Places) -> dict[str, object]:
    say, parts = layout.say(edition), parts_of(plan)
    texts = [(one.address, one.line, one.quote), (one.other_address, one.other_line, one.other_quote)]
    return {
        "id": one.id,
        "explanation": explained(one, edition),
        "computed": as_printed(one.computed, edition),
        "places": [
            Side(
                paragraph_name(address, places, say),
                fact_words.paragraph(address),
                link_to_line(plan, parts, line, say(LINE), n=line),
                as_printed(quote, edition),
            )
            for address, line, quote in texts
            if address
        ],
    }
