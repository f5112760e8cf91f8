"""Edition → what a typesetter needs, as plain data: texts with their marks and addresses, and no layout.

A model has a cover, nodes in reading order (heading, paragraph, box, table) and a colophon. Nothing here knows paper or fonts.
"""

from __future__ import annotations

import io
import re
from datetime import date

import segno

from ..model.edition import BadInput, Edition, Plan
from ..model.outline import Unit
from . import layout
from .chapter_pages import chapters_of, label
from .print_appendix import appendix_nodes
from .print_charts import plan_charts, with_charts
from .print_comparison import comparison_nodes, cross_references
from .print_nodes import heading, nodes_of
from .print_runs import marks_of

WORDS = {
    "contents": "目录",
    "was": "原识别为",
    "colophon": "版本说明",
    "qr": "网页版地址的二维码：",
    "see": "参见",
    "page": "页",
    "more": "等",
    "gongwen": "（公文版式）",
}
FACES = "字体：思源宋体、思源黑体等，许可见项目的 FONTS.md"
CITING = "页边小字是段落地址，与网页版相同：03·s01-p2 即第三章第一节第二段"
TITLE_BREAKS = re.compile(r"(?<=国民经济和社会发展)|(?<=规划和)|(?=（草案）)|(?=（征求意见稿）)")


def print_models(edition: Edition, plan: str = "", chapter: int | None = None) -> dict[str, dict]:
    """Models by file name (without ending): each plan, and, where there are several, all of them with the comparison."""
    plans = [p for p in edition.plans if plan in ("", p.card.id)]
    if not plans:
        raise BadInput(f"there is no plan “{plan}”. Plans: {', '.join(p.card.id for p in edition.plans)}.")
    if chapter is not None:
        return dict(chapter_model(edition, p, chapter) for p in plans)
    models = {p.card.id: plan_model(edition, p) for p in plans}
    if len(plans) > 1:
        models["all-plans"] = volume_model(edition)
    return models


def plan_model(edition: Edition, plan: Plan) -> dict:
    return model(edition, [plan], plan.card.title, title_lines(plan)) | {
        "nodes": with_charts(nodes_of(plan, marks_of(plan)), plan) + plan_charts(edition, plan) + appendix_nodes(plan),
    }


def chapter_model(edition: Edition, plan: Plan, chapter: int) -> tuple[str, dict]:
    """One chapter by its number (0: the text before the first chapter), without cover and contents."""
    unit = find_chapter(plan, chapter)
    name = unit.address.split("/")[1]
    return f"{plan.card.id}-{name}", model(edition, [plan], f"{plan.card.title}　{label(unit)}", title_lines(plan), f"{name}/") | {
        "whole": False,
        "nodes": nodes_of(plan, marks_of(plan), unit.address),
    }


def find_chapter(plan: Plan, number: int) -> Unit:
    names = [unit.address.split("/")[1] for unit in chapters_of(plan)]
    for unit, name in zip(chapters_of(plan), names):
        if name == f"{number:02d}":
            return unit
    raise BadInput(f"{plan.card.id} has no chapter {number}. Chapters: {', '.join(names)}.")


def volume_model(edition: Edition) -> dict:
    """All plans one after another, and what lies side by side in them."""
    names = "、".join(plan.card.short for plan in edition.plans)
    title = f"{names}五年规划合编"
    see = cross_references(edition)
    nodes = []
    for plan in edition.plans:
        nodes.append({"kind": "heading", "level": 1, "number": "", "title": plan.card.title, "lines": title_lines(plan), "draft": draft_words(plan), "address": plan.card.id, "role": "plan"})
        nodes += [node | {"see": see.get(node["address"], [])} if node["role"] == "section" else node for node in nodes_of(plan, marks_of(plan), below=1)]
    compared = comparison_nodes(edition)
    return model(edition, list(edition.plans), title, [names, "五年规划合编", *(["附对照"] if compared else [])]) | {"contents_depth": 3, "nodes": nodes + compared}


def model(edition: Edition, plans: list[Plan], title: str, lines: list[str], way: str = "") -> dict:
    """What every volume has. `way` leads from the plan's web page to the printed part."""
    address = web_address(edition, plans, way)
    return {
        "lang": "zh",
        "words": WORDS,
        "whole": True,
        "contents_depth": 2,
        "title": title,
        "author": "、".join(dict.fromkeys(plan.card.issuer or plan.card.name for plan in plans)),
        "date": list(edition_date(edition, plans)),
        "colour": layout.colour(plans[0].card, edition.plans.index(plans[0])) if len(plans) == 1 else "slate",
        "draft": draft_words(plans[0]) if len(plans) == 1 else "",
        "cover": {
            "lines": lines,
            "region": "　".join(plan.card.region for plan in plans),
            "status": [layout.status_badge(plan.card) for plan in plans if len(plans) == 1],
            "facts": [fact for plan in plans for fact in cover_facts(plan, plans)],
            "site": edition.site.get("title", ""),
            "motto": edition.site.get("motto", ""),
        },
        "colophon": [{"title": plan.card.title, "facts": colophon_facts(plan), "status": layout.status_sentence(plan.card)} for plan in plans],
        "imprint": imprint(edition),
        "address": address,
        "qr": qr_code(address),
    }


def draft_words(plan: Plan) -> str:
    """What stands on every page of a draft."""
    return layout.status_badge(plan.card) if plan.card.status == "draft" else ""


def title_lines(plan: Plan) -> list[str]:
    """某市某区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要 → a line for each sense unit"""
    name, rest = plan.card.name, plan.card.title
    lines = [name] if rest.startswith(name) and rest != name else []
    return lines + [line for line in TITLE_BREAKS.split(rest.removeprefix(name) if lines else rest) if line]


def cover_facts(plan: Plan, plans: list[Plan]) -> list[str]:
    if len(plans) > 1:
        return [" · ".join((plan.card.short, layout.period(plan.card), layout.status_badge(plan.card)))]
    return [fact for fact in (layout.period(plan.card), plan.card.issuer, plan.card.issued) if fact]


def colophon_facts(plan: Plan) -> list[list[str]]:
    card = plan.card
    facts = [
        ["规划期", layout.period(card)],
        ["状态", layout.status_badge(card)],
        ["发布", "，".join(words for words in (card.issuer, card.issued) if words)],
        ["文字来源", card.origin],
        ["原文本", f"{card.file}，{len(plan.source)} 个字符"],
        ["SHA-256 校验和", plan.sha256],
        ["改正的识别错误", f"{len(plan.changes)} 处"],
        ["待填的数字", f"{len(plan.placeholders)} 处"],
    ]
    return [[name, value] for name, value in facts if value]


def edition_date(edition: Edition, plans: list[Plan]) -> tuple[int, int, int]:
    """The day this edition carries: site.yml `edition`, else the last date of issue, else the first day of the plan period; never the clock."""
    given = edition.site.get("edition")
    found = re.findall(r"\d+", str(given)) if given else []
    if not found:
        dates = [re.findall(r"\d+", plan.card.issued) for plan in plans if plan.card.issued]
        found = max(dates, key=lambda parts: [int(part) for part in parts], default=[str(max(plan.card.period[0] for plan in plans))])
    year, month, day = ([int(part) for part in found] + [1, 1])[:3]
    try:
        date(year, month, day)
    except ValueError:
        raise BadInput(f"content/curated/site.yml: the edition “{given}” is not a date. Write it as 2026-01-31.") from None
    return year, month, day


def imprint(edition: Edition) -> list[str]:
    """Last lines of the colophon: who made this edition and when, its faces, and how it may be cited."""
    made = [edition.site.get("title", ""), f"版次 {edition.site['edition']}" if edition.site.get("edition") else ""]
    return [" · ".join(words for words in made if words), FACES, CITING]


def web_address(edition: Edition, plans: list[Plan], way: str) -> str:
    """Where the volume stands on the web; empty if site.yml gives no address."""
    site = str(edition.site.get("address") or "").rstrip("/")
    if not site:
        return ""
    return f"{site}/{plans[0].card.id}/{way}" if len(plans) == 1 else f"{site}/"


def qr_code(address: str) -> str:
    """The address as a QR code, drawn as SVG; empty if there is none."""
    if not address:
        return ""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False, nl=False)
    return out.getvalue().decode("utf-8")
