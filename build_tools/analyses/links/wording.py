"""Wording that two texts share, in whole words: 社会物流总|费用 and 社会物流总|量 → 社会物流."""

from __future__ import annotations

import re

from ...chinese.names import everyday
from ...chinese.word_lists import words_of
from .words import Weights, pairs

LONG = 4  # signs from which wording that is no topic word says something
LONGEST = 12
BEFORE = "的和与及或到向在对为将把以是等"  # signs that bind words
BEHIND = "的和与及或等性0123456789"
KNOWN = (4, 3, 2)  # signs of a listed word
HAN = re.compile(r"[\u3400-\u9fffA-Za-z0-9+]+")


def shared_wording(one: str, other: str) -> list[str]:
    """“…新建高标准农田建设…” and “…生态高标准农田、…” → ["高标准农田"]; longest first."""
    found: dict[str, None] = {}
    borders = {at for run in HAN.finditer(other) for at in borders_of(run.group(), run.start())}
    for run in HAN.findall(one):
        start, own = 0, borders_of(run)
        while start <= len(run) - LONG:
            end = start + LONG
            if run[start:end] not in other:
                start += 1
                continue
            while end < len(run) and run[start : end + 1] in other:
                end += 1
            there = other.index(run[start:end]) - start  # from a place in the run to the place in the other text
            whole = sorted(at for at in own if start <= at <= end and at + there in borders)
            wording = trimmed(run[whole[0] : whole[-1]]) if whole else ""
            if LONG <= len(wording) <= LONGEST:
                found[wording] = None
            start = end
    return sorted(found, key=lambda wording: -len(wording))


def borders_of(run: str, offset: int = 0) -> frozenset[int]:
    """规上工业总产值 → 规上|工业|总|产值: where words begin and end, longest known words first, read from behind. Between
    two single signs is no border: they are a word that nobody listed."""
    known, at = everyday(), len(run)
    single, borders = False, [at]
    while at > 0:
        length = next((n for n in KNOWN if n <= at and run[at - n : at] in known), 1)
        if single and length == 1:
            borders.pop()
        at -= length
        borders.append(at)
        single = length == 1
    return frozenset(place + offset for place in borders)


def trimmed(wording: str) -> str:
    """推进应急救援体系 → 应急救援体系; 和新生儿 → 新生儿; 生物质能等 → 生物质能; 率达90 → 率达"""
    wording = wording.lstrip(BEFORE).rstrip(BEHIND)
    while verb := next((verb for verb in words_of("no_wording_begins") if wording.startswith(verb)), ""):
        wording = wording[len(verb) :]
    return wording


def weight_of(wording: str, one: Weights, other: Weights) -> float:
    """What the pairs of a wording add to the likeness of two texts."""
    return sum(one.get(pair, 0.0) * other.get(pair, 0.0) for pair in pairs(wording))
