"""Phrases that stand elsewhere with one word written otherwise: 升级精细化工基地 ↔ 省级精细化工基地, 日融化量 ↔ 日熔化量.

The rest of the phrase must be the same, the two words must sound alike, and one of them must be the usual one in this
plan.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, compress
from operator import add

from ..chinese.sounds import sound, usual_sounds
from ..model.findings import Finding
from .passages import Passage, Reading, finding, part

RUN = re.compile(r"[\u4e00-\u9fff\d]{6,}")
MADE = ("打造", "建设", "构建", "建成", "创建", "形成")  # verbs before a name
GAP = "\n\n\n"  # between runs of signs
AFTER_MADE = re.compile(f"(?:{'|'.join(MADE)})(?=[^\\n])")
LIGHT = set("的地得和与及其他它她作做坐在再已以")
ITEMS = re.compile(r"(?<=[、，])(?=([\u4e00-\u9fff]{3,5})、([\u4e00-\u9fff]{3,5})(?:[、，等。]))")
QUOTED = re.compile(r"“(?P<words>[\u4e00-\u9fff]{4,14})”")
MOST_LEFT_OUT = 2

Place = tuple[Passage, int]


def find(reading: Reading) -> Iterator[Finding]:
    yield from same_sound(reading)
    yield from left_out(reading)
    yield from missing_marks(reading)


def same_sound(reading: Reading) -> Iterator[Finding]:
    """Every sign with the two before and the three behind it as a key; where one key has two signs of one sound, the
    rarer is told. A name behind a verb is known by the six signs behind its first."""
    runs = [(sentence, match) for sentence in reading.sentences for match in RUN.finditer(sentence.text)]
    text = GAP.join(match.group() for _, match in runs)
    starts = list(accumulate((len(match.group()) + len(GAP) for _, match in runs), initial=0))
    begins = {*starts, *(match.end() for match in AFTER_MADE.finditer(text))}
    first: dict[str, int] = {}
    told: set[frozenset[str]] = set()
    for at in places_of_one_sound(text):
        two, behind = text[at - 2 : at], text[at + 1 : at + 7]
        keys = [behind] if at in begins and len(behind) == 6 and "\n" not in behind else []
        keys += [f"{two}_{behind[:3]}"] if len(two) == 2 and "\n" not in two else []
        for key in keys:
            known = first.setdefault(key, at)
            pair = frozenset((text[known], text[at]))
            if len(pair) < 2 or pair in told or pair & LIGHT or sound(text[known]) != sound(text[at]):
                continue
            told.add(pair)
            here, there = (placed(place, runs, starts) for place in (at, known))
            yield told_apart(reading, here, there, inside="_" in key)


def places_of_one_sound(text: str) -> list[int]:
    """Where a sign stands before three others that stand elsewhere behind another sign of the same sound."""
    sounds = usual_sounds()
    pairs = list(map(add, text, text[1:]))
    several = of_one_sound(set(pairs))
    places = list(compress(range(len(text) - 3), map(several.__contains__, pairs)))
    places = [at for at in places if "\n" not in text[at : at + 4]]
    signs: dict[str, set[str]] = defaultdict(set)  # what stands before 产业集, by its sound
    for at in places:
        signs[sounds.get(text[at], text[at]) + text[at + 1 : at + 4]].add(text[at])
    return [at for at in places if len(signs[sounds.get(text[at], text[at]) + text[at + 1 : at + 4]]) > 1]


def of_one_sound(pairs: set[str]) -> set[str]:
    """级产, 集产: pairs of signs of which another one sounds alike and ends alike"""
    listed = list(pairs)
    read = list(map(add, "".join(two[0] for two in listed).translate(one_sign_a_sound()), (two[1] for two in listed)))
    times = Counter(read)
    return {two for two, key in zip(listed, read, strict=True) if times[key] > 1 and two[0] not in LIGHT}


@cache
def one_sign_a_sound() -> dict[int, str]:
    """Every sign by the first one that is read like it, for str.translate."""
    first: dict[str, str] = {}
    return {ord(sign): first.setdefault(sound, sign) for sign, sound in usual_sounds().items()}


def placed(at: int, runs: Sequence[tuple[Passage, re.Match[str]]], starts: Sequence[int]) -> Place:
    """The sentence of a place in the joined runs, and where in it the place is."""
    number = bisect_right(starts, at) - 1
    sentence, match = runs[number]
    return sentence, match.start() + at - starts[number]


def told_apart(reading: Reading, here: Place, there: Place, inside: bool) -> Finding:
    """`inside`: the sign is inside a word, which may be written wrongly more than once."""
    tail = 2 if inside else 4
    counts = [
        reading.plan.source.count(sentence.text[at] + here[0].text[here[1] + 1 : here[1] + tail])
        for sentence, at in (here, there)
    ]
    rare, right = (here, there)[:: 1 if counts[0] <= counts[1] else -1]
    values = tuple(sentence.text[at - inside : at + 4 - inside] for sentence, at in (rare, right))
    kind = "inconsistent_naming" if inside and sum(counts) > 2 else "typo"
    return finding(reading, "alike", kind, "ask", "sound", around(rare), values, around(right))


def around(place: Place) -> Passage:
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
    source, listed = reading.plan.source, "\n".join(sentence.text for sentence in lists)
    joined = [words for words in pairs if f"、{words}" in listed and source.count(words) == 1]
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
    places: dict[str, Passage] = {}
    for sentence in reading.sentences:
        for match in QUOTED.finditer(sentence.text):
            places.setdefault(
                match["words"], part(sentence, sentence.text[max(0, match.start() - 4) : match.end() + 8])
            )
    reading.saw("alike", times=len(places))
    by_first: dict[str, list[str]] = defaultdict(list)
    for words in places:
        by_first[words[0]].append(words)
    for short in places:
        for long in by_first[short[0]]:
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
