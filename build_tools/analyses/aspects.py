"""What each plan says of every aspect of a topic: with a figure, in words only, or nothing that was found.

高标准农田 → 甲 “新建高标准农田100万亩” (figure), 乙 “推进高标准农田建设” (words), 丙 nothing: which is not to say that it has none

Looked through are the sections in which a plan sets out what it will do; what it has done, and its setting, are left
out. A figure counts where it is one of the plan's targets and the aspect is named in its clause or its lead.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import add

from ..model.address import Address
from ..model.edition import Plan
from ..model.outline import Block
from ..model.subjects import AspectSaid, Assigned, Topic

LONGEST = 120  # signs of the sentence that is shown
SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?[”’）]*")
FIGURE, WORDS, NOTHING = "figure", "words", "not-found"

Place = tuple[str, str]  # address, sentence
Found = dict[str, tuple[str, Place]]  # word → how it is said there, and where


def find_aspects(
    plans: Sequence[Plan], topics: Sequence[Topic], assigned: Sequence[Assigned]
) -> tuple[AspectSaid, ...]:
    """Of every plan every aspect of every topic that is a subject of its own, in the order of the topics."""
    aspects = [
        (topic, number, words) for topic in topics if not topic.frame for number, words in enumerate(topic.aspects, 1)
    ]
    by_start: dict[str, list[str]] = defaultdict(list)
    for word in dict.fromkeys(word for _, _, words in aspects for word in words):
        by_start[word[:2]].append(word)
    frames = {topic.id for topic in topics if topic.frame}
    framed = {entry.section for entry in assigned if entry.topics and entry.topics[0][0] in frames}
    said: list[AspectSaid] = []
    for plan in plans:
        found = words_in(plan, by_start, framed)
        said += [said_of(plan.card.id, topic.id, number, words, found) for topic, number, words in aspects]
    return tuple(said)


def words_in(plan: Plan, by_start: Mapping[str, list[str]], framed: set[str]) -> Found:
    """Every word of an aspect that the plan uses, at its best place: with a figure first, then the first of the
    text."""
    figures = sentences_with_targets(plan)
    found: Found = {}
    for block in plan.blocks:
        if block.rows or not block.text.string:
            continue
        described = not framed.isdisjoint(Address(block.unit).upwards)
        for sentence in SENTENCE.findall(block.text.string):
            way = FIGURE if any(quote in sentence for quote in figures.get(block.address, ())) else WORDS
            if way == WORDS and described:
                continue
            for word in words_of(sentence, by_start):
                if word not in found or (way == FIGURE and found[word][0] == WORDS):
                    if way == WORDS or near_a_figure(word, block, figures):
                        found[word] = way, (block.address, sentence)
                    elif not described:
                        found.setdefault(word, (WORDS, (block.address, sentence)))
    for row in plan.indicators:
        for word in words_of(row.name, by_start) if row.target else ():
            if word not in found or found[word][0] == WORDS:
                found[word] = FIGURE, (row.address, f"{row.name} {row.target}{row.unit}")
    return found


def sentences_with_targets(plan: Plan) -> dict[str, list[str]]:
    """Address of a block → the quotes of its targets that have a figure; what a draft leaves open says nothing yet."""
    quotes: dict[str, list[str]] = defaultdict(list)
    for target in plan.targets:
        if target.status == "figure":
            quotes[target.address].append(target.quote)
    return quotes


def near_a_figure(word: str, block: Block, figures: Mapping[str, list[str]]) -> bool:
    """Is the word in the clause of a target, not only in the same sentence?"""
    return any(word in quote for quote in figures.get(block.address, ()))


def words_of(text: str, by_start: Mapping[str, list[str]]) -> Iterator[str]:
    for start in sorted(by_start.keys() & set(map(add, text, text[1:]))):
        yield from (word for word in by_start[start] if word in text)


def said_of(plan: str, topic: str, number: int, words: tuple[str, ...], found: Found) -> AspectSaid:
    """The best of an aspect's words: the one that is said with a figure."""
    places = [(found[word][0] != FIGURE, at, word) for at, word in enumerate(words) if word in found]
    if not places:
        return AspectSaid(plan, topic, number, words[0], NOTHING)
    word = min(places)[2]
    way, (address, sentence) = found[word]
    return AspectSaid(plan, topic, number, words[0], way, word, address, shortened(sentence.strip()))


def shortened(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else sentence[:LONGEST] + "……"
