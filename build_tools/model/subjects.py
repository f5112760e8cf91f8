"""What plans speak of, and where another plan speaks of the same: topics, links, and what people decided about them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

KINDS = {"same": 3, "overlap": 2, "related": 1}  # how near two sections are, as an editor says it


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that county plans share. `frame`: sections headed so speak of all subjects at once (the past, the
    course, the targets).

    `aspects`: smaller subjects within it, each with words that mean much the same.
    """

    id: str
    name: str
    name_en: str
    definition: str
    keywords: tuple[str, ...]
    synonyms: tuple[str, ...]
    frame: bool = False
    aspects: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class TopicRuling:
    """A person's word: the topics of `section` are exactly these."""

    section: str
    topics: tuple[str, ...]
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Wording `old` of plans that end in `until` or before; later plans say `new`."""

    old: str
    new: str
    until: int
    reason: str


@dataclass(frozen=True, slots=True)
class LinkRuling:
    """A person's word on the link `source` → `target`: accept (the program found it), add, or reject. `kind`: a key of
    KINDS."""

    decision: str
    source: str
    target: str
    kind: str
    topic: str
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class NoCounterpart:
    """A person's word that the other plan `plan` has nothing on the subject of `source`."""

    source: str
    plan: str
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class Assigned:
    """A section with its topics, best first: (topic id, share of the section's topic words)."""

    section: str
    topics: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class AspectSaid:
    """How `plan` speaks of aspect `number` (from 1) of a topic; `name` is the aspect's first word.

    `way`: figure, words or not-found — which is never to say that the plan has nothing. `sentence` stands at `address`;
    `word` is the word of the aspect by which it was found.
    """

    plan: str
    topic: str
    number: int
    name: str
    way: str
    word: str = ""
    address: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """From a section to where another plan speaks of the same.

    `target` is a section, `paragraph` the block in it that is meant; `terms` the words both use, rarest first.
    `origin` is computed or curated, `decision` what an editor said (accept, add or nothing), with `reason`.
    """

    source: str
    target: str
    paragraph: str
    score: float
    topic: str
    terms: tuple[str, ...]
    origin: str = "computed"
    decision: str = ""
    kind: str = ""
    reason: str = ""


def link_id(here: str, there: str) -> str:
    """The id under which a person rules a link, the same in both directions."""
    return sha256("\x1f".join(("link", *sorted((here, there)))).encode()).hexdigest()[:10]
