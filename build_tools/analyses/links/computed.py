"""Two plans → computed links in both directions, best first, silent where nothing is near enough."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from .nearest import Indexed, alike, nearest_passages, worth_scoring
from .profiles import PlanProfile, Profile
from .signals import SHARES, framed
from .words import likeness

# a section whose best link scores less has no counterpart. If counterparts are taken away on purpose, a third of the
# sections
SILENT = 0.06
# fall silent so, and one in two hundred that has one; with 0.08 two thirds and one in seventy, but also what is only
# related
LEAST_SHARE = 0.15  # of the best link's score that a further one needs
MOST = 5  # links from a section to one plan
CONSIDERED = 8  # of which these are chosen
REPEATED = 0.3  # how much less a link is worth whose target speaks of just the same aspects as one chosen before


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
    if links[0].score < SILENT:
        return []
    kept = one_by_one(best_of_families(links))
    return [link for link in kept if link.score >= LEAST_SHARE * kept[0].score]


def best_of_families(links: list[Found]) -> list[Found]:
    """The nearest of each section and its subsections, so many as are considered."""
    families: dict[str, Found] = {}
    for link in links:
        families.setdefault(link.target.family, link)
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
