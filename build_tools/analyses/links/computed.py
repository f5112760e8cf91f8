"""Two plans → computed links in both directions, best first, silent where nothing is near enough."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from .nearest import Indexed, ask, nearest_passages, worth_scoring
from .profiles import PlanProfile, Profile
from .signals import Signals, score, signals
from .words import likeness

SILENT = 0.05      # a section whose best link scores less has no counterpart. If counterparts are taken away on purpose, a quarter of the sections
                   # fall silent so; with 0.07 it were six in ten, and with them one right link in fifty
LEAST_SHARE = 0.15 # of the best link's score that a further one needs
MOST = 5           # links from a section to one plan
CONSIDERED = 10    # of which these are chosen
REPEATED = 0.3     # how much less a link is worth whose target speaks of just the same aspects as one chosen before


@dataclass(frozen=True, slots=True)
class Found:
    """A link as the program sees it, with the two passages that are nearest."""

    source: Profile
    target: Profile
    score: float
    signals: Signals
    passages: tuple[str, str]


def compare(one: PlanProfile, other: Indexed) -> tuple[list[Found], list[Found]]:
    """All scored links from `one` to `other`, and back."""
    texts = [ask(other.texts, profile.text) for profile in one.profiles]
    leads = [ask(other.leads, profile.leads) for profile in one.profiles]
    passages = nearest_passages(one, other)
    there, back = [], []
    for a, b in worth_scoring(one, other, texts, leads):
        source, target = one.profiles[a], other.plan.profiles[b]
        nearness, here, yonder = passages.get((a, b), (0.0, "", ""))
        found = signals(source, target, texts[a].get(b, 0.0), leads[a].get(b, 0.0), nearness)
        value = score(found, source, target)
        there.append(Found(source, target, value, found, (here, yonder)))
        back.append(Found(target, source, value, found, (yonder, here)))
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
    """None if even the best is far; else one for a section and its subsections together, and none that is far below the best."""
    if links[0].score < SILENT:
        return []
    kept = one_by_one(best_of_families(links)[:CONSIDERED])
    return [link for link in kept if link.score >= LEAST_SHARE * kept[0].score]


def best_of_families(links: list[Found]) -> list[Found]:
    """The nearest of each section and its subsections."""
    families: dict[str, Found] = {}
    for link in links:
        families.setdefault("/".join(link.target.section.address.split("/")[:3]), link)
    return list(families.values())


def one_by_one(links: list[Found]) -> list[Found]:
    """The nearest first; each further one is worth less the more it says the same as one chosen before, so that every side of a section is met."""
    kept: list[Found] = []
    rest = [(link, 0.0) for link in links]
    while rest and len(kept) < MOST:
        rest.sort(key=lambda pair: (-worth(*pair), pair[0].target.section.address))
        link, repeated = rest.pop(0)
        kept.append(replace(link, score=worth(link, repeated)))
        rest = [(other, max(again, likeness(other.target.aspects, link.target.aspects))) for other, again in rest]
    return kept


def worth(link: Found, repeated: float) -> float:
    return link.score * (1 - REPEATED * repeated)
