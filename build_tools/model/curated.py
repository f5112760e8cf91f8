"""Decisions of people, as loaded from content/curated. `place` is the file and line to name in an error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Correction:
    """Within `context` (found exactly `times` times in the plan) `wrong` is damage and reads `right`."""

    id: str
    plan: str
    context: str
    wrong: str
    right: str
    times: int
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class SearchWord:
    """Who types one of `say` looks for one of `plan`, the words that plans use; `translated`: the words of their
    translations, by language."""

    say: tuple[str, ...]
    plan: tuple[str, ...]
    reason: str
    translated: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What the search knows about words. `idle`: words that ask and name nothing."""

    words: tuple[SearchWord, ...] = ()
    idle: tuple[str, ...] = ()


TERM_SOURCES = ("text", "general")


@dataclass(frozen=True, slots=True)
class Term:
    """A term that a plan uses, explained. `source`: text, a plan explains it; general, common knowledge among planners.

    `plan`: only this plan uses the word in this sense (empty: all do); `original`: in a translated edition the term as
    the plans write it.
    """

    name: str
    name_en: str
    explanation: str
    explanation_en: str
    source: str
    reason: str = ""
    plan: str = ""
    original: str = ""
    place: str = ""


PLACE_KINDS = (
    "乡镇街道", "乡镇", "街道", "镇", "乡", "村", "社区", "园区", "河流", "湖泊", "水库", "水库与湖泡", "湿地", "水利", "水利与湿地",
    "水利与断面", "道路", "公路", "桥梁", "铁路", "车站", "铁路与车站", "机场", "港口", "口岸", "山", "山与林", "林场", "农场", "学校", "医院",
    "景点", "场馆", "景点与场馆", "市县", "域外", "其他",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place that `plan` names. `aliases` are other words for it; “经[团结]、” is 团结 only where these signs stand around
    it.

    `original`: in a translated edition the name as the plan writes it.
    """

    name: str
    kind: str
    plan: str
    aliases: tuple[str, ...]
    reason: str
    place: str
    original: str = ""


@dataclass(frozen=True, slots=True)
class Abstract:
    """What a chapter says, in `language`: (sentence, addresses of what it sums up)."""

    chapter: str
    language: str
    sentences: tuple[tuple[str, tuple[str, ...]], ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class EditionChange:
    """What a reader of an earlier edition of the site has to know."""

    date: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChangedName:
    """A name that was changed: `old` is now `new`, `since` (2018, 2018-03 or a day); `source` says where that stands.

    `certain`: any editor would change it; otherwise the authors are asked.
    """

    old: str
    new: str
    since: str
    kind: str
    source: str
    certain: bool
    place: str = ""
