"""Lists for the frame round the pages: their order, for a translation its words, and the plans that a search can be
kept to."""

from __future__ import annotations

import json
from typing import Any

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.translation import _
from ...model.walks import chapters_of
from ..words import layout
from ..words.layout import Say
from ..words.task_words import has_tasks
from ..words.unit_names import label
from .search_things import examples

FACTS = ((_("指标"), "indicators"), (_("数量目标"), "targets"), (_("项目台账"), "projects"), (_("地名索引"), "places"))


def write(edition: Edition) -> dict[str, str]:
    say = layout.say(edition)
    plans = [{plan.card.short: plan_pages(edition, plan, say)} for plan in edition.plans]
    compare = [{say(_("对照")): compare_pages(edition, say)}] if len(edition.plans) > 1 else []
    figures = [{say(_("指标比较")): "indicators.md"}] if edition.indicator_matches else []
    glossary = [{say(_("术语表")): "glossary.md"}] if edition.glossary else []
    rest = [
        {say(_("查找")): "search/index.md"},
        {say(_("关于本站")): "about.md"},
        {say(_("怎样引用")): "cite.md"},
        {say(_("文字改正")): "corrections.md"},
        {say(_("本版变化")): "changes.md"},
        {say(_("下载")): "downloads.md"},
        {say(_("离线使用")): "offline.md"},
    ]
    files = {
        f"{layout.folder(edition)}/navigation.json": as_file(
            [{say(_("首页")): "index.md"}, *plans, *compare, *figures, *glossary, *rest]
        )
    }
    files |= {
        f"{layout.folder(edition)}/search/plans.js": "searchPlans = "
        f"{in_script([plan.card.short for plan in edition.plans])};\n"
        f"searchExamples = {in_script(examples(edition))};\n"
    }
    return files | (
        {f"{layout.folder(edition)}/interface.json": as_file(dict(edition.interface))} if edition.original else {}
    )


def plan_pages(edition: Edition, plan: Plan, say: Say) -> list[Any]:
    home = f"{plan.card.id}/index.md"
    chapters = [
        {label(chapter, say): f"{plan.card.id}/{Address(chapter.address).file}"} for chapter in chapters_of(plan)
    ]
    facts = [
        {say(title): f"{plan.card.id}/{name}.md"} for title, name in FACTS if getattr(plan, name)
    ]  # each page only where there is something for it
    desk = [{say(_("待办清单")): f"{plan.card.id}/tasks.md"}] if has_tasks(edition, plan) else []
    desk += [{say(_("文本核对")): f"{plan.card.id}/findings.md"}] if plan.card.publish_findings else []
    desk += [{say(_("各稿之间的变化")): f"{plan.card.id}/drafts.md"}] if plan.moved else []
    return [home, *chapters, *facts, *desk, {say(_("文字处理说明")): f"{plan.card.id}/record.md"}]


def compare_pages(edition: Edition, say: Say) -> list[Any]:
    sections = [
        {say(_("{plan}逐节对应")).format(plan=plan.card.short): f"compare/{plan.card.id}.md"} for plan in edition.plans
    ]
    gaps = [{say(_("你有我无")): "compare/aspects.md"}] if edition.aspects else []
    return ["compare/index.md", {say(_("主题与规划")): "compare/topics.md"}, *gaps, *sections]


def in_script(values: list[str]) -> str:
    return json.dumps(values, ensure_ascii=False)


def as_file(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
