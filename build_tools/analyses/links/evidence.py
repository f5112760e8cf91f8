"""Why two sections are linked, for people: the words both use and the paragraph meant."""

from __future__ import annotations

import re

from ..sections import Passage, Section
from .profiles import TITLES, Profile

MOST = 6  # shared words shown
LONG = 4  # signs from which any wording both passages share counts as a word
LONGEST = 12
HAN = re.compile(r"[\u3400-\u9fffA-Za-z0-9+]+")
EDGES = "的了和与及等在为对将以从到把被并或其之各更落"  # wording does not begin or end with these
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
)  # nor begin with these
FURTHER = 0.6  # of the best word's rarity


def shared_words(one: Profile, other: Profile, passages: tuple[str, str]) -> tuple[str, ...]:
    """Topic words of both sections, rarest first, then longer wording that the two nearest passages share."""
    words = sorted((word for word in one.words if word in other.words), key=lambda word: (-one.words[word], word))
    words = [word for word in words if one.words[word] >= FURTHER * one.words[words[0]]]
    wording = shared_wording(text_of(one.section, passages[0]), text_of(other.section, passages[1]))
    kept: list[str] = []
    for word in [*words[: MOST - 2], *wording[:3], *words[MOST - 2 :]]:
        if len(kept) < MOST and not any(word in k or k in word for k in kept):
            kept.append(word)
    return tuple(kept)


def text_of(section: Section, address: str) -> str:
    return next((passage.text for passage in section.passages if passage.address == address), "")


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
            wording = without_verbs(run[start:end].strip(EDGES))
            if LONG <= len(wording) <= LONGEST and not wording.isdigit():
                found[wording] = None
            start = end
    return sorted(found, key=lambda wording: -len(wording))


def without_verbs(wording: str) -> str:
    """推进应急救援体系 → 应急救援体系"""
    while verb := next((verb for verb in VERBS if wording.startswith(verb)), ""):
        wording = wording[len(verb) :]
    return wording


def paragraph_meant(source: Profile, target: Profile, nearest: str) -> Passage | None:
    """The passage of the target nearest to the source; else the one with most of the shared topic words."""
    passages = [passage for passage in target.section.passages if passage.kind not in TITLES]
    found = next((passage for passage in passages if passage.address == nearest), None)
    if found:
        return found
    shared = sorted(word for word in source.words if word in target.words)
    return max(passages, key=lambda p: sum(p.text.count(word) * source.words[word] for word in shared), default=None)
