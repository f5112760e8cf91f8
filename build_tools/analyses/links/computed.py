"""Two plans → computed links in both directions, best first, silent where nothing is near enough."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from .nearest import Indexed, ask, nearest_passages, worth_scoring
from .profiles import PlanProfile, Profile
from .signals import Signals, score, signals

SILENT = 0.04       # a section whose best link scores less has no counterpart; 0.07 would silence six wrong links in ten, and one right one in forty
LEAST_SHARE = 0.15 # of the best link's score that a further one needs
MOST = 5           # links from a section to one plan


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
        likeness, here, yonder = passages.get((a, b), (0.0, "", ""))
        found = signals(source, target, texts[a].get(b, 0.0), leads[a].get(b, 0.0), likeness)
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
    """One link for a section and its subsections together, none that is far below the best, none at all if even that is far."""
    if links[0].score < SILENT:
        return []
    kept, families = [], set()
    for link in links:
        family = "/".join(link.target.section.address.split("/")[:3])
        if family not in families and link.score >= LEAST_SHARE * links[0].score:
            families.add(family)
            kept.append(link)
    return kept[:MOST]
