"""Two plans → computed links in both directions, best first, silent where nothing is near enough."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from typing import NamedTuple

from .evidence import telling_wording
from .nearest import Indexed, alike, nearest_passages, worth_scoring
from .profiles import PlanProfile, Profile
from .signals import SHARES, framed
from .words import likeness

# A section whose best link is worth less has no counterpart: its score, by how much of what the section is about the
# other speaks of. If counterparts are taken away on purpose, more than a third of the sections fall silent so, and none
# of 168 that have one.
SILENT = 0.02
NOT_SAID = 0.3  # what a score counts of which no main word is shared
MAIN_WORDS = 8
LEAST_SHARE = 0.15  # of the best link's score that a further one needs
MOST = 5  # links from a section to one plan
CONSIDERED = 8  # of which these are chosen
REPEATED = 0.3  # how much less a link is worth whose target speaks of just the same aspects as one chosen before


TOUCHED = 0.2  # an aspect of which a section speaks by the way weighs less in it
ANOTHER_NAME = 0.25  # who speaks of more of the main words knows the subject, under another name


class Found(NamedTuple):
    """A link as the program sees it, with the two passages that are nearest and how near they are."""

    source: Profile
    target: Profile
    score: float
    passages: tuple[str, str]
    passage: float


def compare(one: PlanProfile, other: Indexed) -> tuple[list[Found], list[Found]]:
    """All scored links from `one` to `other`, and back."""
    found = [alike(profile, other) for profile in one.profiles]
    passages = nearest_passages(one, other)
    for (a, b), (nearness, _, _) in passages.items():
        found[a][b] += SHARES.passage * nearness
    there, back = [], []
    for a, b in worth_scoring(one, other, found):
        source, target = one.profiles[a], other.plan.profiles[b]
        nearness, here, yonder = passages.get((a, b), (0.0, "", ""))
        value = framed(found[a][b], source, target)
        there.append(Found(source, target, value, (here, yonder), nearness))
        back.append(Found(target, source, value, (yonder, here), nearness))
    return there, back


def by_score(link: Found) -> tuple[float, str]:
    return -link.score, link.target.section.address


def choose(found: list[Found]) -> dict[str, list[Found]]:
    """For each section its links worth showing, best first."""
    by_source: dict[str, list[Found]] = defaultdict(list)
    for link in sorted(found, key=by_score):
        by_source[link.source.section.address].append(link)
    return {source: kept for source, links in by_source.items() if (kept := worth_showing(links))}


def worth_showing(links: list[Found]) -> list[Found]:
    """None if even the best is far; else one for a section and its subsections together, and none that is far below the
    best."""
    kept = one_by_one(best_of_families(links))
    if not kept or sureness(kept[0]) < SILENT:
        return []
    return [link for link in kept if link.score >= LEAST_SHARE * kept[0].score]


def sureness(link: Found) -> float:
    """The score, by how much of what the one section is about the other speaks of."""
    return link.score * (NOT_SAID + said(link.source, link.target))


def said(one: Profile, other: Profile) -> float:
    """Which share of the main words of the one the other uses as much: 0 none, 1 all."""
    main = nlargest(MAIN_WORDS, one.words, key=lambda word: (one.words[word], word))
    whole = sum(one.words[word] for word in main)
    return sum(min(one.words[word], other.words.get(word, 0.0)) for word in main) / whole if whole else 0.0


def explained(link: Found) -> bool:
    """Whether anything can be shown that both speak of: words in common, or what the one is about under another name
    (监测评估 and 监督考核). Sections of one frame look back, or set targets, both."""
    source, target = link.source, link.target
    same_frame = bool(source.frame) and source.frame == target.frame
    main = max(source.aspects, key=lambda number: (source.aspects[number], -number), default=-1)
    return (
        same_frame
        or target.aspects.get(main, 0.0) >= TOUCHED
        or not source.words.keys().isdisjoint(target.words)
        or bool(telling_wording(source, target, link.passages))
    )


def foreign(link: Found) -> bool:
    """Whether what one section is about in every paragraph is nothing to the other plan: 玻璃产业, where that one has
    no glass. Where it says 旅游 for 文旅, the two use other main words alike."""
    source, target = link.source, link.target
    unknown = target.section.plan in source.unknown_to or source.section.plan in target.unknown_to
    return unknown and max(said(source, target), said(target, source)) < ANOTHER_NAME


def best_of_families(links: list[Found]) -> list[Found]:
    """The nearest of each section and its subsections, so many as are considered."""
    families: dict[str, Found] = {}
    for link in links:
        if link.target.family not in families and explained(link) and not foreign(link):
            families[link.target.family] = link
        if len(families) == CONSIDERED:
            break
    return list(families.values())


def one_by_one(links: list[Found]) -> list[Found]:
    """The nearest first; each further one is worth less the more it says the same as one chosen before, so that every
    side of a section is met."""
    kept: list[Found] = []
    rest = [(link, 0.0) for link in links]
    while rest:
        link, repeated = min(rest, key=rank)
        kept.append(Found(link.source, link.target, worth(link, repeated), link.passages, link.passage))
        if len(kept) == MOST:
            break
        rest = [
            (other, max(again, likeness(other.target.aspects, link.target.aspects)))
            for other, again in rest
            if other is not link
        ]
    return kept


def rank(candidate: tuple[Found, float]) -> tuple[float, str]:
    return -worth(*candidate), candidate[0].target.section.address


def worth(link: Found, repeated: float) -> float:
    return link.score * (1 - REPEATED * repeated)
