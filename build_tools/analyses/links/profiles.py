"""What is compared: every section as weighted word pairs, by heading, leads and whole text, with its topics and passages."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from ...model.edition import Plan
from ...model.subjects import Phrase, Topic
from ..sections import Section, sections_of
from ..topics import TopicWords, frame_of, topic_weights, topic_words, words_in
from .words import Rarity, Weights, pairs, weigh

HEADING, LEAD = 3, 2  # how often a word pair counts there, against once in the text
TITLES = ("box", "caption")  # they count as text, but a link does not mean them
MOST_TEXT, MOST_LEAD, MOST_PASSAGE = 300, 100, 60  # heaviest pairs kept


@dataclass(frozen=True, slots=True)
class Profile:
    """A section as the comparison sees it. `words`: the topic words in it with their rarity."""

    section: Section
    heading: Weights
    leads: Weights
    text: Weights
    topics: dict[int, float]
    frame: str
    words: dict[str, float]


@dataclass(frozen=True, slots=True)
class PlanProfile:
    """All sections of a plan, the weighted pairs of every passage by address, and which sections (by place) hold it."""

    plan: str
    profiles: tuple[Profile, ...]
    passages: dict[str, Weights]
    holders: dict[str, tuple[int, ...]]
    known: TopicWords


def profile_plans(plans: tuple[Plan, ...], topics: tuple[Topic, ...], phrases: tuple[Phrase, ...]) -> list[PlanProfile]:
    sections = {plan.card.id: sections_of(plan) for plan in plans}
    ends = {plan.card.id: plan.card.period[1] for plan in plans}
    texts = {p.address: p.text + later_words(p.text, phrases, ends[s.plan]) for some in sections.values() for s in some for p in s.passages}
    counted = {address: pairs(text) for address, text in texts.items()}
    rarity = Rarity((address.split("/")[0], some) for address, some in counted.items())
    known = topic_words(topics, texts)
    return [
        PlanProfile(
            plan,
            tuple(
                profile(section, counted, rarity, words_in(section, known), known, topics) for section in some
            ),
            {p.address: weigh(counted[p.address], rarity, MOST_PASSAGE) for section in some for p in section.passages if section.address.count("/") < 3 and p.kind not in TITLES},
            holders_of(some),
            known,
        )
        for plan, some in sections.items()
    ]


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


def profile(section: Section, counted: dict[str, Counter], rarity: Rarity, words: Counter, known: TopicWords, topics: tuple[Topic, ...]) -> Profile:
    heading = pairs(section.heading)
    leads, text = Counter(heading), Counter()
    for passage in section.passages:
        text.update(counted[passage.address])
        lead = pairs(passage.lead)
        leads.update(lead)
        if len(passage.lead) < len(passage.text) or passage.kind == "box":
            add(text, lead, LEAD)
    add(text, heading, HEADING)
    return Profile(
        section,
        weigh(heading, rarity, MOST_LEAD),
        weigh(leads, rarity, MOST_LEAD),
        weigh(text, rarity, MOST_TEXT),
        topic_weights(section, words, known),
        frame_of(section, topics),
        {word: known.rarity[word] for word in words},
    )


def add(counted: Counter, more: Counter, factor: int) -> None:
    for pair, times in more.items():
        counted[pair] += factor * times
