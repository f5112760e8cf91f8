"""Loads what people say about topics and links: topics.yml, phrases.yml and links.yml in content/curated."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..model.edition import BadInput
from ..model.subjects import KINDS, Decisions, LinkRuling, NoCounterpart, Phrase, Topic, TopicRuling
from .keys import check_id, check_keys
from .yaml_files import load_yaml

TOPIC_KEYS = ("id", "zh", "en", "definition", "keywords", "synonyms", "aspects", "frame")
RULING_KEYS = ("section", "topics", "reason")
PHRASE_KEYS = ("from", "to", "until", "reason")
SECTION_KEYS = ("from", "links", "none")
NONE_KEYS = ("plan", "reason")
LINK_KEYS = ("accept", "add", "reject", "as", "topic", "reason")
DECISIONS = ("accept", "add", "reject")
SECTION = re.compile(r"[a-z][a-z0-9-]*(/[a-z]?\d+[a-z]?){1,3}")
TARGET = re.compile(SECTION.pattern + r"([#@]\d+(\.\d+)?)?")


def load_decisions(folder: Path, general: Path | None = None) -> Decisions:
    """A missing file means no decisions of its kind; but topics and phrases, which hold for any plan, then come from `general`."""
    topics, rulings = load_topics(own_or_general("topics.yml", folder, general))
    ids = {topic.id for topic in topics}
    links, none = load_links(folder / "links.yml", ids)
    return Decisions(topics, rulings, load_phrases(own_or_general("phrases.yml", folder, general)), links, none)


def own_or_general(name: str, folder: Path, general: Path | None) -> Path:
    return folder / name if general is None or (folder / name).is_file() else general / name


def load_topics(path: Path) -> tuple[tuple[Topic, ...], tuple[TopicRuling, ...]]:
    if not path.is_file():
        return (), ()
    content = load_yaml(path)
    check_keys(path, content, ("topics", "overrules"), ("topics",))
    topics = tuple(load_topic(path, entry) for entry in content["topics"])
    ids = [topic.id for topic in topics]
    for entry, topic in zip(content["topics"], topics):
        if ids.count(topic.id) > 1:
            raise BadInput(f"{path}:{entry.line}: the id “{topic.id}” stands twice. Give every topic its own id.")
    return topics, load_rulings(path, content.get("overrules") or [], set(ids))


def load_topic(path: Path, entry: Any) -> Topic:
    check_keys(path, entry, TOPIC_KEYS, TOPIC_KEYS[:-2])
    check_id(path, entry)
    aspects = entry.get("aspects") or []
    for key, words in (
        ("keywords", entry["keywords"]),
        ("synonyms", entry["synonyms"]),
        *(("aspects", words) for words in aspects),
    ):
        if not isinstance(words, list) or any(len(str(word)) < 2 for word in words):
            raise BadInput(
                f"{path}:{entry.lines[key]}: “{key}” must be {'lists' if key == 'aspects' else 'a list'} of words of two signs or more. Write it as [词语, 词语]."
            )
    return Topic(
        *(str(entry[key]) for key in TOPIC_KEYS[:4]),
        tuple(map(str, entry["keywords"])),
        tuple(map(str, entry["synonyms"])),
        bool(entry.get("frame")),
        tuple(tuple(map(str, words)) for words in aspects),
    )


def load_rulings(path: Path, entries: list, ids: set[str]) -> tuple[TopicRuling, ...]:
    out, seen = [], set()
    for entry in entries:
        check_keys(path, entry, RULING_KEYS, RULING_KEYS)
        place = f"{path}:{entry.line}"
        for topic in entry["topics"]:
            known_topic(place, str(topic), ids)
        if entry["section"] in seen:
            raise BadInput(f"{place}: the section “{entry['section']}” stands twice. Put both entries into one.")
        seen.add(entry["section"])
        out.append(TopicRuling(str(entry["section"]), tuple(map(str, entry["topics"])), str(entry["reason"]), place))
    return tuple(out)


def known_topic(place: str, topic: str, ids: set[str]) -> None:
    if topic not in ids:
        raise BadInput(f"{place}: there is no topic “{topic}”. Use an id of topics.yml.")


def load_phrases(path: Path) -> tuple[Phrase, ...]:
    if not path.is_file():
        return ()
    out = []
    for entry in load_yaml(path) or []:
        check_keys(path, entry, PHRASE_KEYS, PHRASE_KEYS)
        if not isinstance(entry["until"], int):
            raise BadInput(
                f"{path}:{entry.lines['until']}: “until” must be the last year of a plan period, such as 2025."
            )
        out.append(Phrase(str(entry["from"]), str(entry["to"]), entry["until"], str(entry["reason"])))
    return tuple(out)


def load_links(path: Path, ids: set[str]) -> tuple[tuple[LinkRuling, ...], tuple[NoCounterpart, ...]]:
    if not path.is_file():
        return (), ()
    links: list[LinkRuling] = []
    none: list[NoCounterpart] = []
    for entry in load_yaml(path) or []:
        check_keys(path, entry, SECTION_KEYS, ("from",))
        source, place = str(entry["from"]), f"{path}:{entry.line}"
        address(place, source, SECTION)
        if not entry.get("links") and not entry.get("none"):
            raise BadInput(f"{place}: this entry says nothing. Add “links: …” or “none: …”.")
        for link in entry.get("links") or []:
            links.append(load_link(path, source, link, ids))
        for gap in entry.get("none") or []:
            check_keys(path, gap, NONE_KEYS, NONE_KEYS)
            none.append(NoCounterpart(source, str(gap["plan"]), str(gap["reason"]), f"{path}:{gap.line}"))
    return tuple(links), tuple(none)


def load_link(path: Path, source: str, entry: Any, ids: set[str]) -> LinkRuling:
    check_keys(path, entry, LINK_KEYS, ("reason",))
    place = f"{path}:{entry.line}"
    said = [key for key in DECISIONS if entry.get(key)]
    if len(said) != 1:
        raise BadInput(f"{place}: a link needs exactly one of {', '.join(DECISIONS)}, with the address it leads to.")
    address(place, str(entry[said[0]]), TARGET)
    kind, topic = str(entry.get("as") or ""), str(entry.get("topic") or "")
    if said[0] != "reject" and kind not in KINDS:
        raise BadInput(f"{place}: “as” must say how near the two are: {', '.join(KINDS)}.")
    if topic:
        known_topic(place, topic, ids)
    return LinkRuling(said[0], source, str(entry[said[0]]), kind, topic, str(entry["reason"]), place)


def address(place: str, said: str, pattern: re.Pattern) -> None:
    if not pattern.fullmatch(said):
        raise BadInput(f"{place}: “{said}” is no address. Write it as plan/03/01, with #2 for its second paragraph.")
