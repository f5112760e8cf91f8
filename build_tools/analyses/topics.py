"""Which topics every section speaks of: the topic words in its heading, lead sentences and text, weighted by rarity.

Sections that look back, set the course or set targets (topics marked `frame`) belong to that topic with all their
subsections.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from operator import add

from ..model.address import Address
from ..model.edition import BadInput
from ..model.refusals import meant
from ..model.subjects import Assigned, Topic, TopicRuling
from .sections import Section

HEADING, LEAD, ABOVE = 4.0, 1.0, 0.5  # how often a word counts there, against once in the text
SYNONYM = 1.5
ENOUGH = 0.45  # a further topic needs this share of the best one's weight
MOST = 3

Words = dict[str, int]  # topic words of a text and how often they stand there


@dataclass(frozen=True)
class TopicWords:
    """Every topic word with the topics it speaks for, how rare it is among the passages, the words of each passage and
    of each run-in lead."""

    words: dict[str, list[tuple[int, float]]]
    by_start: dict[str, list[str]]
    rarity: dict[str, float]
    found: dict[str, Words]
    leads: dict[str, Words]


def topic_words(topics: tuple[Topic, ...], texts: dict[str, str], leads: dict[str, str]) -> TopicWords:
    """The words of all topics as met in `texts` and `leads` (passages and their run-in leads by address)."""
    words: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, topic in enumerate(topics):
        for word in keywords_of(topic):
            words[word].append((number, 1.0))
        for word in topic.synonyms:
            words[word].append((number, SYNONYM))
    by_start: dict[str, list[str]] = defaultdict(list)
    for word in words:
        by_start[word[:2]].append(word)
    found = {address: find_words(text, by_start) for address, text in texts.items()}
    met = Counter(word for words_there in found.values() for word in words_there)
    rarity = {word: math.log((len(texts) + 1) / (met[word] + 1)) for word in words}
    return TopicWords(
        dict(words),
        dict(by_start),
        rarity,
        found,
        {address: find_words(text, by_start) for address, text in leads.items()},
    )


def keywords_of(topic: Topic) -> dict[str, None]:
    """Keywords and the words of aspects, once each; a word of an aspect that is a synonym counts as such."""
    named = set(topic.synonyms)
    return dict.fromkeys([*topic.keywords, *(word for aspect in topic.aspects for word in aspect if word not in named)])


def find_words(text: str, by_start: dict[str, list[str]]) -> Words:
    """Topic words in a text and how often. `by_start`: the words by their first two signs."""
    starts = by_start.keys() & set(map(add, text, text[1:]))
    return {word: times for start in starts for word in by_start[start] if (times := text.count(word))}


def words_in(section: Section, known: TopicWords) -> dict[str, float]:
    """Topic words of a section's passages; what stands in a list of projects counts by its share."""
    words: dict[str, float] = defaultdict(float)
    for passage in section.passages:
        for word, times in known.found[passage.address].items():
            words[word] += passage.share * times
    return words


def topic_weights(section: Section, body: dict[str, float], known: TopicWords) -> dict[int, float]:
    """Weight of each topic (by number) in a section whose passages hold the words `body`, as a vector of length 1."""
    weights: dict[int, float] = defaultdict(float)
    add_words(weights, body, 1.0, known)
    add_words(weights, find_words(section.heading, known.by_start), HEADING, known)
    for above in section.above:
        add_words(weights, find_words(above, known.by_start), ABOVE, known)
    for passage in section.passages:
        add_words(weights, known.leads.get(passage.address, {}), LEAD, known)
    length = math.sqrt(sum(weights[number] ** 2 for number in sorted(weights))) or 1.0
    return {number: weights[number] / length for number in sorted(weights)}


def add_words(weights: dict[int, float], found: dict[str, float] | Words, factor: float, known: TopicWords) -> None:
    for word in sorted(found):  # in one order, for equal sums in every run
        times = found[word]
        value = factor * (1 + math.log(times) if times > 1 else times) * known.rarity[word]
        for number, strength in known.words[word]:
            weights[number] += value * strength


def frame_of(section: Section, topics: tuple[Topic, ...]) -> str:
    """Id of the frame topic that the heading, or a heading above, names; empty for a section on a subject of its
    own."""
    for heading in (section.heading, *section.above):
        named = [
            (len(word), -number, topic.id)
            for number, topic in enumerate(topics)
            if topic.frame
            for word in topic.synonyms
            if word in heading
        ]
        if named:
            return max(named)[2]
    return ""


def assign(
    section: Section, weights: dict[int, float], topics: tuple[Topic, ...], frame: str, known: TopicWords
) -> Assigned:
    """The frame topic first, then the heaviest topics, then those that only a paragraph's lead sentence names."""
    best = sorted(
        ((w, -n) for n, w in weights.items() if w > 0 and topics[n].id != frame and not topics[n].frame), reverse=True
    )
    enough = [(topics[-n].id, round(w, 3)) for w, n in best[:MOST] if w >= ENOUGH * best[0][0]]
    if frame:
        return Assigned(section.address, ((frame, 1.0), *enough[: MOST - 1]))
    there = {topic for topic, _ in enough}
    beside = [
        (topics[n].id, round(weights.get(n, 0.0), 3))
        for n in lead_topics(section, known)
        if not topics[n].frame and topics[n].id not in there
    ]
    return Assigned(section.address, (*enough, *beside))


def lead_topics(section: Section, known: TopicWords) -> list[int]:
    """The topic of each run-in lead sentence: “打造“某某品牌”，提升农畜产品市场影响力。” names 品牌."""
    found: dict[int, None] = {}
    for passage in section.passages:
        if passage.lead.endswith("。") and passage.runs_in:
            weights: dict[int, float] = defaultdict(float)
            add_words(weights, known.leads[passage.address], 1.0, known)
            if weights:
                found[max(weights, key=lambda n: (weights[n], -n))] = None
    return list(found)


def overrule(assigned: list[Assigned], rulings: tuple[TopicRuling, ...], plans: set[str]) -> list[Assigned]:
    """People's topics in place of the program's. A ruling on a plan that is not there is left alone; one on an unknown
    section is an error."""
    ruled = {ruling.section: ruling for ruling in rulings}
    known = {entry.section for entry in assigned}
    for ruling in rulings:
        if Address(ruling.section).plan in plans and ruling.section not in known:
            raise BadInput("address-unknown", ruling.section, meant(ruling.section, known, 0.7), place=ruling.place)
    return [
        Assigned(entry.section, tuple((topic, 1.0) for topic in ruled[entry.section].topics))
        if entry.section in ruled
        else entry
        for entry in assigned
    ]
