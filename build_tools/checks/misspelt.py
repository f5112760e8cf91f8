"""Single wrong signs, by rarity against the plan's own words: 营商环镜 in a plan that says 营商环境 elsewhere.

Two signs that stand together once, are no word, and share one with a word that the plan uses often; the other sounds or
looks like the one that belongs there, and what stands beside it stands beside the right word, too, in this plan or in a
phrase that every plan uses (words/set_phrases.txt). Known slips (words/wrong_words.yml) are told without that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import compress, count
from operator import add

from ..chinese.sounds import usual_sounds
from ..chinese.word_lists import lines_of, words_of
from ..model.findings import Finding
from ..model.outline import Block
from .known_words import known_words
from .passages import Passage, Reading, finding

OFTEN = 3  # times that the right word stands in the plan
ENDS_A_PLACE = "省市县区旗镇乡村"  # 某某市|正围绕
PHRASE = 4  # signs of a set phrase that are compared
LIGHT = frozenset("的地得和与及其他它她作做坐在再已以为等各每个有是由从向并且将把被让使较比至到于中上下内外前后")
RUN = re.compile(rf"(?:(?![{''.join(sorted(LIGHT))}])[\u4e00-\u9fff]){{2,}}")
HAN = re.compile(r"[\u4e00-\u9fff]{3}")

Keys = dict[str, tuple[str, ...]]  # 设shi, she施 and, of signs that look alike, 设拖 → 设施


def find(reading: Reading) -> Iterator[Finding]:
    text = joined(reading)
    pairs = list(map(add, text, text[1:]))
    counts = Counter({pair: times for pair, times in Counter(pairs).items() if RUN.fullmatch(pair)})
    yield from known_slips(reading, text, counts)
    yield from rare_pairs(reading, text, pairs, counts)


def known_slips(reading: Reading, text: str, counts: Counter[str]) -> Iterator[Finding]:
    slips = dict(pair.split(" ") for pair in words_of("wrong_words"))
    for wrong in slips:
        for match in re.finditer(wrong, text) if wrong[:2] in counts or set(wrong) & LIGHT else ():
            here = around(reading, match.start(), match.end())
            yield finding(reading, "misspelt", "typo", "sure", "wrong-word", here, (wrong, slips[wrong]))


def pieces(reading: Reading) -> list[tuple[Block | None, Passage]]:
    """All blocks that are text, then all headings."""
    titles = [
        (None, Passage(unit.address, unit.address, "heading", unit.line, unit.title.string))
        for unit in reading.plan.units
    ]
    return [*reading.texts, *titles]


def joined(reading: Reading) -> str:
    return "\n".join(passage.text for _, passage in pieces(reading))


def around(reading: Reading, start: int, end: int) -> Passage:
    """The place of two signs of the joined text, with what stands around them in their block."""
    at = 0
    for block, passage in pieces(reading):
        if start <= at + len(passage.text):
            first, last = start - at, end - at
            words = passage.text[max(0, first - 8) : last + 8]
            line = reading.line_of(block, first) if block else passage.line
            return Passage(passage.address, passage.unit, passage.kind, line, words)
        at += len(passage.text) + 1
    raise ValueError(start)


def rare_pairs(reading: Reading, text: str, pairs: list[str], counts: Counter[str]) -> Iterator[Finding]:
    known = known_words()
    often = [pair for pair, times in counts.items() if times >= OFTEN and pair in known]
    reading.saw("misspelt", times=len(often))
    rare = [pair for pair, times in counts.items() if times == 1 and pair not in known]
    meant = dict(alike_to(rare, keys_of(often, phrase_keys())))
    found = [(at, meant[pairs[at]]) for at in compress(count(), map(meant.__contains__, pairs))]
    told = -1
    for at, words in found:
        if at < told:
            continue
        right = next((word for word in words if is_meant(text, at, word, counts[word] >= OFTEN)), "")
        if right:
            told = at + 2
            values = (text[at:told], right, counts[right])
            code = "misspelt" if counts[right] >= OFTEN else "wrong-word"
            yield finding(reading, "misspelt", "typo", "ask", code, around(reading, at, told), values)


def alike_to(pairs: Iterable[str], keys: Keys) -> Iterator[tuple[str, list[str]]]:
    """设拖 → 设施: the words that two signs may stand for"""
    sounds = usual_sounds()
    for pair in pairs:
        one, other = pair[0], pair[1]
        ways = (pair, one + sounds.get(other, ""), sounds.get(one, "") + other)
        words = [word for way in ways if way in keys for word in keys[way] if word != pair]
        if words:
            yield pair, list(dict.fromkeys(words))


def keys_of(words: Iterable[str], others: Keys) -> Keys:
    """Two signs by one of them and the sound of the other, or a sign that looks like it; with those of other words."""
    found = dict(others)
    sounds, like = usual_sounds(), alike_signs()
    for word in words:
        one, other = word[0], word[1]
        keys = [one + sounds.get(other, ""), sounds.get(one, "") + other]
        keys += [one + sign for sign in like.get(other, ())] + [sign + other for sign in like.get(one, ())]
        for key in keys:
            found[key] = (*found.get(key, ()), word)
    return found


@cache
def alike_signs() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in words_of("alike_signs"):
        one, other = pair.split(" ")
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


@cache
def phrases() -> frozenset[str]:
    """Every four signs of the set phrases."""
    return frozenset(
        phrase[at : at + PHRASE] for phrase in lines_of("set_phrases.txt") for at in range(len(phrase) - PHRASE + 1)
    )


@cache
def phrase_keys() -> Keys:
    return keys_of(sorted({four[at : at + 2] for four in phrases() for at in range(PHRASE - 1)}), {})


def is_meant(text: str, at: int, right: str, often: bool) -> bool:
    """营商环镜 → 营商环境 is a phrase; 商环镜 → 商环境 stands elsewhere. The wrong sign belongs to no other word here, and where
    only the sides speak for it, neither does the other one."""
    before, pair, behind = text[max(0, at - 1) : at], text[at : at + 2], text[at + 2 : at + 3]
    first = (before + pair[0], before + pair, text[max(0, at - 2) : at + 1])
    last = (pair[1] + behind, pair + behind, text[at + 1 : at + 4])
    if is_known(last if right[0] == pair[0] else first) or (pair[0] == right[0] and pair[0] in ENDS_A_PLACE):
        return False
    mended = text[max(0, at - 2) : at] + right + text[at + 2 : at + 4]
    if any(mended[place : place + PHRASE] in phrases() for place in range(len(mended) - PHRASE + 1)):
        return True
    if is_known((*first, *last)):
        return False
    if right in known_words() and stands_alone(text, at):
        return True
    sides = (before + right, right + behind)
    return often and right in known_words() and any(HAN.fullmatch(side) and side in text for side in sides)


def stands_alone(text: str, at: int) -> bool:
    """首要|任物|，坚持: words or marks end before the two signs and begin behind them; what is quoted has its own words."""
    before, behind = text[max(0, at - 2) : at], text[at + 2 : at + 4]
    if "“" in text[max(0, at - 4) : at] or "”" in behind:
        return False
    ends = not is_sign(before[-1:]) or before[-1:] in LIGHT or before in known_words()
    begins = not is_sign(behind[:1]) or behind[:1] in LIGHT or behind in known_words()
    return ends and begins


def is_sign(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def is_known(words: Iterable[str]) -> bool:
    return any(word in known_words() for word in words if len(word) > 1)
