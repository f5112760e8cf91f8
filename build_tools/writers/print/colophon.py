"""The last page of a volume: what each plan is and where its text comes from, when the edition was made, and where it
stands on the web."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import segno

from ...model.edition import BadInput, Edition, Plan
from ...model.shown import together
from ...model.translation import STATES, _
from ...model.walks import states_of
from ..words import layout
from ..words.layout import STATE_OF_TRANSLATION
from ..words.site_address import EXAMPLE, NOBODY
from .runs import plain

FACES = _("字体：思源宋体、思源黑体等，均按开放字体许可使用")
CITING = _("页边小字是段落地址，与网页版相同：03·s01-p2 即第三章第一节第二段")
WHO = {"operator": _("编制："), "contact": _("联系：")}  # of site.yml: who runs the site


def colophon_facts(edition: Edition, plan: Plan) -> list[list[Any]]:
    say, card = layout.say(edition), plan.card
    facts = [
        (say(_("规划期")), layout.period(card, say)),
        (say(_("状态")), layout.status_badge(card, say)),
        (say(_("译文")), translation_state(edition, plan)),
        (say(_("发布")), say(_("，")).join(words for words in (card.issuer, card.issued) if words)),
        (say(_("文字来源")), card.origin),
        (say(_("原文本")), say(_("{file}，{n} 个字符")).format(file=card.file, n=len(plan.source))),
        (say(_("SHA-256 校验和")), plan.sha256),
        (say(_("改正的识别错误")), say(_("{n} 处")).format(n=len(plan.changes))),
        (say(_("待填的数字")), say(_("{n} 处")).format(n=len(plan.placeholders))),
    ]
    return [[plain(name), plain(value)] for name, value in facts if value]


def translation_state(edition: Edition, plan: Plan) -> str:
    """How many texts of the plan are how far; empty in the language of the plans."""
    say = layout.say(edition)
    found = list(states_of(edition, plan))
    return say(_("；")).join(
        f"{say(STATE_OF_TRANSLATION[state])} {found.count(state)}" for state in reversed(STATES) if state in found
    )


def edition_date(edition: Edition, plans: list[Plan]) -> tuple[int, int, int]:
    """The day this edition carries: site.yml `edition`, else the last date of issue, else the first day of the plan
    period; never the clock."""
    given = edition.site.get("edition")
    found = re.findall(r"\d+", str(given)) if given else []
    if not found:
        dates = [re.findall(r"\d+", plan.card.issued) for plan in plans if plan.card.issued]
        found = max(
            dates,
            key=lambda parts: [int(part) for part in parts],
            default=[str(max(plan.card.period[0] for plan in plans))],
        )
    year, month, day = ([int(part) for part in found] + [1, 1])[:3]
    try:
        date(year, month, day)
    except ValueError:
        raise BadInput("not-a-date", given, place="content/curated/site.yml:1") from None
    return year, month, day


def imprint(edition: Edition) -> list[str]:
    """Last lines of the colophon: who made this edition and when, its faces, and how it may be cited."""
    say = layout.say(edition)
    made = [
        edition.site.get("title", ""),
        say(_("版次 {date}")).format(date=edition.site["edition"]) if edition.site.get("edition") else "",
    ]
    said = {key: edition.site.get(key) or "" for key in WHO}
    who = [say(words) + said[key] for key, words in WHO.items() if said[key] and not NOBODY.search(said[key])]
    lines = [together((part for part in parts if part), " · ") for parts in (made, who)]
    return [line for line in [*lines, say(FACES), say(CITING)] if line]


def web_address(edition: Edition, plans: list[Plan], way: str) -> str:
    """Where the volume stands on the web; empty if no address is given, or only one that stands for an address and
    leads nowhere."""
    site = str(edition.site.get("address") or "").rstrip("/")
    if not site or EXAMPLE.match(site):
        return ""
    site += f"/{edition.language.lower().replace('_', '-')}" if edition.original else ""
    return f"{site}/{plans[0].card.id}/{way}" if len(plans) == 1 else f"{site}/"


def qr_code(address: str) -> str:
    """The address as a QR code, drawn as SVG; empty if there is none."""
    if not address:
        return ""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False, nl=False)
    return out.getvalue().decode("utf-8")
