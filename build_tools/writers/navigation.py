"""The order of pages, as a list that publishing/site.py hands to the site generator."""

from __future__ import annotations

import json

from ..model.edition import Edition
from .chapter_pages import chapters_of, label


def write(edition: Edition) -> dict[str, str]:
    plans = [
        {plan.card.short: [f"{plan.card.id}/index.md", *({label(chapter): f"{plan.card.id}/{chapter.address.split('/')[1]}.md"} for chapter in chapters_of(plan)), {"转换说明": f"{plan.card.id}/record.md"}]}
        for plan in edition.plans
    ]
    compare = [{"对照": ["compare/index.md", {"主题": "compare/topics.md"}, *({plan.card.short: f"compare/{plan.card.id}.md"} for plan in edition.plans)]}] if len(edition.plans) > 1 else []
    rest = [{"关于本站": "about.md"}, {"怎样引用": "cite.md"}, {"文字改正": "corrections.md"}, {"下载": "downloads.md"}]
    return {"pages/zh/navigation.json": json.dumps([{"首页": "index.md"}, *plans, *compare, *rest], ensure_ascii=False, indent=1) + "\n"}
