"""A plan with everything known about it, and the problems that people have to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .curated import Abstract, EditionChange, SearchWords, Term, Toponym
from .facts import Indicator, IndicatorMatch, Occurrence, Placeholder, Project, Target
from .findings import Checked, Finding
from .former import FormerEdition, Moved
from .letter import Letter
from .outline import Block, Unit
from .printed import Printed
from .problems import Problem
from .reading import Share
from .refusals import BadInput
from .subjects import AspectSaid, Assigned, Link, Topic
from .tasks import Task
from .text import Change, Removed, page_of

__all__ = ["BadInput", "Edition", "FileFailed", "HeadingRulings", "Plan", "PlanCard", "Problem"]


class FileFailed(Exception):
    """One file of several could not be made; the others were. `refused` has a line for each that failed; `made`: what
    there is."""

    def __init__(self, refused: BadInput, made: Sequence[Printed] = ()) -> None:
        super().__init__(str(refused))
        self.refused, self.made = refused, made


@dataclass(frozen=True, slots=True)
class HeadingRulings:
    """What people say of headings (plan.yml, `headings`): of each level the lines, by number or by words; `text` are
    none."""

    chapter: tuple[int | str, ...] = ()
    section: tuple[int | str, ...] = ()
    subsection: tuple[int | str, ...] = ()
    text: tuple[int | str, ...] = ()

    def all(self) -> list[tuple[str, int | str]]:
        """(level, line or words) of every ruling."""
        return [(level, wanted) for level in HEADING_LEVELS for wanted in getattr(self, level)]


HEADING_LEVELS = ("chapter", "section", "subsection", "text")


@dataclass(frozen=True, slots=True)
class PlanCard:
    """What people know about a plan before reading it: content/sources/<plan>/plan.yml."""

    id: str
    name: str
    short: str
    name_en: str
    title: str
    title_en: str
    region: str
    issuer: str
    issued: str
    period: tuple[int, int]
    status: str
    reader: str
    file: str
    sha256: str
    origin: str
    colour: str
    order: int
    numbering_as_printed: tuple[int, ...]
    files: tuple[str, ...] = ()  # of a plan in several files: all of them, in order; `file` is the first
    medium: str = ""
    headings: HeadingRulings = HeadingRulings()
    publish_findings: bool = False
    publish_source: bool = False
    guessed: tuple[str, ...] = ()  # keys that the program proposed and nobody has looked at
    revision: str = ""  # 稿次 of a draft: 征求意见稿第二稿
    letter: Letter | None = None  # with which it was issued

    @property
    def published_files(self) -> tuple[str, ...]:
        """Where the files as received lie in the published data, if the card says that they are published."""
        names = (self.files or (self.file,)) if self.publish_source else ()
        return tuple(f"plans/{self.id}/{published_name(number, name)}" for number, name in enumerate(names, 1))


def published_name(number: int, name: str) -> str:
    """1, 规划纲要（送审）.PDF → received.pdf; 2, 附表.xlsx → received-2.xlsx"""
    ending = name.rpartition(".")[2].lower()
    known = ending if ending.isascii() and ending.isalnum() and ending != name.lower() else "bin"
    return f"received{f'-{number}' if number > 1 else ''}.{known}"


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan, read, cleaned, structured and analysed."""

    card: PlanCard
    file: str
    sha256: str
    encoding: str
    source: str
    units: tuple[Unit, ...]
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    indicators: tuple[Indicator, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    targets: tuple[Target, ...] = ()
    projects: tuple[Project, ...] = ()
    terms: tuple[Occurrence, ...] = ()
    places: tuple[Occurrence, ...] = ()
    page_starts: tuple[int, ...] = ()
    pageless: tuple[tuple[int, int], ...] = ()  # lines of files without pages, where others have some
    findings: tuple[Finding, ...] = ()
    checked: tuple[Checked, ...] = ()
    own_terms: tuple[Term, ...] = ()
    shares: tuple[Share, ...] = ()
    folded: tuple[Change, ...] = ()
    settled: tuple[Problem, ...] = ()  # what a person looked at and decided (findings.yml)
    moved: tuple[Moved, ...] = ()  # what became of the texts of its earlier editions
    former: tuple[FormerEdition, ...] = ()  # these editions, the oldest first
    carried: tuple[str, ...] = ()  # ids under which findings of the edition before were decided, and still are

    def page_of(self, line: int) -> int | None:
        """The page of the file as received (from 1) on which a source line stands; None where it has no pages. Of
        a plan in several files, pages count on from file to file."""
        if any(first <= line <= last for first, last in self.pageless):
            return None
        return page_of(self.page_starts, line)


@dataclass(frozen=True, slots=True)
class Edition:
    """All plans of one publication, in reading order, with the words people wrote about the site.

    A translated edition has the same addresses, says in `states` how far each text is translated (a value of
    translation.STATES), holds in `interface` the words of the pages in its language, and keeps the edition it was made
    from as `original`. In it, text that is still in the language of the plans is `Shown`.
    """

    plans: tuple[Plan, ...]
    site: dict[str, Any]
    search: SearchWords = field(default_factory=SearchWords)
    topics: tuple[Topic, ...] = ()
    assigned: tuple[Assigned, ...] = ()
    links: tuple[Link, ...] = ()
    indicator_matches: tuple[IndicatorMatch, ...] = ()
    glossary: tuple[Term, ...] = ()
    changes: tuple[EditionChange, ...] = ()
    places: tuple[Toponym, ...] = ()
    abstracts: tuple[Abstract, ...] = ()
    language: str = "zh"
    interface: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    original: Edition | None = None
    problems: tuple[Problem, ...] = ()
    tasks: tuple[Task, ...] = ()
    partners: tuple[tuple[str, str], ...] = ()  # pairs of plans that are compared
    aspects: tuple[AspectSaid, ...] = ()
    key: str = field(default="", compare=False)  # a sum of all it was made of, where that is known
