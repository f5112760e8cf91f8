"""What is compared: every section as weighted word pairs, by heading, leads and whole text, with its topics, aspects
and passages."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from math import log1p

from ...chinese.names import everyday
from ...model.address import Address
from ...model.edition import Plan
from ...model.subjects import Phrase, Topic
from ..sections import Passage, Section, sections_of
from ..topics import TopicWords, find_words, frame_of, topic_weights, topic_words, words_in
from .aspects import Aspects, KnownAspects, aspect_weights, known_aspects
from .words import Rarity, Weights, pairs, weigh

HEADING, LEAD = 3, 2  # how often a word pair counts there, against once in the text
TITLES = ("box", "caption")  # they count as text, but a link does not mean them
MOST_TEXT, MOST_LEAD, MOST_PASSAGE = 300, 80, 40  # heaviest pairs kept
ENOUGH_TO_TELL = 3  # paragraphs; what one or two repeat is not yet what a section is about
IN_PASSING = 1  # times that a plan may name what it says nothing of


@dataclass(frozen=True, slots=True)
class Profile:
    """A section as the comparison sees it. `words`: the topic words in it, by how often and how rarely they are used;
    `family`: the section that a subsection belongs to; `subject`: the word that heading and every paragraph repeat;
    `unknown_to`: plans that name it in passing, or not at all."""

    section: Section
    heading: Weights
    leads: Weights
    text: Weights
    topics: dict[int, float]
    aspects: Aspects
    frame: str
    words: dict[str, float]
    family: str
    subject: str = ""
    unknown_to: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlanProfile:
    """All sections of a plan, the weighted pairs of every passage by address, and which sections (by place) hold it.
    `named`: how often the plan names what sections of any plan are about."""

    plan: str
    profiles: tuple[Profile, ...]
    passages: dict[str, Weights]
    holders: dict[str, tuple[int, ...]]
    known: TopicWords


@dataclass(frozen=True, slots=True)
class Counted:
    """Word pairs of every passage and of its lead by address, and what is known of all passages together.
    `of_frames`: topic words that only topics of frames have."""

    texts: dict[str, Counter[str]]
    leads: dict[str, Counter[str]]
    rarity: Rarity
    words: TopicWords
    aspects: KnownAspects
    of_frames: frozenset[str]


def profile_plans(plans: tuple[Plan, ...], topics: tuple[Topic, ...], phrases: tuple[Phrase, ...]) -> list[PlanProfile]:
    sections = {plan.card.id: sections_of(plan) for plan in plans}
    ends = {plan.card.id: plan.card.period[1] for plan in plans}
    passages = {
        passage.address: passage for some in sections.values() for section in some for passage in section.passages
    }
    counted = count(passages, topics, phrases, ends)
    subjects = {section.address: subject_of(section, counted) for some in sections.values() for section in some}
    unknown = unknown_subjects(sections, set(subjects.values()) - {""}, counted)
    return [
        PlanProfile(
            plan,
            tuple(
                replace(
                    profile(section, counted, topics),
                    subject=(subject := subjects[section.address]),
                    unknown_to=unknown.get(subject, frozenset()),
                )
                for section in some
            ),
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
        frozenset(word for word, named in words.words.items() if all(topics[number].frame for number, _ in named)),
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


def subject_of(section: Section, counted: Counted) -> str:
    """打造高端玻璃产业基地, with 玻璃 in each of its paragraphs → 玻璃; empty where there are few, or no word of two signs
    of the heading stands in all of them. Of several the heaviest."""
    texts = [counted.texts[p.address] for p in section.passages if p.share == 1.0 and p.kind not in TITLES]
    if len(texts) < ENOUGH_TO_TELL:
        return ""
    repeated = [pair for pair in pairs(section.heading) if all(pair in text for text in texts) and pair in everyday()]
    weights = {pair: sum(text[pair] for text in texts) * counted.rarity.of(pair) for pair in repeated}
    return max(weights, key=weights.__getitem__, default="")


def unknown_subjects(
    sections: dict[str, list[Section]], subjects: set[str], counted: Counted
) -> dict[str, frozenset[str]]:
    """For each subject the plans (ids) that name it once at most."""
    named: dict[str, Counter[str]] = {plan: Counter() for plan in sections}
    for plan, some in sections.items():
        texts = [counted.texts[address] for address in {p.address for section in some for p in section.passages}]
        for text in [*texts, *(pairs(section.heading) for section in some)]:
            for subject in subjects & text.keys():
                named[plan][subject] += text[subject]
    return {subject: frozenset(plan for plan in sections if named[plan][subject] <= IN_PASSING) for subject in subjects}


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
    frame = frame_of(section, topics)
    return Profile(
        section,
        weigh(heading, counted.rarity, MOST_LEAD),
        weigh(leads, counted.rarity, MOST_LEAD),
        weigh(text, counted.rarity, MOST_TEXT),
        topic_weights(section, words, counted.words),
        aspect_weights(section, counted.aspects, counted.words),
        frame,
        used_words(section, words, counted, frame),
        Address(section.address).section,
    )


def used_words(section: Section, body: dict[str, float], counted: Counted, frame: str) -> dict[str, float]:
    """Topic words of heading and passages: the oftener here and the rarer elsewhere, the more they say. 年均增长, 短板 and
    优势 tell who looks back or sets targets, and nothing of any other section."""
    known = counted.words
    times: dict[str, float] = defaultdict(float, body)
    for word, there in find_words(section.heading, known.by_start).items():
        times[word] += HEADING * there
    return {word: log1p(times[word]) * known.rarity[word] for word in times if frame or word not in counted.of_frames}


def add(counted: dict[str, float], more: Counter[str], factor: float) -> None:
    for pair, times in more.items():
        counted[pair] += factor * times
