"""One thing under two names, one word apart: 冰上运动中心 ↔ 冰上活动中心, 省级玻璃产业基地 ↔ 省级玻璃生产基地.

Only words that are known to stand for one another (words/swapped_words.yml), and only where the name around them is the
same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..chinese.word_lists import words_of
from ..model.findings import Finding
from .passages import Passage, Reading, finding, part

NAME_END = r"(?:中心|基地|园区|示范区|开发区|公园|馆|区|场馆|平台|项目|工程|枢纽|节点)"
LEAST = (
    4  # signs that the two names share before the words in which they differ; fewer where the name goes on behind them
)
PART_OF_VERB = re.compile(r"^[造设成善强进立升](?=.{4})")  # the second sign of 打造, 建设, 完善 …
LEVEL = re.compile(r"(?:国家级|省级|市级|县级|自治区级)$")
PLACES = tuple("区馆园点地纽道路")  # what a name may end in
MOST = 3  # names of one pair of words
Found = tuple[Passage, int, int]  # the sentence, and where the name begins and ends in it
NOT_NAMES = re.compile(
    r"[的和与及在为等是对以将各其该此到从由把向于]|建设|发展|打造|推进|加强|完善|加快|推动|提升|实施|优化|一批|多个|重点|特色$"
)


def find(reading: Reading) -> Iterator[Finding]:
    source = "\n".join(sentence.text for sentence in reading.sentences)
    for pair in words_of("swapped_words"):
        one, _, other = pair.partition(" ")
        if one in source and other in source:
            yield from swapped(reading, one, other)


def swapped(reading: Reading, one: str, other: str) -> Iterator[Finding]:
    """For every name with the first word: is there the same name with the second?"""
    names = [{}, {}]  # type: list[dict[tuple[str, str], Found]]
    for number, word in enumerate((one, other)):
        pattern = re.compile(rf"(?P<before>[\u4e00-\u9fff]{{2,8}}){re.escape(word)}(?P<behind>{NAME_END})?(?!线|能力)")
        for sentence in (one for one in reading.sentences if word in one.text):
            for match in pattern.finditer(sentence.text):
                before, behind = match["before"], match["behind"] or ""
                name_end = match.end()
                for length in range(2, len(before) + 1):
                    start = match.start() + len(before) - length
                    names[number].setdefault((before[-length:], behind), (sentence, start, name_end))
                if level := LEVEL.search(before):  # 省级|绿色能源|产业基地: the words behind belong to the name
                    tail = sentence.text[match.end() - len(behind) :][:4]
                    start = match.start() + level.start()
                    names[number].setdefault((level.group(), tail), (sentence, start, name_end + 4))
    told: list[str] = []
    for before, behind in sorted(set(names[0]) & set(names[1]), key=lambda key: (-len(key[0]), key)):
        least = LEAST - 2 if behind and len(one) == len(other) == 2 and behind in ("中心", "馆") else LEAST
        if not behind and not (one.endswith(PLACES) and other.endswith(PLACES)):
            continue  # 玻璃产业, 玻璃生产线: the words may go on otherwise
        of_level = LEVEL.fullmatch(before) and len(behind) == 4
        if not of_level and (len(before) < least or NOT_NAMES.search(before)):
            continue
        name = PART_OF_VERB.sub("", before)
        if len(told) >= MOST or any(name.endswith(known) or known.endswith(name) for known in told):
            continue
        told.append(name)
        reading.saw("near-words")
        first, second = around(*names[0][before, behind]), around(*names[1][before, behind])
        values = (name + one + behind, name + other + behind)
        later, earlier = sorted((first, second), key=lambda place: -place.line)
        yield finding(reading, "near-words", "inconsistent_naming", "ask", "near-words", later, values, earlier)


def around(sentence: Passage, start: int, end: int) -> Passage:
    return part(sentence, sentence.text[max(0, start - 4) : end + 6])
