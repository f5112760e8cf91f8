"""How texts refer to places in a plan: 第三章第二节, 第二、三章, 第二至四章, 本章第一节, 上节, 附件2, 表1, 专栏3 — and when to another document.

Only forms are read here; which place is meant, and whether there is one, is for the plan to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .numbering import HAN
from .numerals import to_number

NUMERAL = rf"[{HAN}\d]{{1,5}}"
JOINT = r"[、和及与或至到—－-]"
REFERENCE = re.compile(
    rf"第(?P<ns>{NUMERAL}(?:{JOINT}第?{NUMERAL}){{0,8}})(?P<what>[章节篇编]|部分)"
    rf"|(?P<near>[上下前后])(?:一)?(?P<near_what>章|节(?![能约水日假奏]))"
    rf"|(?P<label>专栏|附件|附表|分表|(?<![\u4e00-\u9fff])表|(?<=[见如和与及照])表)\s?[-—–－]?\s?(?P<list>{NUMERAL}(?:[、"
    rf"和及与至]{NUMERAL}){{0,5}})(?![\d.．%％]|[年月日])"
)
PARTS = re.compile(rf"(?P<joint>{JOINT}?)(?P<words>第?(?P<n>{NUMERAL}))")
# what another document is called; with 本 before it the document is the plan itself
DOCUMENT = re.compile(
    r"(?P<own>本(?:次|个)?)?(?:规划纲要|规划|纲要|计划|方案|法|条例|办法|规定|意见|决定|报告|章程|公约|标准|规范|细则|准则|宪法|文件|通知)$"
)
BRACKETS = re.compile(r"[（(][^（()）]{0,40}[)）]$")
PLAIN = re.compile(r"(?:^|[，。；、：:（(]|按照?|依[照据]|根据|落实|见|执行|对照|参照)(?:规划纲要|规划|纲要)$")
POINTS = ("见", "照", "按", "如", "述", "据", "章", "合", "实")
BEFORE_NEAR = "，。；、：（(见如与和按照承接述据合实"  # what may stand before 上一章
AROUND = 100  # characters before a reference that may name its document
CHAIN = re.compile(rf"{JOINT}?(?:以及)?$")


class Reference(NamedTuple):
    """`start`..`end` (half-open) of the words that become a link; `numbers`: (kind, number) from the outside in.

    kind: 章, 节, 篇, 附件, 表, 专栏; ("章", 0) is the chapter in which the words stand; `step`: −1 the one before, 1 the next.
    """

    start: int
    end: int
    numbers: tuple[tuple[str, int], ...]
    step: int = 0


def find_references(text: str, own_titles: tuple[str, ...] = ()) -> list[Reference]:
    """References of a text to its own plan; `own_titles`: what the plan itself is called between 《 and 》."""
    found: list[Reference] = []
    for reference in single_references(text, own_titles):
        before = found[-1] if found else None
        if before and before.end == reference.start and before.numbers == reference.numbers[:-1]:
            found[-1] = reference._replace(start=before.start)  # 第二章第一节 is one
        else:
            found.append(reference)
    return found


def single_references(text: str, own_titles: tuple[str, ...]) -> Iterator[Reference]:
    last_end, foreign, chapter = -1, False, 0
    for match in REFERENCE.finditer(text):
        joined = last_end >= 0 and CHAIN.fullmatch(text[last_end : match.start()]) is not None
        foreign = foreign if joined else is_foreign(text[max(0, match.start() - AROUND) : match.start()], own_titles)
        chapter = chapter if joined else 0
        last_end = match.end()
        what = match["what"]
        if what == "章" and (number := numeral(match["ns"])):
            chapter = number
        if not foreign:
            yield from read(match, chapter if joined else 0, text)


def read(match: re.Match[str], chapter: int, text: str) -> Iterator[Reference]:
    """The references of one match; `chapter`: the chapter named just before it."""
    if match["near"]:
        if match.start() == 0 or text[match.start() - 1] in BEFORE_NEAR:
            step = -1 if match["near"] in "上前" else 1
            yield Reference(match.start(), match.end(), ((match["near_what"], 0),), step)
    elif match["label"]:
        yield from each(match, (), match["label"], "list")
    elif match["what"] == "节":
        before = text[: match.start()]
        if chapter or before.endswith(POINTS):
            inside = chapter if chapter and not before.endswith("本章") else 0
            yield from each(match, (("章", inside),))
    else:
        yield from each(match, ())


def each(
    match: re.Match[str], outside: tuple[tuple[str, int], ...], label: str = "", group: str = "ns"
) -> Iterator[Reference]:
    """第二、三章 → 第二 and 三章, each a reference of its own; 专栏3至5 → 专栏3 and 5"""
    what = label or {"编": "篇", "部分": "篇"}.get(match["what"], match["what"])
    parts = list(PARTS.finditer(match[group]))
    for at, part in enumerate(parts):
        start = match.start(group) + part.start("words") if at else match.start()
        end = match.end() if at == len(parts) - 1 else match.start(group) + part.end()
        if number := numeral(part["n"]):
            yield Reference(start, end, (*outside, (what, number)))


def is_foreign(before: str, own_titles: tuple[str, ...]) -> bool:
    """“依照土地管理法”, “省规划”, “《土地管理法》” → True; “本规划”, “按照规划”, “详见” → False"""
    words = BRACKETS.sub("", before.rstrip())
    if words.endswith("》"):
        title = words[words.rfind("《") + 1 : -1]
        return title not in own_titles
    words = words.rstrip("”’")
    match = DOCUMENT.search(words[-12:])
    if match is None:
        return False
    return not match["own"] and PLAIN.search(words[-12:]) is None


def numeral(words: str | None) -> int:
    """“二十三” → 23; 0 for what is no number"""
    try:
        return to_number(words or "")
    except ValueError:
        return 0
