"""Everything that people decided, loaded once from content/curated and handed to the stages as an argument."""

from __future__ import annotations

from dataclasses import dataclass, field

from .curated import Abstract, ChangedName, Correction, EditionChange, Place, SearchWords, Term
from .facts import IndicatorRuling, ProjectRuling
from .findings import FindingRuling
from .subjects import LinkRuling, NoCounterpart, Phrase, Topic, TopicRuling


@dataclass(frozen=True, slots=True)
class Decisions:
    """One field a kind of decision, in the order of its file; an empty one where nobody decided anything.

    `site`: the words of site.yml by key; `rulings`: which topics a section has; `none`: sections without a counterpart
    in another plan.
    """

    corrections: tuple[Correction, ...] = ()
    site: dict[str, str | None] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    places: tuple[Place, ...] = ()
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
