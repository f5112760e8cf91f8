"""Loads what people say about topics and links: topics.yml, phrases.yml and links.yml in content/curated."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..model.address import Address, is_address_of_text, is_address_of_unit
from ..model.edition import BadInput
from ..model.refusals import meant
from ..model.subjects import KINDS, LinkRuling, NoCounterpart, Phrase, Topic, TopicRuling
from .keys import Once, check_id, check_keys, check_list, entries_of, load_entries
from .yaml_files import Entry, load_yaml

TOPIC_KEYS = ("id", "zh", "en", "definition", "keywords", "synonyms", "aspects", "frame")
RULING_KEYS = ("section", "topics", "reason")
PHRASE_KEYS = ("from", "to", "until", "reason")
SECTION_KEYS = ("from", "links", "none")
NONE_KEYS = ("plan", "reason")
LINK_KEYS = ("accept", "add", "reject", "as", "topic", "reason")
DECISIONS = ("accept", "add", "reject")


def load_topics(path: Path) -> tuple[tuple[Topic, ...], tuple[TopicRuling, ...]]:
    content = load_yaml(path) if path.is_file() else None
    if content is None:
        return (), ()
    check_keys(path, content, ("topics", "overrules"), ("topics",), others=("topics", "overrules"))
    topics, seen = [], Once(path)
    for line, entry in entries_of(path, content["topics"], content.lines["topics"]):
        topics.append(load_topic(path, entry, line))
        seen.see(topics[-1].id, line)
    ids = {topic.id for topic in topics}
    return tuple(topics), load_rulings(path, content.get("overrules"), content.lines.get("overrules", 1), ids)


def load_topic(path: Path, entry: Any, line: int) -> Topic:
    check_keys(path, entry, TOPIC_KEYS, TOPIC_KEYS[:-2], line, others=("keywords", "synonyms", "aspects", "frame"))
    check_id(path, entry)
    words = {key: topic_words(path, entry, key, entry[key]) for key in ("keywords", "synonyms")}
    aspects = entry.get("aspects") or []
    if not isinstance(entry.get("frame", False), bool):
        raise BadInput("not-true-or-false", "frame", place=f"{path}:{entry.lines['frame']}")
    if not isinstance(aspects, list):
        raise BadInput("topic-words", "aspects", place=f"{path}:{entry.lines['aspects']}")
    return Topic(
        id=str(entry["id"]),
        name=str(entry["zh"]),
        name_en=str(entry["en"]),
        definition=str(entry["definition"]),
        keywords=words["keywords"],
        synonyms=words["synonyms"],
        frame=bool(entry.get("frame")),
        aspects=tuple(topic_words(path, entry, "aspects", words) for words in aspects),
    )


def topic_words(path: Path, entry: Entry, key: str, words: Any) -> tuple[str, ...]:
    if not isinstance(words, list) or any(not isinstance(w, (str, int)) or len(str(w)) < 2 for w in words):
        raise BadInput("topic-words", key, place=f"{path}:{entry.lines[key]}")
    return tuple(map(str, words))


def load_rulings(path: Path, entries: Any, line: int, ids: set[str]) -> tuple[TopicRuling, ...]:
    out, seen = [], Once(path)
    for at, entry in entries_of(path, entries, line):
        check_keys(path, entry, RULING_KEYS, RULING_KEYS, at, others=("topics",))
        place, topics = f"{path}:{at}", check_list(path, entry, "topics", "[topic, topic]")
        for topic in topics:
            known_topic(place, topic, ids)
        address(place, str(entry["section"]), is_address_of_unit)
        seen.see(str(entry["section"]), at)
        out.append(TopicRuling(str(entry["section"]), topics, str(entry["reason"]), place))
    return tuple(out)


def known_topic(place: str, topic: str, ids: set[str]) -> None:
    if topic not in ids:
        raise BadInput("topic-unknown", topic, meant(topic, ids), place=place)


def load_phrases(path: Path) -> tuple[Phrase, ...]:
    out, seen = [], Once(path)
    for line, entry in load_entries(path):
        check_keys(path, entry, PHRASE_KEYS, PHRASE_KEYS, line)
        if not isinstance(entry["until"], int) or not 1949 <= entry["until"] <= 2100:
            raise BadInput("not-a-year", "until", entry["until"], place=f"{path}:{entry.lines['until']}")
        seen.see((entry["from"], entry["to"]), line, f"{entry['from']} → {entry['to']}")
        if entry["from"] == entry["to"]:
            raise BadInput("decides-nothing", entry["from"], entry["to"], place=f"{path}:{line}")
        out.append(Phrase(str(entry["from"]), str(entry["to"]), entry["until"], str(entry["reason"])))
    return tuple(out)


def load_links(path: Path, ids: set[str]) -> tuple[tuple[LinkRuling, ...], tuple[NoCounterpart, ...]]:
    links: list[LinkRuling] = []
    none: list[NoCounterpart] = []
    seen = Once(path)
    for line, entry in load_entries(path):
        check_keys(path, entry, SECTION_KEYS, ("from",), line, others=("links", "none"))
        source = str(entry["from"])
        address(f"{path}:{line}", source, is_address_of_unit)
        if not entry.get("links") and not entry.get("none"):
            raise BadInput("link-says-nothing", place=f"{path}:{line}")
        for at, link in entries_of(path, entry.get("links"), entry.lines.get("links", line)):
            links.append(load_link(path, source, link, at, ids))
        for at, gap in entries_of(path, entry.get("none"), entry.lines.get("none", line)):
            check_keys(path, gap, NONE_KEYS, NONE_KEYS, at)
            seen.see((source, gap["plan"]), at, f"{source} – {gap['plan']}")
            if str(gap["plan"]) == Address(source).plan:
                raise BadInput("link-one-plan", source, gap["plan"], place=f"{path}:{at}")
            none.append(NoCounterpart(source, str(gap["plan"]), str(gap["reason"]), f"{path}:{at}"))
    return tuple(links), tuple(none)


def load_link(path: Path, source: str, entry: Any, line: int, ids: set[str]) -> LinkRuling:
    check_keys(path, entry, LINK_KEYS, ("reason",), line)
    place = f"{path}:{line}"
    said = [key for key in DECISIONS if entry.get(key)]
    if len(said) != 1:
        raise BadInput("link-decisions", ", ".join(DECISIONS), place=place)
    target = str(entry[said[0]])
    address(place, target, is_address_of_text)
    if Address(target).plan == Address(source).plan:
        raise BadInput("link-one-plan", source, target, place=place)
    kind, topic = str(entry.get("as") or ""), str(entry.get("topic") or "")
    if said[0] != "reject" and kind not in KINDS:
        raise BadInput("link-kind", kind, meant(kind, KINDS), ", ".join(KINDS), place=place)
    if topic:
        known_topic(place, topic, ids)
    return LinkRuling(said[0], source, str(entry[said[0]]), kind, topic, str(entry["reason"]), place)


def address(place: str, said: str, may_be: Callable[[str], bool]) -> None:
    if not may_be(said):
        raise BadInput("no-address", said, place=place)
