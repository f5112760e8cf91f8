"""What was done to the texts, for everyone to check: a record a plan, all corrections, and the downloads."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import partial
from typing import Any

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.problems import wording
from ...model.text import line_starts
from ...model.translation import _
from ...model.walks import corrections_in
from ..words import fact_words, layout, source_lines
from ..words.apart import apart
from ..words.layout import Say
from ..words.markdown import cell
from ..words.paragraph_names import block_at, paragraph_name
from ..words.references import Places, places_of

REASONS = {
    "line-end": _("行末换行"),
    "page-cut": _("页面或换行切断处的换行（已接合）"),
    "ocr-space": _("识别产生的空格"),
    "contents": _("印刷目录（用于核对标题，不在正文显示）"),
    "cover": _("封面文字"),
    "page-frame": _("网页的导航、页脚等（不属正文）"),
    "page-number": _("页码"),
    "running-head": _("页眉"),
    "web-furniture": _("网页的导航、来源栏、按钮与页脚"),
    "page-footer": _("页脚"),
    "margin-text": _("页边文字"),
    "watermark": _("水印"),
    "heading-mark": _("标题标记 #"),
    "heading-space": _("序号与标题之间的空格"),
    "marker-space": _("序号与文字之间的空格"),
    "bold-mark": _("加粗标记 **"),
    "html-tag": _("HTML 标记"),
    "comment": _("HTML 注释"),
    "image": _("图片引用"),
    "rule": _("分隔线"),
    "bullet": _("列表符号"),
    "bookmark": _("Word 书签"),
    "field-code": _("Word 域代码"),
    "cell-mark": _("单元格分隔符"),
    "table-rule": _("表格分隔线"),
    "repeated-head": _("跨页重复的表头"),
    "white-space": _("行首行末的空白"),
    "stray-tab": _("句中的制表符"),
    "invisible": _("不可见的字符"),
    "formula-mark": _("公式标记"),
    "soft-break": _("段落内的换行符"),
    "page-break": _("分页符"),
    "soft-hyphen": _("可选连字符"),
    "control-sign": _("控制字符"),
}
FOLDED = {
    "fixed-hyphen": _("不间断连字符读作连字符"),
    "radical": _("部首字形归一"),
    "odd-blank": _("特殊空格读作空格"),
    "entity": _("HTML 字符代码"),
    "formula": _("公式中的符号"),
    "note-mark": _("注码（原为上标，识别为平排数字）"),
}
KINDS = {"headings": _("标题"), "cuts": _("接合处"), "tables": _("表格"), "figures": _("数字")}
LINE, LINES = _("原文本第 {line} 行"), _("（第 {first}–{last} 行）")
FIGURE = re.compile(r"\d")
SHOWN = 12  # pairs of signs named on the page


def write(edition: Edition) -> dict[str, str]:
    files = {f"{layout.folder(edition)}/{plan.card.id}/record.md": record(edition, plan) for plan in edition.plans}
    files[f"{layout.folder(edition)}/corrections.md"] = corrections(edition)
    return files


def record(edition: Edition, plan: Plan) -> str:
    say = layout.say(edition)
    totals: Counter[str] = Counter()
    for entry in plan.removed:
        totals[entry.reason] += entry.end - entry.start
    places = places_of(edition)
    return layout.page(
        edition,
        "record.md.j2",
        **layout.of_plan(edition, plan),
        characters=len(plan.source),
        source=f"../{source_lines.folder_of(plan)}{source_lines.file_name(0)}#L1",
        removed=sum(totals.values()),
        totals=[(say(REASONS.get(reason, reason)), count) for reason, count in totals.most_common()],
        folded=folded_signs(plan, say),
        warnings=problems(plan, "warning", places, edition),
        notes=problems(plan, "note", places, edition),
        shares=[(say(KINDS[share.kind]), share.sure, share.all) for share in plan.shares if share.all],
        joined=[
            (lines_link(plan, block.lines, say), *named(block.address, places, say))
            for block in plan.blocks
            if block.kind in ("paragraph", "item") and block.lines[0] != block.lines[1]
        ],
        open_count=len(plan.placeholders),
        cells=len(fact_words.value_cells(plan)),
        empty_count=fact_words.empty_cells(plan),
    )


def lines_link(plan: Plan, lines: tuple[int, int], say: Say) -> str:
    """（第 195–197 行）, leading to the first of them in the numbered source text."""
    first, last = lines
    return source_lines.link_to_line(plan, source_lines.parts_of(plan), first, say(LINES), first=first, last=last)


def folded_signs(plan: Plan, say: Say) -> list[tuple[str, str, int]]:
    """(部首字形归一, ⼯→工 ⾼→高, 12): what was read as another sign, by reason."""
    out = []
    for reason, words in FOLDED.items():
        pairs = Counter((c.before, c.after) for c in plan.folded if c.reason == reason)
        shown = " ".join(
            f"{before.strip() or '␣'}→{after.strip() or '␣'}" for (before, after), _n in pairs.most_common(SHOWN)
        )
        if pairs:
            out.append((say(words), shown + (" …" if len(pairs) > SHOWN else ""), pairs.total()))
    return out


def named(address: str, places: Places, say: Say) -> tuple[str, str]:
    """(第三章第一节第2段, 03.md#s01-p2)"""
    return paragraph_name(address, places, say), Address(address).shown_at.href


def problems(plan: Plan, severity: str, places: Places, edition: Edition) -> list[tuple[Any, ...]]:
    """(link to the line, paragraph on it and the way there if it is one, what, what to do); what is said may name other
    lines."""
    parts = source_lines.parts_of(plan)
    found = [(problem, block_at(problem.line, plan)) for problem in plan.problems if problem.severity == severity]
    return [
        (
            source_lines.link_to_line(plan, parts, p.line),
            named(block.address, places, layout.say(edition)) if block else None,
            *(in_cell(plan, said) for said in wording(p.code, p.values, edition.language)),
        )
        for p, block in found
    ]


def in_cell(plan: Plan, said: str) -> str:
    """A sentence for a cell of a table; one with figures is set apart, for they may be lines."""
    return apart(plan.card.id, cell(said)) if FIGURE.search(said) else cell(said)


def corrections(edition: Edition) -> str:
    entries, say = [], layout.say(edition)
    for plan in edition.plans:
        starts = line_starts(plan.source)
        link = partial(source_lines.link_to_line, plan, source_lines.parts_of(plan), pattern=say(LINE), up="")
        for block in plan.blocks:
            for id in corrections_in(plan, block):
                change = next(c for c in plan.changes if c.id == id)
                line = bisect_right(starts, change.start)
                place = Address(block.address).shown_at.href_from("")
                entries.append((plan.card, change, line, place, link(line)))
    return layout.page(edition, "corrections.md.j2", entries=entries)
