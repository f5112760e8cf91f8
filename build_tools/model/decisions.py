"""Everything that people decided, loaded once from content/curated and handed to the stages as an argument."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from .curated import Abstract, ChangedName, Correction, EditionChange, SearchWords, Term, Toponym
from .facts import IndicatorRuling, ProjectRuling
from .findings import FindingRuling
from .subjects import LinkRuling, NoCounterpart, Phrase, Topic, TopicRuling

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Decisions:
    """One field a kind of decision, in the order of its file; an empty one where nobody decided anything.

    `site`: the words of site.yml by key; `rulings`: which topics a section has; `none`: sections without a counterpart
    in another plan.
    """

    corrections: tuple[Correction, ...] = ()
    site: dict[str, str | None] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    places: tuple[Toponym, ...] = ()
    changes: tuple[EditionChange, ...] = ()
    abstracts: tuple[Abstract, ...] = ()
    projects: tuple[ProjectRuling, ...] = ()
    findings: tuple[FindingRuling, ...] = ()
    names: tuple[ChangedName, ...] = ()
    topics: tuple[Topic, ...] = ()
    rulings: tuple[TopicRuling, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    links: tuple[LinkRuling, ...] = ()
    none: tuple[NoCounterpart, ...] = ()
    indicators: tuple[IndicatorRuling, ...] = ()
    search: SearchWords = field(default_factory=SearchWords)

    def for_reading(self, plan: str) -> Decisions:
        """Those that a plan is read with; a stage sees no others, so that they cannot change what it makes."""
        return Decisions(
            corrections=concerning(plan, self.corrections),
            glossary=concerning(plan, self.glossary),
            places=concerning(plan, self.places),
            projects=concerning(plan, self.projects),
            findings=concerning(plan, self.findings),
            names=self.names,
        )

    def for_comparing(self) -> Decisions:
        """Those that plans are compared with."""
        return Decisions(
            topics=self.topics,
            rulings=self.rulings,
            phrases=self.phrases,
            links=self.links,
            none=self.none,
            indicators=self.indicators,
        )


def concerning(plan: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries that name the plan, or none."""
    return tuple(entry for entry in entries if getattr(entry, "plan", "") in ("", plan))
