"""Which aspects of topics a section speaks of: “危化品” and “危险化学品” are one aspect, though they share few pairs of signs.

Aspects are the smaller subjects of topics.yml. A section's aspects are weighted as its words are: by rarity, heading
and leads first.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from ...model.subjects import Topic
from ..sections import Section
from ..topics import TopicWords, Words, find_words

HEADING, LEAD = 3, 2  # how often a word counts there, against once in the text

Aspects = dict[int, float]  # by number, a vector of length 1
Counted = dict[int, int]


@dataclass(frozen=True)
class KnownAspects:
    """The aspects (by number) that a word speaks for, how rare each is among the passages, and those of each passage
    and each run-in lead."""

    words: dict[str, list[int]]
    rarity: dict[int, float]
    found: dict[str, Counted]
    leads: dict[str, Counted]


def known_aspects(topics: tuple[Topic, ...], known: TopicWords) -> KnownAspects:
    words: dict[str, list[int]] = defaultdict(list)
    for number, aspect in enumerate(aspect for topic in topics for aspect in topic.aspects):
        for word in aspect:
            words[word].append(number)
    found = {address: aspects_of(there, words) for address, there in known.found.items()}
    met: Counted = defaultdict(int)
    for there in found.values():
        for number in there:
            met[number] += 1
    rarity = {number: math.log((len(found) + 1) / (times + 0.5)) for number, times in met.items()}
    return KnownAspects(
        dict(words), rarity, found, {address: aspects_of(there, words) for address, there in known.leads.items()}
    )


def aspects_of(found: Words, words: dict[str, list[int]]) -> Counted:
    """How often a text names each aspect."""
    counted: Counted = defaultdict(int)
    for word, times in found.items():
        for number in words.get(word, ()):
            counted[number] += times
    return dict(counted)


def aspect_weights(section: Section, known: KnownAspects, topics: TopicWords) -> Aspects:
    counted: dict[int, float] = defaultdict(float)
    add(counted, aspects_of(find_words(section.heading, topics.by_start), known.words), HEADING)
    for passage in section.passages:
        add(counted, known.found[passage.address], passage.share)
        add(counted, known.leads.get(passage.address, {}), LEAD * passage.share)
    weights = {number: math.log1p(counted[number]) * known.rarity.get(number, 0.0) for number in sorted(counted)}
    length = math.sqrt(sum([w * w for w in weights.values()])) or 1.0
    return {number: weight / length for number, weight in weights.items()}


def add(counted: dict[int, float], found: Counted, factor: float) -> None:
    for number, times in found.items():
        counted[number] += factor * times
