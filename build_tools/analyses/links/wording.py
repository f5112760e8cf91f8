"""Wording that two texts share, in whole words: 社会物流总|费用 and 社会物流总|量 → 社会物流."""

from __future__ import annotations

import re

from ...chinese.names import everyday
from .words import Weights, pairs

LONG = 4  # signs from which wording that is no topic word says something
LONGEST = 12
HAN = re.compile(r"[\u3400-\u9fffA-Za-z0-9+]+")
VERBS = (
    "推进",
    "加强",
    "完善",
    "持续",
    "结合",
    "实施",
    "打造",
    "加快",
    "开展",
    "提升",
    "提高",
    "推动",
    "健全",
    "构建",
    "强化",
    "落实",
    "建立",
    "深化",
    "积极",
    "全面",
    "进一步",
    "大力",
)  # wording does not begin with these


def shared_wording(one: str, other: str) -> list[str]:
    """“…新建高标准农田建设…” and “…生态高标准农田、…” → ["高标准农田"]; longest first."""
    found: dict[str, None] = {}
    for run in HAN.findall(one):
        start = 0
        while start <= len(run) - LONG:
            end = start + LONG
            if run[start:end] not in other:
                start += 1
                continue
            while end < len(run) and run[start : end + 1] in other:
                end += 1
            wording = without_verbs(in_whole_words(run[start:end]))
            if LONG <= len(wording) <= LONGEST:
                found[wording] = None
            start = end
    return sorted(found, key=lambda wording: -len(wording))


def in_whole_words(wording: str) -> str:
    """色农产品加工 → 农产品加工; 农村集体经 → 农村集体: what is half of a word, at the edges, goes."""
    known = everyday()
    start = next((at for at in range(len(wording)) if any(wording[at : at + n] in known for n in (2, 3))), len(wording))
    end = next(
        (at for at in range(len(wording), start, -1) if any(wording[max(start, at - n) : at] in known for n in (2, 3))),
        start,
    )
    return wording[start:end]


def without_verbs(wording: str) -> str:
    """推进应急救援体系 → 应急救援体系"""
    while verb := next((verb for verb in VERBS if wording.startswith(verb)), ""):
        wording = wording[len(verb) :]
    return wording


def weight_of(wording: str, one: Weights, other: Weights) -> float:
    """What the pairs of a wording add to the likeness of two texts."""
    return sum(one.get(pair, 0.0) * other.get(pair, 0.0) for pair in pairs(wording))
