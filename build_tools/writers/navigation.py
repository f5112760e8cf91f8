"""The order of pages, as a list that publishing/site.py hands to the site generator."""

from __future__ import annotations

import json

from ..model.edition import Edition, Plan
from .chapter_pages import chapters_of, label


def write(edition: Edition) -> dict[str, str]:
    plans = [
        {plan.card.short: [f"{plan.card.id}/index.md", *({label(chapter): f"{plan.card.id}/{chapter.address.split('/')[1]}.md"} for chapter in chapters_of(plan)), *facts(plan), {"转换说明": f"{plan.card.id}/record.md"}]}
        for plan in edition.plans
    ]
    compare = [{"对照": ["compare/index.md", {"主题": "compare/topics.md"}, *({f"{plan.card.short}逐节对应": f"compare/{plan.card.id}.md"} for plan in edition.plans)]}] if len(edition.plans) > 1 else []
    figures = [{"指标比较": "indicators.md"}] if edition.indicator_matches else []
    glossary = [{"术语表": "glossary.md"}] if edition.glossary else []
    rest = [*glossary, {"关于本站": "about.md"}, {"怎样引用": "cite.md"}, {"文字改正": "corrections.md"}, {"本版变化": "changes.md"}, {"下载": "downloads.md"}, {"离线使用": "offline.md"}]
    return {"pages/zh/navigation.json": json.dumps([{"首页": "index.md"}, *plans, *compare, *figures, *rest], ensure_ascii=False, indent=1) + "\n"}


def facts(plan: Plan) -> list[dict[str, str]]:
    """The plan's figures: each page only where there is something for it."""
    pages = (("指标", "indicators", plan.indicators), ("数量目标", "targets", plan.targets), ("项目台账", "projects", plan.projects), ("地名索引", "places", plan.places))
    return [{title: f"{plan.card.id}/{name}.md"} for title, name, found in pages if found]
