"""What is compared: every section as weighted word pairs, by heading, leads and whole text, with its topics, aspects
and passages."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from ...model.address import Address
from ...model.edition import Plan
from ...model.subjects import Phrase, Topic
from ..sections import Passage, Section, sections_of
from ..topics import TopicWords, frame_of, topic_weights, topic_words, words_in
from .aspects import Aspects, KnownAspects, aspect_weights, known_aspects
from .words import Rarity, Weights, pairs, weigh

HEADING, LEAD = 3, 2  # how often a word pair counts there, against once in the text
TITLES = ("box", "caption")  # they count as text, but a link does not mean them
MOST_TEXT, MOST_LEAD, MOST_PASSAGE = 300, 80, 40  # heaviest pairs kept


@dataclass(frozen=True, slots=True)
class Profile:
    """A section as the comparison sees it. `words`: the topic words in it with their rarity; `family`: the section that
    a subsection belongs to."""

    section: Section
    heading: Weights
    leads: Weights
    text: Weights
    topics: dict[int, float]
    aspects: Aspects
    frame: str
    words: dict[str, float]
    family: str


@dataclass(frozen=True, slots=True)
class PlanProfile:
    """All sections of a plan, the weighted pairs of every passage by address, and which sections (by place) hold it."""

    plan: str
    profiles: tuple[Profile, ...]
    passages: dict[str, Weights]
    holders: dict[str, tuple[int, ...]]
    known: TopicWords


@dataclass(frozen=True, slots=True)
class Counted:
    """Word pairs of every passage and of its lead by address, and what is known of all passages together."""

    texts: dict[str, Counter[str]]
    leads: dict[str, Counter[str]]
    rarity: Rarity
    words: TopicWords
    aspects: KnownAspects


def profile_plans(plans: tuple[Plan, ...], topics: tuple[Topic, ...], phrases: tuple[Phrase, ...]) -> list[PlanProfile]:
    sections = {plan.card.id: sections_of(plan) for plan in plans}
    ends = {plan.card.id: plan.card.period[1] for plan in plans}
    passages = {
        passage.address: passage for some in sections.values() for section in some for passage in section.passages
    }
    counted = count(passages, topics, phrases, ends)
    return [
        PlanProfile(
            plan,
            tuple(profile(section, counted, topics) for section in some),
            {
                p.address: weigh(counted.texts[p.address], counted.rarity, MOST_PASSAGE, p.share)
                for s in some
                if len(Address(s.address).units) < 3
                for p in s.passages
                if p.kind not in TITLES
            },
            holders_of(some),
            counted.words,
        )
        for plan, some in sections.items()
    ]


def count(
    passages: dict[str, Passage], topics: tuple[Topic, ...], phrases: tuple[Phrase, ...], ends: dict[str, int]
) -> Counted:
    texts = {
        address: passage.text + later_words(passage.text, phrases, ends[Address(address).plan])
        for address, passage in passages.items()
    }
    pairs_of_texts = {address: pairs(text) for address, text in texts.items()}
    rarity = Rarity((Address(address).plan, some) for address, some in pairs_of_texts.items())
    words = topic_words(
        topics, texts, {address: passage.lead for address, passage in passages.items() if passage.runs_in}
    )
    return Counted(
        pairs_of_texts,
        {address: pairs(passage.lead) for address, passage in passages.items()},
        rarity,
        words,
        known_aspects(topics, words),
    )


def holders_of(sections: list[Section]) -> dict[str, tuple[int, ...]]:
    """Passage address → places of the section, and the subsection, that hold it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, section in enumerate(sections):
        for passage in section.passages:
            holders[passage.address].append(number)
    return {address: tuple(numbers) for address, numbers in holders.items()}


def later_words(text: str, phrases: tuple[Phrase, ...], end: int) -> str:
    """What a later plan would say for the wording of an earlier one: “……脱贫攻坚……” → “\\n乡村全面振兴”."""
    return "".join("\n" + phrase.new for phrase in phrases if end <= phrase.until and phrase.old in text)


def profile(section: Section, counted: Counted, topics: tuple[Topic, ...]) -> Profile:
    heading = pairs(section.heading)
    leads: dict[str, float] = defaultdict(float, heading)
    text: dict[str, float] = defaultdict(float)
    add(text, heading, HEADING)
    for passage in section.passages:
        lead = counted.leads[passage.address]
        add(leads, lead, passage.share)
        add(text, counted.texts[passage.address], passage.share)
        if passage.runs_in or passage.kind == "box":
            add(text, lead, LEAD * passage.share)
    words = words_in(section, counted.words)
    return Profile(
        section,
        weigh(heading, counted.rarity, MOST_LEAD),
        weigh(leads, counted.rarity, MOST_LEAD),
        weigh(text, counted.rarity, MOST_TEXT),
        topic_weights(section, words, counted.words),
        aspect_weights(section, counted.aspects, counted.words),
        frame_of(section, topics),
        {word: counted.words.rarity[word] for word in words},
        Address(section.address).section,
    )


def add(counted: dict[str, float], more: Counter[str], factor: float) -> None:
    for pair, times in more.items():
        counted[pair] += factor * times
