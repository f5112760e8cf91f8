"""Phrases that stand elsewhere with one word written otherwise: 升级精细化工基地 ↔ 省级精细化工基地, 日融化量 ↔ 日熔化量.

The rest of the phrase must be the same, the two words must sound alike, and one of them must be the usual one in this
plan.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..model.findings import Finding
from .names import sound
from .passages import Passage, Reading, finding, part

RUN = re.compile(r"[\u4e00-\u9fff\d]{6,}")
MADE = ("打造", "建设", "构建", "建成", "创建", "形成")  # verbs before a name
LIGHT = set("的地得和与及其他它她作做坐在再已以")
ITEMS = re.compile(r"(?<=[、，])(?=([\u4e00-\u9fff]{3,5})、([\u4e00-\u9fff]{3,5})(?:[、，等。]))")
QUOTED = re.compile(r"“(?P<words>[\u4e00-\u9fff]{4,14})”")
MOST_LEFT_OUT = 2


def find(reading: Reading) -> Iterator[Finding]:
    yield from same_sound(reading)
    yield from left_out(reading)
    yield from missing_marks(reading)


def same_sound(reading: Reading) -> Iterator[Finding]:
    """Every sign with the two before and the three behind it as a key; where one key has two signs of one sound, the
    rarer is told."""
    first: dict[str, tuple[str, Passage, int]] = {}
    others: list[tuple[str, Passage, int, str]] = []
    for sentence in reading.sentences:
        text = sentence.text
        for match in RUN.finditer(text):
            first_of_run = match.start()
            for at in range(first_of_run, match.end() - 3):
                two = text[at - 2 : at] if at >= first_of_run + 2 else ""
                alone = (two in MADE or at == first_of_run) and at + 7 <= match.end()
                keys = [text[at + 1 : at + 7]] if alone else []
                if two:
                    keys.append(f"{two}_{text[at + 1 : at + 4]}")
                for key in keys:
                    known = first.get(key)
                    if known is None:
                        first[key] = (text[at], sentence, at)
                    elif known[0] != text[at]:
                        others.append((text[at], sentence, at, key))
    yield from told_once(reading, first, others)


def told_once(
    reading: Reading, first: dict[str, tuple[str, Passage, int]], others: list[tuple[str, Passage, int, str]]
) -> Iterator[Finding]:
    told: set[frozenset[str]] = set()
    for sign, sentence, at, key in others:
        usual, there, place = first[key]
        pair = frozenset((sign, usual))
        if pair in told or pair & LIGHT or sign.isdigit() or usual.isdigit() or sound(sign) != sound(usual):
            continue
        told.add(pair)
        inside = "_" in key  # the sign is inside a word, which may be written wrongly more than once
        counts = [
            reading.plan.source.count(one + sentence.text[at + 1 : at + (2 if inside else 4)]) for one in (sign, usual)
        ]
        rare, right = ((sign, sentence, at), (usual, there, place))[:: 1 if counts[0] <= counts[1] else -1]
        values = tuple(one.text[where - inside : where + 4 - inside] for _, one, where in (rare, right))
        kind = "inconsistent_naming" if inside and sum(counts) > 2 else "typo"
        yield finding(reading, "alike", kind, "ask", "sound", around(rare[1:]), values, around(right[1:]))


def around(place: tuple[Passage, int]) -> Passage:
    sentence, at = place
    return part(sentence, sentence.text[max(0, at - 8) : at + 12])


def missing_marks(reading: Reading) -> Iterator[Finding]:
    """小红书、视频号 elsewhere, 小红书视频号 here: in a list, where the sign between two of its names is missing"""
    pairs: dict[str, tuple[str, str, Passage]] = {}
    lists = [sentence for sentence in reading.sentences if sentence.text.count("、") >= 2]
    for sentence in lists:
        for one, other in ITEMS.findall(sentence.text):
            pairs.setdefault(one + other, (one, other, sentence))
    if not pairs:
        return
    source = reading.plan.source
    joined = [words for words in pairs if source.count(words) == 1]
    for words in joined:
        one, other, there = pairs[words]
        for sentence in lists:
            at = sentence.text.find(words)
            if at > 0 and sentence.text[at - 1] == "、":
                here = part(sentence, sentence.text[max(0, at - 8) : at + len(words) + 8])
                there = part(there, there.text[max(0, there.text.find(one) - 4) :][: len(words) + 10])
                yield finding(reading, "alike", "typo", "sure", "missing-mark", here, (one, other), there)


def left_out(reading: Reading) -> Iterator[Finding]:
    """“企业一天办结” ↔ “企业开办一天办结”: a phrase in quotation marks that stands elsewhere with a word more inside."""
    counts: Counter[str] = Counter()
    places: dict[str, Passage] = {}
    for sentence in reading.sentences:
        for match in QUOTED.finditer(sentence.text):
            counts[match["words"]] += 1
            places.setdefault(
                match["words"], part(sentence, sentence.text[max(0, match.start() - 4) : match.end() + 8])
            )
    for short in counts:
        reading.saw("alike")
        for long in counts:
            if is_cut(short, long):
                here, there = places[short], places[long]
                yield finding(reading, "alike", "typo", "ask", "slogan", here, (short, long), there)


def is_cut(short: str, long: str) -> bool:
    """The longer has one or two signs more somewhere inside, and both begin and end alike."""
    more = len(long) - len(short)
    if not 0 < more <= MOST_LEFT_OUT or len(short) < 5:
        return False
    at = next(i for i in range(len(long)) if i >= len(short) or short[i] != long[i])
    return 2 <= at <= len(short) - 2 and short[at:] == long[at + more :]
