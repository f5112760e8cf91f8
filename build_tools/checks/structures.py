"""Patterns of space and roads said in numbers: “七横七纵” and “六横六纵” for one network, “横三纵” with a number missing.

构建“一核两廊三轴”产业格局 ↔ “一体两翼三板块”产业发展空间格局 → both are told; 生态空间格局 and 产业空间格局 are two things
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..model.findings import Finding
from .passages import Passage, Reading, finding, part

N = "一二两三四五六七八九十双多"
PARTS = "体板横纵轴核心带区翼廊园城镇湾港环极点片组团副组芯谷基地板块中心"
QUOTED = re.compile(r"“(?P<words>[^“”]{3,16})”")
COMPOUND = re.compile(rf"(?:[{N}][{PARTS}]{{1,2}}[、，]?){{2,}}")
BROKEN = re.compile(rf"(?<![{N}\u4e00-\u9fff])(?P<first>[横轴核带翼廊环芯])(?=[{N}][{PARTS}])")
HEAD = re.compile(
    r"^(?:的|等)?(?P<head>[\u4e00-\u9fff]{0,14}?(?:空间(?:发展)?格局|空间结构|空间布局|空间体系|发展格局|产业格局|城镇体系|城镇空间格局|城镇体系格局|路网(?:体系|"
    r"格局|布局|骨架)?|骨架路网|交通布局|交通网络|水网格局|水网|功能布局))"
)
BEFORE = re.compile(
    r"(?:完善|构建|打造|形成|优化|建设|构筑|围绕|按照|畅通|加快|着力|以|的|城区|中心|聚力|科学|总体|成)*$"
)
KINDS = {
    "产业": re.compile(r"产业"), "生态": re.compile(r"生态"), "农业": re.compile(r"农业|养殖|种植"), "路网": re.compile(r"路网|交通"),
    "水网": re.compile(r"水网|水系"), "城镇": re.compile(r"城镇|城乡|村镇"), "城区": re.compile(r"中心城区|城市空间|城区"),
    "旅游": re.compile(r"旅游|文旅"),
}  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    found: dict[str, list[tuple[str, str, Passage]]] = defaultdict(list)
    for sentence in reading.sentences:
        for match in QUOTED.finditer(sentence.text):
            words = match["words"]
            if broken := BROKEN.match(words):
                here = part(sentence, sentence.text[max(0, match.start() - 4) : match.end() + 6])
                reading.saw("structures")
                yield finding(
                    reading, "structures", "ocr_error", "sure", "structure-number", here, (words, broken["first"])
                )
            elif COMPOUND.match(words):
                head = head_of(sentence.text, match.start(), match.end())
                reading.saw("structures", bool(head))
                if head and not reading.looks_back(sentence.unit):
                    here = part(sentence, sentence.text[max(0, match.start() - 6) : match.end() + 12])
                    found[head].append((words, head, here))
    for head, places in found.items():
        first, _, there = places[0]
        others = {words: here for words, _, here in places[1:] if not is_same(words, first)}
        if others:
            here = next(iter(others.values()))
            values = (head, "”“".join(others), first)
            yield finding(reading, "structures", "contradiction", "ask", "structures", here, values, there)


def head_of(text: str, start: int, end: int) -> str:
    """Of what it is the pattern: 产业 of “…”产业发展空间格局; nothing where that is not said."""
    match = HEAD.match(text[end : end + 24])
    if not match:
        return ""
    words = match["head"]
    before = text[max(0, start - 8) : start]
    return next((kind for kind, pattern in KINDS.items() if pattern.search(words) or pattern.search(before)), "")


def is_same(one: str, other: str) -> bool:
    """“七横七纵一环” and “七横七纵”: the longer may name more."""
    bare = [re.sub(r"[、，]", "", words) for words in (one, other)]
    return bare[0].startswith(bare[1]) or bare[1].startswith(bare[0])
